"""A stretch of prose that rules are run on, and where its text stands in the draft."""

from __future__ import annotations

from typing import NamedTuple

from charter_lint.match.literals import fold
from charter_lint.styles.engine import shadow, words


class Run(NamedTuple):
    """A piece of a block's text that stands in the draft as it is."""

    at: int
    source: int
    length: int


class Inline(NamedTuple):
    """A piece of a block's text that an inline element holds."""

    scope: str
    start: int
    end: int


class Block:
    """One block: its text, its scope, and its place in the draft if that is known."""

    __slots__ = (
        "_folded", "_seen", "context", "inline", "lazy", "line", "numbers", "offset", "runs",
        "scope", "text",
    )  # fmt: skip

    def __init__(
        self,
        text: str,
        scope: str,
        context: str,
        offset: int = -1,
        line: int = -1,
        runs: tuple[Run, ...] = (),
        inline: tuple[Inline, ...] = (),
    ) -> None:
        self.text = text
        self.scope = scope
        self.context = context
        self.offset = offset
        self.line = line
        self.runs = runs
        self.inline = inline
        self.lazy = False
        """What stands before the block is still to be blanked in the context."""
        self.numbers: list[int] | None = None
        """The alternatives that the text may hold, once they are known."""
        self._folded = ""
        self._seen = ""

    @property
    def folded(self) -> str:
        """The text without letter case, of the same length."""
        if not self._folded:
            self._folded = fold(self.text)
        return self._folded

    @property
    def seen(self) -> str:
        """The text as expressions see it: every character's part in words as Vale has it."""
        if not self._seen:
            self._seen = shadow(self.text)
        return self._seen

    @property
    def words(self) -> set[str]:
        """The folded words of the text."""
        seen = self.seen
        return words(self.folded if seen is self.text else fold(seen))

    def source(self, at: int) -> int:
        """Give where a place in the text stands in the draft, by its runs; -1 if unknown."""
        for run in self.runs:
            if run.at <= at < run.at + run.length:
                return run.source + at - run.at
        return -1

    def part(self, text: str, scope: str, start: int, offset: int) -> Block:
        """Give a block for a piece of the text that begins at *start* (-1 if not found)."""
        runs: tuple[Run, ...] = ()
        if self.runs and start >= 0:
            runs = _runs(self.runs, start, start + len(text))
        inline = tuple(
            Inline(each.scope, each.start - start, each.end - start)
            for each in self.inline
            if each.start >= start and each.end <= start + len(text)
        )
        made = Block(text, scope, self.context, offset, self.line, runs, inline)
        made.lazy = self.lazy
        made.numbers = self.numbers  # what the whole lacks, a part lacks
        return made

    def without(self, scopes: frozenset[str]) -> Block:
        """Give the block with the text of inline elements of the named scopes blanked."""
        text = self.text
        for each in self.inline:
            if each.scope in scopes and each.end <= len(text):
                text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
        if text == self.text:
            return self
        return Block(text, self.scope, self.context, self.offset, self.line, self.runs)


def _runs(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    """Give the pieces of *runs* that lie in a range of the text, counted from its start."""
    found = []
    for run in runs:
        low, high = max(run.at, start), min(run.at + run.length, end)
        if low < high:
            found.append(Run(low - start, run.source + low - run.at, high - low))
    return tuple(found)
