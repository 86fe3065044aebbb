"""What the reader weighs in a text: words, pairs and triples, letters, marks, where it stands."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BITS = 20
"""A piece is one of 2 ** BITS places of a table of weights."""

_MASK = (1 << BITS) - 1
_SIZES = (3, 4, 5)
_LONGEST = 16
_FAR = 3  # sentences from either end beyond which a sentence stands in the middle
_MARKS = re.compile(
    r"(?P<shout>!)|(?P<ask>\?)|(?P<tag>#)|(?P<share>%)|(?P<sum>[€$£])|(?P<quote>[«“”\"])"
    r"|(?P<digit>\d)|(?P<link>https?:|www\.|\.example\b)|(?P<sign>[\U0001f300-\U0001faff])"
)


def marks_of(text: str) -> list[str]:
    """Give the marks that a text holds, by name: a question, a sum, a quotation, a link."""
    return sorted({found.lastgroup for found in _MARKS.finditer(text) if found.lastgroup})


def word_places(words: Sequence[str]) -> list[int]:
    """Give the places of a sentence's words, pairs and triples, each once, sorted."""
    pieces = {f"1{w}" for w in words}
    pieces.update(f"2{a} {b}" for a, b in pairwise(words))
    pieces.update(f"3{a} {b} {c}" for a, b, c in zip(words, words[1:], words[2:], strict=False))
    return sorted({crc32(p.encode()) & _MASK for p in pieces})


def letter_places(words: Iterable[str]) -> list[int]:
    """Give the places of the runs of letters in words, each once, sorted."""
    return sorted(set().union(*map(_runs, set(words))))


def near_places(words: Sequence[str]) -> list[int]:
    """Give the places of the words of the sentences beside, each once, sorted."""
    return sorted({crc32(f"~{w}".encode()) & _MASK for w in set(words)})


def mark_places(platform: str, marks: Iterable[str]) -> list[int]:
    """Give the places of a platform, where it is known, and of a text's marks."""
    pieces = [f"^{platform}"] if platform else []
    return sorted({crc32(p.encode()) & _MASK for p in (*pieces, *(f"^^{m}" for m in set(marks)))})


def seat_places(at: int, of: int, words: int, marks: Iterable[str]) -> list[int]:
    """Give the places of where a sentence stands among `of`, of its length and of its marks."""
    left = of - 1 - at
    pieces = {
        f"@first {min(at, _FAR)}",
        f"@last {min(left, _FAR)}",
        f"@last {min(left, _FAR)} of {min(of, 2 * _FAR)}",
        f"@long {min(int(log(words + 1) * 2), 2 * _FAR)}",
    }
    pieces.update(f"@@{mark}" for mark in marks)
    return sorted({crc32(p.encode()) & _MASK for p in pieces})


def _runs(word: str) -> frozenset[int]:
    # Plain words only: nothing like a number or a key is remembered.
    return _runs_of_word(word) if len(word) <= _LONGEST and word.isalpha() else _taken_apart(word)


@lru_cache(maxsize=1 << 14)
def _runs_of_word(word: str) -> frozenset[int]:
    return _taken_apart(word)


def _taken_apart(word: str) -> frozenset[int]:
    text = f"<{word}>".encode()
    return frozenset(
        crc32(text[i : i + size], size) & _MASK
        for size in _SIZES
        for i in range(len(text) - size + 1)
    )
