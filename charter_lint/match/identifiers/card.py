"""Payment cards: prefix and length of a brand, and Luhn's check digit."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from charter_lint.match.identifiers.checksums import luhn

if TYPE_CHECKING:
    from charter_lint.match.identifiers.chains import Chain
    from charter_lint.match.identifiers.view import View

# ISO/IEC 7812 issuer ranges: Visa, Mastercard, American Express, Discover, Diners, JCB, UnionPay,
# Maestro.
_BRANDS = re.compile(
    r"4\d{15}|4\d{18}|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}|3[47]\d{13}"
    r"|6(?:011|5\d\d|4[4-9]\d)\d{12}|3(?:0[0-5]|[68]\d)\d{11}|35(?:2[89]|[3-8]\d)\d{12}"
    r"|62\d{14,17}|(?:50|5[6-9]|6[37])\d{14}"
)
_STANDARD = frozenset({(4, 4, 4, 4), (4, 6, 5), (4, 6, 4), (16,), (15,), (14,), (4, 4, 4, 4, 3)})
_GROUPED, _PLAIN, _OTHER, _FAILING = 0.8, 0.7, 0.55, 0.25


def find_cards(view: View, chains: list[Chain]) -> None:
    """Add the payment cards of all chains; a failing check digit needs a cue beside it."""
    for chain in chains:
        for window in chain.windows(14, 19):
            if not _BRANDS.fullmatch(window.digits) or not window.coherent(_STANDARD):
                continue
            if not view.free(window.start, window.end):
                continue
            grouped = window.sizes in _STANDARD and len(window.sizes) > 1
            if luhn(window.digits):
                base = _GROUPED if grouped else _PLAIN if window.sizes in _STANDARD else _OTHER
                view.add("card", window.start, window.end, window.digits, base, "shape", "checksum")
                view.claim(window.start, window.end)
            elif grouped and window.digits[0] in "45" and len(window.digits) == 16:
                score = view.add(
                    "card", window.start, window.end, window.digits, _FAILING, "shape", "failing"
                )
                if score >= _FAILING:
                    view.claim(window.start, window.end)
