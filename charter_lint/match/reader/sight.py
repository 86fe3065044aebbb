"""What the reader makes of a scanned draft, read when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from charter_lint.match.reader.model import Model, ModelError, load_model
from charter_lint.match.reader.passages import Facts, Passage, passages_of
from charter_lint.match.reader.rated import Row, Window, family_of, judged, rows_of, windows

if TYPE_CHECKING:
    from charter_lint.draft import Span
    from charter_lint.match.scan import Scan


class Learned(msgspec.Struct, frozen=True):
    """Where what was learned stands, and the classes of company facts; `off`: nothing is read.

    `current` marks the examples of rules that it must have learned from; None where it need not.
    """

    file: str
    facts: Facts
    off: bool = False
    current: Mapping[str, int] | None = None


class Here(NamedTuple):
    """How a place reads: log-odds for a stop and for advice, whether it falls behind.

    Each the highest of those of its windows and of its own sentences, read as a text of their own;
    `alone` for a stop is that of its sentences. `behind` where another sentence of the window is
    far likelier.
    """

    stop: float
    advice: float
    alone: float
    behind: bool


class Sight:
    """The sentences of a draft and what the first stage makes of them.

    `windows` are read at once, judged only where they are not calm or where that is asked for, and
    so are the sentences of one.
    """

    def __init__(self, model: Model, passages: list[Passage], platform: str) -> None:
        self.model = model
        self.platform = platform
        self.passages = passages
        self.words = [passage.words for passage in passages]
        self.marks = [passage.marks for passage in passages]
        self.windows = windows(model, self.words, self.marks, platform)
        self._judged: dict[int, Window] = {}
        self._rows: dict[int, list[Row]] = {}

    def rows(self) -> list[Row]:
        """Judge every sentence."""
        return [row for number in range(len(self.windows)) for row in self._rows_of(number)]

    @cached_property
    def doubts(self) -> list[Row]:
        """The rows above a bound, of the windows in doubt; judged once, when first asked for."""
        model = self.model
        found = []
        for number, read in enumerate(self.windows):
            if read.calm(model):
                continue
            window = self._window(number)
            if window.stop > model.doubt or window.advice > model.advice:
                found += [
                    row
                    for row in self._rows_of(number)
                    if row.stop > model.doubt or row.advice > model.advice
                ]
        return found

    def like(self, family: str, sentence: int) -> bool:
        """Say whether a sentence, by its number in the draft, is doubted and of this family."""
        return any(
            self.passages[row.number].number == sentence
            and family_of(self.model, row.read) == family
            for row in self.doubts
        )

    def at(self, span: Span) -> Here | None:
        """Say how a place reads; None where there is no sentence, or too short a text to tell."""
        members = [i for i, passage in enumerate(self.passages) if passage.span.overlaps(span)]
        around = [
            number
            for number, window in enumerate(self.windows)
            if window.words >= self.model.fewest and any(i in window.members for i in members)
        ]
        if not around:
            return None
        words, marks = [self.words[i] for i in members], [self.marks[i] for i in members]
        alone = [judged(self.model, w) for w in windows(self.model, words, marks, self.platform)]
        judgements = [*alone, *(self._window(number) for number in around)]
        return Here(
            max(window.stop for window in judgements),
            max(window.advice for window in judgements),
            max(window.stop for window in alone),
            all(
                row.stop < self._window(number).stop
                for number in around
                for row in self._rows_of(number)
                if row.number in members
            ),
        )

    def _window(self, number: int) -> Window:
        known = self._judged.get(number)
        if known is None:
            known = self._judged[number] = judged(self.model, self.windows[number])
        return known

    def _rows_of(self, number: int) -> list[Row]:
        known = self._rows.get(number)
        if known is None:
            window = self._window(number)
            known = self._rows[number] = rows_of(self.model, self.words, self.marks, window)
        return known

    def nearest(self, family: str, span: Span) -> str:
        """Give the family's flagged example nearest to the sentences that a place touches."""
        from charter_lint.match.reader.nearest import nearest, pool_of  # noqa: PLC0415  (for findings only)

        words = [w for p in self.passages if p.span.overlaps(span) for w in p.words]
        near = nearest(words, pool_of(self.model.shown_of(family)))
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
