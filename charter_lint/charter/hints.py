"""Hints for a name that nobody knows: the nearest one, and the line with it in place."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from msgspec import structs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from charter_lint.charter.faults import Fault
    from charter_lint.charter.source import Keys, Source

_MOST_SHOWN = 40


def nearest(name: str, known: Iterable[str]) -> str:
    """Give the known name closest to the one written, "" where none is close."""
    found = get_close_matches(name, list(known), 1, 0.5)
    return found[0] if found else ""


def unknown(
    source: Source,
    problem: str,
    keys: Keys,
    name: str,
    known: Iterable[str],
    *,
    key: bool = False,
    sign: str = "",
) -> Fault:
    """Make the fault for an unknown name, with the corrected line where one name is near.

    `sign` is what stands before names of this sort in the text, as "@".
    """
    listed = sorted(known)
    near = nearest(name, listed)
    shown = ", ".join(listed) if len(listed) <= _MOST_SHOWN else ""
    fault = source.fault_of(problem, keys, {"name": name, "near": near, "known": shown}, key=key)
    at = fault.source.find(sign + name, max(0, fault.column - 1))
    if not near or at < 0:
        return fault
    fixed = fault.source[:at] + sign + near + fault.source[at + len(sign + name) :]
    return structs.replace(fault, fix=fixed)
