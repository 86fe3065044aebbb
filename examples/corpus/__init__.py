"""Invented posts with what should be found in them, as data."""
