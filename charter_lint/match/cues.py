"""Phrases of a data file as patterns, and the flat text that they are compared with."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from charter_lint.draft.fold import fold_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FLAT = {
    code: fold_word(chr(code))
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x180))
    if len(fold_word(chr(code))) == 1
}


def flat(text: str) -> str:
    """Take case and accents off a folded text, offset for offset."""
    return text.translate(_FLAT)


def pattern_of(phrases: Iterable[str]) -> str:
    """Make one pattern over flat text out of phrases; a final * stands for any ending."""
    parts = sorted({_phrase(p) for p in phrases}, key=len, reverse=True)
    return rf"(?<!\w)(?:{'|'.join(parts)})(?!-?\w)" if parts else ""


def phrases_of(entry: Mapping[str, Iterable[str]] | None) -> list[str]:
    """Gather the phrases of all languages of an entry."""
    return [phrase for phrases in (entry or {}).values() for phrase in phrases]


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern once."""
    return re.compile(pattern)


def matches(pattern: str, text: str) -> bool:
    """Say whether a pattern, if there is one, fits the whole text."""
    return bool(pattern) and compiled(pattern).fullmatch(text) is not None


def _phrase(phrase: str) -> str:
    ending = r"\w*" if phrase.endswith("*") else ""
    words = fold_word(phrase.rstrip("*")).split()
    return r"[\s.'-]+".join(re.escape(w) for w in words) + ending
