"""Passwords and door codes told in a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from charter_lint.match.cues import compiled, matches

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
_ORDINARY = re.compile(
    r"\d+(?:[.,:/h-]\d+)*(?:e|er|ere|eme|st|nd|rd|th|h|min|mn|s|j|km|m|cm|kg|g|go|mo|gb|mb|k|am"
    r"|pm|€|%|\$|£|v|x|d|p)?s?"
    r"|[a-z]{1,3}\d|\d[a-z]{1,2}|\d+[/-][a-z]+|v?\d+(?:\.\d+)+"
)
_FAR = re.compile(r"[a-z]*-?\d{1,2}|[a-z]+\d[a-z]?|covid-?\d+|windows-?\d+|iphone-?\d+|\d+-\w+")
_NAMES = re.compile(
    r"(?:wpa|wep|sha|md|utf|ipv|http|mp|h|usb|win|rj|cat|iso|rfc|web|oauth|saml|fido)-?\d+\w*"
)
_AROUND = 220
_SHAPE = re.compile(
    r"(?<![\w#@/.:&=?%-])(?=\w*[A-ZÀ-Ý])(?=\w*[a-zà-ÿ])(?=\S*\d\d)[^\W\d_]{3,}[#!$%&*+=?§]?"
    r"(?:\d{2,6}[#!$%&*+=§]|[#!$%&*+=?§]\d{2,6}|\d{2,6}[#!$%&*+=?§]\w+)(?![\w/])"
)
_JOIN = re.compile(r"\s*(?:[:=]|=>|->|→|-|–|\()\s*\Z")


_RECIPE = 45  # characters of a recipe that follows its cue without "is"


class _Value(NamedTuple):
    start: int
    end: int
    text: str
    quoted: bool


class _Place(NamedTuple):
    """How a value stands after its cue."""

    gap: str
    joined: bool
    said: bool
    told: bool
    listed: bool
    system: bool
    mode: str


_PASSWORD, _DOOR, _LOGIN, _NETWORK = "password", "door", "login", "network"
_SIGN = re.compile(r"(?:[:=(]|=>|->|→)\s*\Z")
_LISTED = re.compile(r"\S\s*(?:,|;|/|\bet|\band)\s*(?:le |son |the |its )?[\w' -]{2,14}\Z")
_PAIR = re.compile(r"\S+\s*/\s*\Z|\S\s+(?:et|and)\s+\Z")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CODE = re.compile(
    r"[A-Za-z]?\d{3,8}[A-Za-z#*]?|\d{1,3}[A-Za-z]\d{1,4}|[A-Z]\d{2,5}[A-Z]?|"
    r"\d{2,4}(?: \d{2,4}){1,2}"
)
_ADDRESS = re.compile(r"^[\w.+-]+@[\w.-]+\.\w+$|://")
_ENDING = re.compile(
    r"(?:ée?s?|ie?s?|ue?s?|ite?s?|ant|ante|ible|able|eux|euse|ive|ique|ale?|aire|ed|en|ing|ful|"
    r"ous|ical|ly|ment)$"
)


def find_told(search: Search) -> None:
    """Add passwords by what introduces them: a colon, "is", quotes, "as the password"."""
    prose = search.settings.prose
    for pattern, mode in (
        (prose.password, _PASSWORD),
        (prose.code, _DOOR),
        (prose.login, _LOGIN),
        (prose.network, _NETWORK),
    ):
        if not pattern:
            continue
        for cue in compiled(pattern).finditer(search.flat):
            first, last = _sentence(search, cue.start(), cue.end())
            whole = search.flat[first:last]
            if prose.generic and compiled(prose.generic).search(whole):
                continue
            if mode == _DOOR and not compiled(prose.opens).search(whole):
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
    """Give the sentence of a cue; one that ends in a colon goes on on the next line."""
    sentences = search.draft.sentences
    for i, sentence in enumerate(sentences):
        if sentence.start <= start < sentence.end:
            last = max(sentence.end, end)
            if search.text[:last].rstrip().endswith((":", "=", "->", "→")) and i + 1 < len(
                sentences
            ):
                last = sentences[i + 1].end
            return sentence.start, last
    return start, len(search.text)


def _after(search: Search, start: int, last: int, whole: str, mode: str) -> None:
    prose, flat = search.settings.prose, search.flat
    system = bool(compiled(prose.system).search(whole))
    listed = _LISTED.search(flat[max(0, start - 60) : start]) is not None
    at = start
    while at < last:
        value = _next(search, at, last)
        if value is None:
            break
        gap = re.sub(r"[«\"'`*\s]+\Z", " ", flat[start : value.start])
        adjacent = not gap.strip()
        joined = adjacent or bool(_JOIN.search(gap))
        place = _Place(
            gap=gap,
            joined=joined,
            said=joined or _ends_with(prose.is_, gap) or matches(prose.system, gap.strip()),
            told=bool(_SIGN.search(gap)) or _ends_with(prose.tells, gap),
            listed=listed and adjacent,
            system=system,
            mode=mode,
        )
        if _accept(search, value, place):
            confidence = 0.9 if place.said or value.quoted else 0.7
            search.add("password", value.start, value.end, confidence, "cue")
            return
        at = value.end
    if prose.hint and mode in (_PASSWORD, _LOGIN):
        _hint(search, start, last, mode)


def _next(search: Search, at: int, last: int) -> _Value | None:
    found = _SPACED.search(search.text, at, last)
    value = _VALUE.search(search.text, at, last)
    if value is None:
        return None
    if found and found.start() <= value.start():
        return _Value(*found.span(), found[0], quoted=False)
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
            return _Value(found.start(), found.end(), "", quoted=False)
    return _Value(start, end, search.text[start:end], quoted)


def _ends_with(pattern: str, gap: str) -> bool:
    return (
        bool(pattern)
        and re.search(
            pattern + r"\s*[:=]?\s*(?:plutot |donc |toujours |still |just |simply |now )?\s*\Z", gap
        )
        is not None
    )


def _accept(search: Search, value: _Value, place: _Place) -> bool:
    text = value.text
    if not text or not search.free(value.start, value.end) or search.placeholder(text):
        return False
    if search.flat[value.start : value.end] in search.settings.prose.never or _ADDRESS.search(text):
        return False
    odd = _odd(text, said=place.said or place.mode == _LOGIN)
    if place.mode == _DOOR:
        year = _YEAR.fullmatch(text) and not place.told
        near = len(place.gap) <= 60 and not re.search(r"\d", place.gap)
        return bool(_CODE.fullmatch(text)) and not year and (near or place.said)
    if place.mode == _NETWORK:
        return odd and place.said and not place.joined and len(text) >= 8
    if place.mode == _LOGIN:
        return _PAIR.search(place.gap) is not None and odd and len(place.gap) <= 50
    if value.quoted:
        count = len(text.split())
        plain = place.said and (place.told or place.system or count > 1) and count <= 7
        return odd or (plain and len(text) > 3)
    if odd:
        return place.said or len(text) >= 6
    return _accept_plain(search, value, place)


def _accept_plain(search: Search, value: _Value, place: _Place) -> bool:
    """Judge a bare number or a plain word."""
    text = value.text
    if text.isdigit():
        return place.said and len(text) >= 4 and not _YEAR.fullmatch(text)
    if not place.system or not re.fullmatch(r"[^\W\d_]{5,}!?", text):
        return False
    if not _alone(search, value.end):
        return False
    return place.told or place.listed or (place.said and not place.joined and not _quality(text))


def _quality(word: str) -> bool:
    """Say whether a word ends as participles and adjectives do that follow "is"."""
    return _ENDING.search(word.lower()) is not None


def _alone(search: Search, end: int) -> bool:
    """Say whether a plain word ends its clause, as a password told in prose does."""
    return re.match(r"\s*(?:[.,;!?)»\n(]|\Z|[^\w\s])", search.text[end : end + 4]) is not None


def _odd(text: str, *, said: bool) -> bool:
    """Say whether a string mixes letters, digits and signs as passwords do and words do not.

    One that is `said` to be the password may be simpler than one that stands farther off.
    """
    low = text.lower()
    if _ORDINARY.fullmatch(low) or _NAMES.fullmatch(low) or (not said and _FAR.fullmatch(low)):
        return False
    if any(c.isalpha() for c in text) and any(c.isdigit() for c in text):
        return True
    signs = re.search(r"[#@!$%&*+=?_^~§]", text)
    if signs and any(c.isalpha() for c in text) and len(text) > 5 and text[0] not in "#@":
        return not re.fullmatch(r"[\w'-]+[!?]*", text) or "_" in text.strip("_")
    return re.fullmatch(r"[A-Z]?[a-z]+(?:[A-Z][a-z]+)+[!?]?", text) is not None


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
        and (_odd(text, said=True) or group < 6)
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
    if mode == _LOGIN and ":" not in head:
        return
    if not told and ":" not in head and len(head) > _RECIPE:
        return
    begin = told.end() if told else start
    begin += len(flat[begin:last]) - len(flat[begin:last].lstrip(" :"))
    stop = re.compile(r"[.;!?]|,\s(?=[^,]{12})").search(flat, found.end(), last)
    end = stop.start() if stop else last
    if search.free(begin, end):
        search.add("password", begin, end, 0.6, "hint")
