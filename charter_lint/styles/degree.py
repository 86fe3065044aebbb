"""Tells how badly an expression may run: how many of its endless repeats can get entangled."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from charter_lint.match.literals import tree

HOPELESS = 9
_MANY = 8  # a repeat of more is as good as endless
_ASCII = frozenset(range(128))
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_CATEGORIES = {
    "CATEGORY_DIGIT": r"\d", "CATEGORY_NOT_DIGIT": r"\D", "CATEGORY_SPACE": r"\s",
    "CATEGORY_NOT_SPACE": r"\S", "CATEGORY_WORD": r"\w", "CATEGORY_NOT_WORD": r"\W",
}  # fmt: skip


class _Chars(NamedTuple):
    """What one place of an expression can match."""

    ascii: frozenset[int]
    others: bool

    def meets(self, other: _Chars) -> bool:
        return bool(self.ascii & other.ascii) or (self.others and other.others)


def degree(pattern: str) -> int:
    """Give the number of endless repeats in *pattern* that can match the same text.

    Searching a text of n characters then takes at most about n to the power of that and
    one more steps. 9 stands for repeats within repeats, which may take for ever, and for
    patterns that Python's parser does not know.
    """
    parsed = tree(pattern)
    if parsed is None:
        return HOPELESS
    repeats = _repeats(parsed)
    if repeats is None:
        return HOPELESS
    return max((sum(one.meets(two) for two in repeats) for one in repeats), default=0)


def _repeats(nodes: Any) -> list[_Chars] | None:  # noqa: ANN401 - the parser's trees
    """List what each endless repeat matches; None if one stands within another."""
    found: list[_Chars] = []
    for operator, argument in nodes:
        name = str(operator)
        inside: list[_Chars] | None = []
        if name in _REPEATS:
            inside = _repeat(*argument)
        elif name == "BRANCH":
            inside = []
            for branch in argument[1]:
                more = _repeats(branch)
                if more is None:
                    return None
                inside = max(inside, more, key=len)
        elif name in ("SUBPATTERN", "ASSERT", "ASSERT_NOT"):
            inside = _repeats(argument[-1])
        elif name == "ATOMIC_GROUP":
            inside = _repeats(argument)
        if inside is None:
            return None
        found += inside
    return found


def _repeat(least: Any, most: Any, body: Any) -> list[_Chars] | None:  # noqa: ANN401
    """Judge one repeat; *most* is its greatest number of rounds."""
    del least
    inside = _repeats(body)
    if inside is None or int(most) <= 1:
        return inside
    nodes = _flat(body)
    parts = [_chars(node) for node in nodes]
    if all(
        part is not None or str(node[0]) == "AT" for part, node in zip(parts, nodes, strict=True)
    ):
        # Every round takes as many characters: there is one way to share a text out.
        known = [part for part in parts if part is not None]
        return [_union(known)] if int(most) > _MANY and known else []
    if _delimited(nodes, inside):
        return [_union([*inside, *(part for part in parts if part)])]
    return None


def _delimited(nodes: list[Any], inside: list[_Chars]) -> bool:
    """Say whether each round of a repeat ends with a sign that its inner repeats can't match."""
    if not nodes or len(inside) != 1:
        return False
    last = _chars(nodes[-1])
    others = [node for node in nodes if str(node[0]) not in (*_REPEATS, "AT")]
    repeats = [node for node in nodes if str(node[0]) in _REPEATS]
    return (
        last is not None
        and not last.meets(inside[0])
        and len(repeats) == 1
        and all(_chars(node) is not None for node in others)
    )


def _flat(nodes: Any) -> list[Any]:  # noqa: ANN401
    """Take groups apart that only hold a sequence."""
    found = []
    for node in nodes:
        if str(node[0]) == "SUBPATTERN":
            found += _flat(node[1][-1])
        else:
            found.append(node)
    return found


def _union(sets: list[_Chars]) -> _Chars:
    return _Chars(
        frozenset().union(*(each.ascii for each in sets)), any(each.others for each in sets)
    )


def _chars(node: Any) -> _Chars | None:  # noqa: ANN401
    """Give what a node that matches one character can match, in either case."""
    name, argument = str(node[0]), node[1]
    if name == "LITERAL":
        return _one(argument)
    if name == "NOT_LITERAL":
        return _Chars(_ASCII - {argument}, others=True)
    if name == "ANY":
        return _Chars(_ASCII - {10}, others=True)
    if name != "IN":
        return None
    made = _Chars(frozenset(), others=False)
    negated = False
    for kind, value in argument:
        if str(kind) == "NEGATE":
            negated = True
        elif str(kind) == "LITERAL":
            made = _union([made, _one(value)])
        elif str(kind) == "RANGE":
            low, high = value
            letters = [chr(code) for code in range(low, min(high, 127) + 1)]
            both = {ord(case) for each in letters for case in (each.lower(), each.upper())}
            made = _union([made, _Chars(frozenset(both), others=high > 127)])
        elif str(kind) == "CATEGORY":
            pattern = re.compile(_CATEGORIES[str(value)])
            codes = frozenset(code for code in _ASCII if pattern.match(chr(code)))
            made = _union([made, _Chars(codes, others=True)])
    if not negated:
        return made
    kept = frozenset(code for code in _ASCII if code not in made.ascii)
    return _Chars(kept, others=True)


def _one(code: int) -> _Chars:
    char = chr(code)
    codes = {ord(each) for each in (char, char.lower(), char.upper()) if len(each) == 1}
    return _Chars(frozenset(codes) & _ASCII, others=code > 127)
