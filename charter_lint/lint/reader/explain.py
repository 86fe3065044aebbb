"""Why the reader doubts a sentence or lets it pass: what it resembles, which words weigh most."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from charter_lint.draft.spans import Span
from charter_lint.lint.reader.scores import doubted
from charter_lint.lint.reader.stage import fate_of
from charter_lint.match.reader.nearest import Near, nearest, pool_of
from charter_lint.match.reader.rated import family_of, rated
from charter_lint.match.reader.sight import sight_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from charter_lint.charter.compiled import Charter
    from charter_lint.lint.report import Finding
    from charter_lint.match.reader.sight import Sight
    from charter_lint.match.scan import Scan

_MOST = 6  # words that an explanation names


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """What the reader makes of a sentence.

    `family` is the one it resembles most; `score` is how far its log-odds are above (or, negative,
    below) what is reviewed, and `advice` the same for advice; `words` are those that weigh most,
    each with what the greater of the two would lose without it; `flagged` and `allowed` are the
    nearest examples, distances from 0 (the same words) to 1. `outcome` is "finding", "unsure"
    where it is below both bounds, or what took it away: "guarded", "family-off", "said" (a rule of
    the family says it), "masked", "public", "waived", "shadow".
    """

    span: Span
    family: str
    score: float
    advice: float
    outcome: str
    words: tuple[tuple[str, float], ...] = ()
    flagged: Near | None = None
    allowed: Near | None = None


def explain_reader(
    scan: Scan,
    charter: Charter,
    found: Sequence[Finding],
    *,
    guarded: bool = False,
    every: bool = False,
) -> list[Explained]:
    """Explain the sentences that the first stage doubts, or every one, in their order.

    `found` are the findings of rules. Raises ModelError where what was learned is off, missing or
    cannot be used.
    """
    sight = sight_of(scan)
    rows = sight.rows() if every else sight.doubts
    said = {s.passage.number: s for s in doubted(scan, charter, sight).sentences}
    explained = []
    for i, row, stop, advice in rows:
        passage = sight.passages[i]
        scored = said.get(passage.number)
        outcome = "unsure"
        if scored is not None:
            outcome = "guarded" if guarded else fate_of(scan, charter, scored, found) or "finding"
        family = scored.family if scored is not None else family_of(sight.model, row)
        far = stop - sight.model.hint, advice - sight.model.advice
        explained.append(_explained(scan, sight, i, far, family, outcome))
    return explained


def _explained(
    scan: Scan,
    sight: Sight,
    i: int,
    far: tuple[float, float],
    family: str,
    outcome: str,
) -> Explained:
    model, passage = sight.model, sight.passages[i]
    return Explained(
        span=Span(*passage.span),
        family=family,
        score=round(far[0], 3),
        advice=round(far[1], 3),
        outcome=outcome,
        words=_heavy(sight, i, scan.draft.context.platform, far),
        flagged=nearest(passage.words, pool_of(model.shown_of(family))),
        allowed=nearest(passage.words, pool_of(model.shown_of())),
    )


def _heavy(
    sight: Sight, i: int, platform: str, far: tuple[float, float]
) -> tuple[tuple[str, float], ...]:
    """Give the words of a sentence without which it would be doubted less, the heaviest first."""
    model = sight.model
    stopped = far[0] >= far[1]
    marks = [passage.marks for passage in sight.passages]
    lost: dict[str, float] = {}
    for word in dict.fromkeys(sight.words[i]):
        if any(map(str.isalpha, word)):
            rest = list(sight.words)
            rest[i] = tuple(w for w in sight.words[i] if w != word)
            row = rated(model, rest, marks, platform)[i]
            without = row.stop - model.hint if stopped else row.advice - model.advice
            lost[word] = max(far) - without
    heavy = sorted(lost.items(), key=lambda item: (-item[1], item[0]))
    return tuple((word, round(much, 3)) for word, much in heavy[:_MOST] if much > 0)
