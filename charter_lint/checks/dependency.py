"""Dependency: a pattern of spaCy's DependencyMatcher, in sentences where a cue stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from charter_lint.checks._cued import Patterned, PatternPlan, find_in, plan_patterns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.checks.base import Match, Needs
    from charter_lint.match.scan import Scan
    from charter_lint.nlp.sentence import Sentence

VALUES: tuple[str, ...] = ()
"""Placeholders that this kind fills in a rule's messages."""


class Options(Patterned, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Flags words by what they are to one another: subject, object, in DependencyMatcher patterns.

    A pattern is a list of links: the first `{RIGHT_ID, RIGHT_ATTRS}`, each other one with
    `LEFT_ID` (a name given before) and `REL_OP` as well.
    """


Plan = PatternPlan


def plan(options: Options, needs: Needs) -> Plan:
    """Plan the check: its cues are its gate."""
    return plan_patterns(options, needs, linked=True)


def find(plan: Plan, scan: Scan) -> Iterator[Match]:
    """Give each match, from its first word to its last; raises CannotRun without spaCy."""
    from charter_lint.nlp.patterns import dependency_spans  # noqa: PLC0415  (only behind the gate)

    def places(sentence: Sentence, by: int) -> list[tuple[int, int]]:  # noqa: ARG001
        patterns = plan.patterns.get(sentence.language, "")
        return dependency_spans(sentence, patterns) if patterns else []

    yield from find_in(plan.term, scan, places)
