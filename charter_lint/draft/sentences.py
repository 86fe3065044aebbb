"""Sentences of a folded text, and the clauses that bound what a word can reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from charter_lint.draft.patterns import Pattern
from charter_lint.draft.spans import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

_END = Pattern(r"(?:[.!?…]+[\"'»)\]*_]*(?:[ \t]+|(?=\n)|\Z))|(?:[ \t]*\n[ \t]*(?:\n[ \t\n]*)?)")
_ABBREVIATION = Pattern(
    r"(?:\b(?:M|MM|Mme|Mmes|Mlle|Dr|Pr|Me|St|Ste|Mr|Mrs|Ms|Prof|Jr|Sr"
    r"|vs|cf|ex|env|max|min|art|al|fig|p|pp"
    r"|n|no|nos|vol"
    r"|e\.g|i\.e|c-à-d|etc|approx|inc|ltd|dept|janv|févr|avr|juil|sept|oct|nov|déc|jan|feb|aug|dec|tél|tel|L|R|D)"
    r"|\b[A-Z])\.[ \t]*\Z"
)
_CLAUSE_SIGNS = frozenset(',;:()[]!?.…—–"«»•→|')
_CLAUSE_WORDS = frozenset(
    {"mais", "but", "whereas", "alors que", "however", "cependant", "pourtant"}
)


def sentences_of(text: str) -> tuple[Span, ...]:
    """Split a folded text into sentences, without the space between them.

    A line break ends a sentence unless the next line goes on in lower case.
    """
    spans: list[Span] = []
    start = 0
    for found in _END.finditer(text):
        end = found.end()
        if end < len(text) and not _breaks(text, found):
            continue
        _append(spans, text, start, end)
        start = end
    _append(spans, text, start, len(text))
    return tuple(spans)


def _breaks(text: str, found: re.Match[str]) -> bool:
    sign = found[0]
    following = text[found.end()]
    if "\n" in sign:
        return sign.count("\n") > 1 or not following.islower()
    if following == "\n":
        return False
    if sign.startswith((".", "…")) or ".." in sign:
        if following.islower():
            return False
        if sign[0] == "." and sign[:2] != "..":
            head = text[max(0, found.start() - 12) : found.end()]
            return not _ABBREVIATION.search(head)
    if sign[0] in "!?":
        return not following.islower()
    return True


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append(Span(start, end))


def clause_numbers(words: Sequence[str], sentence_of: Sequence[int]) -> list[int]:
    """Number the clause of each token: sentence ends, signs and contrasting words part them."""
    numbers: list[int] = []
    number = 0
    last = 0
    for i, word in enumerate(words):
        if sentence_of[i] != last:
            number += 1
            last = sentence_of[i]
        if word in _CLAUSE_SIGNS:
            number += 1
            numbers.append(number)
            number += 1
            continue
        if word in _CLAUSE_WORDS:
            number += 1
        numbers.append(number)
    return numbers
