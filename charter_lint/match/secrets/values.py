"""Judging whether a string told in prose is a password."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from charter_lint.match.cues import compiled

if TYPE_CHECKING:
    from charter_lint.match.secrets.search import Search

_PAIR_REACH, _CODE_REACH = 50, 60  # characters between a login or a door and its code
_FAR_LEAST, _NETWORK_LEAST = 6, 8  # characters of a value that nothing introduces
_PHRASE_MOST, _PHRASE_LEAST = 7, 3  # words and characters of a quoted passphrase
_ORDINARY = re.compile(
    r"\d+(?:[.,:/h-]\d+)*(?:e|er|ere|eme|st|nd|rd|th|h|min|mn|s|j|km|m|cm|kg|g|go|mo|gb|mb|k|am"
    r"|pm|€|%|\$|£|v|x|d|p)?s?"
    r"|[a-z]{1,3}\d|\d[a-z]{1,2}|\d+[/-][a-z]+|v?\d+(?:\.\d+)+"
)
_FAR = re.compile(r"[a-z]*-?\d{1,2}|[a-z]+\d[a-z]?|covid-?\d+|windows-?\d+|iphone-?\d+|\d+-\w+")
_NAMES = re.compile(
    r"(?:wpa|wep|sha|md|utf|ipv|http|mp|h|usb|win|rj|cat|iso|rfc|web|oauth|saml|fido)-?\d+\w*"
)


class Value(NamedTuple):
    """A string of a draft that may be a password; offsets are folded ones."""

    start: int
    end: int
    text: str
    quoted: bool


class Place(msgspec.Struct, frozen=True):
    """How a value stands after its cue."""

    gap: str
    joined: bool
    said: bool
    told: bool
    listed: bool
    system: bool
    mode: str


PASSWORD, DOOR, LOGIN, NETWORK, ENTRY = "password", "door", "login", "network", "entry"
_PAIR = re.compile(r"\S+\s*/\s*\Z|\S\s+-\s+\Z|\S\s+(?:et|and)\s+\Z")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CODE = re.compile(
    r"[A-Za-z]?\d{3,8}[A-Za-z#*]?|\d{1,3}[A-Za-z]\d{1,4}|[A-Z]\d{2,5}[A-Z]?|"
    r"\d{2,4}(?: \d{2,4}){1,2}"
)
_ADDRESS = re.compile(r"^[\w.+-]+@[\w.-]+\.\w+$|://")


def accept(search: Search, value: Value, place: Place) -> bool:
    """Say whether a value at its place is what a password cue speaks of."""
    text = value.text
    if not text or not search.free(value.start, value.end) or search.placeholder(text):
        return False
    if search.flat[value.start : value.end] in search.settings.prose.never or _ADDRESS.search(text):
        return False
    if place.mode == PASSWORD:
        return _accept_password(search, value, place)
    odd = odd_string(text, said=place.said or place.mode == LOGIN)
    paired = _PAIR.search(place.gap) is not None and len(place.gap) <= _PAIR_REACH
    if place.mode == DOOR:
        year = _YEAR.fullmatch(text) and not place.told
        near = len(place.gap) <= _CODE_REACH and not re.search(r"\d", place.gap)
        return bool(_CODE.fullmatch(text)) and not year and (near or place.said)
    if place.mode == LOGIN:
        return odd and paired
    if place.mode == ENTRY:
        return odd and not place.gap.strip() and len(text) >= _FAR_LEAST
    return odd and len(text) >= _NETWORK_LEAST and (paired or (place.said and not place.joined))


def _accept_password(search: Search, value: Value, place: Place) -> bool:
    """Judge what follows the word "password" itself."""
    text = value.text
    odd = odd_string(text, said=place.said)
    if value.quoted:
        count = len(text.split())
        plain = place.said and (place.told or place.system or count > 1)
        return odd or (plain and count <= _PHRASE_MOST and len(text) > _PHRASE_LEAST)
    if odd:
        return place.said or len(text) >= _FAR_LEAST
    return _accept_plain(search, value, place)


def _accept_plain(search: Search, value: Value, place: Place) -> bool:
    """Judge a bare number or a plain word."""
    text = value.text
    if text.isdigit():
        return place.said and len(text) >= 4 and not _YEAR.fullmatch(text)
    if not place.system or not re.fullmatch(r"[^\W\d_]{5,}!?", text):
        return False
    if not _alone(search, value.end):
        return False
    return (
        place.told
        or place.listed
        or (place.said and not place.joined and not _quality(search, text))
    )


def _quality(search: Search, word: str) -> bool:
    """Say whether a word ends as participles and adjectives do that follow "is"."""
    ending = search.settings.prose.quality
    return bool(ending) and compiled(ending).search(word.casefold()) is not None


def _alone(search: Search, end: int) -> bool:
    """Say whether a plain word ends its clause, as a password told in prose does."""
    return re.match(r"\s*(?:[.,;!?)»\n(]|\Z|[^\w\s])", search.text[end : end + 4]) is not None


def odd_string(text: str, *, said: bool) -> bool:
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
