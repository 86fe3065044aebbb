"""Which cue of a context took a match in, and where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import msgspec

from charter_lint.draft.spans import Span
from charter_lint.match.contexts import Context, holds

if TYPE_CHECKING:
    from charter_lint.match.contexts import Match
    from charter_lint.match.scan import Hit, Scan


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A span of the original text, in code points, and what stands there."""

    span: Span
    text: str


class _OneHit:
    """A scan in which every term has one hit; all else is the scan's own."""

    def __init__(self, scan: Scan, hit: Hit) -> None:
        self._scan = scan
        self._hit = hit

    def hits(self, term: int) -> list[Hit]:
        """Give the one hit, whatever the term."""
        del term
        return [self._hit]

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  (whatever the scan has)
        return getattr(self._scan, name)


def cue_of(context: Context, scan: Scan, match: Match) -> tuple[str, Place | None] | None:
    """Say what in the draft puts a match into a context; None where it is not in it.

    Gives the kind ("before", "after", "anywhere", "block", "draft", "figures") and, for words,
    their place.
    """
    if not holds(context, scan, match):
        return None
    bare = msgspec.structs.replace(
        context, before=-1, after=-1, anywhere=-1, blocks=(), draft=(), figures=()
    )
    for side in ("before", "after", "anywhere"):
        term = getattr(context, side)
        alone = msgspec.structs.replace(bare, **{side: term})
        for hit in scan.hits(term) if term >= 0 else ():
            if holds(alone, cast("Scan", _OneHit(scan, hit)), match):
                return side, place_of(scan, hit.first, hit.after)
    for kind, key in (("block", "blocks"), ("draft", "draft"), ("figures", "figures")):
        if holds(msgspec.structs.replace(bare, **{key: getattr(context, key)}), scan, match):
            return kind, None
    return "anywhere", None


def place_of(scan: Scan, first: int, after: int) -> Place:
    """Give the original span of a run of tokens, `after` exclusive."""
    tokens = scan.draft.tokens
    span = Span(tokens.starts[first], tokens.ends[after - 1])
    return Place(span=span, text=scan.draft.text[span.start : span.end])
