"""Offsets in code points, and positions as editors count them."""

from __future__ import annotations

from lsprotocol import types

from charter_lint.draft.spans import Lines


class Places:
    """The way between offsets of a text and positions in the encoding agreed with the editor.

    Lines end where the protocol says: LF, CRLF, CR. (LSP 3.17, “Text Documents”)
    """

    def __init__(self, text: str, encoding: str = "utf-16") -> None:
        self._text = text
        self._lines = Lines(text)
        self._encoding = encoding

    def position(self, offset: int) -> types.Position:
        """Give the position of an offset."""
        place = self._lines.position(offset)
        head = self._text[offset - place.column + 1 : offset]
        return types.Position(place.line - 1, self._units(head))

    def range(self, start: int, end: int) -> types.Range:
        """Give the range between two offsets."""
        return types.Range(self.position(start), self.position(end))

    def offset(self, position: types.Position) -> int:
        """Give the offset of a position; one outside the text is moved to its nearest end."""
        if position.line >= len(self._lines.starts):
            return len(self._text)
        start = self._lines.starts[position.line]
        units = 0
        line = self._lines.line(position.line + 1)
        for number, char in enumerate(line):
            units += self._units(char)
            if units > position.character:
                return start + number
        return start + len(line)

    def line_range(self, number: int, column: int = 1) -> types.Range:
        """Give the range from a column to the end of a line, both counted from 1.

        A column behind the last sign gives the whole line, so that there is something to see.
        """
        number = min(max(number, 1), len(self._lines.starts))
        line = self._lines.line(number)
        start = self._lines.starts[number - 1]
        first = column - 1 if 0 < column <= len(line) else 0
        return self.range(start + first, start + len(line))

    def _units(self, text: str) -> int:
        if self._encoding == "utf-32":
            return len(text)
        if self._encoding == "utf-8":
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text) + sum(c > "\uffff" for c in text)
