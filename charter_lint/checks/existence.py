"""Existence: one of the phrases stands in the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from charter_lint.checks.base import Match, Wordings, match_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.checks.base import Needs
    from charter_lint.match.scan import Scan


VALUES: tuple[str, ...] = ()
"""Placeholders that this kind fills in a rule's messages."""


class Options(Wordings, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Flags each place where a phrase stands."""

    most: Annotated[int, Meta(ge=0, description="at most so many matches a draft; 0: all")] = 0


class Plan(msgspec.Struct, frozen=True, array_like=True):
    """The term to look for."""

    term: int
    most: int = 0


def plan(options: Options, needs: Needs) -> Plan:
    """Plan the check: its phrases are its gate."""
    if not any(options.phrases().values()):
        needs.fault("no-phrases")
    term = needs.term(options.phrases())
    needs.gate([term])
    return Plan(term, options.most)


def find(plan: Plan, scan: Scan) -> Iterator[Match]:
    """Give the longest match at each place."""
    end = given = 0
    for hit in sorted(scan.hits(plan.term), key=lambda h: (h.first, -h.after)):
        if hit.first < end:
            continue
        end = hit.after
        yield match_of(scan.draft, hit.first, hit.after, branches=((plan.term, hit.branch),))
        given += 1
        if given == plan.most:
            return
