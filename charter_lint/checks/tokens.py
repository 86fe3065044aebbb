"""Tokens: a pattern of spaCy's Matcher, in sentences where a cue stands."""

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
    """Flags words by their grammar: part of speech, lemma, mood, in spaCy's Matcher patterns.

    A pattern is a list of tokens, as `[{LEMMA: garantir}, {POS: DET, OP: "?"}, {POS: NOUN}]`.
    """


Plan = PatternPlan


def plan(options: Options, needs: Needs) -> Plan:
    """Plan the check: its cues are its gate."""
    return plan_patterns(options, needs, linked=False)


def find(plan: Plan, scan: Scan) -> Iterator[Match]:
    """Give the longest match at each place; raises CannotRun without spaCy."""
    from charter_lint.nlp.patterns import token_spans  # noqa: PLC0415  (only behind the gate)

    def places(sentence: Sentence, by: int) -> list[tuple[int, int]]:  # noqa: ARG001
        patterns = plan.patterns.get(sentence.language, "")
        return token_spans(sentence, patterns) if patterns else []

    yield from find_in(plan.term, scan, places)
