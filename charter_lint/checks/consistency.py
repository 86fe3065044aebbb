"""Consistency: two spellings of one thing in the same draft."""

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


VALUES: tuple[str, ...] = ("other",)
"""Placeholders that this kind fills in a rule's messages."""


class Options(Common, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Flags the rarer of two forms when both stand in the draft; {other} is the usual one."""

    either: Annotated[dict[str, str], Meta(min_length=1, description="one form: the other form")]


class Plan(msgspec.Struct, frozen=True, array_like=True):
    """Pairs of terms."""

    pairs: tuple[tuple[int, int], ...]


def plan(options: Options, needs: Needs) -> Plan:
    """Plan the check: the left form of each pair is a gate."""
    pairs = tuple(
        (
            needs.term({"any": [left]}, "either", left),
            needs.term({"any": [right]}, "either", left),
        )
        for left, right in options.either.items()
    )
    needs.gate([left for left, _ in pairs])
    return Plan(pairs)


def find(plan: Plan, scan: Scan) -> Iterator[Match]:
    """Give each place of the form used less; of equals, the one that comes second."""
    for pair in plan.pairs:
        left, right = (scan.hits(term) for term in pair)
        if not left or not right:
            continue
        fewer, usual, term = (right, left, pair[1])
        if len(left) < len(right) or (len(left) == len(right) and left[0] > right[0]):
            fewer, usual, term = left, right, pair[0]
        span = scan.draft.span_of(usual[0].first, usual[0].after)
        other = scan.draft.text[span.start : span.end]
        for hit in fewer:
            values = (("other", other),)
            yield match_of(scan.draft, hit.first, hit.after, values, ((term, 0),))
