"""Conditional: a phrase asks for its explanation elsewhere in the draft."""

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

Pairs = Annotated[dict[str, str], Meta(description="phrase: what must stand with it")]


VALUES: tuple[str, ...] = ("second",)
"""Placeholders that this kind fills in a rule's messages."""


class Options(Common, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Flags the first place of a phrase whose companion stands nowhere; {second} names it."""

    fr: Annotated[Pairs, Meta(description="French phrase: its French companion")] = {}
    en: Annotated[Pairs, Meta(description="English phrase: its English companion")] = {}
    any: Annotated[Pairs, Meta(description="phrase: companion, in any language")] = {}


class Plan(msgspec.Struct, frozen=True, array_like=True):
    """Pairs of terms with the companion's text."""

    pairs: tuple[tuple[int, int, str], ...]


def plan(options: Options, needs: Needs) -> Plan:
    """Plan the check: each first phrase is a gate."""
    pairs = tuple(
        (
            needs.term({language: [first]}, language, first),
            needs.term({language: [second]}, language, first),
            second,
        )
        for language, listed in (("fr", options.fr), ("en", options.en), ("any", options.any))
        for first, second in listed.items()
    )
    if not pairs:
        needs.fault("no-phrases")
    needs.gate([first for first, _, _ in pairs])
    return Plan(pairs)


def find(plan: Plan, scan: Scan) -> Iterator[Match]:
    """Give the first place of each phrase that stands without its companion."""
    for first, second, text in plan.pairs:
        hits = scan.hits(first)
        if hits and not scan.hits(second):
            hit = hits[0]
            yield match_of(scan.draft, hit.first, hit.after, (("second", text),), ((first, 0),))
