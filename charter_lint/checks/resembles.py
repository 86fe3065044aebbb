"""Resembles: a sentence like a family's flagged examples, near words that make it telling."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from msgspec import Meta

from charter_lint.checks import composition
from charter_lint.checks.base import Match, Phrase
from charter_lint.checks.base import Wordings as Common
from charter_lint.checks.tree import Branch, Scope, gates, grow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.checks.base import Needs
    from charter_lint.match.scan import Scan

Plan = composition.Plan

VALUES: tuple[str, ...] = ()
"""Placeholders that this kind fills in a rule's messages."""


class Options(Common, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Flags the sentence of a phrase where the reader sees what it resembles; review at most.

    The reader may doubt here what it would not flag alone: the phrase is the other half.
    """

    family: Annotated[Phrase, Meta(description="whose flagged examples: market, privacy…")]
    within: Annotated[Scope, Meta(description="how far apart phrase and sentence may stand")] = (
        "sentence"
    )


def plan(options: Options, needs: Needs) -> composition.Plan:
    """Plan the check as the composition it is short for."""
    needs.family(options.family, "family")
    listed = {key: phrases for key, phrases in options.phrases().items() if phrases}
    words = Branch("any", -1, tuple(grow(p, needs, (key,), key) for key, p in listed.items()))
    tree = Branch("all", -1, (words, Branch("resembles", family=options.family)))
    if not listed:
        needs.fault("resembles-alone")
    chosen = gates(words, needs)
    needs.gate(chosen)
    return Plan(tree, options.within, tuple(chosen), sentence=True, family=options.family)


def find(plan: composition.Plan, scan: Scan) -> Iterator[Match]:
    """Give the sentence of a phrase for each scope in which the resemblance is seen."""
    return composition.find(plan, scan)
