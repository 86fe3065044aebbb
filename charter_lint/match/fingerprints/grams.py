"""Keyed hashes of runs of words, and the choice of those that stand for a document.

The choice is winnowing (Schleimer, Wilkerson, Aiken, 2003): of every `window` neighbouring hashes
the smallest is kept, so that a copied run of `words + window - 1` words shares at least one.
"""

from __future__ import annotations

import re
from collections import deque
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from charter_lint.draft.fold import fold_word

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+")
_SIZE = 8  # bytes of a hash


class Parameters(msgspec.Struct, frozen=True):
    """Words in a run, and neighbouring runs of which one is kept."""

    words: int = 5
    window: int = 4


PARAMETERS = Parameters()


class Gram(NamedTuple):
    """The hash of a run of words and the range of the text that it covers."""

    hash: int
    start: int
    end: int


def grams_of(text: str, key: bytes, parameters: Parameters = PARAMETERS) -> Iterator[Gram]:
    """Hash every run of words; case, accents and signs are off, every number counts as 0."""
    count = parameters.words
    hashed = blake2b(digest_size=_SIZE, key=key)
    run: deque[tuple[str, int]] = deque(maxlen=count)
    for found in _WORD.finditer(text):
        run.append((plain(found[0]), found.start()))
        if len(run) == count:
            one = hashed.copy()
            one.update("\x1f".join(w for w, _ in run).encode())
            yield Gram(int.from_bytes(one.digest(), "big"), run[0][1], found.end())


def fingerprint(text: str, key: bytes, parameters: Parameters = PARAMETERS) -> list[int]:
    """Give the hashes that stand for a document, sorted, each once."""
    window: deque[int] = deque(maxlen=parameters.window)
    kept: set[int] = set()
    for gram in grams_of(text, key, parameters):
        window.append(gram.hash)
        if len(window) == parameters.window:
            kept.add(min(window))
    return sorted(kept or set(window))


def plain(word: str) -> str:
    """Give the form of a word that is hashed."""
    return _NUMBER.sub("0", fold_word(word))
