"""What a reader would stop on the texts that no reader is trained on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from charter_lint.match.reader.rated import rated

if TYPE_CHECKING:
    from charter_lint.desk.learn.gather import Gathered
    from charter_lint.match.reader.model import Model

PROTECTED = ("guard", "harmless", "ordinary")
"""Groups of drafts of which a new reader may not stop noticeably more than the old one."""


class Tally(msgspec.Struct, frozen=True):
    """Drafts of one group: how many there are, and how many the first stage stops or advises."""

    drafts: int
    stopped: int
    advised: int


def tally(model: Model, gathered: Gathered) -> dict[str, Tally]:
    """Count the held-back drafts by group, and those to be reviewed by family."""
    over: dict[int, int] = {}
    for number, members in gathered.by_draft().items():
        if not gathered.drafts[number].closed:
            continue
        sentences = [gathered.sentences[i].words for i in members]
        for _, _, stop, advice in rated(model, sentences, gathered.drafts[number].platform):
            rank = 2 if stop > model.stop else int(advice > model.advice)
            over[number] = max(rank, over.get(number, 0))
    counted: dict[str, list[int]] = {}
    for number, rank in over.items():
        draft = gathered.drafts[number]
        for group in _groups(draft.kind, draft.source, [f.family for f in draft.findings]):
            row_ = counted.setdefault(group, [0, 0, 0])
            row_[0] += 1
            row_[1] += rank == 2
            row_[2] += rank > 0
    order = [*PROTECTED, "violation"]
    names = [*order, *sorted(set(counted) - set(order))]
    return {name: Tally(*counted[name]) for name in names if name in counted}


def worse(before: dict[str, Tally], after: dict[str, Tally], most: float = 0.01) -> str:
    """Name the protected group of which more would be stopped, by more than `most`; "" if none.

    Of protected speech not one draft more may be stopped.
    """
    for group in PROTECTED:
        if group in before and group in after:
            allowed = 0.0 if group == "guard" else most * after[group].drafts
            if after[group].stopped - before[group].stopped > allowed:
                return group
    return ""


def _groups(kind: str, source: str, families: list[str]) -> list[str]:
    if kind == "guard":
        return ["guard"]
    if not families:
        return ["ordinary" if source.startswith("ordinary") else "harmless"]
    return ["violation", *dict.fromkeys(families)]
