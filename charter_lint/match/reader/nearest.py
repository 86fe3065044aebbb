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


def nearest(words: Sequence[str], examples: Iterable[Shown]) -> Near | None:
    """Give the nearest of the examples, the first of equals; None where there are none."""
    listed = [(e, _stems(tokens_of(fold(e.text).text).words)) for e in examples]
    if not listed:
        return None
    own = _stems(words)
    known: dict[str, int] = {}
    for _, stems in listed:
        for stem in stems:
            known[stem] = known.get(stem, 0) + 1
    rare = {stem: log((1 + len(listed)) / (1 + known.get(stem, 0))) for stem in own}
    best, distance = listed[0][0], 1.0
    for example, stems in listed:
        shared = sum(rare[s] ** 2 for s in own & stems)
        lengths = sum(log((1 + len(listed)) / (1 + known[s])) ** 2 for s in stems) * sum(
            r * r for r in rare.values()
        )
        far = 1 - (shared / sqrt(lengths) if lengths else 0.0)
        if far < distance:
            best, distance = example, far
    return Near(best, round(distance, 3))


def _stems(words: Sequence[str]) -> set[str]:
    return {w[:_STEM] for w in words if len(w) > 2 and w.isalpha()}
