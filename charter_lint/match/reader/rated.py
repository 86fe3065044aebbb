"""What the first stage makes of a draft: of each window as a whole, then of its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from charter_lint.match.reader.model import BEHIND, WINDOW, Model, Read, read, read_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Row(NamedTuple):
    """A sentence: its number, its window as read, its log-odds for a stop and for advice."""

    number: int
    read: Read
    stop: float
    advice: float


class Window(NamedTuple):
    """Sentences that are read as one text: its places, its log-odds for a stop and for advice."""

    members: range
    read: Read
    stop: float
    advice: float


def windows(
    model: Model, sentences: Sequence[Sequence[str]], marks: Sequence[Sequence[str]], platform: str
) -> list[Window]:
    """Judge a draft by windows of whole sentences; most drafts are one.

    `marks` are those of each sentence.
    """
    found = []
    for members in cut(sentences):
        seen = {mark for i in members for mark in marks[i]}
        text = read_text([sentences[i] for i in members], seen, platform, model.rarity)
        found.append(
            Window(members, text, text.score(model.text_stop), text.score(model.text_advice))
        )
    return found


def cut(sentences: Sequence[Sequence[str]]) -> Iterator[range]:
    """Cut a draft into windows of whole sentences, none of more than WINDOW words if it can be."""
    first = words = 0
    for i, sentence in enumerate(sentences):
        if i > first and words + len(sentence) > WINDOW:
            yield range(first, i)
            first, words = i, 0
        words += len(sentence)
    if sentences:
        yield range(first, len(sentences))


def rows_of(model: Model, sentences: Sequence[Sequence[str]], window: Window) -> list[Row]:
    """Judge the sentences of a window.

    The gravest has the log-odds of its window; another less, by BEHIND of what it falls behind.
    """
    own = [read(sentences[i], beside_of(sentences, i), model.rarity) for i in window.members]
    stops = [row.score(model.stop_head) for row in own]
    advices = [row.score(model.advice_head) for row in own]
    return [
        Row(
            i,
            window.read,
            window.stop - BEHIND * (max(stops) - stop),
            window.advice - BEHIND * (max(advices) - advice),
        )
        for i, stop, advice in zip(window.members, stops, advices, strict=True)
    ]


def rated(
    model: Model,
    sentences: Sequence[Sequence[str]],
    marks: Sequence[Sequence[str]],
    platform: str,
) -> list[Row]:
    """Judge every sentence of a draft."""
    found = windows(model, sentences, marks, platform)
    return [row for window in found for row in rows_of(model, sentences, window)]


def beside_of(sentences: Sequence[Sequence[str]], i: int) -> list[str]:
    """Give the words of the sentences before and after one."""
    near = (j for j in (i - 1, i + 1) if 0 <= j < len(sentences))
    return [word for j in near for word in sentences[j]]


def family_of(model: Model, row: Read, second: Sequence[float] = ()) -> str:
    """Give the family that a text resembles most; `second` are an encoder's log-odds."""
    values = [row.score(head) for head in model.family_heads]
    if second:
        values = [a + b for a, b in zip(values, second, strict=True)]
    return model.families[values.index(max(values))]
