"""Places in a text: spans in code points, positions in lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code-point offsets into the original text."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Say whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end


class Position(NamedTuple):
    """A place as people count it: line and column, both from 1, columns in code points."""

    line: int
    column: int


class Lines:
    """The line starts of a text; a line ends at LF, CRLF or a lone CR."""

    def __init__(self, text: str) -> None:
        self._text = text
        starts = [0]
        at = 0
        while True:
            lf = text.find("\n", at)
            cr = text.find("\r", at)
            if lf < 0 and cr < 0:
                break
            if cr >= 0 and (lf < 0 or cr < lf):
                at = cr + 2 if text.startswith("\n", cr + 1) else cr + 1
            else:
                at = lf + 1
            starts.append(at)
        self.starts = starts

    def position(self, offset: int) -> Position:
        """Give line and column of a code-point offset; offsets past the end count from the last."""
        line = bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def offset(self, position: Position) -> int:
        """Give the code-point offset of a position; the inverse of `position`."""
        return self.starts[position.line - 1] + position.column - 1

    def line(self, number: int) -> str:
        """Give the text of a line, counted from 1, without its line break."""
        start = self.starts[number - 1]
        end = self.starts[number] if number < len(self.starts) else len(self._text)
        return self._text[start:end].rstrip("\r\n")
