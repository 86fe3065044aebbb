"""What the reader makes of a scanned draft, read when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from charter_lint.match.reader.model import Model, ModelError, load_model
from charter_lint.match.reader.passages import Facts, Passage, passages_of
from charter_lint.match.reader.rated import family_of, rated

if TYPE_CHECKING:
    from charter_lint.draft import Span
    from charter_lint.match.reader.model import Read
    from charter_lint.match.scan import Scan


class Learned(msgspec.Struct, frozen=True):
    """Where what was learned stands, and the classes of company facts; `off`: nothing is read.

    `current` marks the examples of rules that it must have learned from; None where it need not.
    """

    file: str
    facts: Facts
    off: bool = False
    current: Mapping[str, int] | None = None


class Sight:
    """The sentences of a draft and what the first stage makes of each.

    `rows` hold a sentence's number among `passages`, its places, its log-odds for a stop and for
    advice.
    """

    def __init__(self, model: Model, passages: list[Passage], platform: str) -> None:
        self.model = model
        self.passages = passages
        self.rows = rated(model, [passage.words for passage in passages], platform)

    def doubts(self) -> list[tuple[int, Read, float, float]]:
        """Give the rows of the sentences that the first stage doubts."""
        model = self.model
        return [r for r in self.rows if r[2] > model.doubt_stop or r[3] > model.doubt_advice]

    def like(self, family: str, sentence: int) -> bool:
        """Say whether a sentence, by its number in the draft, is doubted and of this family."""
        return any(
            self.passages[i].number == sentence and family_of(self.model, row) == family
            for i, row, _, _ in self.doubts()
        )

    def nearest(self, family: str, span: Span) -> str:
        """Give the family's flagged example nearest to the sentences that a place touches."""
        words = [w for p in self.passages if p.span.overlaps(span) for w in p.words]
        near = self.model.nearest(words, family)
        return near.example.text if near else ""


def sight_of(scan: Scan) -> Sight:
    """Read a scan's draft, once; raises ModelError where that cannot be done."""
    known = scan.shared.get(Sight)
    if isinstance(known, Sight):
        return known
    model = model_of(scan)
    facts = scan.learned.facts if scan.learned is not None else {}
    sight = Sight(model, passages_of(scan, facts), scan.draft.context.platform)
    scan.shared[Sight] = sight
    return sight


def model_of(scan: Scan) -> Model:
    """Give what was learned; raises ModelError where it is off, missing or not to be used."""
    learned = scan.learned
    if learned is None or learned.off:
        raise ModelError("reader.off")
    model = load_model(Path(learned.file))
    if learned.current is not None and model.older(learned.current):
        raise ModelError("reader.older-unused")
    return model
