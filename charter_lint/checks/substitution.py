"""Substitution: a phrase that has a better one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from charter_lint.checks.base import Match, match_of
from charter_lint.checks.base import Options as Common

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.checks.base import Needs
    from charter_lint.match.scan import Scan

Swaps = Annotated[dict[str, str], Meta(description="phrase: what to write instead")]


VALUES: tuple[str, ...] = ("replacement",)
"""Placeholders that this kind fills in a rule's messages."""


class Options(Common, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Flags each phrase and offers its replacement as {replacement}."""

    fr: Annotated[Swaps, Meta(description="French phrases with their replacements")] = {}
    en: Annotated[Swaps, Meta(description="English phrases with their replacements")] = {}
    any: Annotated[Swaps, Meta(description="phrases of no language with replacements")] = {}


class Plan(msgspec.Struct, frozen=True, array_like=True):
    """The term to look for, and the replacement of each of its phrases."""

    term: int
    replacements: tuple[str, ...]


def plan(options: Options, needs: Needs) -> Plan:
    """Plan the check: its phrases are its gate."""
    swaps = {"fr": options.fr, "en": options.en, "any": options.any}
    if not any(swaps.values()):
        needs.fault("no-phrases")
    term = needs.term({language: list(pairs) for language, pairs in swaps.items()})
    needs.gate([term])
    return Plan(term, tuple(new for pairs in swaps.values() for new in pairs.values()))


def find(plan: Plan, scan: Scan) -> Iterator[Match]:
    """Give the longest match at each place, with its replacement."""
    end = 0
    for hit in sorted(scan.hits(plan.term), key=lambda h: (h.first, -h.after)):
        if hit.first < end:
            continue
        end = hit.after
        values = (("replacement", plan.replacements[hit.branch]),)
        yield match_of(scan.draft, hit.first, hit.after, values, ((plan.term, hit.branch),))
