"""French social security numbers (NIR): structure and key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from charter_lint.match.identifiers.checksums import nir

if TYPE_CHECKING:
    from charter_lint.match.identifiers.chains import Chain
    from charter_lint.match.identifiers.view import View

# Sex, year, month (20 to 42 and 50 up where the register does not know it), place, rank, key.
_SHAPE = re.compile(r"[1-478]\d\d(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d\d|2[AB])\d{6}(?:\d\d)?")
_CORSICA = re.compile(
    r"(?<![\w])[1-478]\W{0,2}\d\d\W{0,2}(?:0[1-9]|1[0-2]|"
    r"[2-9]\d)\W{0,2}2\W?[ABab]\W{0,2}\d{3}\W{0,2}\d{3}(?:\W{0,3}\d\d)?(?!\w)"
)
_STANDARD = frozenset(
    {
        (1, 2, 2, 2, 3, 3, 2),
        (1, 2, 2, 2, 3, 3),
        (13, 2),
        (15,),
        (13,),
        (1, 2, 2, 2, 6, 2),
        (3, 2, 2, 3, 3, 2),
        (1, 4, 2, 3, 3, 2),
        (1, 2, 2, 5, 3, 2),
    }
)
_VALID, _FAILING, _KEYLESS = 0.9, 0.25, 0.3
_FULL = 15


def find_nirs(view: View, chains: list[Chain]) -> None:
    """Add the social security numbers; without or with a failing key they need a cue."""
    for found in _CORSICA.finditer(view.text):
        if view.free(*found.span()):
            _judge(view, re.sub(r"\W", "", found[0]).upper(), *found.span(), grouped=True)
    for chain in chains:
        for window in chain.windows(13, 15):
            if len(window.digits) == 14 or not _SHAPE.fullmatch(window.digits):
                continue
            if not window.coherent(_STANDARD) or not view.free(window.start, window.end):
                continue
            grouped = window.sizes in _STANDARD and len(window.sizes) > 2
            _judge(view, window.digits, window.start, window.end, grouped=grouped)


def _judge(view: View, number: str, start: int, end: int, *, grouped: bool) -> None:
    if len(number) == _FULL and nir(number):
        view.add("nir", start, end, number, _VALID, "shape", "checksum")
        view.claim(start, end)
        return
    base = _FAILING if len(number) == _FULL else _KEYLESS
    score = view.add("nir", start, end, number, base + 0.05 * grouped, "shape", "failing")
    if score > base + 0.1:
        view.claim(start, end)
