"""Signed calls of publishing tools."""
