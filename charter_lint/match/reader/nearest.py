"""The example that a sentence resembles most, by the rare words and word stems they share."""

from __future__ import annotations

from math import log, sqrt
from typing import TYPE_CHECKING

import msgspec

from charter_lint.draft.fold import fold
from charter_lint.draft.tokens import tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from charter_lint.match.reader.model import Shown  # noqa: TC004  (never decoded)

_STEM = 6  # letters that forms of one word mostly share


class Near(msgspec.Struct, frozen=True):
    """An example and its distance: 0 the same words, 1 none shared."""

    example: Shown
    distance: float


class Shelf:
    """Examples with their word stems, taken apart once for all sentences compared with them."""

    def __init__(self, examples: Iterable[Shown]) -> None:
        self._listed = [(e, _stems(tokens_of(fold(e.text).text).words)) for e in examples]
        known: dict[str, int] = {}
        for _, stems in self._listed:
            for stem in stems:
                known[stem] = known.get(stem, 0) + 1
        self._known = known
        self._lengths = [sum(self._rare(s) ** 2 for s in stems) for _, stems in self._listed]

    def nearest(self, words: Sequence[str]) -> Near | None:
        """Give the nearest of the examples, the first of equals; None where there are none."""
        if not self._listed:
            return None
        rare = {stem: self._rare(stem) ** 2 for stem in sorted(_stems(words))}
        own = sum(rare.values())
        best, distance = self._listed[0][0], 1.0
        for (example, stems), length in zip(self._listed, self._lengths, strict=True):
            shared = sum(weight for stem, weight in rare.items() if stem in stems)
            far = 1 - (shared / sqrt(length * own) if length and own else 0.0)
            if far < distance:
                best, distance = example, far
        return Near(best, round(distance, 3))

    def _rare(self, stem: str) -> float:
        return log((1 + len(self._listed)) / (1 + self._known.get(stem, 0)))


def _stems(words: Sequence[str]) -> set[str]:
    return {w[:_STEM] for w in words if len(w) > 2 and w.isalpha()}
