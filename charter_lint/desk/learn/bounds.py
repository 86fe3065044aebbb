"""The bounds above which a reader speaks, from scores by heads that had not seen the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from charter_lint.desk.learn.data import Labelled
    from charter_lint.desk.learn.gather import Gathered

HARMLESS_STOP, ORDINARY_STOP = 0.014, 0.002
"""Shares of harmless and of ordinary drafts that may get a review."""
HARMLESS_HINT, ORDINARY_HINT = 0.037, 0.01
"""Shares that may get a hint: advice on what resembles what deserves a stop."""
HARMLESS_ADVICE, ORDINARY_ADVICE = 0.018, 0.018
"""Shares that may get advice on what resembles advice."""
DOUBT = 0.15
"""The share of the harmless that rules may ask about: what they resemble is evidence only."""
EASE = 0.38
"""The share of the drafts that deserve a stop of which the text as a whole reads milder."""
HUSH = 0.1
"""The share of the drafts that deserve a word or a stop of which the text reads as harmless."""

CALM = 0.005
"""The share of the texts in doubt that are passed over for what little speaks against them."""


def bound(gathered: Gathered, scores: Sequence[float], harmless: float, ordinary: float) -> float:
    """Choose the score that at most these shares of the harmless and the ordinary exceed."""
    return max(
        _at(gathered, scores, harmless, ordinary=False),
        _at(gathered, scores, ordinary, ordinary=True),
    )


def below(
    gathered: Gathered, scores: Sequence[float], share: float, verdicts: Collection[str]
) -> float:
    """Choose the score below which at most this share of the drafts of these verdicts lies."""
    best = _highest(gathered, scores, lambda draft: draft.verdict in verdicts)
    ranked = sorted(best)
    if not ranked:
        return min(scores, default=0.0)
    return ranked[min(int(share * len(ranked)), len(ranked) - 1)]


def _at(gathered: Gathered, scores: Sequence[float], share: float, *, ordinary: bool) -> float:
    """Give the score that at most this share of the harmless drafts exceed, pooled."""

    def counts(draft: Labelled) -> bool:
        plain = draft.source.startswith("ordinary")
        harmless = not draft.findings and draft.kind in ("clean", "lookalike", "")
        return harmless and plain is ordinary

    ranked = sorted(_highest(gathered, scores, counts), reverse=True)
    if not ranked:
        return max(scores, default=0.0)
    return ranked[min(int(share * len(ranked)), len(ranked) - 1)]


def _highest(
    gathered: Gathered, scores: Sequence[float], wanted: Callable[[Labelled], bool]
) -> list[float]:
    """Give the highest score of each wanted draft that is neither held back nor of a rule."""
    highest: dict[int, float] = {}
    for row, score in zip(gathered.sentences, scores, strict=True):
        draft = gathered.drafts[row.draft]
        if not row.closed and draft.source != "rules" and wanted(draft):
            highest[row.draft] = max(score, highest.get(row.draft, score))
    return list(highest.values())
