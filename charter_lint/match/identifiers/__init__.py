"""Numbers and addresses that lead to a person or a company, however they are written."""

from charter_lint.match.found import Found
from charter_lint.match.identifiers.engine import TYPES, find
from charter_lint.match.identifiers.settings import (
    Settings,
    read_data,
    settings_of,
    with_public,
)

__all__ = ["TYPES", "Found", "Settings", "find", "read_data", "settings_of", "with_public"]
