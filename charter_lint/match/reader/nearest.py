"""The example that a sentence resembles most, by the rare words and word stems they share."""

from __future__ import annotations

from functools import lru_cache
from math import log, sqrt
from typing import TYPE_CHECKING

import msgspec

from charter_lint.draft.fold import fold
from charter_lint.draft.tokens import tokens_of
from charter_lint.match.reader.model import Shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_STEM = 6  # letters that forms of one word mostly share


class Near(msgspec.Struct, frozen=True):
    """An example and its distance: 0 the same words, 1 none shared."""

    example: Shown
    distance: float


class Pool:
    """Examples ready to be compared: the stems of each, and in how many each stem stands."""

    def __init__(self, examples: Iterable[Shown]) -> None:
        self.examples = [(e, _stems(tokens_of(fold(e.text).text).words)) for e in examples]
        self.known: dict[str, int] = {}
        for _, stems in self.examples:
            for stem in stems:
                self.known[stem] = self.known.get(stem, 0) + 1
        self.lengths = [sum(self.rarity(s) ** 2 for s in stems) for _, stems in self.examples]

    def rarity(self, stem: str) -> float:
        """Give the inverse document frequency of a stem among the examples."""
        return log((1 + len(self.examples)) / (1 + self.known.get(stem, 0)))


@lru_cache(maxsize=64)
def pool_of(packed: bytes) -> Pool:
    """Unpack examples as a reader's file holds them; they stay unpacked."""
    return Pool(msgspec.msgpack.decode(packed, type=list[Shown]))


def nearest(words: Sequence[str], pool: Pool) -> Near | None:
    """Give the nearest of the examples, the first of equals; None where there are none."""
    if not pool.examples:
        return None
    rare = {stem: pool.rarity(stem) ** 2 for stem in sorted(_stems(words))}
    own = sum(rare.values())
    best, distance = pool.examples[0][0], 1.0
    for (example, stems), length in zip(pool.examples, pool.lengths, strict=True):
        shared = sum(weight for stem, weight in rare.items() if stem in stems)
        far = 1 - (shared / sqrt(length * own) if length * own else 0.0)
        if far < distance:
            best, distance = example, far
    return Near(best, round(distance, 3))


def _stems(words: Sequence[str]) -> set[str]:
    return {w[:_STEM] for w in words if len(w) > 2 and w.isalpha()}
