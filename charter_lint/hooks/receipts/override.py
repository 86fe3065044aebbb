"""Publishing against a verdict: with a reason, and never a live key or a classified marking."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from charter_lint.lint.report import Report

NEVER = frozenset({"tech-ip/secret-key", "tech-ip/password", "public-sector/classified"})
"""Rules whose findings nobody overrides."""


def not_overridable(report: Report) -> tuple[str, ...]:
    """Give the rules of a report that nobody may override."""
    return tuple(sorted({f.rule for f in report.findings if f.rule in NEVER}))
