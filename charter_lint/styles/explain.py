"""Puts notices and errors of styles into words, in French or English."""

from __future__ import annotations

from charter_lint.messages.catalogue import text
from charter_lint.styles.model import Notice, StylesError


def explain(what: Notice | StylesError, language: str) -> str:
    """Give the sentence for a notice, or an error's problem and what to do about it."""
    if isinstance(what, Notice):
        return text(f"styles.{what.reason}", language, rule=what.rule, detail=what.detail)
    problem = text(f"styles.{what.problem}", language, detail=what.detail)
    return f"{problem} {text(f'styles.fix-{what.fix}', language)}"
