"""The order in which findings are told, and each thing said once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from charter_lint.lint.report import RANK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from charter_lint.draft.spans import Span
    from charter_lint.lint.report import Finding


def gravest_first(finding: Finding) -> tuple[int, int, int, str]:
    """Give the key that sorts findings by gravity, then by place."""
    return -RANK[finding.severity], finding.span.start, -finding.span.end, finding.rule


def said_once(found: Iterable[Finding]) -> list[Finding]:
    """Sort by gravity and place, and say each thing once.

    Of findings of one rule that overlap the gravest and first stays; advice inside a graver finding
    of its own family goes, for the graver one says it already.
    """
    said: dict[str, list[Span]] = {}
    graver: dict[str, _Cover] = {}
    kept = []
    for finding in sorted(found, key=gravest_first):
        spans = said.setdefault(finding.rule, [])
        place = bisect_left(spans, finding.span)
        if any(finding.span.overlaps(s) for s in spans[max(0, place - 1) : place + 1]):
            continue
        cover = graver.setdefault(finding.family, _Cover())
        if finding.severity != "advise":
            cover.add(finding.span)
        elif cover.holds(finding.span):
            continue
        spans.insert(place, finding.span)
        kept.append(finding)
    return kept


class _Cover:
    """Spans of which one may hold another; only those that no other holds are remembered."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, span: Span) -> None:
        if self.holds(span):
            return
        first = bisect_left(self._starts, span.start)
        last = bisect_right(self._ends, span.end, first)
        self._starts[first:last] = [span.start]
        self._ends[first:last] = [span.end]

    def holds(self, span: Span) -> bool:
        before = bisect_right(self._starts, span.start)
        return before > 0 and self._ends[before - 1] >= span.end
