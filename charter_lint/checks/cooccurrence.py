"""Cooccurrence: two or more lists of phrases of which one each stands nearby."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from charter_lint.checks import composition
from charter_lint.checks.base import Match, PhraseList
from charter_lint.checks.base import Options as Common
from charter_lint.checks.tree import Group, Node, Scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.checks.base import Needs
    from charter_lint.match.scan import Scan

Lists = Annotated[list[PhraseList], Meta(description="lists of phrases; one of each must stand")]

Plan = composition.Plan


VALUES: tuple[str, ...] = ()
"""Placeholders that this kind fills in a rule's messages."""


class Options(Common, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Flags the hull of the phrases where each list has one: harmless alone, not together."""

    fr: Annotated[Lists, Meta(description="French lists")] = []
    en: Annotated[Lists, Meta(description="English lists")] = []
    any: Annotated[Lists, Meta(description="lists of no language")] = []
    within: Annotated[Scope, Meta(description="how far apart they may stand")] = "sentence"
    near: Annotated[int, Meta(ge=0, description="most words between neighbours; 0: no limit")] = 0


def plan(options: Options, needs: Needs) -> composition.Plan:
    """Plan the check as the composition it is short for."""
    group = {
        key: Group(all=_nodes(lists), near=options.near) if lists else None
        for key, lists in (("fr", options.fr), ("en", options.en), ("any", options.any))
    }
    if not any(group.values()):
        needs.fault("no-phrases")
    neutral = group["any"]
    tree = composition.Options(
        kind="composition",
        fr=group["fr"],
        en=group["en"],
        any=[neutral] if neutral and not (options.fr or options.en) else [],
        within=options.within,
    )
    return composition.plan(tree, needs)


def find(plan: composition.Plan, scan: Scan) -> Iterator[Match]:
    """Give one match for each scope where every list has a phrase."""
    return composition.find(plan, scan)


def _nodes(lists: list[list[str]]) -> list[Node]:
    return list(lists)
