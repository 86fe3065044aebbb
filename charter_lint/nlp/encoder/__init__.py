"""Encoders: sentences in, vectors out; all are optional and load when first asked."""
