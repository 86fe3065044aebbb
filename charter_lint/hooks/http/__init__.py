"""The HTTP server; the only part of the program that imports a web framework."""
