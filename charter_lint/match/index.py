"""The index of needles: from a word of the draft to every phrase that needs it.

The table of word keys is a sorted array searched in place, so opening an index costs the same for
a hundred rules as for ten thousand; an automaton would have to be built anew in every process.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING
from zlib import crc32

import msgspec

if TYPE_CHECKING:
    from charter_lint.match.container import Container, Table

WORD, CLASS, GAP, ANY = range(4)
LETTERS, CAPITAL = 1, 2
"""What `exact` may ask of a word: these very letters, or an initial capital."""
LANGUAGES = ("", "fr", "en")
"""A sequence's language by number; 0 is any."""


class Atom(msgspec.Struct, frozen=True, array_like=True):
    """An element of a compiled sequence; `number` is a class or the longest gap in words."""

    kind: int
    word: str = ""
    form: str = ""
    exact: int = 0
    strict: bool = False
    number: int = 0


class Sequence(msgspec.Struct, frozen=True, array_like=True):
    """Atoms in a row and what they make: a hit of a class or of a term."""

    owner: int
    is_class: bool
    language: int
    level: int
    atoms: tuple[Atom, ...]
    branch: int = 0


class Member(msgspec.Struct, frozen=True, array_like=True):
    """A single word that is a hit of a class by itself."""

    owner: int
    language: int
    form: str
    exact: int
    strict: bool


class Bucket(msgspec.Struct, frozen=True, array_like=True):
    """All that hangs on one folded word: class members, and sequences anchored at it."""

    word: str
    members: tuple[Member, ...]
    anchors: tuple[tuple[int, int], ...]


class Class(msgspec.Struct, frozen=True, array_like=True):
    """A concept, a lemma's forms or a shape; `level` orders classes made of others.

    A class with a first or a last day (YYYY-MM-DD, `until` exclusive) has no hits outside them.
    Of names of `fact` classes that lie one in another only the longer one counts.
    """

    name: str
    shape: str
    level: int
    anchors: tuple[tuple[int, int], ...]
    gates: tuple[int, ...]
    since: str = ""
    until: str = ""
    fact: bool = False


class Term(msgspec.Struct, frozen=True, array_like=True):
    """A list of phrases that a check asks about.

    `classes` are concepts that are a phrase by themselves, each with the phrase's number.

    `check` is the check that may fire when the term hits, -1 where the term is no gate.
    """

    check: int
    language: int
    classes: tuple[tuple[int, int], ...]


class Index:
    """The compiled needles of all checks."""

    def __init__(self, container: Container) -> None:
        self._keys = container.section("keys").cast("I")
        self._buckets: Table[tuple[Bucket, ...]] = container.table("buckets", tuple[Bucket, ...])
        self.sequences: Table[Sequence] = container.table("sequences", Sequence)
        self.classes: Table[Class] = container.table("classes", Class)
        self.terms: Table[Term] = container.table("terms", Term)
        self._eager = container.section("eager")
        self._known: dict[str, Bucket | None] = {}

    @cached_property
    def eager(self) -> tuple[int, ...]:
        """Shapes that anchor a sequence or gate a check and must be looked for in every draft."""
        return msgspec.msgpack.decode(self._eager, type=tuple[int, ...])

    def bucket(self, word: str) -> Bucket | None:
        """Give what hangs on a folded word."""
        try:
            return self._known[word]
        except KeyError:
            pass
        found = None
        key = crc32(word.encode())
        at = bisect_left(self._keys, key)
        if at < len(self._keys) and self._keys[at] == key:
            for bucket in self._buckets[at]:
                if bucket.word == word:
                    found = bucket
        if len(self._known) < 100_000:
            self._known[word] = found
        return found
