"""Passwords and door codes told in a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from charter_lint.match.cues import compiled

if TYPE_CHECKING:
    from charter_lint.match.secrets.search import Search

_REACH = 110  # characters of a sentence in which a value may follow its cue
_QUOTED = r"«\s?([^«»\n]{3,60}?)\s?»|\"([^\"\n]{3,60})\"|'([^'\s]{3,60})'|`([^`\n]{3,60})`|\*\*([^*\n]{3,60})\*\*"
_VALUE = re.compile(rf"(?:{_QUOTED}|([^\s«»\"`]{{3,80}}))")
_TRIM = ".,;:!?)…'’»"
_ORDINARY = re.compile(
    r"(?:\d+(?:[.,:/h-]\d+)*(?:e|er|ere|eme|st|nd|rd|th|h|min|mn|s|j|km|m|cm|kg|g|go|mo|gb|mb|k|am|pm|€|%|\$|£|v|x|d|p)?s?"
    r"|(?:19|20)\d\d|[a-z]{1,3}\d|\d[a-z]{1,2}|[a-z]*-?\d{1,2}|covid-?19|\d+[/-][a-z]+|v?\d+(?:\.\d+)+|windows\d+|iphone\d+|[a-z]+\d[a-z]?)"
)
_NAMES = re.compile(
    r"(?:wpa|wep|sha|md|utf|ipv|http|mp|h|usb|win|rj|cat|iso|rfc|web|oauth|saml|fido)-?\d+\w*"
)
_JOIN = re.compile(r"\s*(?:[:=]|=>|->|→|-|–|\()\s*\Z")


class _Value(NamedTuple):
    start: int
    end: int
    text: str
    quoted: bool


def find_told(search: Search) -> None:
    """Add passwords by what introduces them: a colon, "is", quotes, "as the password"."""
    prose = search.settings.prose
    for pattern, door in ((prose.password, False), (prose.code, True), (prose.login, None)):
        if not pattern:
            continue
        for cue in compiled(pattern).finditer(search.flat):
            first, last = _sentence(search, cue.start(), cue.end())
            whole = search.flat[first:last]
            if prose.generic and compiled(prose.generic).search(whole):
                continue
            if door and not compiled(prose.opens).search(whole):
                continue
            _after(search, cue.end(), min(last, cue.end() + _REACH), whole, door=door)
    if prose.as_:
        for cue in compiled(prose.as_).finditer(search.flat):
            _before(search, cue.start())


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


def _after(search: Search, start: int, last: int, whole: str, *, door: bool | None) -> None:
    prose, flat = search.settings.prose, search.flat
    system = bool(compiled(prose.system).search(whole))
    at = start
    while at < last:
        value = _next(search, at, last)
        if value is None:
            return
        gap = flat[start : value.start]
        joined = bool(_JOIN.search(gap)) or value.start - start <= 1
        said = joined or _ends_with(prose.is_, gap)
        told = bool(re.search(r"[:=(]\s*\Z|=>\s*\Z|->\s*\Z|→\s*\Z", gap)) or _ends_with(
            prose.tells, gap
        )
        if _accept(search, value, said=said, told=told, door=door, system=system, gap=gap):
            confidence = 0.9 if said or value.quoted else 0.7
            search.add("password", value.start, value.end, confidence, "cue")
            return
        at = value.end
    if prose.hint and door is False:
        _hint(search, start, last)


def _next(search: Search, at: int, last: int) -> _Value | None:
    found = _VALUE.search(search.text, at, last)
    if found is None:
        return None
    group = next(i for i, g in enumerate(found.groups(), 1) if g is not None)
    start, end = found.span(group)
    quoted = group < 6  # noqa: PLR2004
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


def _accept(
    search: Search,
    value: _Value,
    *,
    said: bool,
    told: bool,
    door: bool | None,
    system: bool,
    gap: str,
) -> bool:
    prose, text = search.settings.prose, value.text
    low = search.flat[value.start : value.end]
    if not text or not search.free(value.start, value.end) or search.placeholder(text):
        return False
    if (
        low in prose.never
        or "@" in text
        and re.fullmatch(r"[\w.+-]+@[\w.-]+\.\w+", text)
        or "://" in text
    ):
        return False
    odd = _odd(text)
    if door:
        code = re.fullmatch(
            r"[A-Za-z]?\d{3,8}[A-Za-z#*]?|\d{1,3}[A-Za-z]\d{1,4}|[A-Z]\d{2,5}[A-Z]?", text
        )
        year = re.fullmatch(r"(?:19|20)\d\d", text) and not told
        near = len(gap) <= 60 and not re.search(r"\d", gap)  # noqa: PLR2004
        return bool(code) and not year and near
    if door is None:
        pair = re.search(r"\S+\s*/\s*\Z|\S\s+et\s+\Z|\S\s+and\s+\Z", gap) is not None
        return pair and odd and len(gap) <= 50  # noqa: PLR2004
    if value.quoted:
        return said and (odd or len(text.split()) <= 4 and (told or system) and len(text) > 3)  # noqa: PLR2004
    if odd:
        return said or len(text) >= 6  # noqa: PLR2004
    if text.isdigit():
        return said and len(text) >= 4 and not re.fullmatch(r"(?:19|20)\d\d", text)  # noqa: PLR2004
    return told and system and text.isalpha() and len(text) > 4 and _alone(search, value.end)  # noqa: PLR2004


def _alone(search: Search, end: int) -> bool:
    """Say whether a plain word ends its clause, as a password told in prose does."""
    return re.match(r"\s*(?:[.,;!?)»\n(]|\Z|[^\w\s])", search.text[end : end + 4]) is not None


def _odd(text: str) -> bool:
    """Say whether a string mixes letters, digits and signs as passwords do and words do not."""
    low = text.lower()
    if _ORDINARY.fullmatch(low) or _NAMES.fullmatch(low):
        return bool(re.fullmatch(r"[a-z]{4,}\d{2,}", low)) and not _NAMES.fullmatch(low)
    letters, digits = any(c.isalpha() for c in text), any(c.isdigit() for c in text)
    signs = re.search(r"[#@!$%&*+=?_^~§]", text)
    if letters and digits:
        return True
    if signs and letters and len(text) > 5 and not text.startswith(("#", "@")):  # noqa: PLR2004
        return not re.fullmatch(r"[\w'-]+[!?]*", text) or "_" in text.strip("_")
    return bool(re.fullmatch(r"[a-z]+(?:[A-Z][a-z]+)+[!?]?|[A-Z][a-z]+(?:[A-Z][a-z]+)+", text))


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
    if search.free(start, stop) and not search.placeholder(text) and (_odd(text) or group < 6):  # noqa: PLR2004
        search.add("password", start, start + len(text), 0.8, "cue")


def _hint(search: Search, start: int, last: int) -> None:
    """Add a recipe for a password, as the dog's name followed by the year."""
    prose, flat = search.settings.prose, search.flat
    found = compiled(prose.hint).search(flat, start, last)
    if found is None or not compiled(prose.hint_values).search(flat, start, last):
        return
    told = (
        compiled(prose.is_).search(flat, start, found.start()) or ":" in flat[start : found.start()]
    )
    if told:
        begin = start + len(flat[start:last]) - len(flat[start:last].lstrip(" :"))
        if search.free(begin, last):
            search.add("password", begin, last, 0.6, "hint")
