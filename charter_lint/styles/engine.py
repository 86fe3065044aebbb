"""Runs expressions: each compiled when it is first needed, none longer than a time limit."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

LIMIT = 0.5
"""Seconds that one search may take; a search that takes longer is given up and said."""

# `re` knows no time limit, so it is given only what can't take long: code points of a text
# by the number of endless repeats that can get entangled in it.
_MOST = {0: 1 << 30, 1: 5000, 2: 300, 3: 70}


class GivenUpError(Exception):
    """A rule can't be run on this draft; `reason` is a key of `messages.styles`."""

    reason = "too-slow"


class TooSlowError(GivenUpError):
    """An expression was given up at the time limit."""


class Runner:
    """One expression, compiled on first use by the engine that suits it and the text."""

    __slots__ = ("_fast", "_most", "_safe", "_text", "odd")

    def __init__(self, text: str, weight: int, *, rich: bool) -> None:
        self._text = text
        self._most = -1 if rich else _MOST.get(weight, -1)
        self._fast: Any = None
        self._safe: Any = None
        self.odd = not text.isascii() and any(map(odd, text))

    def search(self, text: str, start: int = 0) -> Any:  # noqa: ANN401 - a match of either engine
        """Give the first match at or after *start*; raises TooSlowError."""
        if len(text) <= self._most:
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

    def texts(self, text: str) -> list[str] | None:
        """Give what matches in *text*, if that is a matter of one call; else None."""
        if len(text) > self._most:
            return None
        if self._fast is None:
            self._fast = re.compile(self._text)
        return self._fast.findall(text) if self._fast.groups <= 1 else None

    def every(self, text: str) -> list[Any]:
        """Give the successive matches in *text*; raises TooSlowError."""
        if len(text) <= self._most:
            if self._fast is None:
                self._fast = re.compile(self._text)
            return list(self._fast.finditer(text))
        if self.search(text) is None:
            return []
        try:
            return list(self._safe.finditer(text, timeout=LIMIT))
        except TimeoutError:
            raise TooSlowError from None


_WORDS = re.compile(r"\w+")


def words(text: str) -> set[str]:
    """Give the words of a text."""
    return set(_WORDS.findall(text))


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
    """Say whether Vale's engine takes *char* for part of a word; word boundaries ask that."""
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
