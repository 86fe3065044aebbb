"""Publishing against a verdict: with a reason, and never against a rule that is final."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from charter_lint.lint.report import Report


def not_overridable(report: Report) -> tuple[str, ...]:
    """Give the rules of a report that nobody may override."""
    return tuple(sorted({f.rule for f in report.findings if f.final}))
