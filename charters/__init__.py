"""Charters as data."""
