"""Composition: evidence that is harmless apart and telling together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
from msgspec import Meta

from charter_lint.checks.base import Match
from charter_lint.checks.base import Options as Common
from charter_lint.checks.tree import (
    Branch,
    Group,
    Node,
    Scope,
    evaluate,
    family_in,
    gates,
    grow,
    widened,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.checks.base import Needs
    from charter_lint.match.scan import Scan


VALUES: tuple[str, ...] = ()
"""Placeholders that this kind fills in a rule's messages."""


class Options(Common, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Flags each scope in which the whole tree holds.

    Beyond one sentence, the first member of `all` is the place that is marked.
    """

    all: Annotated[list[Node], Meta(description="each of these must stand")] = []
    any: Annotated[list[Node], Meta(description="one of these must stand")] = []
    none: Annotated[list[Node], Meta(description="none of these may stand")] = []
    fr: Annotated[Node | None, Meta(description="the tree for French sentences")] = None
    en: Annotated[Node | None, Meta(description="the tree for English sentences")] = None
    within: Annotated[Scope, Meta(description="how far the evidence may lie apart")] = "sentence"
    near: Annotated[int, Meta(ge=0, description="most words between neighbours; 0: no limit")] = 0
    order: Annotated[bool, Meta(description="true: in the order written")] = False
    mark: Annotated[
        Literal["match", "sentence", "passage"],
        Meta(
            description="what is marked: the evidence (beyond a sentence, what lies in the first"
            " member's), that whole sentence, or all from the first evidence to the last"
        ),
    ] = "match"


class Plan(msgspec.Struct, frozen=True, array_like=True):
    """The compiled tree; `family` is whose examples it asks the reader about, "" for none."""

    tree: Branch
    within: str
    gates: tuple[int, ...]
    sentence: bool = False
    family: str = ""


def plan(options: Options, needs: Needs) -> Plan:
    """Plan the check: its rarest necessary evidence is the gate."""
    group = Group(
        all=options.all,
        any=options.any,
        none=options.none,
        fr=options.fr,
        en=options.en,
        near=options.near,
        order=options.order,
    )
    tree = grow(group, needs, ())
    if options.mark == "passage":
        tree = widened(tree)
    chosen = gates(tree, needs)
    family = family_in(tree)
    if not chosen:
        needs.fault("resembles-alone" if family else "composition-no-needle")
    needs.gate(chosen)
    return Plan(tree, options.within, tuple(chosen), options.mark == "sentence", family)


def find(plan: Plan, scan: Scan) -> Iterator[Match]:
    """Give one match for each scope where the tree holds."""
    draft = scan.draft
    for first, after, branches, head in evaluate(plan.tree, plan.within, plan.gates, scan):
        if first < 0:
            continue
        marked = (first, after)
        if plan.sentence:
            tokens = draft.sentence_tokens[draft.sentence_of[first]]
            marked = (tokens.start, tokens.stop)
        span = draft.span_of(*marked)
        yield Match(span, first, after, branches=branches, head=head, family=plan.family)
