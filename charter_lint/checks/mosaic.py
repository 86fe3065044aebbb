"""Mosaic: pieces that are harmless apart and name something together, over several posts too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from charter_lint.checks.base import Match, PhraseList
from charter_lint.checks.base import Options as Common

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.checks.base import Needs
    from charter_lint.match.scan import Scan


VALUES: tuple[str, ...] = ("earlier",)
"""Placeholders that this kind fills in a rule's messages."""


class Options(Common, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Flags a post that gives the last piece: the others stand in it or in the author's last posts.

    Where no last posts are given (`--history`), all pieces must stand in the post itself.
    """

    pieces: Annotated[
        dict[str, PhraseList],
        Meta(min_length=2, description="name of a piece: phrases and concepts that give it away"),
    ]


class Plan(msgspec.Struct, frozen=True, array_like=True):
    """The term of each piece."""

    terms: tuple[int, ...]


def plan(options: Options, needs: Needs) -> Plan:
    """Plan the check: any piece makes a post a candidate, for the rest may have been said."""
    terms = tuple(
        needs.term({"any": phrases}, "pieces", name) for name, phrases in options.pieces.items()
    )
    needs.gate(terms)
    return Plan(terms)


def find(plan: Plan, scan: Scan) -> Iterator[Match]:
    """Give the first piece of a draft that completes the mosaic; `earlier` names older posts."""
    here = {term: hits for term in plan.terms if (hits := scan.hits(term))}
    told: set[int] = set()
    for term in plan.terms:
        if term in here:
            continue
        older = next((i for i, past in enumerate(scan.earlier) if past.hits(term)), None)
        if older is None:
            return
        told.add(older)
    if not here:
        return
    firsts = [hits[0] for hits in here.values()]
    first, after = min(h.first for h in firsts), max(h.after for h in firsts)
    if told:  # the pieces of one post may lie far apart: one of them is enough to show
        first, after = firsts[0].first, firsts[0].after
    branches = tuple((term, hits[0].branch) for term, hits in here.items())
    values = (("earlier", ", ".join(scan.earlier[i].draft.name for i in sorted(told))),)
    yield Match(scan.draft.span_of(first, after), first, after, values, branches=branches)
