"""Whether a reader is that of its examples, and can be rebuilt from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from charter_lint.lint.reader.model import read

if TYPE_CHECKING:
    from charter_lint.desk.learn.gather import Gathered
    from charter_lint.lint.reader.model import Model

MOST = 0.002
"""The share of sentences that a rebuilt reader may judge otherwise: libraries round differently."""


def difference(one: Model, other: Model, gathered: Gathered) -> float:
    """Give the share of all sentences of which the first stages of two readers differ."""
    differ = 0
    for row in gathered.sentences:
        differ += _ranks(one, row.words, row.beside) != _ranks(other, row.words, row.beside)
    return differ / max(1, len(gathered.sentences))


def _ranks(model: Model, words: tuple[str, ...], beside: tuple[str, ...]) -> tuple[bool, bool]:
    seen = read(words, beside, model.rarity)
    return (
        seen.score(model.stop_head) > model.stop,
        seen.score(model.advice_head) > model.advice,
    )
