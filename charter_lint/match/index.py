"""The index of needles: from a word of the draft to every phrase that needs it.

The table of word keys is a sorted array searched in place, so opening an index costs the same for
a hundred rules as for ten thousand; an automaton would have to be built anew in every process.
"""

# No `from __future__ import annotations` here: msgspec would compile every annotation at start-up.
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

import msgspec

if TYPE_CHECKING:
    from charter_lint.match.container import Container, Table

_MOST_WORDS = 100_000
"""Words whose look-up is remembered; memory stays flat over a stream."""
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


class Anchor(msgspec.Struct, frozen=True, array_like=True):
    """Where a sequence hangs, and what can be asked of a draft before the sequence is looked at.

    `at` is the anchoring atom, `level` that of the class the sequence makes (-1 for a term). The
    draft must hold the `words`, and a word of each of the `classes`, which are made of single words
    only. `beside` is -1 or 1 where the next token on that side must be the word `neighbour` or,
    where that is empty, a word of the class `kind`; else 0.
    """

    sequence: int
    at: int
    language: int
    level: int
    words: tuple[str, ...] = ()
    classes: tuple[int, ...] = ()
    beside: int = 0
    neighbour: str = ""
    kind: int = 0


class Bucket(msgspec.Struct, frozen=True, array_like=True):
    """All that hangs on one folded word.

    `eager` memberships set something going (an anchored sequence, a gate, a class that includes
    theirs); `lazy` ones are only looked at when a sequence or a check asks.
    """

    word: str
    eager: tuple[Member, ...]
    lazy: tuple[Member, ...]
    anchors: tuple[Anchor, ...]


class Class(msgspec.Struct, frozen=True, array_like=True):
    """A concept, a bracket, a lemma's forms or a shape; `level` orders classes made of others.

    `gates` are checks that a hit makes candidates, each with a language. `includes` are classes
    all whose hits are hits of this one, each with a language; `parents` the classes that include
    this one. A hit of an `eager` class sets something going; an `asked` class
    is a whole phrase of some term. A class with a first or a last day (YYYY-MM-DD, `until`
    exclusive) has no hits outside them. Of names of `fact` classes that lie one in another only the
    longer one counts.
    """

    name: str
    shape: str
    level: int
    anchors: tuple[Anchor, ...]
    gates: tuple[tuple[int, int], ...]
    includes: tuple[tuple[int, int], ...] = ()
    parents: tuple[tuple[int, int], ...] = ()
    since: str = ""
    until: str = ""
    fact: bool = False
    eager: bool = False
    asked: bool = False


Way = tuple[int, tuple[int, ...]]
"""A class reached over includes, and the languages on the way."""


class Closure(NamedTuple):
    """A class with all that it includes: the ways to each, and the shapes among them."""

    ways: dict[int, list[tuple[int, ...]]]
    shapes: tuple[int, ...]


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

    def __init__(self, container: "Container") -> None:
        self._keys = container.section("keys").cast("I")
        self._buckets: Table[tuple[Bucket, ...]] = container.table("buckets", tuple[Bucket, ...])
        self.sequences: Table[Sequence] = container.table("sequences", Sequence)
        self.classes: Table[Class] = container.table("classes", Class)
        self.terms: Table[Term] = container.table("terms", Term)
        self._eager = container.section("eager")
        self._known: dict[str, Bucket | None] = {}
        self._spoken: dict[tuple[str, int], tuple[Anchor, ...]] = {}
        self._lazy: dict[str, dict[int, tuple[Member, ...]]] = {}
        self._asked: dict[str, tuple[tuple[int, Member, tuple[int, ...]], ...]] = {}
        self._present: dict[str, frozenset[int]] = {}
        self._closures: dict[int, Closure] = {}

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
        if len(self._known) < _MOST_WORDS:
            self._known[word] = found
        return found

    def anchors(self, word: str, spoken: int) -> tuple[Anchor, ...]:
        """Give the anchors of a word that may hold in a language: 0 unknown, 1 fr, 2 en."""
        known = self._spoken.get((word, spoken))
        if known is None:
            bucket = self.bucket(word)
            known = tuple(
                anchor
                for anchor in (bucket.anchors if bucket else ())
                if spoken == 0 or anchor.language in (0, spoken)
            )
            if len(self._spoken) < _MOST_WORDS:
                self._spoken[word, spoken] = known
        return known

    def lazy(self, word: str) -> dict[int, tuple[Member, ...]]:
        """Give the lazy memberships of a folded word by class."""
        known = self._lazy.get(word)
        if known is None:
            bucket = self.bucket(word)
            known = {}
            for member in bucket.lazy if bucket else ():
                known[member.owner] = (*known.get(member.owner, ()), member)
            if len(self._lazy) < _MOST_WORDS:
                self._lazy[word] = known
        return known

    def asked(self, word: str) -> tuple[tuple[int, Member, tuple[int, ...]], ...]:
        """Give the asked classes that a lazy membership of a word leads to.

        Each comes as class, membership, and the languages of the includes on the way up.
        """
        known = self._asked.get(word)
        if known is None:
            bucket = self.bucket(word)
            known = tuple(
                (number, member, languages)
                for member in (bucket.lazy if bucket else ())
                for number, languages in self._upwards(member.owner, ())
                if self.classes[number].asked
            )
            if len(self._asked) < _MOST_WORDS:
                self._asked[word] = known
        return known

    def present(self, word: str) -> frozenset[int]:
        """Give the classes that a word may be a hit of by itself, directly or over includes."""
        known = self._present.get(word)
        if known is None:
            bucket = self.bucket(word)
            members = (*bucket.eager, *bucket.lazy) if bucket else ()
            known = frozenset(
                number for member in members for number, _ in self._upwards(member.owner, ())
            )
            if len(self._present) < _MOST_WORDS:
                self._present[word] = known
        return known

    def closure(self, number: int) -> Closure:
        """Give a class and all that it includes, directly or not."""
        known = self._closures.get(number)
        if known is None:
            ways: dict[int, list[tuple[int, ...]]] = {}
            for below, languages in self._downwards(number, ()):
                ways.setdefault(below, []).append(languages)
            shapes = tuple(below for below in ways if self.classes[below].shape)
            known = self._closures[number] = Closure(ways, shapes)
        return known

    def _upwards(self, number: int, languages: tuple[int, ...]) -> Iterator[Way]:
        yield number, languages
        for above, language in self.classes[number].parents:
            yield from self._upwards(above, (*languages, language) if language else languages)

    def _downwards(self, number: int, languages: tuple[int, ...]) -> Iterator[Way]:
        yield number, languages
        for below, language in self.classes[number].includes:
            yield from self._downwards(below, (*languages, language) if language else languages)
