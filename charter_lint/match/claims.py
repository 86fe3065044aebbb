"""Ranges of a text that a detector has taken, so that no later one reads them otherwise."""

from __future__ import annotations

from bisect import bisect_left, bisect_right


class Claims:
    """Disjoint ranges in order; grows during one search and lives no longer."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def free(self, start: int, end: int) -> bool:
        """Say whether nothing has taken any of the range."""
        at = bisect_right(self._ends, start)
        return at == len(self._starts) or self._starts[at] >= end

    def claim(self, start: int, end: int) -> None:
        """Take a range; it melts together with those that it touches."""
        first = bisect_left(self._ends, start)
        last = bisect_right(self._starts, end)
        if first < last:
            start = min(start, self._starts[first])
            end = max(end, self._ends[last - 1])
        self._starts[first:last] = [start]
        self._ends[first:last] = [end]
