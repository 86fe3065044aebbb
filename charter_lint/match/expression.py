"""Regular expressions of rule authors: checked when compiled, gated by a literal, timed."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.draft import Draft, Span

SECONDS = 0.5
"""What one expression may take on one draft."""


class TooSlow(Exception):  # noqa: N818  (a condition to report, not a fault of the caller)
    """An expression took longer than it may; nothing is known of the rest of the draft."""


class Expression(msgspec.Struct, frozen=True, array_like=True):
    """An expression, and folded literals of which every match holds one (none: unknown)."""

    pattern: str
    literals: tuple[str, ...] = ()


def expression_of(pattern: str) -> Expression:
    """Compile an author's pattern for later use.

    Raises ValueError with the reason for one that is broken, matches the empty text and so
    everything, or can match nothing.
    """
    import regex  # noqa: PLC0415  (compile time, and behind a literal)

    from charter_lint.match.literals import required  # noqa: PLC0415

    try:
        compiled = regex.compile(pattern, regex.IGNORECASE)
    except regex.error as error:
        raise ValueError(str(error)) from None
    if compiled.fullmatch("") is not None:
        raise ValueError("it matches everything, even nothing")
    literals = required(pattern, re.IGNORECASE)
    return Expression(pattern, tuple(sorted(literals or ())))


def gate_words(expression: Expression) -> list[str]:
    """Give whole words that may gate the expression in the index; empty where there are none."""
    from charter_lint.match.literals import whole  # noqa: PLC0415

    words = whole(expression.pattern, re.IGNORECASE) or frozenset()
    return sorted(words) if words and all(w.isalpha() and len(w) > 1 for w in words) else []


def find(expression: Expression, draft: Draft) -> Iterator[Span]:
    """Give the original spans of all matches in the folded text; raises TooSlow."""
    text = draft.folded.text
    if expression.literals:
        low = _low(text)
        if not any(literal in low for literal in expression.literals):
            return
    try:
        for match in _compiled(expression.pattern).finditer(text, timeout=SECONDS):
            if match.end() > match.start():
                yield draft.folded.original(match.start(), match.end())
    except TimeoutError:
        raise TooSlow from None


def _low(text: str) -> str:
    from charter_lint.match.literals import fold  # noqa: PLC0415

    return fold(text)


@cache
def _compiled(pattern: str) -> Any:  # noqa: ANN401  (regex has no type of its own to name)
    import regex  # noqa: PLC0415

    return regex.compile(pattern, regex.IGNORECASE)
