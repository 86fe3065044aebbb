"""The desk: a local page on which a company's rules are changed, tried and saved."""
