"""Number plates of French and British vehicles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from charter_lint.match.identifiers.view import View

# SIV since 2009: no I, O, U; SS never, WW and W are provisional. Before it FNI: number, letters,
# place.
_SIV = re.compile(
    r"(?<![\w-])(?!SS)([A-HJ-NP-TV-Z]{2})([- ._]{0,3})(?!000)(\d{3})([- ._]{0,3})(?!SS)"
    r"([A-HJ-NP-TV-Z]{2})(?![\w-]|\.\w)"
)
_SIV_LOWER = re.compile(_SIV.pattern, re.IGNORECASE)
_FNI = re.compile(
    r"(?<![\w-])\d{1,4}([- ]?)[A-HJ-NP-TV-Z]{2,3}\1(?:0[1-9]|[1-8]\d|9[0-5]|2[AB])(?![\w-])"
)
# DVLA since 2001: area, age mark 02 to 29 or 51 to 79, three letters; I and Q never, Z not first.
_UK = re.compile(
    r"(?<![\w-])([A-HJ-PR-Y][A-HJ-PR-Y])(0[1-9]|[12]\d|[5-7]\d)([- ]?)([A-HJ-PR-Z]{3})(?![\w-])"
)
_UK_LOWER = re.compile(_UK.pattern, re.IGNORECASE)
_UK_OLD = re.compile(r"(?<![\w-])[A-HJ-NP-TV-Y]\d{1,3} ?[A-HJ-PR-Y]{3}(?![\w-])")
_HYPHENS, _SPACES, _GLUED, _LOWER = 0.6, 0.45, 0.3, 0.3


def find_plates(view: View) -> None:
    """Add plates; only the hyphened French shape stands without a cue."""
    for pattern, lower in ((_SIV, False), (_SIV_LOWER, True)):
        for found in pattern.finditer(view.text):
            same = found[2].strip() == found[4].strip()
            if not same or not view.free(*found.span()):
                continue
            base = (
                _LOWER
                if lower
                else _HYPHENS
                if "-" in found[2]
                else _SPACES
                if found[2]
                else _GLUED
            )
            _add(view, "plate-fr", found, base)
    for found in _FNI.finditer(view.text):
        if view.free(*found.span()):
            _add(view, "plate-fr", found, _GLUED)
    for pattern, base in ((_UK, _SPACES), (_UK_LOWER, _LOWER), (_UK_OLD, 0.25)):
        for found in pattern.finditer(view.text):
            if view.free(*found.span()):
                _add(view, "plate-uk", found, base if " " in found[0] else min(base, _GLUED))


def _add(view: View, kind: str, found: re.Match[str], base: float) -> None:
    number = re.sub(r"[\W_]", "", found[0]).upper()
    if view.add(kind, *found.span(), number, base, "shape") >= base:
        view.claim(*found.span())
