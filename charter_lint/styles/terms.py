"""Spells a vocabulary's term as its author wrote it, also where the term is an expression."""

from __future__ import annotations

from functools import cache

from charter_lint.match.literals import expand
from charter_lint.styles.dialect import DialectError, translate


def recased_term(term: str, observed: str) -> str:
    """Give the spelling of *term* that *observed* differs from only in case, else *term*."""
    low = " ".join(observed.split()).lower()
    if term.lower() == low:
        return term
    for spelling in _spellings(term):
        if spelling.lower() == low:
            return spelling
    return term


@cache
def _spellings(term: str) -> tuple[str, ...]:
    if "[" in term:
        return ()
    try:
        found = expand(translate(term).text)
    except DialectError:
        return ()
    return tuple(each.text for each in found or () if not (each.left or each.right))
