"""What the first stage makes of a draft: of each window as a whole, then of its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from charter_lint.match.reader.grams import seat_places
from charter_lint.match.reader.model import (
    BEHIND,
    BESIDE,
    LIKE,
    NAMED,
    WINDOW,
    Model,
    Read,
    read_seat,
    read_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Row(NamedTuple):
    """A sentence: its number, its window as read, its log-odds for a stop and for advice."""

    number: int
    read: Read
    stop: float
    advice: float


class Window(NamedTuple):
    """Sentences that are read as one text: its places, what all that is flagged makes of it."""

    members: range
    read: Read
    stop: float
    advice: float
    words: int

    def calm(self, model: Model) -> bool:
        """Say whether the window need not be judged further."""
        return self.words < model.fewest or (
            self.stop < model.calm_stop and self.advice < model.calm_advice
        )


def windows(
    model: Model, sentences: Sequence[Sequence[str]], marks: Sequence[Sequence[str]], platform: str
) -> list[Window]:
    """Read a draft by windows of whole sentences; most drafts are one.

    `marks` are those of each sentence.
    """
    found = []
    for members in cut(sentences):
        seen = {mark for i in members for mark in marks[i]}
        text = read_text([sentences[i] for i in members], seen, platform, model.rarity)
        stop, advice = text.scores((model.text_stop, model.text_advice))
        words = sum(len(sentences[i]) for i in members)
        found.append(Window(members, text, stop, advice, words))
    return found


def judged(model: Model, window: Window) -> Window:
    """Judge a window.

    Its log-odds are those of all that is flagged, and LIKE times those of the family it resembles
    most.
    """
    like = LIKE * max(window.read.scores(model.like_heads))
    return window._replace(stop=window.stop + like, advice=window.advice + like)


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


def rows_of(
    model: Model,
    sentences: Sequence[Sequence[str]],
    marks: Sequence[Sequence[str]],
    window: Window,
) -> list[Row]:
    """Judge the sentences of a window that is judged.

    The likeliest has the log-odds of its window, and so have those next to it that are nearly as
    likely; another has less.
    """
    if len(window.members) == 1:
        return [Row(window.members[0], window.read, window.stop, window.advice)]
    own = [
        seated(sentences, marks, window.members, i, model.rarity).score(model.seat_head)
        for i in window.members
    ]
    return [
        Row(i, window.read, window.stop - less, window.advice - less)
        for i, less in zip(window.members, behind(own), strict=True)
    ]


def behind(likely: Sequence[float]) -> list[float]:
    """Give what each sentence of a window falls behind the likeliest; `likely` are log-odds."""
    most = max(likely)
    first = likely.index(most)
    return [
        0.0 if abs(i - first) <= 1 and most - one <= BESIDE else BEHIND * (most - one)
        for i, one in enumerate(likely)
    ]


def seated(
    sentences: Sequence[Sequence[str]],
    marks: Sequence[Sequence[str]],
    members: range,
    i: int,
    rarity: memoryview,
) -> Read:
    """Read a sentence, by its number, as one of the members of its window."""
    words = sentences[i]
    seat = seat_places(i - members.start, len(members), len(words), marks[i])
    return read_seat(words, beside_of(sentences, i), seat, rarity)


def rated(
    model: Model,
    sentences: Sequence[Sequence[str]],
    marks: Sequence[Sequence[str]],
    platform: str,
) -> list[Row]:
    """Judge every sentence of a draft."""
    found = [judged(model, window) for window in windows(model, sentences, marks, platform)]
    return [row for window in found for row in rows_of(model, sentences, marks, window)]


def beside_of(sentences: Sequence[Sequence[str]], i: int) -> list[str]:
    """Give the words of the sentences before and after one."""
    near = (j for j in (i - 1, i + 1) if 0 <= j < len(sentences))
    return [word for j in near for word in sentences[j]]


def family_of(model: Model, row: Read, second: Sequence[float] = ()) -> str:
    """Give the family that a text resembles most; `second` are an encoder's log-odds."""
    apart, like = row.scores(model.family_heads), row.scores(model.like_heads)
    values = [a + NAMED * b for a, b in zip(apart, like, strict=True)]
    if second:
        values = [a + b for a, b in zip(values, second, strict=True)]
    return model.families[values.index(max(values))]
