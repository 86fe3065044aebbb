"""The page to paste a draft into: one file, no build, nothing from elsewhere."""
