"""Postal addresses: number and street, perhaps with postcode and town."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from charter_lint.match.identifiers.view import View

_WORD = r"[A-ZÀ-Ý][A-Za-zÀ-ÿ'-]*"
_LINK = r"(?:de la|de l'|des|du|de|d'|la|le|les|l'|aux?|à|en|sur|sous|lès|et)"
_NAME = rf"(?:{_WORD}|\d{{1,2}}(?:er)? {_WORD}|[a-zà-ÿ]'{_WORD})"
_STREET, _FULL = 0.3, 0.5
_UK_POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}"
_US_PLACE = r"[A-Z]{2},? \d{5}(?:-\d{4})?"


def find_addresses(view: View) -> None:
    """Add addresses; a street alone needs a cue that somebody lives there."""
    words = view.settings.words
    for pattern in (french(words.streets_fr), english(words.streets_en)):
        for found in pattern.finditer(view.text):
            start, end = found.span()
            if not view.free(start, end):
                continue
            full = any(found.groupdict().get(g) for g in ("town", "post", "post2"))
            normal = re.sub(r"[\s,]+", " ", found[0]).casefold()
            base = _FULL if full else _STREET
            if view.add("address", start, end, normal, base, "shape") >= _STREET:
                view.claim(start, end)


@cache
def french(kinds: tuple[str, ...]) -> re.Pattern[str]:
    """Give the pattern of a French address: number, kind of street, name, postcode, town."""
    street = "|".join(sorted(map(re.escape, kinds), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,/-])\d{{1,4}}(?:\s?(?:bis|ter|quater|[A-D]))?(?:\s?[-/]\s?\d{{1,4}})?,?\s"
        rf"(?i:{street})"
        rf"\s(?:{_LINK}\s?){{0,2}}{_NAME}(?:\s(?:{_LINK}\s?){{0,2}}{_NAME}){{0,4}}"
        rf"(?P<town>(?:,?\s(?:Bât|bât|Apt|apt|appt|étage|Esc|esc)\.? ?\w{{1,3}})?,?\s*(?:[-–"
        rf"(]\s?)?\d{{2}}\s?\d{{3}}(?!\d)(?:,?\s{_WORD}(?:[ -]{_WORD}|"
        rf"[ -]{_LINK}[ -]{_WORD}){{0,3}})?)?"
    )


@cache
def english(kinds: tuple[str, ...]) -> re.Pattern[str]:
    """Give the pattern of a British or American address: number, name, kind, town, postcode.

    With a postcode the kind of street may be missing.
    """
    street = "|".join(sorted(map(re.escape, kinds), key=len, reverse=True))
    flat = r"(?:(?i:flat|apt\.?|apartment|unit|#) ?\w{1,4})"
    town = rf"(?:(?:,|\n)\s*(?:{flat}|{_WORD}(?: {_WORD}){{0,2}})){{0,3}}"
    first, second = (rf",?\s*(?P<{g}>{_UK_POSTCODE}|{_US_PLACE})(?!\w)" for g in ("post", "post2"))
    return re.compile(
        rf"(?:(?<!\w){flat},? )?(?<![\w.,/£$€-])\d{{1,5}}[A-Da-d]?,? (?:"
        rf"(?:[NSEW]\.? )?(?:St\.? )?{_WORD}(?:\.? {_WORD}){{0,3}}{town}{first}"
        rf"|(?:[NSEW]\.? )?(?:{_WORD}\.? ){{1,3}}(?i:{street})(?![\w'])(?:,? {flat})?"
        rf"(?:{town}{second})?)"
    )
