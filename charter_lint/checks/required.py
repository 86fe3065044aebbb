"""Required: where one thing stands, another must stand too, and not just anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
from msgspec import Meta

from charter_lint.checks.base import Match, match_of
from charter_lint.checks.base import Options as Common
from charter_lint.checks.tree import (
    Branch,
    Group,  # noqa: F401  (names a part of Node when the options' shape is read)
    Node,
    evaluate,
    gates,
    grow,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.checks.base import Needs
    from charter_lint.match.scan import Scan

_HEAD_WORDS = 40
"""A mention counts as "at the head" within this many tokens, what networks show before “more”."""


VALUES: tuple[str, ...] = ()
"""Placeholders that this kind fills in a rule's messages."""


class Options(Common, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Flags the place that makes a mention due when the draft lacks it, or hides it."""

    due: Annotated[Node, Meta(description="what makes the mention due")]
    mention: Annotated[Node, Meta(description="what must then stand in the draft")]
    place: Annotated[
        Literal["anywhere", "text", "head", "before"],
        Meta(
            description="where it counts: anywhere, in the text and not only among closing"
            " hashtags, at the head of the post, or before the place that makes it due"
        ),
    ] = "anywhere"
    within: Annotated[
        Literal["clause", "sentence", "neighbours", "paragraph", "post"],
        Meta(description="how far the parts of `due` may lie apart"),
    ] = "sentence"


class Plan(msgspec.Struct, frozen=True, array_like=True):
    """Both trees, and where the mention counts."""

    due: Branch
    mention: Branch
    place: str
    within: str
    due_gates: tuple[int, ...]
    mention_gates: tuple[int, ...]


def plan(options: Options, needs: Needs) -> Plan:
    """Plan the check: what makes the mention due is the gate."""
    due = grow(options.due, needs, ("due",))
    mention = grow(options.mention, needs, ("mention",))
    due_gates = gates(due, needs)
    needs.gate(due_gates)
    return Plan(
        due, mention, options.place, options.within, tuple(due_gates), tuple(gates(mention, needs))
    )


def find(plan: Plan, scan: Scan) -> Iterator[Match]:
    """Give the first place that makes the mention due, if the mention lacks."""
    for first, after, branches, _ in evaluate(plan.due, plan.within, plan.due_gates, scan):
        if not any(
            _counts(plan.place, scan, at, first)
            for at, _, _, _ in evaluate(plan.mention, "post", plan.mention_gates, scan)
        ):
            yield match_of(scan.draft, first, after, branches=branches)
        return


def _counts(place: str, scan: Scan, at: int, due: int) -> bool:
    if place == "head":
        return at < _HEAD_WORDS
    if place == "before":
        return at <= due
    if place == "text":
        return at < _tail(scan)
    return True


def _tail(scan: Scan) -> int:
    """Give the number of the first token of the closing hashtags."""
    words = scan.draft.tokens.words
    i = len(words)
    while i > 1 and words[i - 2] == "#":
        i -= 2
    return i
