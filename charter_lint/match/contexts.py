"""Contexts: cues around a match that give it another meaning."""

# No `from __future__ import annotations` here: msgspec would compile every annotation at start-up.
from typing import TYPE_CHECKING, Protocol

import msgspec

from charter_lint.match.figures import figures_in

if TYPE_CHECKING:
    from charter_lint.draft import Span
    from charter_lint.match.scan import Hit, Scan


class Context(msgspec.Struct, frozen=True, array_like=True):
    """A compiled context.

    `before`, `after` and `anywhere` are terms, -1 where there are none. Cues before a match count
    when they end at most `window` tokens ahead of it, those after when they begin at most
    `window_after` tokens behind, both within the same `bounds` ("clause", "sentence", "paragraph"
    or "post"). `inside` lets a cue between the parts of a match count too. `blocks` are parts of
    the post ("quotes", "code") and "question"; a match that lies in one is in the context.
    `draft` names values of the draft's own context, each enough by itself. `figures` are the
    company's published ones (value, unit, day): a match whose every figure is one is in context.
    `cue_grammar` is what spaCy must say of a cue and the match, or of the match alone, for a cue to
    count; where spaCy cannot be asked a cue counts if `unread_counts`. Without cues, of what
    `match_grammar` lists one thing must be true of the match by itself.
    """

    name: str
    before: int = -1
    after: int = -1
    anywhere: int = -1
    window: int = 6
    window_after: int = 4
    bounds: str = "clause"
    anywhere_bounds: str = "sentence"
    inside: bool = True
    blocks: tuple[str, ...] = ()
    draft: tuple[tuple[str, tuple[str, ...]], ...] = ()
    figures: tuple[tuple[float, str, str], ...] = ()
    cue_grammar: tuple[str, ...] = ()
    match_grammar: tuple[str, ...] = ()
    unread_counts: bool = True

    @property
    def asks(self) -> bool:
        """Whether spaCy may be asked, so that cheaper contexts should be tried first."""
        return bool(self.cue_grammar or self.match_grammar)


class Match(Protocol):
    """What a context looks at: the place marked, the evidence in tokens, its leading part."""

    @property
    def span(self) -> "Span":
        """The original span that is marked."""

    @property
    def first(self) -> int:
        """The first token of the evidence, -1 where it is no run of tokens."""

    @property
    def after(self) -> int:
        """The token after the evidence."""

    @property
    def head(self) -> tuple[int, int]:
        """The leading part of the evidence, (-1, -1) where it has none of its own."""


def holds(context: Context, scan: "Scan", match: Match) -> bool:
    """Say whether a match stands in the context.

    Cues are looked for around the whole evidence; a quotation or another part of the post counts
    when it holds all that is marked, or the leading part of the evidence.
    """
    first, after, span = match.first, match.after, match.span
    own = scan.draft.context
    for key, values in context.draft:
        if getattr(own, key, "") in values:
            return True
    if context.figures and _published(context, scan, span):
        return True
    if context.blocks and _in_block(context, scan, match):
        return True
    if first < 0:
        first, after = _tokens_of(scan, span)
    if first < 0:
        return False
    if context.match_grammar and _is(context, scan, first, after):
        return True
    return (
        _before(context, scan, first, after)
        or _after(context, scan, first, after)
        or _anywhere(context, scan, first, after)
    )


def _before(context: Context, scan: "Scan", first: int, after: int) -> bool:
    if context.before < 0:
        return False
    unit = _units(scan, context.bounds)
    for hit in scan.hits(context.before):
        ahead = hit.after <= first and first - hit.after <= context.window
        within = context.inside and first < hit.first and hit.after < after
        if (
            (ahead or within)
            and _same(unit, hit.first, first, after)
            and _counts(context, scan, hit, first, after)
        ):
            return True
    return False


def _after(context: Context, scan: "Scan", first: int, after: int) -> bool:
    if context.after < 0:
        return False
    unit = _units(scan, context.bounds)
    return any(
        hit.first >= after
        and hit.first - after <= context.window_after
        and _same(unit, hit.first, first, after)
        and _counts(context, scan, hit, first, after)
        for hit in scan.hits(context.after)
    )


def _anywhere(context: Context, scan: "Scan", first: int, after: int) -> bool:
    if context.anywhere < 0:
        return False
    near = context.anywhere_bounds == "neighbours"
    unit = scan.draft.sentence_of if near else _units(scan, context.anywhere_bounds)
    return any(
        _same(unit, hit.first, first, after, spread=int(near))
        and _counts(context, scan, hit, first, after)
        for hit in scan.hits(context.anywhere)
    )


def _counts(context: Context, scan: "Scan", cue: "Hit", first: int, after: int) -> bool:
    """Ask spaCy whether a cue is about the match, where the context wants that."""
    if not context.cue_grammar:
        return True
    from charter_lint.match.reading import true_of  # noqa: PLC0415  (few matches come here)

    place, told = (cue.first, cue.after), (first, after)
    said = (true_of(scan, name, told, place) for name in context.cue_grammar)
    return all(context.unread_counts if answer is None else answer for answer in said)


def _is(context: Context, scan: "Scan", first: int, after: int) -> bool:
    from charter_lint.match.reading import true_of  # noqa: PLC0415  (few matches come here)

    return any(true_of(scan, name, (first, after)) for name in context.match_grammar)


def _same(unit: list[int] | None, cue: int, first: int, after: int, spread: int = 0) -> bool:
    return unit is None or unit[first] - spread <= unit[cue] <= unit[after - 1] + spread


def _units(scan: "Scan", bounds: str) -> list[int] | None:
    draft = scan.draft
    if bounds == "clause":
        return draft.clause_of
    if bounds == "sentence":
        return draft.sentence_of
    return draft.paragraph_of if bounds == "paragraph" else None


def _published(context: Context, scan: "Scan", span: "Span") -> bool:
    """Say whether all amounts and percentages of the match are published ones, and at least one."""
    draft = scan.draft
    day = draft.context.date
    public = {(value, unit) for value, unit, since in context.figures if not day or since <= day}
    found = [
        figure
        for start, end, figure in figures_in(draft.folded.text)
        if draft.folded.original(start, end).overlaps(span) and not _is_year(figure)
    ]
    return bool(found) and all(
        (abs(value), unit) in public or (not unit and any(abs(value) == v for v, _ in public))
        for value, unit in found
    )


def _is_year(figure: tuple[float, str]) -> bool:
    value, unit = figure
    return not unit and value == int(value) and 1900 <= value <= 2100


def _in_block(context: Context, scan: "Scan", match: Match) -> bool:
    draft = scan.draft
    spans = [match.span]
    if match.head[0] >= 0:
        spans.append(draft.span_of(*match.head))
    for name in context.blocks:
        if name == "question":
            if match.first >= 0 and _asks(scan, match.first, match.after):
                return True
            continue
        for block in getattr(draft.blocks, name):
            whole = draft.folded.original(*block)
            if any(whole.contains(span) for span in spans):
                return True
    return False


def _asks(scan: "Scan", first: int, after: int) -> bool:
    tokens = scan.draft.sentence_tokens[scan.draft.sentence_of[after - 1]]
    words = scan.draft.tokens.words
    return "?" in words[max(first, tokens.start) : tokens.stop]


def _tokens_of(scan: "Scan", span: "Span") -> tuple[int, int]:
    draft = scan.draft
    inside = [i for i in range(len(draft.tokens)) if draft.span_of(i, i + 1).overlaps(span)]
    return (inside[0], inside[-1] + 1) if inside else (-1, -1)
