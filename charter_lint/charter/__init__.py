"""From YAML with positions to a compiled charter."""
