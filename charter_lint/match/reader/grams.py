"""What the first stage weighs in a sentence: its words, their pairs and triples, their letters."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Sequence

BITS = 18
"""A piece is one of 2 ** BITS places of a table of weights."""

_MASK = (1 << BITS) - 1
_SIZES = (3, 4, 5)
_LONGEST = 16


def word_places(words: Sequence[str]) -> list[int]:
    """Give the places of a sentence's words, pairs and triples, each once, sorted."""
    pieces = {f"1{w}" for w in words}
    pieces.update(f"2{a} {b}" for a, b in pairwise(words))
    pieces.update(f"3{a} {b} {c}" for a, b, c in zip(words, words[1:], words[2:], strict=False))
    return sorted({crc32(p.encode()) & _MASK for p in pieces})


def letter_places(words: Sequence[str]) -> list[int]:
    """Give the places of the runs of letters in a sentence's words, each once, sorted."""
    return letters_of([words])[0]


def letters_of(sentences: Sequence[Sequence[str]]) -> list[list[int]]:
    """Give the places of the runs of letters of each sentence; a word is taken apart once."""
    runs = {word: _runs(word) for word in set().union(*sentences)}
    return [sorted(set().union(*map(runs.__getitem__, set(s)))) for s in sentences]


def near_places(words: Sequence[str]) -> list[int]:
    """Give the places of the words of the sentences beside, each once, sorted."""
    return sorted({crc32(f"~{w}".encode()) & _MASK for w in set(words)})


def platform_places(platform: str) -> list[int]:
    """Give the place of a platform; none where it is unknown."""
    return [crc32(f"^{platform}".encode()) & _MASK] if platform else []


def _runs(word: str) -> tuple[int, ...]:
    # Plain words only: nothing like a number or a key is remembered.
    return _runs_of_word(word) if len(word) <= _LONGEST and word.isalpha() else _taken_apart(word)


@lru_cache(maxsize=1 << 14)
def _runs_of_word(word: str) -> tuple[int, ...]:
    return _taken_apart(word)


def _taken_apart(word: str) -> tuple[int, ...]:
    text = f"<{word}>".encode()
    return tuple(
        crc32(text[i : i + size], size) & _MASK
        for size in _SIZES
        for i in range(len(text) - size + 1)
    )
