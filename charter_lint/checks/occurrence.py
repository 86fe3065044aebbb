"""Occurrence: a phrase stands too often, or too seldom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
from msgspec import Meta

from charter_lint.checks.base import Match, Wordings, match_of, scope_range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.checks.base import Needs
    from charter_lint.match.scan import Scan


VALUES: tuple[str, ...] = ("count",)
"""Placeholders that this kind fills in a rule's messages."""


class Options(Wordings, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Flags the first place beyond `max` in a scope, or the scope that has fewer than `min`."""

    max: Annotated[int, Meta(ge=-1, description="most times allowed; -1: no limit")] = -1
    min: Annotated[int, Meta(ge=0, description="fewest times wanted")] = 0
    within: Annotated[
        Literal["sentence", "paragraph", "post"], Meta(description="where to count")
    ] = "post"
    words: Annotated[
        int, Meta(ge=0, description="count only in drafts of at least so many words")
    ] = 0


class Plan(msgspec.Struct, frozen=True, array_like=True):
    """The term to count and its bounds."""

    term: int
    most: int
    fewest: int
    within: str
    words: int


def plan(options: Options, needs: Needs) -> Plan:
    """Plan the check; one that wants a minimum must run on every draft."""
    if options.max < 0 and options.min == 0:
        needs.fault("occurrence-no-bound")
    term = needs.term(options.phrases())
    needs.gate([] if options.min else [term])
    return Plan(term, options.max, options.min, options.within, options.words)


def find(plan: Plan, scan: Scan) -> Iterator[Match]:
    """Count the hits in each scope; {count} is their number."""
    draft = scan.draft
    if plan.words and sum(w[0].isalpha() for w in draft.tokens.words) < plan.words:
        return
    hits = scan.hits(plan.term)
    if plan.fewest and len(draft.tokens) and len(hits) < plan.fewest:
        tokens = draft.sentence_tokens[0]
        yield match_of(draft, tokens.start, tokens.stop, (("count", str(len(hits))),))
    if plan.most < 0:
        return
    seen: dict[range, int] = {}
    for hit in hits:
        scope = scope_range(draft, plan.within, hit.first)
        seen[scope] = seen.get(scope, 0) + 1
        if seen[scope] == plan.most + 1:
            total = sum(h.first in scope for h in hits)
            yield match_of(
                draft, hit.first, hit.after, (("count", str(total)),), ((plan.term, hit.branch),)
            )
