"""Sealed: code names of a lexicon that nobody can read, found by their keyed hashes."""

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
    from charter_lint.match.scan import Scan
    from charter_lint.match.sealed import Lexicon

VALUES: tuple[str, ...] = ("label",)
"""Placeholders that this kind fills in a rule's messages."""


class Options(Common, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Flags names of the lexicon that the charter's `sealed` names; without one it never runs.

    An entry's own severity and contact take the rule's place; {label} is what the entry says of
    itself.
    """


class Plan(msgspec.Struct, frozen=True, array_like=True):
    """The lexicon's path."""

    lexicon: str


def plan(options: Options, needs: Needs) -> Plan:  # noqa: ARG001  (every kind has both)
    """Plan the check: with a lexicon it runs on every draft."""
    path = needs.file("sealed")
    if path:
        needs.gate([])
    return Plan(path)


def find(plan: Plan, scan: Scan) -> Iterator[Match]:
    """Give the sealed names; raises CannotRun without a usable lexicon and pepper."""
    from charter_lint.match import sealed  # noqa: PLC0415  (only where a lexicon is named)
    from charter_lint.match.errors import VaultError  # noqa: PLC0415
    from charter_lint.match.pepper import need_pepper  # noqa: PLC0415

    try:
        lexicon = _lexicon(plan.lexicon, _changed(plan.lexicon))
        pepper = need_pepper("")
        found = sealed.find(scan.draft, lexicon, pepper, on=scan.draft.context.date)
    except VaultError as error:
        raise CannotRun("sealed", f"confidentiality.{error.problem}", error.values) from None
    for each in found:
        values = (("label", each.label), ("contact", each.contact))
        yield Match(each.span, values=values, severity=each.severity)


def _changed(path: str) -> float:
    try:
        return Path(path).stat().st_mtime
    except OSError:
        return 0.0


@lru_cache(maxsize=4)
def _lexicon(path: str, changed: float) -> Lexicon:  # noqa: ARG001  (a changed file is read anew)
    from charter_lint.match.sealed import open_lexicon  # noqa: PLC0415

    return open_lexicon(Path(path))
