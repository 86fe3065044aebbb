"""Existence: one of the phrases stands in the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from charter_lint.checks.base import Match, Wordings, match_of
from charter_lint.match.expression import Expression, expression_of, gate_words
from charter_lint.match.expression import find as find_expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.checks.base import Needs
    from charter_lint.match.scan import Scan


VALUES: tuple[str, ...] = ()
"""Placeholders that this kind fills in a rule's messages."""


class Options(Wordings, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Flags each place where a phrase stands."""

    regex: Annotated[
        list[str], Meta(description="regular expressions, for what no phrase can say")
    ] = []
    most: Annotated[int, Meta(ge=0, description="at most so many matches a draft; 0: all")] = 0


class Plan(msgspec.Struct, frozen=True, array_like=True):
    """The term and the expressions to look for."""

    term: int
    most: int = 0
    expressions: tuple[Expression, ...] = ()


def plan(options: Options, needs: Needs) -> Plan:
    """Plan the check: its phrases are its gate, and the whole words that expressions need."""
    if not any(options.phrases().values()) and not options.regex:
        needs.fault("no-phrases")
    term = needs.term(options.phrases())
    expressions: list[Expression] = []
    words: list[str] = []
    always = False
    for i, pattern in enumerate(options.regex):
        try:
            expression = expression_of(pattern)
        except ValueError as error:
            needs.fault("regex-bad", "regex", i, detail=str(error))
            continue
        expressions.append(expression)
        gate = gate_words(expression)
        always = always or not gate
        words.extend(gate)
    gates = [term] + ([needs.needles(words)] if words else [])
    needs.gate([] if always else gates)
    return Plan(term, options.most, tuple(expressions))


def find(plan: Plan, scan: Scan) -> Iterator[Match]:
    """Give the longest match at each place; raises TooSlow for an expression that is."""
    for given, match in enumerate(_matches(plan, scan), 1):
        yield match
        if given == plan.most:
            return


def _matches(plan: Plan, scan: Scan) -> Iterator[Match]:
    end = 0
    for hit in sorted(scan.hits(plan.term), key=lambda h: (h.first, -h.after)):
        if hit.first >= end:
            end = hit.after
            yield match_of(scan.draft, hit.first, hit.after, branches=((plan.term, hit.branch),))
    for expression in plan.expressions:
        for span in find_expression(expression, scan.draft):
            yield Match(span)
