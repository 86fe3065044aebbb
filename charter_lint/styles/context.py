"""The draft while its Markdown is walked: what has been read is blanked in it.

So the next search for a text finds the next place where it stands; Vale finds the places
of blocks that way.
"""

from __future__ import annotations

import re

from charter_lint.styles.block import Run

_WINDOW = 64 << 10  # how far ahead a block is looked for
_INFO = re.compile("`{3,}.+")
_REFERENCE = re.compile(r"\]\[[^\]\n]+\]")
_DEFINITION = re.compile(r"\[[^\]\n]+\]:")
_NUMBERED = re.compile(r"^\d+\.", re.MULTILINE)


class Context:
    """The text of the draft, blanked bit by bit, and how far it has been read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.line = 0
        """The line of what was read last."""
        self.spans: list[Run] = []
        """Where the pieces of the block being read stand in the draft."""
        self._cursor = self._source_cursor = self._comment_cursor = 0

    def update(self, text: str) -> None:
        """Blank a text, line by line, or word by word where that fails."""
        if not text:
            return
        for line in text.split("\n"):
            if not self._blank(line):
                for word in line.split():
                    self._blank(word)

    def _blank(self, text: str) -> bool:
        at = self.text.find(text)
        if at < 0:
            return False
        end = at + len(text)
        self.text = self.text[:at] + blanked(text) + self.text[end:]
        return True

    def advance(self, text: str) -> int:
        """Give the line of the last line of *text*, or of its longest word; -1 if not ahead."""
        if only_mask(text):
            return -1
        last = text.rpartition("\n")[2]
        at = self.text.find(last)
        if at < 0:
            longest = max(last.split(), key=lambda each: len(each.encode()), default="")
            at = self.text.find(longest) if longest else -1
        if at < 0:
            return -1
        line = self.text.count("\n", 0, at)
        return line if line > self.line else -1

    def comment(self, text: str) -> int:
        """Give where the next comment stands; -1 if it isn't found."""
        at = self.text.find(text, self._comment_cursor) if text else -1
        if at >= 0:
            self._comment_cursor = at + len(text)
        return at

    def map(self, at: int, raw: str) -> None:
        """Note where a piece of the block's text stands in the draft, if it is found."""
        source = self.text.find(raw, self._source_cursor) if raw else -1
        if source >= 0:
            self._source_cursor = source + len(raw)
            self.spans.append(Run(at, source, len(raw)))

    def source(self, at: int) -> int:
        """Give where a place in the block's text stands in the draft; -1 if unknown."""
        for run in self.spans:
            if run.at <= at < run.at + run.length:
                return run.source + at - run.at
        return -1

    def runs(self, start: int, end: int) -> tuple[Run, ...]:
        """Give the known pieces within a range of the block's text, counted from its start."""
        found = []
        for run in self.spans:
            low, high = max(run.at, start), min(run.at + run.length, end)
            if low < high:
                found.append(Run(low - start, run.source + low - run.at, high - low))
        return tuple(found)

    def locate(self, text: str) -> int:
        """Give where a block's text stands as a whole, past the last such; -1 if not found."""
        if not text or only_mask(text):
            return -1
        at = self.text.find(text, self._cursor, self._cursor + _WINDOW)
        if at >= 0:
            self._cursor = at + len(text)
        return at


def prepared(text: str) -> str:
    """Blank what must not be found: info strings, link references, numbers of lists."""
    text = _INFO.sub(_info, text)
    text = _REFERENCE.sub(lambda found: "][" + "*" * (len(found[0]) - 3) + "]", text)
    text = _DEFINITION.sub(lambda found: "[" + "*" * (len(found[0]) - 3) + "]:", text)
    return _NUMBERED.sub(lambda found: "*" * len(found[0]), text)


def blanked(text: str) -> str:
    """Give *text* with its ASCII characters blanked, line ends aside."""
    return re.sub(r"[\x00-\x09\x0b-\x7f]", "@", text)


def only_mask(text: str) -> bool:
    """Say whether a text is nothing but blanks."""
    return bool(text) and not text.strip("*@ \t\n")


def _info(found: re.Match[str]) -> str:
    parts = found[0].split("`")
    return "`" * (len(parts) - 1) + "*" * len(parts[-1])
