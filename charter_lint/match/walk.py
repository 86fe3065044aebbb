"""Matching a sequence of atoms to the left and to the right of its anchor."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from charter_lint.match.index import ANY, CLASS, GAP, WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.match.index import Atom
    from charter_lint.match.scan import Scan

PASS = frozenset('"«»*()[]')
"""Signs that may stand between two words of a phrase."""


class Walk:
    """Walks over the tokens of a scan; a sequence never leaves its sentence."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._words = scan.draft.tokens.words
        self._readings = scan.draft.tokens.readings
        self._sentence = scan.draft.sentence_of

    def match(
        self, atoms: tuple[Atom, ...], anchor: int, first: int, after: int
    ) -> tuple[int, int] | None:
        """Give the range of tokens that the atoms take around an anchor; None: no fit."""
        end = self._right(atoms, anchor + 1, after)
        if end < 0:
            return None
        start = self._left(atoms, anchor - 1, first)
        return None if start < 0 else (start, end)

    @cached_property
    def backward(self) -> dict[int, list[tuple[str, int]]]:
        """The other readings of tokens by the token after them."""
        found: dict[int, list[tuple[str, int]]] = {}
        for first, others in self._readings.items():
            for word, after in others:
                found.setdefault(after, []).append((word, first))
        return found

    def _right(self, atoms: tuple[Atom, ...], k: int, at: int) -> int:
        """Match atoms from the k-th on, to the right of token `at`; give the end or -1."""
        if k == len(atoms):
            return at
        atom = atoms[k]
        words = self._words
        if atom.kind == GAP:
            for skip in range(atom.number + 1):
                if skip and (at + skip > len(words) or not self._same(at - 1, at + skip - 1)):
                    return -1
                end = self._right(atoms, k + 1, at + skip)
                if end >= 0:
                    return end
            return -1
        while at < len(words) and words[at] in PASS and not _is(atom, words[at]):
            at += 1
        if at >= len(words) or (at and not self._same(at - 1, at)):
            return -1
        for after in self._steps(atom, at):
            end = self._right(atoms, k + 1, after)
            if end >= 0:
                return end
        return -1

    def _left(self, atoms: tuple[Atom, ...], k: int, at: int) -> int:
        """Match atoms from the k-th back, to the left of token `at`; give the start or -1."""
        if k < 0:
            return at
        atom = atoms[k]
        words = self._words
        if atom.kind == GAP:
            for skip in range(atom.number + 1):
                if skip and (at - skip < 0 or not self._same(at, at - skip)):
                    return -1
                start = self._left(atoms, k - 1, at - skip)
                if start >= 0:
                    return start
            return -1
        while at > 0 and words[at - 1] in PASS and not _is(atom, words[at - 1]):
            at -= 1
        if at <= 0 or (at < len(words) and not self._same(at, at - 1)):
            return -1
        for first in self._steps_back(atom, at):
            start = self._left(atoms, k - 1, first)
            if start >= 0:
                return start
        return -1

    def _steps(self, atom: Atom, at: int) -> Iterator[int]:
        if atom.kind == CLASS:
            yield from self._scan.from_token(atom.number, at)
        elif atom.kind == ANY:
            if self._words[at][0].isalnum():
                yield at + 1
        else:
            if self._words[at] == atom.word and self._fits(atom, at):
                yield at + 1
            for word, after in self._readings.get(at, ()):
                if word == atom.word:
                    yield after

    def _steps_back(self, atom: Atom, at: int) -> Iterator[int]:
        if atom.kind == CLASS:
            yield from self._scan.to_token(atom.number, at)
        elif atom.kind == ANY:
            if self._words[at - 1][0].isalnum():
                yield at - 1
        else:
            if self._words[at - 1] == atom.word and self._fits(atom, at - 1):
                yield at - 1
            for word, first in self.backward.get(at, ()):
                if word == atom.word:
                    yield first

    def _fits(self, atom: Atom, at: int) -> bool:
        return self._scan.fits(at, atom.word, atom.form, atom.exact, strict=atom.strict)

    def _same(self, one: int, other: int) -> bool:
        return self._sentence[one] == self._sentence[other]


def _is(atom: Atom, word: str) -> bool:
    return atom.kind == WORD and atom.word == word
