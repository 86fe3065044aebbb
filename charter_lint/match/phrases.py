"""The phrase language: what a rule author writes for "these words, in this order".

A phrase is words parted by spaces. Case, accents, hyphens and apostrophes do not matter.

    rendement garanti        these two words
    ~doubler                 any form of the lemma
    @metric                  any phrase of the concept
    (rendement|gain) sûr     one of several
    (très)? sûr              may be missing
    promet … rendement       at most five words between, in the same sentence; …2: at most two
    * garanti                any one word
    =IT                      exactly these letters, capitals included
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from charter_lint.draft.fold import accent_word, fold_word
from charter_lint.draft.patterns import Pattern

if TYPE_CHECKING:
    import re

_GAP = 5
_MOST_SEQUENCES = 600
_GROUP_FROM = 3  # alternatives from which a bracket is one atom instead of so many sequences
_PIECE = Pattern(
    r"(?P<space>[\s'’‑‐-]+)|(?P<open>\()|(?P<close>\)\??)|(?P<bar>\|)"
    r"|(?P<gap>(?:…|\.\.\.)(?P<gapn>\d+)?)|(?P<lemma>~[^\W\d_]+(?:[-'’][^\W\d_]+)*)"
    r"|(?P<concept>@[a-z][a-z0-9]*(?:-[a-z0-9]+)*)|(?P<exact>=[^\W_]+)|(?P<any>\*)|(?P<word>[^\W_]+)|(?P<sign>_|[^\w\s])"
)


class Atom(NamedTuple):
    """One element of a sequence.

    `kind` is "word", "lemma", "concept", "group", "gap" or "any"; `value` the folded word, the
    lemma or the concept's name; `form` the accented form of a word, or its exact form when
    `exact`; `most` the longest gap in words; `options` the alternatives of a group.
    """

    kind: str
    value: str = ""
    form: str = ""
    exact: bool = False
    most: int = 0
    options: tuple[tuple[Atom, ...], ...] = ()


class PhraseError(ValueError):
    """A phrase that cannot be read: `problem` is a message key, `at` the offset in the phrase."""

    def __init__(self, problem: str, at: int, **values: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.at = at
        self.values = values


Sequence = tuple[Atom, ...]


def sequences_of(phrase: str) -> list[Sequence]:
    """Parse a phrase and spell out its alternatives as plain sequences of atoms.

    Raises PhraseError for an unclosed bracket, an empty phrase, a gap at either end, or a phrase
    with more than 600 readings.
    """
    pieces = list(_PIECE.finditer(phrase))
    found, at = _alternatives(phrase, pieces, 0, depth=0)
    if at != len(pieces):
        raise PhraseError("phrase-unopened", pieces[at].start())
    unique = list(dict.fromkeys(found))
    for sequence in unique:
        if not _has_needle(sequence):
            raise PhraseError("phrase-empty", 0)
        if sequence[0].kind == "gap" or sequence[-1].kind == "gap":
            raise PhraseError("phrase-gap-at-end", 0)
    return unique


def _has_needle(sequence: Sequence) -> bool:
    return any(
        all(_has_needle(option) for option in atom.options)
        if atom.kind == "group"
        else atom.kind not in ("gap", "any")
        for atom in sequence
    )


def _alternatives(
    phrase: str, pieces: list[re.Match[str]], at: int, *, depth: int
) -> tuple[list[Sequence], int]:
    branches: list[list[Sequence]] = []
    current: list[Sequence] = [()]
    while at < len(pieces):
        piece = pieces[at]
        kind = piece.lastgroup if piece.lastgroup != "gapn" else "gap"
        if kind == "close":
            break
        if kind == "bar":
            branches.append(current)
            current = [()]
        elif kind == "open":
            inner, end = _alternatives(phrase, pieces, at + 1, depth=depth + 1)
            if end == len(pieces):
                raise PhraseError("phrase-unclosed", piece.start())
            if len(inner) >= _GROUP_FROM and all(inner):
                inner = [(Atom("group", options=tuple(dict.fromkeys(inner))),)]
            if pieces[end][0] == ")?":
                inner = [*inner, ()]
            at = end
            current = [a + b for a, b in product(current, inner)]
        elif kind != "space":
            atom = _atom(kind or "", piece)
            current = [(*a, atom) for a in current]
        if len(current) > _MOST_SEQUENCES:
            raise PhraseError("phrase-too-many", piece.start(), most=str(_MOST_SEQUENCES))
        at += 1
    branches.append(current)
    if depth == 0 and len(branches) > 1 and at < len(pieces):
        raise PhraseError("phrase-unopened", pieces[at].start())
    return [sequence for branch in branches for sequence in branch], at


def _atom(kind: str, piece: re.Match[str]) -> Atom:
    text = piece[0]
    if kind == "gap":
        return Atom("gap", most=int(piece["gapn"] or _GAP))
    if kind == "lemma":
        return Atom("lemma", text[1:].casefold().replace("’", "'"))
    if kind == "concept":
        return Atom("concept", text[1:])
    if kind == "any":
        return Atom("any")
    if kind == "exact":
        return Atom("word", fold_word(text[1:]), text[1:], exact=True)
    return Atom("word", fold_word(text), accent_word(text))
