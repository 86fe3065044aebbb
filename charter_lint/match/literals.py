"""From any regular expression, the literals of which every match must hold one.

A rule whose literals are all absent from a text cannot match it, so a text is searched
once for the literals of every rule and most expressions are never run. The analysis walks
the tree that Python's own parser makes of a pattern; what that parser refuses has no
literals and is simply run.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def _private(new: str, old: str) -> Any:  # noqa: ANN401 - modules that nothing describes
    """Give a module of Python's own parser: its name changed with Python 3.11."""
    return import_module(new if sys.version_info >= (3, 11) else old)


_sre = _private("re._constants", "sre_constants")
_parse = _private("re._parser", "sre_parse")

_MOST = 64  # literals kept for one pattern; a longer list costs more than it saves
_WIDE = 12  # characters of a class that are still spelled out

_DIGITS = tuple("0123456789")


class Literal(NamedTuple):
    """One string that a pattern matches as it stands, and what must stand beside it."""

    text: str
    left: bool = False
    """A word boundary is asked for before it."""
    right: bool = False
    """A word boundary is asked for after it."""
    folds: bool = False
    """Letter case is ignored."""


def fold(text: str) -> str:
    """Give *text* with letter case removed, character for character.

    The result has the length of *text*, and two characters that a case-blind regular
    expression takes for one another fold to the same one (`K` and the Kelvin sign,
    `s` and the long s), which `str.casefold` and `str.lower` do not promise.
    """
    if text.isascii():
        return text.lower()
    folded = text.upper().lower()
    if len(folded) == len(text):
        return folded
    return "".join([_fold_one(char) for char in text])


def required(pattern: str, flags: int = 0) -> frozenset[str] | None:
    """Give folded literals of which `fold(text)` holds one wherever *pattern* matches.

    None where nothing can be said: the pattern may match without any fixed text, or
    Python's parser does not know its syntax.
    """
    sets = all_required(pattern, flags)
    return sets[0] if sets else None


def all_required(pattern: str, flags: int = 0) -> list[frozenset[str]]:
    """Give every such set that can be told, the one that is met most seldom first."""
    parsed = tree(pattern, flags)
    if parsed is None:
        return []
    found = _Sequence()
    found.walk(parsed)
    return list(dict.fromkeys(map(frozenset, found.sets())))


def whole(pattern: str, flags: int = 0) -> frozenset[str] | None:
    """Give folded literals of which a match must hold one that no letter stands beside.

    That is what an alternation between two word boundaries asks for. None where nothing of
    the kind can be told.
    """
    parsed = tree(pattern, flags)
    if parsed is None:
        return None
    found = _Sequence()
    found.walk(parsed)
    found.sets()
    smallest = sorted((len(each), each) for each in found.bounded)
    return frozenset(smallest[0][1]) if smallest else None


def rarity(literal: str) -> float:
    """Rate how seldom a literal is met: its length, but single letters and spaces are common."""
    return len(literal) - 0.7 if literal.isalpha() or literal.isspace() else float(len(literal))


def expand(pattern: str, flags: int = 0, most: int = _MOST) -> tuple[Literal, ...] | None:
    """Give every string that *pattern* matches, in the order in which it tries them.

    None if there are more than *most* of them, endlessly many, or if more than word
    boundaries at either end decides: lookarounds, groups that are referred to.
    """
    parsed = tree(pattern, flags)
    if parsed is None:
        return None
    try:
        found = _spell(parsed, folds=bool(parsed.state.flags & re.IGNORECASE), most=most)
    except _EndlessError:
        return None
    return tuple(Literal(*each) for each in dict.fromkeys(found))


def tree(pattern: str, flags: int = 0) -> Any:  # noqa: ANN401 - the parser's own type is private
    """Give the tree that Python's parser makes of *pattern*, None where it knows better."""
    try:
        return _parse.parse(pattern, flags)
    except (re.error, RecursionError, OverflowError):
        return None


@cache
def _fold_one(char: str) -> str:
    if char == "\u0130":  # its lower case is two characters, its simple one is an i
        return "i"
    upper = char.upper()
    lower = (upper if len(upper) == 1 else char).lower()
    return lower if len(lower) == 1 else char


class _Sequence:
    """Collects, along one sequence of nodes, sets of literals that must each be met."""

    def __init__(self) -> None:
        self._run: list[str] = [""]
        self._sets: list[list[str]] = []
        self._from_boundary = False
        self.bounded: list[list[str]] = []
        """Sets whose members a word boundary precedes and follows."""

    def walk(self, nodes: Iterable[Any]) -> None:
        for kind, value in nodes:
            self._node(kind, value)

    def sets(self) -> list[list[str]]:
        """Give the sets in order: commonest member rarest first, then the smallest set."""
        self._break()
        sets = [each for each in self._sets if all(each)]
        return sorted(sets, key=lambda each: (-min(map(rarity, each)), len(each)))

    def best(self) -> list[str] | None:
        sets = self.sets()
        return sets[0] if sets else None

    def _break(self) -> None:
        if self._run != [""]:
            self._sets.append(self._run)
        self._run = [""]
        self._from_boundary = False

    def _boundary(self) -> None:
        if self._run == [""]:
            self._from_boundary = True
        elif (
            self._from_boundary
            and all(each[:1].isalnum() for each in self._run)
            and all(each[-1:].isalnum() for each in self._run)
        ):
            self.bounded.append(self._run)

    def _extend(self, choices: Sequence[str]) -> None:
        if len(self._run) * len(choices) > _MOST:
            self._break()
        self._run = list(dict.fromkeys(have + more for have in self._run for more in choices))

    def _node(self, kind: Any, value: Any) -> None:  # noqa: ANN401
        if kind is _sre.LITERAL:
            self._extend([fold(chr(value))])
        elif kind is _sre.AT:  # a position: what stands on either side still touches
            if value is _sre.AT_BOUNDARY:
                self._boundary()
        elif kind is _sre.IN and (chars := _members(value)) is not None:
            self._extend(list(dict.fromkeys(map(fold, chars))))
        elif kind is _sre.SUBPATTERN or kind is _ATOMIC:
            self.walk(value[-1] if kind is _sre.SUBPATTERN else value)
        elif kind is _sre.BRANCH:
            self._branch(value[1])
        elif kind in _REPEATS:
            self._repeat(*value)
        elif kind is _sre.ASSERT:
            self._apart([value[1]])
        elif kind is not _sre.ASSERT_NOT:
            self._break()

    def _branch(self, branches: Sequence[Any]) -> None:
        strings = [_plain(branch) for branch in branches]
        if all(each is not None for each in strings):
            self._extend([text for each in strings for text in each or ()])
            return
        self._break()
        self._apart(branches)

    def _repeat(self, least: Any, most: Any, inner: Any) -> None:  # noqa: ANN401
        plain = _plain(inner)
        if plain is not None and (least, most) == (0, 1):
            self._extend([*plain, ""])
            return
        if least == 0:
            self._break()
            return
        if plain is not None:
            for _ in range(min(least, 3)):
                self._extend(plain)
            if least > 3 or most != least:
                self._break()
            return
        if least == most == 1:
            self.walk(inner)
            return
        self._break()
        self._apart([inner])

    def _apart(self, branches: Sequence[Any]) -> None:
        """Add what must be met in every one of *branches*, on its own."""
        union: list[str] = []
        for branch in branches:
            found = _Sequence()
            found.walk(branch)
            best = found.best()
            if best is None or len(union) + len(best) > _MOST:
                return
            union += best
        self._sets.append(list(dict.fromkeys(union)))


def _plain(nodes: Any) -> list[str] | None:  # noqa: ANN401
    """Give the folded strings that *nodes* match, if they are few and fixed."""
    try:
        found = _spell(nodes, folds=True, most=_WIDE)
    except _EndlessError:
        return None
    if any(left or right for _, left, right, _ in found):
        return None
    return list(dict.fromkeys(fold(text) for text, *_ in found))


def _members(items: Sequence[Any]) -> list[str] | None:
    """Give the characters of a class, if they are few."""
    chars: list[str] = []
    for kind, value in items:
        if kind is _sre.LITERAL:
            chars.append(chr(value))
        elif kind is _sre.RANGE and value[1] - value[0] < _WIDE:
            chars += map(chr, range(value[0], value[1] + 1))
        else:
            return None
    return chars if len(chars) <= _WIDE else None


class _EndlessError(Exception):
    """A pattern matches too many strings to list."""


_Spelled = tuple[str, bool, bool, bool]


def _spell(nodes: Any, *, folds: bool, most: int) -> list[_Spelled]:  # noqa: ANN401
    """List what *nodes* match, in order of preference, as the fields of `Literal`."""
    made: list[_Spelled] = [("", False, False, folds)]
    for kind, value in nodes:
        if kind is _sre.AT and value is _sre.AT_BOUNDARY:
            made = [
                (text, left or not text, right or bool(text), case)
                for text, left, right, case in made
            ]
            continue
        more = _spell_one(kind, value, folds=folds, most=most)
        if len(made) * len(more) > most:
            raise _EndlessError
        made = [_joined(one, two) for one in made for two in more]
    return made


def _joined(one: _Spelled, two: _Spelled) -> _Spelled:
    if not two[0] and not (two[1] or two[2]):
        return one
    if not one[0] and not (one[1] or one[2]):
        return two
    if (one[0] and two[0] and one[3] != two[3]) or (one[2] and two[0]) or (one[0] and two[1]):
        raise _EndlessError  # a boundary inside, or a case rule that changes half-way
    folds = one[3] if one[0] else two[3]
    return (one[0] + two[0], one[1] or (two[1] and not one[0]), two[2] or one[2], folds)


def _spell_one(kind: Any, value: Any, *, folds: bool, most: int) -> list[_Spelled]:  # noqa: ANN401
    if kind is _sre.LITERAL:
        return [(chr(value), False, False, folds)]
    if kind is _sre.IN and (chars := _members(value)) is not None:
        return [(char, False, False, folds) for char in chars]
    if kind is _sre.SUBPATTERN:
        _, add, remove, inner = value
        inside = (folds or bool(add & re.IGNORECASE)) and not remove & re.IGNORECASE
        return _spell(inner, folds=inside, most=most)
    if kind is _sre.BRANCH:
        found = [each for branch in value[1] for each in _spell(branch, folds=folds, most=most)]
        if len(found) > most:
            raise _EndlessError
        return found
    if kind is _sre.MAX_REPEAT and value[:2] == (0, 1):
        return [*_spell(value[2], folds=folds, most=most), ("", False, False, folds)]
    if kind is _sre.MIN_REPEAT and value[:2] == (0, 1):
        return [("", False, False, folds), *_spell(value[2], folds=folds, most=most)]
    raise _EndlessError


_ATOMIC = getattr(_sre, "ATOMIC_GROUP", None)
_REPEATS = {
    _sre.MAX_REPEAT,
    _sre.MIN_REPEAT,
    getattr(_sre, "POSSESSIVE_REPEAT", _sre.MAX_REPEAT),
}
