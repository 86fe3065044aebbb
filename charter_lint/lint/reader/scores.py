"""Two stages: cheap weights for every sentence, an encoder for those in doubt."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

import msgspec

from charter_lint.match.reader.passages import Passage
from charter_lint.match.reader.rated import family_of

if TYPE_CHECKING:
    from charter_lint.charter.compiled import Charter
    from charter_lint.match.reader.sight import Sight
    from charter_lint.match.scan import Scan


class Scored(msgspec.Struct, frozen=True):
    """A sentence that resembles flagged ones: its family, whether it deserves a stop."""

    passage: Passage
    family: str
    stop: bool
    probability: float


class Said(msgspec.Struct, frozen=True):
    """The sentences that speak; `without_encoder` where no second stage was there for doubts."""

    sentences: tuple[Scored, ...]
    without_encoder: bool


def doubted(scan: Scan, charter: Charter, sight: Sight) -> Said:
    """Judge the sentences of a draft; only those that the first stage doubts cost more."""
    model, passages, rows = sight.model, sight.passages, sight.doubts
    if not rows:
        return Said((), without_encoder=False)
    if model.second is not None:
        from charter_lint.lint.reader.second import second_opinion  # noqa: PLC0415  (in doubt only)

        said = second_opinion(scan, charter, model, passages, rows)
        if said is not None:
            return Said(said, without_encoder=False)
    found = []
    for row in rows:
        if not (row.stop > model.hint or row.advice > model.advice):
            continue
        family = family_of(model, row.read)
        sure = max(row.stop, row.advice)
        found.append(
            Scored(passages[row.number], family, row.stop > model.stop, 1 / (1 + exp(-sure)))
        )
    return Said(tuple(found), without_encoder=True)
