"""Copies from confidential documents, found by keyed fingerprints that hold none of their text."""

from charter_lint.match.fingerprints.documents import SUFFIXES, read_document
from charter_lint.match.fingerprints.grams import PARAMETERS, Parameters, fingerprint
from charter_lint.match.fingerprints.index import (
    Document,
    Index,
    add_document,
    new_index,
    remove_document,
)
from charter_lint.match.fingerprints.lookup import Lookup, find, open_index
from charter_lint.match.fingerprints.store import change_index, read_index
from charter_lint.match.found import Found

__all__ = [
    "PARAMETERS",
    "SUFFIXES",
    "Document",
    "Found",
    "Index",
    "Lookup",
    "Parameters",
    "add_document",
    "change_index",
    "find",
    "fingerprint",
    "new_index",
    "open_index",
    "read_document",
    "read_index",
    "remove_document",
]
