"""Phrases, their inflection, and one index of needles over all of them."""
