"""Repetition: the same word or sign several times in a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from charter_lint.checks.base import Match, Wordings, match_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.checks.base import Needs
    from charter_lint.match.scan import Scan


VALUES: tuple[str, ...] = ("count",)
"""Placeholders that this kind fills in a rule's messages."""


class Options(Wordings, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Flags a run of more than `max` hits that follow one another; no phrases: any word."""

    max: Annotated[int, Meta(ge=1, description="longest run allowed")] = 1


class Plan(msgspec.Struct, frozen=True, array_like=True):
    """The term whose hits may form a run (-1: any word), and the longest run allowed."""

    term: int
    most: int


def plan(options: Options, needs: Needs) -> Plan:
    """Plan the check; without phrases it runs on every draft."""
    if not any(options.phrases().values()):
        needs.gate([])
        return Plan(-1, options.max)
    term = needs.term(options.phrases())
    needs.gate([term])
    return Plan(term, options.max)


def find(plan: Plan, scan: Scan) -> Iterator[Match]:
    """Give each run that is too long; {count} is its length."""
    tokens = scan.draft.tokens
    if plan.term < 0:
        marks = [(i, i + 1, w) for i, w in enumerate(tokens.words) if w[0].isalpha()]
    else:
        marks = [(h.first, h.after, "") for h in scan.hits(plan.term)]
    i = 0
    while i < len(marks):
        j = i
        while (
            j + 1 < len(marks) and marks[j + 1][0] == marks[j][1] and marks[j + 1][2] == marks[i][2]
        ):
            j += 1
        if j - i + 1 > plan.most:
            branches = () if plan.term < 0 else ((plan.term, 0),)
            values = (("count", str(j - i + 1)),)
            yield match_of(scan.draft, marks[i][0], marks[j][1], values, branches)
        i = j + 1
