"""Laying out text in columns: widths as terminals count them, excerpts around a place."""

from __future__ import annotations

import re
import textwrap
import unicodedata

ELLIPSIS = "…"


def width(text: str) -> int:
    """Give the columns that a text takes in a terminal (UAX #11: wide and full-width take two)."""
    columns = 0
    for char in text:
        if unicodedata.combining(char) or char in "\u200b\u200c\u200d\ufe0f\ufe0e":
            continue
        columns += 2 if unicodedata.east_asian_width(char) in "WF" else 1
    return columns


def wrap(text: str, columns: int, indent: str, hanging: str | None = None) -> str:
    """Wrap a text to columns behind an indent; no-break spaces do not break."""
    rest = indent if hanging is None else hanging
    guarded = text.replace("\u00a0", "\ue000").replace("\u202f", "\ue001")
    lines = textwrap.wrap(
        guarded,
        columns,
        initial_indent=indent,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(lines).replace("\ue000", "\u00a0").replace("\ue001", "\u202f")


def excerpt(line: str, start: int, end: int, columns: int) -> tuple[str, int, int]:
    """Cut a line to what is around a place.

    Takes and gives the place as offsets into the line; a place too long for the columns keeps its
    head. Cuts fall between words where they can.
    """
    line = line.replace("\t", " ")
    if width(line) <= columns:
        return line, start, end
    if width(line[start:end]) > columns - 4:
        end = start + _fitting(line[start:end], columns - 4)
    room = columns - width(line[start:end]) - 2
    left = max(0, start - room // 2)
    right = min(len(line), end + room - (start - left))
    left = max(0, min(left, start - (room - (right - end))))
    if left > 0:
        space = line.find(" ", left, start)
        left = space + 1 if space >= 0 else left
    if right < len(line):
        space = line.rfind(" ", end, right)
        right = space if space > end else right
    cut = line[left:right]
    head = ELLIPSIS if left > 0 else ""
    tail = ELLIPSIS if right < len(line) else ""
    shift = len(head) - left
    return head + cut + tail, start + shift, end + shift


def marker(line: str, start: int, end: int, sign: str = "^") -> str:
    """Give a line of signs below a place."""
    return " " * width(line[:start]) + sign * max(1, width(line[start:end]))


def one_line(text: str) -> str:
    """Bring a text on one line."""
    return re.sub(r"\s+", " ", text).strip()


def _fitting(text: str, columns: int) -> int:
    taken = 0
    for i, char in enumerate(text):
        taken += width(char)
        if taken > columns:
            return i
    return len(text)
