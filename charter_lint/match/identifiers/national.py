"""British national insurance numbers and American social security numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from charter_lint.match.identifiers.chains import Chain
    from charter_lint.match.identifiers.view import View

# HMRC's NIM39110: D F I Q U V never, O not second; BG GB KN NK NT TN ZZ not given out.
_NINO = re.compile(
    r"(?<![\w])(?!BG|GB|KN|NK|NT|ZZ)([A-CEGHJ-OPQR-TW-Z][A-CEGHJ-OPQR-TW-Z])([ ./_-]{0,3})"
    r"([0-9OIl]{2})([ ./_-]{0,3})([0-9OIl]{2})([ ./_-]{0,3})([0-9OIl]{2})[ ./_-]{0,3}([A-D])"
    r"(?![\w])",
    re.IGNORECASE,
)
_SSN = re.compile(r"(?<![\w.-])([0-9OIl]{3})([-. /_])\s?([0-9OIl]{2})\2\s?([0-9OIl]{4})(?![\w-])")
_DIGITS = str.maketrans("OIlo", "0110")
_NINO_STANDARD, _NINO_LOWER = 0.65, 0.3
_HYPHENS, _SPACES, _PLAIN = 0.6, 0.35, 0.25


def find_ninos(view: View) -> None:
    """Add national insurance numbers."""
    for found in _NINO.finditer(view.text):
        if not view.free(*found.span()):
            continue
        digits = (found[3] + found[5] + found[7]).translate(_DIGITS)
        if not digits.isdigit():
            continue
        number = found[1].upper() + digits + found[8].upper()
        base = _NINO_STANDARD if found[1].isupper() and found[8].isupper() else _NINO_LOWER
        if view.add("nino", *found.span(), number, base, "shape") >= base:
            view.claim(*found.span())


def find_ssns(view: View, chains: list[Chain]) -> None:
    """Add social security numbers: 3-2-4 digits, or nine digits beside a cue."""
    for found in _SSN.finditer(view.text):
        digits = (found[1] + found[3] + found[4]).translate(_DIGITS)
        if (
            not digits.isdigit()
            or not view.free(*found.span())
            or digits[3:5] == "00"
            or digits[5:] == "0000"
        ):
            continue
        base = _HYPHENS if found[2] in "-." else _SPACES
        if (
            view.add("ssn", *found.span(), digits, base, "shape") >= _SPACES + 0.1
            or found[2] == "-"
        ):
            view.claim(*found.span())
    for chain in chains:
        for window in chain.windows(9, 9):
            if not window.coherent(frozenset({(9,), (3, 2, 4)})) or not view.free(
                window.start, window.end
            ):
                continue
            score = view.add("ssn", window.start, window.end, window.digits, _PLAIN, "shape")
            if score >= 0.6:
                view.claim(window.start, window.end)
