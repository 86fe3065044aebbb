"""Whether a reader is that of its examples, and can be rebuilt from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from charter_lint.match.reader.rated import rated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from charter_lint.desk.learn.gather import Gathered
    from charter_lint.match.reader.model import Model

MOST = 0.002
"""The share of sentences that a rebuilt reader may judge otherwise: libraries round differently."""


def difference(one: Model, other: Model, gathered: Gathered) -> float:
    """Give the share of all sentences of which the first stages of two readers differ."""
    differ = 0
    for number, members in gathered.by_draft().items():
        sentences = [gathered.sentences[i].words for i in members]
        platform = gathered.drafts[number].platform
        ranks = (_ranks(model, sentences, platform) for model in (one, other))
        differ += sum(a != b for a, b in zip(*ranks, strict=True))
    return differ / max(1, len(gathered.sentences))


def _ranks(
    model: Model, sentences: Sequence[Sequence[str]], platform: str
) -> list[tuple[bool, bool]]:
    return [
        (stop > model.stop, advice > model.advice)
        for _, _, stop, advice in rated(model, sentences, platform)
    ]
