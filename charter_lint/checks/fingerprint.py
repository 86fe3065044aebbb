"""Fingerprint: passages copied from confidential documents."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from charter_lint.checks.base import CannotRun, Match
from charter_lint.checks.base import Options as Common

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.checks.base import Needs
    from charter_lint.match.fingerprints import Lookup
    from charter_lint.match.scan import Scan

VALUES: tuple[str, ...] = ("label",)
"""Placeholders that this kind fills in a rule's messages."""


class Options(Common, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Flags copies from the index that the charter's `fingerprints` names; {label} is the document.

    Without an index it never runs.
    """


class Plan(msgspec.Struct, frozen=True, array_like=True):
    """The index's path."""

    index: str


def plan(options: Options, needs: Needs) -> Plan:  # noqa: ARG001  (every kind has both)
    """Plan the check: with an index it runs on every draft."""
    path = needs.file("fingerprints")
    if path:
        needs.gate([])
    return Plan(path)


def find(plan: Plan, scan: Scan) -> Iterator[Match]:
    """Give the copied passages; raises CannotRun without a usable index and pepper."""
    from charter_lint.match import fingerprints  # noqa: PLC0415  (only where an index is named)
    from charter_lint.match.errors import VaultError  # noqa: PLC0415
    from charter_lint.match.pepper import need_pepper  # noqa: PLC0415

    try:
        changed = Path(plan.index).stat().st_mtime if Path(plan.index).exists() else 0.0
        lookup = _lookup(plan.index, changed, need_pepper(""))
        found = fingerprints.find(scan.draft, lookup)
    except VaultError as error:
        raise CannotRun("fingerprints", f"confidentiality.{error.problem}", error.values) from None
    for each in found:
        yield Match(each.span, values=(("label", each.normal),), confidence=each.confidence)


@lru_cache(maxsize=4)
def _lookup(path: str, changed: float, pepper: bytes) -> Lookup:  # noqa: ARG001  (read anew when changed)
    from charter_lint.match.fingerprints import open_index  # noqa: PLC0415

    return open_index(Path(path), pepper)
