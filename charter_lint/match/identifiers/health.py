"""NHS numbers: ten digits with a check digit, beside a cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from charter_lint.match.identifiers.checksums import nhs

if TYPE_CHECKING:
    from charter_lint.match.identifiers.chains import Chain
    from charter_lint.match.identifiers.view import View

_STANDARD = frozenset({(10,), (3, 3, 4), (3, 7)})
_VALID, _FAILING = 0.55, 0.25


def find_nhs(view: View, chains: list[Chain]) -> None:
    """Add NHS numbers; without the word NHS nearby ten digits are not one."""
    for chain in chains:
        for window in chain.windows(10, 10):
            if not window.coherent(_STANDARD) or not view.free(window.start, window.end):
                continue
            if "cue" in view.weigh("nhs", window.start, window.end)[1]:
                valid = nhs(window.digits)
                view.add(
                    "nhs",
                    window.start,
                    window.end,
                    window.digits,
                    _VALID if valid else _FAILING,
                    "shape",
                    "checksum" if valid else "failing",
                )
                view.claim(window.start, window.end)
