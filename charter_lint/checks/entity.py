"""Entity: a name of a person, an organization or a place near a cue, as spaCy sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from charter_lint.checks._cued import Cued, find_in, plan_cues
from charter_lint.match.reading import tokens_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.checks.base import Match, Needs
    from charter_lint.match.scan import Scan
    from charter_lint.nlp.sentence import Sentence

VALUES: tuple[str, ...] = ()
"""Placeholders that this kind fills in a rule's messages."""


class Options(Cued, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Flags names that spaCy recognises near a cue; company facts need no such help."""

    entities: Annotated[
        list[str], Meta(min_length=1, description="person, organization, place, other")
    ]
    near: Annotated[int, Meta(ge=0, description="most words between cue and name; 0: no limit")] = 8


class Plan(msgspec.Struct, frozen=True, array_like=True):
    """The cue's term, the kinds of names, and how near they must be."""

    term: int
    entities: frozenset[str]
    near: int


def plan(options: Options, needs: Needs) -> Plan:
    """Plan the check: its cues are its gate."""
    from charter_lint.nlp.patterns import LABELS  # noqa: PLC0415  (compile time only)

    for i, name in enumerate(options.entities):
        if name not in LABELS:
            needs.unknown("entity-unknown", name, LABELS, "entities", i)
    phrases = options.cues.phrases()
    languages = tuple(k for k in ("fr", "en") if phrases[k]) or ("any",)
    return Plan(plan_cues(options, needs, languages), frozenset(options.entities), options.near)


def find(plan: Plan, scan: Scan) -> Iterator[Match]:
    """Give the names near a cue; raises CannotRun without spaCy."""
    from charter_lint.nlp.patterns import entity_spans  # noqa: PLC0415  (only behind the gate)

    cues = [(hit.first, hit.after) for hit in scan.hits(plan.term)]

    def places(sentence: Sentence, by: int) -> list[tuple[int, int]]:
        found = []
        for start, end in entity_spans(sentence, plan.entities):
            first, after = tokens_between(scan, by + start, by + end)
            if any(_near(first, after, cue, plan.near) for cue in cues):
                found.append((start, end))
        return found

    yield from find_in(plan.term, scan, places)


def _near(first: int, after: int, cue: tuple[int, int], near: int) -> bool:
    gap = max(first - cue[1], cue[0] - after)
    return gap >= 0 and (not near or gap <= near)
