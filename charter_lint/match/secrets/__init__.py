"""Keys, tokens and passwords that a post would give away."""

from charter_lint.match.found import Found
from charter_lint.match.secrets.engine import TYPES, find
from charter_lint.match.secrets.settings import Settings, read_data, settings_of

__all__ = ["TYPES", "Found", "Settings", "find", "read_data", "settings_of"]
