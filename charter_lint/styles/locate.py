"""Finds a match in the draft by its text, as Vale does where a block has no known place.

Vale reports some matches by searching the draft for what was matched, past what it has
reported before. The functions here take the same steps, so that they give the same place.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from charter_lint.styles.sentences import split

if TYPE_CHECKING:
    from charter_lint.styles.block import Block

_QUOTES = {"'": "['\u2018\u2019]", '"': '["\u201c\u201d]'}


class Place(NamedTuple):
    """Where a match was found: line and columns as printed, and its offset (-1: guessed)."""

    line: int
    column: int
    last: int
    offset: int


def prior(
    block: Block, start: int, match: str, known: tuple[int, int]
) -> tuple[int, tuple[int, int]]:
    """Count the occurrences of *match* before *start* that a search would stop at.

    *known* is how far an earlier count for the same block and match has come for certain,
    and its number; the same for the next count is given, too.
    """
    text = _cut(block.text, 0, start)
    at, found = known
    certain = known
    at = text.find(match, at)
    while at >= 0:
        found += _acceptable(text, at, match)
        if at + len(match) + 1 < len(text):  # what follows is known
            certain = (at + 1, found)
        at = text.find(match, at + 1)
    return found, certain


def in_line(context: str, block: Block, start: int, end: int, match: str, skip: int) -> Place:
    """Place a match of a block that is one line of the draft."""
    for number, line in enumerate(context.splitlines(keepends=True) or [""]):
        size = len(line) if line.isascii() else len(line.encode())
        exact = size > end and _cut(line, start, end) == match
        if not exact and number != block.line:
            continue
        position, sub, _ = _search(line, block.text, match, skip, -1)
        last = position + len(sub) - 1
        return Place(number + 1, position, _clamped(last, len(line)), -1)
    return Place(block.line + 1, start, end, -1)


def in_draft(
    context: str, lines: list[str], block: Block, match: str, skip: int
) -> Place:  # fmt: skip
    """Place a match by searching all of *context*; *lines* keep their line ends."""
    position, sub, offset = _search(context, block.text, match, skip, block.offset)
    if position < 0:
        return Place(position, 0, 0, -1)
    before = 0
    for number, line in enumerate(lines):
        if before + len(line) >= position:
            column = position - before
            return Place(number + 1, column, _clamped(column + len(sub) - 1, len(line)), offset)
        before += len(line)
    return Place(len(lines), 0, 0, offset)


def masked(context: str, match: str, offset: int) -> str:
    """Blank one reported match so that the next search finds the next one."""
    end = offset + len(match)
    if offset < 0 or context[offset:end] != match:
        offset = context.find(match)
        if offset < 0:
            return context
        end = offset + len(match)
    return context[:offset] + _blank(match, "#") + context[end:]


def _blank(text: str, sign: str) -> str:
    if "\n" not in text:
        return sign * len(text)
    return "\n".join(sign * len(line) for line in text.split("\n"))


def _clamped(last: int, extent: int) -> int:
    if last > extent:
        return extent
    return 1 if last <= 0 else last


def _cut(text: str, start: int, end: int) -> str:
    """Cut by bytes, which is how Vale applies these offsets."""
    if text.isascii():
        return text[start:end]
    return text.encode()[start:end].decode(errors="ignore")


def _search(context: str, text: str, match: str, skip: int, at: int) -> tuple[int, str, int]:
    """Give the position from 1, the text found there, and its offset or -1."""
    if not match:
        return 1, "", -1
    if 0 <= at <= len(context):  # the block was found there before matches in it were blanked
        offset = at
    else:
        offset = context.find(text)
        if offset < 0 and not any(char.isalpha() or char.isdecimal() for char in match):
            words = text.split()
            offset = context.find(words[0]) if words else -1
    if offset > 0:
        context = _blank(context[:offset], "@") + context[offset:]
    if "'" not in match and '"' not in match:
        found = _nth(context, match, skip)
        if found >= 0:
            return found + 1, match, found
    spans = [each.span() for each in _tolerant(match).finditer(context)]
    if not spans:
        found = context.find(match)
        if found < 0:
            position, sub = _guess(context, text, match)
            return position, sub, -1
    else:
        found = spans[0][0]
        for start, end in spans:
            if _in_markup(context, start, end):
                continue
            if skip > 0:
                skip -= 1
                continue
            found = start
            break
    if context.startswith("_", found):
        found += 1
    return found + 1, match, found


def _nth(context: str, match: str, skip: int) -> int:
    at = context.find(match)
    while at >= 0:
        if _acceptable(context, at, match):
            if not skip:
                return at
            skip -= 1
        at = context.find(match, at + 1)
    return -1


def _acceptable(text: str, at: int, match: str) -> bool:
    end = at + len(match)
    if at and text[at - 1] != "_" and _letter(text[at - 1]) == _letter(match[0]):
        return False
    if end < len(text) and text[end] != "_" and _letter(text[end]) == _letter(match[-1]):
        return False
    return not _in_markup(text, at, end)


def _letter(char: str) -> bool:
    return char.isalpha() or char.isdecimal()


def _in_markup(text: str, start: int, end: int) -> bool:
    """Say whether a match stands against a code or math delimiter, or a dash."""
    if start > 1 and text[start - 1] in "`-":
        return True
    beside = text[end : end + 1]
    if text[end + 1 : end + 2] in ("`", "-") and beside.isascii() and not beside.isspace():
        return True
    if beside in ("`", "$"):
        return True
    return start > 0 and text[start - 1] == "$"


@cache
def _tolerant(match: str) -> re.Pattern[str]:
    inside = "".join(_QUOTES.get(char) or re.escape(char) for char in match)
    return re.compile(rf"(?:^|\b|_)(?:{inside})(?:_|\b|$)", re.ASCII)


def _guess(context: str, text: str, match: str) -> tuple[int, str]:
    target = ""
    for start, end in split(text):
        sentence = text[start:end]
        if sentence == match or sentence.find(match) > 0:
            target = sentence
    words = re.findall(r"[^\W\d_](?:[^\s]*[^\W_])?", target)
    if target:
        for line in context.split("\n"):
            if all(word in line for word in words):
                return len(context[: context.find(line)].encode()) + 1, line  # bytes, as there
    return -1, text
