"""Phrases of a data file as patterns, and the flat text that they are compared with."""

from __future__ import annotations

import re
from collections import defaultdict
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
    groups: dict[tuple[str, str], set[str]] = defaultdict(set)
    for phrase in phrases:
        bare = phrase.rstrip("*")
        before = r"(?<!\w)" if bare[0].isalnum() else ""
        after = r"(?!\w|-[^\W\d])" if bare[-1].isalnum() else ""
        groups[before, after].add(_phrase(phrase))
    parts = [
        f"{before}(?:{'|'.join(sorted(group, key=len, reverse=True))}){after}"
        for (before, after), group in groups.items()
    ]
    return f"(?:{'|'.join(parts)})" if parts else ""


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
