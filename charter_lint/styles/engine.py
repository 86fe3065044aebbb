"""Runs expressions: each compiled when it is first needed, none longer than a time limit."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

LIMIT = 0.5
"""Seconds that one search may take; a search that takes longer is given up and said."""

_LONG = 4000  # code points up to which one unbounded repeat is left to `re`, which has no limit


class TooSlowError(Exception):
    """An expression was given up at the time limit."""


class Runner:
    """One expression, compiled on first use by the engine that suits it and the text."""

    __slots__ = ("_fast", "_rich", "_safe", "_text", "_weight", "odd")

    def __init__(self, text: str, weight: int, *, rich: bool) -> None:
        self._text = text
        self._weight = weight
        self._rich = rich
        self._fast: Any = None
        self._safe: Any = None
        self.odd = not text.isascii() and any(map(odd, text))

    def search(self, text: str, start: int = 0) -> Any:  # noqa: ANN401 - a match of either engine
        """Give the first match at or after *start*; raises TooSlowError."""
        if not self._rich and (not self._weight or (self._weight == 1 and len(text) <= _LONG)):
            if self._fast is None:
                self._fast = re.compile(self._text)
            return self._fast.search(text, start)
        if self._safe is None:
            import regex  # noqa: PLC0415 - needed by few expressions, costs 20 ms

            self._safe = regex.compile(self._text)
        try:
            return self._safe.search(text, start, timeout=LIMIT)
        except TimeoutError:
            raise TooSlowError from None

    def every(self, text: str) -> list[Any]:
        """Give the successive matches in *text*; raises TooSlowError."""
        if not self._rich and (not self._weight or (self._weight == 1 and len(text) <= _LONG)):
            if self._fast is None:
                self._fast = re.compile(self._text)
            return list(self._fast.finditer(text))
        if self.search(text) is None:
            return []
        try:
            return list(self._safe.finditer(text, timeout=LIMIT))
        except TimeoutError:
            raise TooSlowError from None


@cache
def odd(char: str) -> bool:
    """Say whether Python and Vale's engine disagree on *char* being part of a word.

    There, letters, non-spacing marks, decimal digits, connectors and joiners are.
    """
    if char < "\x80":
        return False
    if joins(char) != (char.isalnum() or char == "_"):
        return True
    # Letters in circles and squares, and marks that take space, are words to `regex` alone.
    circled = "\u24b6" <= char <= "\u24e9" or "\U0001f130" <= char <= "\U0001f189"
    return circled or unicodedata.category(char) in ("Mc", "Me")


@cache
def joins(char: str) -> bool:
    """Say whether Vale's engine takes *char* for part of a word (`\\b` asks that)."""
    category = unicodedata.category(char)
    return category[0] == "L" or category in ("Mn", "Nd", "Pc") or char in "\u200c\u200d"


def shadow(text: str) -> str:
    """Give *text* with every character that is `odd` replaced by one that is not.

    What joins a word becomes a letter of a script no rule is written in, the rest a sign.
    """
    if text.isascii():
        return text
    table = {ord(char): "\ua66e" if joins(char) else "\ufffd" for char in set(text) if odd(char)}
    return text.translate(table) if table else text
