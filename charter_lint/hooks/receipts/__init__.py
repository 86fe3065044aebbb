"""Signed proof that this text got this verdict, without the text."""
