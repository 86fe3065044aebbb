"""Passwords and door codes told in a sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

import msgspec

from charter_lint.match.cues import compiled, matches
from charter_lint.match.secrets.values import (
    DOOR,
    ENTRY,
    LOGIN,
    NETWORK,
    PASSWORD,
    Place,
    Value,
    accept,
    odd_string,
)

if TYPE_CHECKING:
    from charter_lint.match.secrets.search import Search

_REACH = 110  # characters of a sentence in which a value may follow its cue
_QUOTED = (
    r"«\s?([^«»\n]{3,60}?)\s?»|\"([^\"\n]{3,60})\"|'([^'\s]{3,60})'|`([^`\n]{3,60})`"
    r"|\*\*([^*\n]{3,60})\*\*"
)
_VALUE = re.compile(rf"(?:{_QUOTED}|([^\s«»\"`]{{3,80}}))")
_SPACED = re.compile(r"(?<![\w.,])\d{2,4}(?: \d{2,4}){1,2}(?![\w.,]*\w)")
_TRIM = ".,;:!?)…'’»"
_AROUND, _WIDE = 220, 400  # characters around a value, or a cue, that are read with it
_SHAPE = re.compile(
    r"(?<![\w#@/.:&=?%-])(?=\w{0,60}?[A-ZÀ-Ý])(?=\w{0,60}?[a-zà-ÿ])(?=\S{0,80}?\d\d)[^\W\d_]{3,60}[#!$%&*+=?§]?"
    r"(?:\d{2,6}[#!$%&*+=§]|[#!$%&*+=?§]\d{2,6}|\d{2,6}[#!$%&*+=?§]\w+)(?![\w/])"
)
_GLUED = re.compile(r"[\w.-]{2,20}[:/]([^\s:/]{4,24})")
_SIGN = re.compile(r"(?:[:=(]|=>|->|→)\s*\Z")
_LIST = re.compile(r"\S\s*[,;/]\s*[\w' -]{2,20}\Z")
_JOIN = re.compile(r"\s*(?:[:=]|=>|->|→|-|–|\()\s*\Z")


_RECIPE = 45  # characters of a recipe that follows its cue without "is"


def find_told(search: Search) -> None:
    """Add passwords by what introduces them: a colon, "is", quotes, "as the password"."""
    prose = search.settings.prose
    for pattern, mode in (
        (prose.password, PASSWORD),
        (prose.code, DOOR),
        (prose.login, LOGIN),
        (prose.network, NETWORK),
        (prose.enter, ENTRY),
    ):
        if not pattern:
            continue
        for cue in compiled(pattern).finditer(search.flat):
            first, last = _sentence(search, cue.start(), cue.end())
            whole = search.flat[first:last]
            if prose.generic and compiled(prose.generic).search(whole):
                continue
            needed = {DOOR: prose.opens, ENTRY: prose.entry}.get(mode)
            if needed and not compiled(needed).search(whole):
                continue
            _after(search, cue.end(), min(last, cue.end() + _REACH), whole, mode)
    _shaped(search)
    if prose.as_:
        for cue in compiled(prose.as_).finditer(search.flat):
            _before(search, cue.start())


def _shaped(search: Search) -> None:
    """Add strings that look like nothing but a password in a post about a login or a machine."""
    prose = search.settings.prose
    for found in _SHAPE.finditer(search.text):
        start, end = found.span()
        around = search.flat[max(0, start - _AROUND) : end + _AROUND]
        if not search.free(start, end) or search.placeholder(found[0]):
            continue
        if prose.generic and compiled(prose.generic).search(around):
            continue
        if compiled(prose.system).search(around) or compiled(prose.login).search(around):
            inside = re.search(r"\w[#!$%&*+=?§]\w", found[0]) is not None
            search.add("password", start, end, 0.6 if inside else 0.5, "shape", "cue")


def _sentence(search: Search, start: int, end: int) -> tuple[int, int]:
    """Give the sentence of a cue, at most a few hundred characters to each side.

    One that ends in a colon goes on on the next line.
    """
    sentences = search.draft.sentences
    at = max(0, bisect_right(sentences, (start, len(search.text) + 1)) - 1)
    first, last = (sentences[at].start, max(sentences[at].end, end)) if sentences else (0, end)
    head = search.text[max(0, last - 8) : last].rstrip()
    if head.endswith((":", "=", "->", "→")) and at + 1 < len(sentences):
        last = sentences[at + 1].end
    return max(first, start - _WIDE), min(last, end + _WIDE)


def _after(search: Search, start: int, last: int, whole: str, mode: str) -> None:
    prose, flat = search.settings.prose, search.flat
    system = bool(compiled(prose.system).search(whole))
    listed = _LIST.search(flat[max(0, start - 60) : start]) is not None
    at = start
    while at < last:
        value = _next(search, at, last)
        if value is None:
            break
        gap = re.sub(r"[«\"'`*\s]+\Z", " ", flat[start : value.start])
        adjacent = not gap.strip()
        joined = adjacent or bool(_JOIN.search(gap))
        place = Place(
            gap=gap,
            joined=joined,
            said=joined or _ends_with(search, prose.is_, gap) or matches(prose.system, gap.strip()),
            told=bool(_SIGN.search(gap)) or _ends_with(search, prose.tells, gap),
            listed=listed and adjacent,
            system=system,
            mode=mode,
        )
        if mode == LOGIN and (pair := _GLUED.fullmatch(value.text)):
            value = Value(value.end - len(pair[1]), value.end, pair[1], quoted=False)
            place = msgspec.structs.replace(place, gap=place.gap + "x / ")
        if accept(search, value, place):
            confidence = 0.9 if place.said or value.quoted else 0.7
            search.add("password", value.start, value.end, confidence, "cue")
            return
        at = value.end
    if prose.hint and mode in (PASSWORD, LOGIN):
        _hint(search, start, last, mode)


def _next(search: Search, at: int, last: int) -> Value | None:
    found = _SPACED.search(search.text, at, last)
    value = _VALUE.search(search.text, at, last)
    if value is None:
        return None
    if found and found.start() <= value.start():
        return Value(*found.span(), found[0], quoted=False)
    found = value
    group = next(i for i, g in enumerate(found.groups(), 1) if g is not None)
    start, end = found.span(group)
    quoted = group < 6
    if not quoted:
        text = found[0]
        while text and text[0] in "(:=*_->→'":
            text, start = text[1:], start + 1
        while text and text[-1] in _TRIM + "*_":
            text, end = text[:-1], end - 1
        if end <= start:
            return Value(found.start(), found.end(), "", quoted=False)
    return Value(start, end, search.text[start:end], quoted)


def _ends_with(search: Search, pattern: str, gap: str) -> bool:
    """Say whether a gap ends in one of the phrases, perhaps with a word like "still" after it."""
    if not pattern:
        return False
    filler = search.settings.prose.filler or r"(?!)"
    whole = rf"{pattern}\s*[:=]?\s*(?:{filler}\s+)?\Z"
    return compiled(whole).search(gap) is not None


def _before(search: Search, end: int) -> None:
    """Add the value that stands right before "as the password"."""
    head = search.text[max(0, end - 80) : end]
    found = re.search(rf"(?:{_QUOTED}|(\S{{4,60}}))[\s,]*\Z", head)
    if found is None:
        return
    group = next(i for i, g in enumerate(found.groups(), 1) if g is not None)
    start, stop = (end - len(head) + p for p in found.span(group))
    text = search.text[start:stop].rstrip(",;:")
    generic = search.settings.prose.generic
    first, last = _sentence(search, start, stop)
    if generic and compiled(generic).search(search.flat[first:last]):
        return
    if (
        search.free(start, stop)
        and not search.placeholder(text)
        and (odd_string(text, said=True) or group < 6)
    ):
        search.add("password", start, start + len(text), 0.8, "cue")


def _hint(search: Search, start: int, last: int, mode: str) -> None:
    """Add a recipe for a password, as the dog's name followed by the year."""
    prose, flat = search.settings.prose, search.flat
    found = compiled(prose.hint).search(flat, start, last)
    if found is None or not compiled(prose.hint_values).search(flat, start, last):
        return
    head = flat[start : found.start()]
    told = compiled(prose.is_).match(flat, start + len(head) - len(head.lstrip()))
    if mode == LOGIN and ":" not in head:
        return
    if not told and ":" not in head and len(head) > _RECIPE:
        return
    begin = told.end() if told else start
    begin += len(flat[begin:last]) - len(flat[begin:last].lstrip(" :"))
    stop = re.compile(r"[.;!?]|,\s(?=[^,]{12})").search(flat, found.end(), last)
    end = stop.start() if stop else last
    if search.free(begin, end):
        search.add("password", begin, end, 0.6, "hint")
