"""Passports and identity cards: short numbers that mean nothing without their name beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from charter_lint.match.cues import compiled

if TYPE_CHECKING:
    from charter_lint.match.identifiers.view import View

_PART = r"(?=\w*\d)[A-Z0-9]+"
_NUMBER = re.compile(
    rf"(?<!\w)(?:{_PART}|[A-Z]{{1,2}}(?=[ -]?\d))(?:[ .\-/]?(?:{_PART}|[A-Z]{{2}}\b)){{0,8}}(?!\w)"
)
# French passport 2 digits 2 letters 5 digits, British 9 digits, American 9 digits or letter and 8,
# other countries 1 or 2 letters and 6 to 8 digits (ICAO Doc 9303 leaves at most 9 characters).
_PASSPORT = re.compile(r"\d{2}[A-Z]{2}\d{5}|\d{9}|[A-Z]\d{8}|[A-Z]{2}\d{6,7}|[CFGHJK][A-Z0-9]{8}")
# French card since 2021: 9 characters; before: 12 digits; permits and licences likewise; the
# British licence: 5 letters or 9s, 6 digits, 2 initials, 3 characters; an American one letter
# and 7 to 14 digits.
_CARD = re.compile(
    r"(?=.*\d.*\d)[A-Z0-9]{9}|\d{12}|[A-Z9]{5}\d{6}[A-Z9]{2}\w{3}|[A-Z]\d{7,14}|"
    r"\d{2}[A-Z]{2}\d{5}|\d{10}|[A-Z]{2}\d{7}|\d{4}[A-Z0-9]{2,4}\d{5,6}"
)
_BASE = 0.3
_REACH = 1  # the cue may stand in the sentence before


def find_documents(view: View) -> None:
    """Add numbers of passports, identity cards, permits and licences that stand near their cue."""
    cues = [view.settings.cues[k].cue for k in ("passport", "id-card") if k in view.settings.cues]
    if not any(compiled(cue).search(view.flat) for cue in cues if cue):
        return
    for found in _NUMBER.finditer(view.text):
        if not view.free(*found.span()):
            continue
        number = re.sub(r"\W", "", found[0])
        for kind, shape in (("passport", _PASSPORT), ("id-card", _CARD)):
            fits = shape.fullmatch(number)
            if fits and "cue" in view.weigh(kind, *found.span(), reach=_REACH)[1]:
                view.add(kind, *found.span(), number, _BASE, "shape", reach=_REACH)
                view.claim(*found.span())
                break
