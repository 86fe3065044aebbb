"""Learning: from examples of rules, the corpus and a company's own data to a reader."""
