"""The way of one rule through a draft: what fired, and what took it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from charter_lint.checks.kinds import kind_of
from charter_lint.draft.spans import Span
from charter_lint.lint.conditions import in_force, when_holds
from charter_lint.lint.reader.scan import scan_of
from charter_lint.match.contexts import holds

if TYPE_CHECKING:
    from charter_lint.charter.compiled import Charter
    from charter_lint.draft import Draft
    from charter_lint.match.scan import Scan


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One match of one check of a rule, and the reason why it is no finding ("" if it is one).

    Reasons: "unless:NAME" a context took it away, "about" none of the contexts it needs holds,
    "when" a condition does not hold, "dates" the rule is not in force.
    """

    rule: str
    kind: str
    span: Span
    first: int
    after: int
    reason: str


def trace_rule(
    draft: Draft, charter: Charter, rule_id: str, scan: Scan | None = None
) -> list[Step]:
    """Follow a rule through a draft; an empty list says that nothing of it matched.

    Where a context could not ask spaCy, `scan.unread` says why. Raises KeyError for a rule that the
    charter does not have.
    """
    number = charter.rule_numbers[rule_id]
    scan = scan or scan_of(draft, charter)
    steps: list[Step] = []
    running = {*scan.candidates, *charter.head.always}
    for check_number in sorted(running):
        check = charter.checks[check_number]
        if check.rule == number:
            steps.extend(_steps(draft, charter, rule_id, check_number, scan))
    return steps


def _steps(draft: Draft, charter: Charter, rule_id: str, number: int, scan: Scan) -> list[Step]:
    check = charter.checks[number]
    rule = charter.rules[check.rule]
    reason = ""
    if not in_force(rule, draft.context):
        reason = "dates"
    elif not when_holds(rule.when, draft.context, charter.head):
        reason = "when"
    found = []
    for match in kind_of(check.kind).find(charter.plan(number), scan):
        taken = next((c for c in check.unless if holds(charter.contexts[c], scan, match)), None)
        why = reason
        if not why and taken is not None:
            why = f"unless:{charter.contexts[taken].name}"
        if (
            not why
            and check.about
            and not any(holds(charter.contexts[c], scan, match) for c in check.about)
        ):
            why = "about"
        found.append(
            Step(
                rule=rule_id,
                kind=check.kind,
                span=Span(*match.span),
                first=match.first,
                after=match.after,
                reason=why,
            )
        )
    return found
