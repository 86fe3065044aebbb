"""Runs of digits with whatever parts them: signs, spaces, letters for digits, number words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import digit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.match.identifiers.settings import Words
    from charter_lint.match.identifiers.view import View

# Letters that stand for digits: O, l and I freely, S, B and Z where they touch a digit.
_ATOM = re.compile(
    r"(?<![^\W_])(?:[OoQlI]{1,2}(?=\d)|[SBZ](?=\d)|\d)(?:[\dOolI]|[SBZ](?![^\W\d_]))*(?![^\W\d_])"
)
_LETTER_ATOM = re.compile(
    r"(?<=\d[\s.\-/])[Ool][OolI]?(?=[\s.\-/]{1,2}\d)|(?<![^\W_])[Oo](?=(?:[ .-]\d){6})"
)
_LETTERS = str.maketrans("OoQlISBZ", "00011582")
_GAP = r"[^\w\n]{0,5}\n?[^\w\n]{0,3}|_{1,2}|\s?_\s?"
_MOST = 24  # atoms of a window at most
_FEW = 45  # characters before a group of digits in which number words may belong to it
_RUN = 4  # number words in a row before they are read as digits


class Atom(NamedTuple):
    """Digits written together, or one number in words; `plus` tells of a + before them."""

    digits: str
    start: int
    end: int
    plus: bool
    worded: bool


class Window(NamedTuple):
    """A stretch of a chain; `left` and `right` are the separators around it, None at the edge."""

    digits: str
    start: int
    end: int
    sizes: tuple[int, ...]
    kinds: frozenset[str]
    plus: bool
    worded: bool
    left: str | None
    right: str | None
    following: str

    def coherent(self, standard: frozenset[tuple[int, ...]] = frozenset()) -> bool:
        """Say whether the stretch looks like one number rather than a piece of a list."""
        if self.sizes in standard and len(self.kinds) <= 2:
            return True
        if len(self.kinds) <= 1:
            return (self.left is None or self.left not in self.kinds) and (
                self.right is None or self.right not in self.kinds
            )
        return self.left is None and self.right is None


class Chain(NamedTuple):
    """Atoms in a row and the separators between them (one fewer), reduced to their sign."""

    atoms: tuple[Atom, ...]
    gaps: tuple[str, ...]

    def windows(self, least: int, most: int) -> Iterator[Window]:
        """Give every stretch of whole atoms with `least` to `most` digits, longest first."""
        count = len(self.atoms)
        for i in range(count):
            found = []
            digits = ""
            for j in range(i, min(count, i + _MOST)):
                digits += self.atoms[j].digits
                if len(digits) > most:
                    break
                if len(digits) >= least:
                    found.append(self._window(i, j, digits))
            yield from reversed(found)

    def _window(self, i: int, j: int, digits: str) -> Window:
        atoms = self.atoms[i : j + 1]
        return Window(
            digits,
            atoms[0].start,
            atoms[-1].end,
            tuple(len(a.digits) for a in atoms),
            frozenset(self.gaps[i:j]),
            atoms[0].plus,
            any(a.worded for a in atoms),
            self.gaps[i - 1] if i else None,
            self.gaps[j] if j < len(self.gaps) else None,
            self.atoms[j + 1].digits if j + 1 < len(self.atoms) else "",
        )


def chains_of(view: View) -> list[Chain]:
    """Find the chains of a draft that hold no claimed text."""
    text, words = view.text, view.settings.words
    atoms = [_atom(text, m) for m in _ATOM.finditer(text)]
    if atoms:
        seen = {a.start for a in atoms}
        atoms += [_atom(text, m) for m in _LETTER_ATOM.finditer(text) if m.start() not in seen]
    atoms += _between(view.flat, words, atoms)
    atoms += _worded(view.flat, words, {a.start: a for a in atoms})
    atoms = sorted(
        {a.start: a for a in atoms if view.free(a.start, a.end)}.values(), key=lambda a: a.start
    )
    return _join(view.flat, atoms, words)


def _atom(text: str, found: re.Match[str]) -> Atom:
    start, end = found.span()
    head = text[max(0, start - 3) : start].rstrip(" (")
    digits = found[0].translate(_LETTERS)
    if not digits.isascii():
        digits = "".join(str(digit(c)) for c in digits)
    return Atom(digits, start, end, head.endswith("+"), worded=False)


def _join(flat: str, atoms: list[Atom], words: Words) -> list[Chain]:
    chains: list[Chain] = []
    current: list[Atom] = []
    gaps: list[str] = []
    gap = compiled_gap(words.separators)
    for atom in atoms:
        if current:
            between = flat[current[-1].end : atom.start]
            if len(between) < 16 and gap.fullmatch(between) and not atom.plus:
                gaps.append(_kind(between, worded=current[-1].worded or atom.worded))
            else:
                chains.append(Chain(tuple(current), tuple(gaps)))
                current, gaps = [], []
        current.append(atom)
    if current:
        chains.append(Chain(tuple(current), tuple(gaps)))
    return chains


def _kind(between: str, *, worded: bool) -> str:
    bare = between.strip(" ()\t")
    if worded:
        return "\n" if "\n" in between else " "
    if between and not bare:
        return " "
    return "\n" if not bare.strip() else bare.strip()


@cache
def compiled_gap(separators: tuple[str, ...]) -> re.Pattern[str]:
    """Compile what may stand between two atoms of one number."""
    said = "|".join(re.escape(s).replace("\\ ", r"\s") for s in separators)
    return re.compile(rf"(?:{_GAP}|[^\w\n]{{0,5}}(?:{said})[^\w\n]{{0,5}})")


@cache
def _number_run(known: tuple[str, ...]) -> re.Pattern[str]:
    one = rf"(?:{'|'.join(sorted(map(re.escape, known), key=len, reverse=True))})"
    return re.compile(rf"\b{one}(?:[\s,.\-/]+(?:\d{{1,4}}[\s,.\-/]+)?{one}){{{_RUN - 1},}}\b")


def _between(flat: str, words: Words, digits: list[Atom]) -> list[Atom]:
    """Read the number words that touch a group of digits, before, between and after."""
    one = _one_number((*words.numbers, *words.repeats, *words.links))
    atoms: list[Atom] = []
    for atom in digits:
        after = one.match(flat, atom.end)
        before = flat[max(0, atom.start - _FEW) : atom.start]
        lead = next((m for m in one.finditer(before) if m.end() == len(before)), None)
        for found, base in ((after, 0), (lead, atom.start - len(before))):
            if found is None:
                continue
            pieces = [
                (m[0], base + m.start(), base + m.end())
                for m in _PIECE.finditer(found.string, found.start(), found.end())
            ]
            if any(w in words.numbers for w, _, _ in pieces):
                atoms += _read(pieces, words)
    return atoms


@cache
def _one_number(known: tuple[str, ...]) -> re.Pattern[str]:
    one = rf"(?:{'|'.join(sorted(map(re.escape, known), key=len, reverse=True))})"
    return re.compile(rf"(?:[\s,.\-]{{0,3}}\b{one}\b){{1,8}}(?:[\s,.\-]{{1,3}}(?=\d)|)")


_PIECE = re.compile(r"[a-z]+|\d+")


def _worded(flat: str, words: Words, digits: dict[int, Atom]) -> list[Atom]:
    """Read runs of number words, some of them perhaps in digits, as atoms."""
    known = (*words.numbers, *words.repeats, *words.plus, *words.links, *words.separators)
    atoms: list[Atom] = []
    for run in _number_run(known).finditer(flat):
        pieces = [
            (m[0], run.start() + m.start(), run.start() + m.end())
            for m in _PIECE.finditer(run[0])
            if m[0] not in words.separators
        ]
        if sum(w in words.numbers for w, _, _ in pieces) >= _RUN:
            atoms += _read(pieces, words)
    return [a for a in atoms if a.start not in digits]


def _read(pieces: list[tuple[str, int, int]], words: Words) -> list[Atom]:
    atoms: list[Atom] = []
    plus = False
    i = 0
    while i < len(pieces):
        word, start, _ = pieces[i]
        if word in words.plus:
            plus = True
            i += 1
            continue
        if word in words.repeats and i + 1 < len(pieces):
            digits = str(words.numbers.get(pieces[i + 1][0], "")) * words.repeats[word]
            after = i + 2
        elif word in words.numbers:
            digits, after = _number(pieces, i, words)
        else:  # a link by itself, or digits that are atoms already
            i += 1
            continue
        if digits:
            atoms.append(Atom(digits, start, pieces[after - 1][2], plus, worded=True))
        plus = False
        i = after
    return atoms


def _number(pieces: list[tuple[str, int, int]], i: int, words: Words) -> tuple[str, int]:
    """Read one spoken number below a hundred, or hundreds, and the place after it."""

    def value(at: int) -> int:
        return words.numbers.get(pieces[at][0], -1) if at < len(pieces) else -1

    total, word = value(i), pieces[i][0]
    after = i + 1
    twenties = word in words.twenties and total > 20
    if (
        total == 4
        and after < len(pieces)
        and pieces[after][0] in words.twenties
        and value(after) == 20
    ):
        total, after, twenties = 80, after + 1, True
    if total == 10 and word in words.tens and 7 <= value(after) <= 9:
        return str(total + value(after)), after + 1
    if total >= 20 and total % 10 == 0 and total < 100:
        at = after + (after < len(pieces) and pieces[after][0] in words.links)
        if 1 <= value(at) <= (19 if twenties else 9):
            total += value(at)
            after = at + 1
            if twenties and pieces[at][0] in words.tens and 7 <= value(after) <= 9:
                total += value(after)
                after += 1
    if 0 < total < 100 and value(after) == 100:
        return f"{total}00", after + 1
    return str(total), after
