"""Conditions of a rule on the draft's context; what is unknown never holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from charter_lint.charter.compiled import Head, Rule
    from charter_lint.charter.rule import When
    from charter_lint.draft import Context

_KEYS = ("platform", "role", "account", "audience", "action", "source")


def when_holds(when: When, context: Context, head: Head) -> bool:
    """Say whether every condition that is given holds."""
    for key in _KEYS:
        wanted = getattr(when, key)
        if wanted and getattr(context, key) not in wanted:
            return False
    if when.tags and not set(when.tags) & set(context.tags):
        return False
    if when.media is not None and bool(context.media) is not when.media:
        return False
    if when.listed is not None and head.listed is not when.listed:
        return False
    return not when.period or bool(set(when.period) & periods(context, head))


def periods(context: Context, head: Head) -> set[str]:
    """Give the kinds of period of the charter the draft's day lies in, last day included."""
    day = context.date
    if not day:
        return set()
    return {p.kind for p in head.periods if p.from_ <= day <= p.until}


def in_force(rule: Rule, context: Context) -> bool:
    """Say whether a dated rule holds on the draft's day; without a day, dated rules do not."""
    if not rule.since and not rule.until:
        return True
    day = context.date
    if not day:
        return False
    return (not rule.since or rule.since <= day) and (not rule.until or day < rule.until)


def severity_of(rule: Rule, context: Context, head: Head) -> str:
    """Give the rule's severity, or that of the first escalation whose condition holds."""
    for step in rule.escalate:
        if when_holds(step.when, context, head):
            return step.severity
    return rule.severity
