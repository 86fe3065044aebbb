"""Turn sentences into LanguageTool's annotated text, and its offsets back into theirs."""

from __future__ import annotations

import json
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

import msgspec

from charter_lint.draft.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from charter_lint.draft.blocks import Blocks

_BMP = 0xFFFF  # above it a character takes two UTF-16 units


class Piece(msgspec.Struct, frozen=True):
    """A stretch of the text to check; `read` is what LanguageTool reads instead, if not itself."""

    span: Span
    read: str | None = None


class Request(msgspec.Struct, frozen=True):
    """Annotated text for one question, with the sentences in it and where each begins there."""

    data: str
    sentences: tuple[Span, ...]
    starts: tuple[int, ...]
    units: tuple[int, ...] | None

    def place(self, offset: int, length: int) -> tuple[int, Span] | None:
        """Give the number of a match's sentence and its span in it, or nothing if it has none.

        Takes UTF-16 units of the annotated text; a match that runs on is cut at its sentence's end.
        """
        first, last = self._point(offset), self._point(offset + length)
        number = bisect_right(self.starts, first) - 1
        if number < 0:
            return None
        size = self.sentences[number].end - self.sentences[number].start
        start = first - self.starts[number]
        end = min(last - self.starts[number], size)
        return (number, Span(start, end)) if start < end else None

    def _point(self, units: int) -> int:
        return units if self.units is None else bisect_right(self.units, units) - 1


def protected_in(text: str, blocks: Blocks, stand_in: str) -> list[Piece]:
    """Find links, addresses, mentions, code and hashtags, with what is to be read instead.

    A lone hashtag within a line is read as its word; a row of them, or one at the end of a line,
    is no part of any sentence.
    """
    pieces = [Piece(span, stand_in) for span in (*blocks.urls, *blocks.emails, *blocks.mentions)]
    pieces += [Piece(span, stand_in) for span in blocks.code]
    for tag in blocks.hashtags:
        word = text[tag.start + 1 : tag.end]
        pieces.append(Piece(tag, word if _is_inline(text, tag) else ""))
    pieces.sort(key=lambda piece: piece.span)
    apart: list[Piece] = []
    for piece in pieces:
        if not apart or not apart[-1].span.overlaps(piece.span):
            apart.append(piece)
    return apart


def _is_inline(text: str, tag: Span) -> bool:
    after = text[tag.end :].lstrip(" \t\u00a0")
    before = text[: tag.start].rstrip(" \t\u00a0")
    return bool(after) and after[0] not in "#\r\n" and not before.split(" ")[-1].startswith("#")


def request_of(text: str, sentences: Sequence[Span], protected: Sequence[Piece]) -> Request:
    """Build the question about these sentences of a text, in order.

    Sentences that stand side by side in a line stay so; the others are parted as paragraphs are.
    """
    annotation: list[dict[str, str]] = []
    starts: list[int] = []
    buffer: list[str] = []
    length = 0
    last: Span | None = None

    def add(raw: str, read: str | None = None) -> None:
        nonlocal length
        if raw:
            part = {"text": raw} if read is None else {"markup": raw, "interpretAs": read}
            annotation.append(part)
            buffer.append(raw)
            length += len(raw)

    for sentence in sentences:
        if last is not None:
            between = text[last.end : sentence.start]
            if between.strip() or "\n" in between or "\r" in between:
                add("\n", "\n\n")
            else:
                add(between)
        starts.append(length)
        at = sentence.start
        for piece in protected:
            if piece.span.end <= at or piece.span.start >= sentence.end:
                continue
            add(text[at : piece.span.start])
            end = min(piece.span.end, sentence.end)
            add(text[max(at, piece.span.start) : end], piece.read)
            at = end
        add(text[at : sentence.end])
        last = sentence
    data = json.dumps({"annotation": annotation}, ensure_ascii=False)
    return Request(data, tuple(sentences), tuple(starts), _units("".join(buffer)))


def _units(buffer: str) -> tuple[int, ...] | None:
    """Give each code point's UTF-16 offset and the end's; nothing if they are the same."""
    if buffer.isascii() or max(map(ord, buffer)) <= _BMP:
        return None
    return tuple(accumulate((1 + (ord(sign) > _BMP) for sign in buffer), initial=0))
