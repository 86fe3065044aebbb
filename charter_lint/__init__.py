"""A linter for posts: judges a draft against a company's charter."""
