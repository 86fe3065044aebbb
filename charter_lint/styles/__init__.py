"""Vale's styles, run as they stand: the same alerts, without Vale."""

from __future__ import annotations

from charter_lint.styles.judgement import Judged
from charter_lint.styles.load import load
from charter_lint.styles.model import Action, Alert, Notice, StylesError
from charter_lint.styles.run import Styles

__all__ = ["Action", "Alert", "Judged", "Notice", "Styles", "StylesError", "load"]
