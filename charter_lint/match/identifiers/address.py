"""Postal addresses: number and street, perhaps with postcode and town."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from charter_lint.match.identifiers.view import View

_WORD = r"[A-ZÀ-Ý][A-Za-zÀ-ÿ'-]*"
_NAME = rf"(?:{_WORD}|\d{{1,2}}(?:er)? {_WORD}|[a-zà-ÿ]'{_WORD})"
_FULL_PARTS = ("town", "town2", "post", "post2", "post3", "post4")
_STREET, _FULL = 0.3, 0.5
_UK_POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}"
_STATES = (
    "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]"
    "|T[NX]|UT|V[AT]|W[AIVY]"
)
_US_PLACE = rf"(?:{_STATES}),? \d{{5}}(?:-\d{{4}})?"


def find_addresses(view: View) -> None:
    """Add addresses; a street alone needs a cue that somebody lives there."""
    words = view.settings.words
    patterns = [
        french(words.streets_fr, words.street_links, words.flats_fr),
        english(words.streets_en, words.flats_en),
    ]
    if re.search(_UK_POSTCODE, view.text):
        patterns.append(named_house(words.streets_en))
    for pattern in patterns:
        for found in pattern.finditer(view.text):
            start, end = found.span()
            if not view.free(start, end):
                continue
            full = any(found.groupdict().get(g) for g in _FULL_PARTS)
            normal = re.sub(r"[\s,]+", " ", found[0]).casefold()
            base = _FULL if full else _STREET
            if view.add("address", start, end, normal, base, "shape") >= _STREET:
                view.claim(start, end)


def _any(words: tuple[str, ...]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or r"(?!)"


@cache
def french(
    kinds: tuple[str, ...], links: tuple[str, ...], flats: tuple[str, ...]
) -> re.Pattern[str]:
    """Give the pattern of a French address: number, kind of street, name, postcode, town.

    With postcode and town the name may be in lower case; a lieu-dit needs no number.
    """
    street = _any(kinds)
    link = rf"(?:{_any(links)})"
    number = r"(?<![\w.,/-])\d{1,4}(?:\s?(?:bis|ter|quater|[A-D]))?(?:\s?[-/]\s?\d{1,4})?,?\s"
    inside = rf"(?:,?\s(?:{_any(flats)})\.? ?\w{{1,3}})?"
    town = rf"{_WORD}(?:[ -]{_WORD}|[ -]{link}[ -]{_WORD}){{0,3}}"
    post = r"(?:[-–(]\s?)?\d{2}\s?\d{3}(?!\d)"
    low = r"[a-zà-ÿ'-]{2,20}"
    return re.compile(
        rf"{number}(?i:{street})\s(?:{link}\s?){{0,2}}{_NAME}(?:\s"
        rf"(?:{link}\s?){{0,2}}{_NAME}){{0,4}}"
        rf"(?P<town>{inside},?\s*{post}(?:,?\s{town})?)?"
        rf"|(?:{number}(?i:{street})(?:\s{low}){{1,5}}|[Ll]ieu-dit\s"
        rf"(?:{link}\s?)?{_NAME}(?:\s{_NAME}){{0,3}})"
        rf"(?P<town2>,?\s*{post}\s{town})"
    )


@cache
def english(kinds: tuple[str, ...], flats: tuple[str, ...]) -> re.Pattern[str]:
    """Give the pattern of a British or American address: number, name, kind, town, postcode.

    With a postcode the kind of street, or its capitals may be missing.
    """
    street = _any(kinds)
    flat = rf"(?:(?i:(?:{_any(flats)})\.?|#) ?\w{{1,4}})"
    town = rf"(?:(?:,|\n)\s*(?:{flat}|{_WORD}(?: {_WORD}){{0,2}})){{0,3}}"
    first, second = (rf",?\s*(?P<{g}>{_UK_POSTCODE}|{_US_PLACE})(?!\w)" for g in ("post", "post2"))
    number = r"(?<![\w.,/£$€-])\d{1,5}[A-Da-d]?,? "
    low = r"[a-z][a-z'-]{2,20}"
    return re.compile(
        rf"(?:(?<!\w){flat},? )?{number}(?:"
        rf"(?:[NSEW]\.? )?(?:St\.? )?{_WORD}(?:\.? {_WORD}){{0,3}}{town}{first}"
        rf"|(?:[NSEW]\.? )?(?:{_WORD}\.? ){{1,3}}(?i:{street})(?![\w'])(?:,? {flat})?"
        rf"(?:{town}{second})?"
        rf"|(?:{low} ){{1,3}}(?:{street})(?:,? {low}){{0,3}},? (?P<post3>(?i:{_UK_POSTCODE}))"
        rf"(?!\w))"
    )


@cache
def named_house(kinds: tuple[str, ...]) -> re.Pattern[str]:
    """Give the pattern of a British address whose house has a name instead of a number."""
    street = _any(kinds)
    return re.compile(
        rf"(?<!\w){_WORD}(?: {_WORD}){{0,3}}, (?:{_WORD} ){{1,2}}(?i:{street})"
        rf"(?:,\s*{_WORD}(?: {_WORD}){{0,2}}){{0,3}},?\s*(?P<post4>{_UK_POSTCODE})(?!\w)"
    )
