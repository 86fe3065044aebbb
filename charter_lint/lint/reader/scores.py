"""Two stages: cheap weights for every sentence, an encoder for those in doubt."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

import msgspec

from charter_lint.lint.reader.grams import (
    letters_of,
    near_places,
    platform_places,
    word_places,
)
from charter_lint.lint.reader.model import NEAR, PLATFORM, WHOLE, Model, Read, weighed
from charter_lint.lint.reader.passages import Passage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from charter_lint.charter.compiled import Charter
    from charter_lint.match.scan import Scan


class Scored(msgspec.Struct, frozen=True):
    """A sentence that resembles flagged ones: its family, whether it deserves a stop."""

    passage: Passage
    family: str
    stop: bool
    probability: float


class Said(msgspec.Struct, frozen=True):
    """The sentences that speak; `without_encoder` where no second stage was there for doubts."""

    sentences: tuple[Scored, ...]
    without_encoder: bool


def doubted(scan: Scan, charter: Charter, model: Model, passages: Sequence[Passage]) -> Said:
    """Judge the sentences of a draft; only those that the first stage doubts cost more."""
    platform = scan.draft.context.platform
    rows = rated(model, [passage.words for passage in passages], platform)
    rows = [r for r in rows if r[2] > model.doubt_stop or r[3] > model.doubt_advice]
    if not rows:
        return Said((), without_encoder=False)
    if model.second is not None:
        from charter_lint.lint.reader.second import second_opinion  # noqa: PLC0415  (in doubt only)

        said = second_opinion(scan, charter, model, passages, rows)
        if said is not None:
            return Said(said, without_encoder=False)
    found = []
    for i, row, stop, advice in rows:
        if stop > model.stop or advice > model.advice:
            sure = stop - model.stop if stop > model.stop else advice - model.advice
            found.append(
                Scored(passages[i], family_of(model, row), stop > model.stop, 1 / (1 + exp(-sure)))
            )
    return Said(tuple(found), without_encoder=True)


def rated(
    model: Model, sentences: Sequence[Sequence[str]], platform: str
) -> list[tuple[int, Read, float, float]]:
    """Judge the sentences of a draft by the first stage.

    Gives for each its number, its places, and what its words, those beside and the whole draft
    make of it: log-odds for a stop and for advice.
    """
    if not sentences:
        return []
    rarity = model.rarity
    words = [word_places(sentence) for sentence in sentences]
    letters = letters_of(sentences)
    kinds = (
        (sorted(set().union(*words)), 1.0),
        (sorted(set().union(*letters)), 1.0),
        (platform_places(platform), PLATFORM),
    )
    whole = weighed(kinds, rarity).score(model.draft_head) * WHOLE
    found = []
    for i in range(len(sentences)):
        near = near_places(beside_of(sentences, i))
        row = weighed(((words[i], 1.0), (letters[i], 1.0), (near, NEAR)), rarity)
        found.append((i, row, row.score(model.stop_head) + whole, row.score(model.advice_head)))
    return found


def beside_of(sentences: Sequence[Sequence[str]], i: int) -> list[str]:
    """Give the words of the sentences before and after one."""
    near = (j for j in (i - 1, i + 1) if 0 <= j < len(sentences))
    return [word for j in near for word in sentences[j]]


def family_of(model: Model, row: Read, second: Sequence[float] = ()) -> str:
    """Give the family that a sentence resembles most; `second` are an encoder's log-odds."""
    values = [row.score(head) for head in model.family_heads]
    if second:
        values = [a + b for a, b in zip(values, second, strict=True)]
    return model.families[values.index(max(values))]
