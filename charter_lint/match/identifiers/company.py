"""Numbers of companies: SIRET, SIREN and VAT."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from charter_lint.match.identifiers import checksums

if TYPE_CHECKING:
    from charter_lint.match.identifiers.chains import Chain
    from charter_lint.match.identifiers.view import View

_SIRET = frozenset({(14,), (3, 3, 3, 5), (9, 5), (3, 3, 3, 2, 3)})
_SIREN = frozenset({(9,), (3, 3, 3)})
_VAT = re.compile(
    r"(?<![\w])(?:FR[ .\-]?[0-9A-HJ-NP-Z]{2}(?:[ .\-]?\d){9}|GB(?:[ .\-]?\d){9}(?:"
    r"(?:[ .\-]?\d){3})?"
    r"|BE[ .\-]?[01](?:[ .\-]?\d){9}|DE(?:[ .\-]?\d){9}|IT(?:[ .\-]?\d){11}|"
    r"ES[ .\-]?[A-Z0-9]\d{7}[A-Z0-9]"
    r"|NL[ .\-]?\d{9}B\d\d|IE[ .\-]?\d{7}[A-W][A-I]?|LU[ .\-]?\d{8}|ATU\d{8}|PT\d{9})(?![\w])",
    re.IGNORECASE,
)
_SURE, _LIKELY, _WEAK, _NEEDS_CUE = 0.65, 0.6, 0.3, 0.2


def find_vat(view: View) -> None:
    """Add VAT numbers; where a country's check digits fail, a cue is needed."""
    for found in _VAT.finditer(view.text):
        number = re.sub(r"\W", "", found[0]).upper()
        if view.free(*found.span()):
            valid = _vat_valid(number)
            base = _SURE if valid else _WEAK if valid is None else _NEEDS_CUE + 0.05
            score = view.add(
                "vat", *found.span(), number, base, "shape", "checksum" if valid else "format"
            )
            if valid or score > _WEAK:
                view.claim(*found.span())


def _vat_valid(number: str) -> bool | None:
    digits = number[2:]
    if number.startswith("FR"):
        return checksums.vat_fr(number)
    if number.startswith("GB"):
        return checksums.vat_gb(digits[:9])
    if number.startswith("BE"):
        return checksums.vat_be(digits)
    if number.startswith("DE"):
        return checksums.vat_de(digits)
    return None


def find_companies(view: View, chains: list[Chain]) -> None:
    """Add SIRET numbers by their check digit, SIREN numbers only beside a cue."""
    for chain in chains:
        for window in chain.windows(14, 14):
            if (
                checksums.siret(window.digits)
                and window.coherent(_SIRET)
                and view.free(window.start, window.end)
            ):
                grouped = window.sizes in _SIRET and len(window.sizes) > 1
                base = _LIKELY if grouped else 0.5
                view.add(
                    "siret", window.start, window.end, window.digits, base, "shape", "checksum"
                )
                view.claim(window.start, window.end)
        for window in chain.windows(9, 9):
            if (
                checksums.siren(window.digits)
                and window.coherent(_SIREN)
                and view.free(window.start, window.end)
            ):
                score = view.add(
                    "siren", window.start, window.end, window.digits, _WEAK, "checksum"
                )
                if score > _WEAK:
                    view.claim(window.start, window.end)
