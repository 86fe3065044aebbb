"""Judges the capitals of a heading: title case, sentence case, lower, upper or a pattern."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from charter_lint.styles.dialect import DialectError, translate
from charter_lint.styles.engine import Runner

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from charter_lint.styles.model import Expression, Rule

_SMALL = frozenset(
    "a an and as at but by en for if in nor of on or per the to vs vs. via v v.".split()
)
_PREPOSITIONS = frozenset(
    """with from into during including until against among throughout despite towards upon
    concerning about over through before between after since without under within along
    following across beyond around down near above""".split()
)
_PIECE = r"[^\W_*][^\s]*|[*][^\s]*"
_TITLE_PIECE = re.compile(r"[^\W_]+[^\s\-/]*")
_NUMBERED = re.compile(r"[0-9]+\.")


def judge(
    rule: Rule,
    text: str,
    runner: Callable[[Expression], Runner],
    searches: Callable[[Expression | None, str], bool],
) -> tuple[str, bool]:
    """Give the text as it should be and whether it is close enough to that."""
    settings = rule.settings
    match = settings["match"]
    excepted = rule.excepted
    if match in ("$lower", "$upper"):
        expected = text.lower() if match == "$lower" else text.upper()
        return expected, text == expected or searches(excepted, text)
    if match == "$title":
        expected = _titled(text, settings)
        return expected, _share(text, expected, excepted, searches, settings, title=True)
    if match == "$sentence":
        expected = _sentenced(text, settings)
        return expected, _share(text, expected, excepted, searches, settings, title=False)
    good = runner(rule.expressions[0]).search(text) is not None
    return match, good or searches(excepted, text)


def _share(
    text: str,
    expected: str,
    excepted: Expression | None,
    searches: Callable[[Expression | None, str], bool],
    settings: dict[str, Any],
    *,
    title: bool,
) -> bool:
    """Say whether enough words stand as expected."""
    pieces = _pieces(excepted.text if excepted else "", excepted.rich if excepted else False)
    wanted = [each[0] for each in pieces.every(expected)]
    good = total = 0
    for number, each in enumerate(pieces.every(text)):
        word = each[0]
        if number >= len(wanted) or word == wanted[number] or searches(excepted, word):
            good += 1
        elif title:
            good += word == word.upper()
        elif number == 0 and word != _first_capital(word.lower()):
            return False
        total += 1
    return bool(total) and good / total >= settings["threshold"]


@cache
def _pieces(excepted: str, rich: bool) -> Runner:  # noqa: FBT001
    words = f"(?:{_PIECE})"
    return Runner(f"{excepted}|{words}" if excepted else words, 9 if rich else 1, rich=rich)


def _first_capital(text: str) -> str:
    return re.sub(r"(?<![\w'])\w", lambda found: found[0].upper(), text)


def _sentenced(text: str, settings: dict[str, Any]) -> str:
    prefix, text = _prefixed(text, settings["prefix"])
    vocab = sorted(settings["exceptions"], key=lambda each: -len(each.encode()))
    words = [each[0] for each in _vocabulary(tuple(vocab)).every(text)]
    made: list[str] = []
    for number, word in enumerate(words):
        known = _known(word, vocab)
        if known:
            made.append(known)
        elif number == 0 or _indicates(words[number - 1], number - 1, settings["indicators"]):
            made.append(word[:1].title() + word[1:].lower())
        else:
            made.append(word.lower())
    return prefix + " ".join(made)


@cache
def _vocabulary(vocab: tuple[str, ...]) -> Runner:
    source = r"[\p{N}\p{L}*]+[^\s]*"
    if vocab:
        source = rf"\b(?:{'|'.join(vocab)})\b|{source}"
    piece = translate("(?i)" + source)
    return Runner(piece.text, 9, rich=True)


def _indicates(word: str, number: int, indicators: Sequence[str]) -> bool:
    if any(len(word) > len(each) and word.endswith(each) for each in indicators):
        return True
    return number == 0 and bool(_NUMBERED.search(word))


def _known(word: str, vocab: Sequence[str]) -> str:
    for term in vocab:
        if term.lower() == word.lower():
            return term
        if _matches(term, word):
            return word
    return ""


def _matches(term: str, word: str) -> bool:
    runner = _term(term)
    return runner is not None and runner.search(word) is not None


@cache
def _term(term: str) -> Runner | None:
    try:
        piece = translate(term)
    except DialectError:
        return None
    return Runner(piece.text, 9, rich=True)


def _prefixed(text: str, prefix: str) -> tuple[str, str]:
    if prefix and (runner := _term(prefix)) is not None:
        found = runner.search(text)
        if found is not None:
            return found[0], text.removeprefix(found[0])
    return "", text


def _titled(text: str, settings: dict[str, Any]) -> str:
    """Write *text* in title case; *to* stays small, though Vale asks its tagger about it."""
    prefix, text = _prefixed(text, settings["prefix"])
    vocab = sorted(settings["exceptions"], key=lambda each: -len(each.encode()))
    small = _SMALL | _PREPOSITIONS if settings["style"] == "Chicago" else _SMALL
    plain = text.translate(_SIGNS)

    def one(found: re.Match[str]) -> str:
        word = found[0]
        start, end = found.span()
        known = _known(word, vocab)
        if known:
            return known
        before = plain[start - 1] if start else ""
        earlier = plain[start - 2] if start > 1 else ""
        after = plain[end : end + 1]
        bounding = start == 0 or end == len(plain)
        if (
            word.lower() in small and not bounding and before in (" ", "-", "/")
            and earlier not in (":", "-") and (after != "-" or before == "-")
        ):  # fmt: skip
            return word.lower()
        return word[:1].upper() + word[1:]

    return prefix + _TITLE_PIECE.sub(one, text)


_SIGNS = str.maketrans(
    {"\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'", "\u2013": "-", "\u2014": "-"}
)
