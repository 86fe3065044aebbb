"""What the first stage makes of the sentences of a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from charter_lint.match.reader.grams import (
    letters_of,
    near_places,
    platform_places,
    word_places,
)
from charter_lint.match.reader.model import NEAR, PLATFORM, WHOLE, Model, Read, weighed

if TYPE_CHECKING:
    from collections.abc import Sequence


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
