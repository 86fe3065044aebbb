"""Kinds of check, one file each; a kind knows no rule."""
