"""What was learned and how it weighs sentences: the reader without charters and findings."""
