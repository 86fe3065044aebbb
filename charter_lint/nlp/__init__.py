"""Analysis on demand: the only package that imports spaCy and LanguageTool."""
