"""Tools for those who keep a charter."""
