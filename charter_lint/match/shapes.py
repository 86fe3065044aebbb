"""Concepts that are shapes, not words: numbers, percentages, money, dates, names, capitals."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from charter_lint.draft.fold import fold_word
from charter_lint.draft.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from charter_lint.draft import Draft

_NUMBER = Pattern(
    r"(?<![\w.,])[+-]?\d{1,3}(?:[ ,.]\d{3})+(?:[.,]\d+)?(?![\w])|(?<![\w])[+-]?\d+(?:[.,]\d+)?(?=[kKmMbB]?\b|%)"
)
_SCALE = r"(?:\s?(?:k|K|M|Md|Mds|m|bn|b|B|mn|tn|millions?|milliards?|mille|billions?|thousand|hundred|mio|mrd)\b)?"
_AMOUNT = r"\d(?:[\d., ]*\d)?"
_MONEY = Pattern(
    rf"(?:[€$£¥]|\b(?:EUR|USD|GBP|CHF|C\$|US\$)\s?)\s?{_AMOUNT}{_SCALE}"
    rf"|{_AMOUNT}{_SCALE}(?:\s?d[e'])?\s?(?:[€$£]|(?:EUR|USD|GBP|CHF|euros?|dollars?|pounds?|quid|livres sterling|balles|centimes|pence|cents)\b)"
    rf"|\b{_AMOUNT}\s?(?:M€|k€|K€|Md€|Mds€|m€)|\b\d+\s?grand\b"
)
_PERCENT = Pattern(
    rf"[+-]?\s?{_AMOUNT}\s?(?:%|pour ?cent\b|percent\b|per cent\b|points?\b|basis points\b|pts?\b)"
)
_MONTH = (
    r"janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre"
    r"|january|february|march|april|may|june|july|august|september|october|november|december"
)
_DAY = r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_DATE = Pattern(
    rf"\b(?:(?:{_DAY})\s)?\d{{1,2}}(?:er|st|nd|rd|th)?\s(?:{_MONTH})(?:\s\d{{4}})?\b|\b(?:{_MONTH})\s\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s\d{{4}})?"
    rf"|\b(?:{_MONTH})(?:\s\d{{4}})?\b|\b(?:{_DAY})\b|\b\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?\b|\b\d{{4}}-\d{{2}}-\d{{2}}\b",
    re.IGNORECASE,
)
_YEAR = Pattern(r"\b(?:19|20)\d\d\b")
_QUARTER = Pattern(
    r"\b[QT][1-4]\b(?:\s(?:20)?\d\d)?|\b(?:(?:1er|[1-4]e|premier|deuxième|troisième|quatrième|dernier)\s(?:trimestre|semestre))\b"
    r"|\b(?:first|second|third|fourth|last)[ -](?:quarter|half)\b|\b[HS][12]\b",
    re.IGNORECASE,
)
_TIME = Pattern(
    r"\b\d{1,2}\s?(?:h|H)\s?\d{0,2}\b|\b\d{1,2}(?::\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.)|\b\d{1,2}:\d\d\b"
)
_DIGITS = Pattern(r"\d")
_AT_SIGN = Pattern(r"@|[\[({<]\s?(?:at|a|arobase)\s?[\])}>]", re.IGNORECASE)
_TOKEN_RUN = Pattern(r"(?=\S*[\d_])\S{12,}|://|PRIVATE KEY|=")
_EMOJI = Pattern("[\U0001f300-\U0001faff\u2600-\u27bf\u2b00-\u2bff\U0001f1e6-\U0001f1ff]")
_CALENDAR = frozenset(fold_word(word) for word in f"{_MONTH}|{_DAY}".split("|"))
_PARTS_OF_YEAR = frozenset({"trimestre", "semestre", "quarter", "half"})
_AT_SIGNS = frozenset("@([{<")
_SHORTEST_SHOUT = 2


def _by_regex(
    pattern: Pattern, *, inside: bool = False, may: Callable[[Draft], bool] | None = None
) -> Callable[[Draft], list[tuple[int, int]]]:
    """Find by a regular expression.

    `inside` takes the tokens that a match lies in; `may` says cheaply whether a draft can hold a
    match at all (by default: whether it holds a digit).
    """

    def find(draft: Draft) -> list[tuple[int, int]]:
        if not (may(draft) if may else draft.has_digits):
            return []
        spans = [m.span() for m in pattern.finditer(draft.folded.text)]
        return tokens_around(draft, spans) if inside else tokens_in(draft, spans)

    return find


def _may_date(draft: Draft) -> bool:
    return draft.has_digits or not _CALENDAR.isdisjoint(draft.tokens.words)


def _may_quarter(draft: Draft) -> bool:
    return draft.has_digits or not _PARTS_OF_YEAR.isdisjoint(draft.tokens.words)


def _may_emoji(draft: Draft) -> bool:
    return max(draft.folded.text, default="") >= "\u2600"


def _may_at(draft: Draft) -> bool:
    return not _AT_SIGNS.isdisjoint(draft.folded.text)


def _may_token(draft: Draft) -> bool:
    text = draft.folded.text
    return "=" in text or "://" in text or any(len(run) >= 12 for run in text.split())


def tokens_in(draft: Draft, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Turn folded offsets into ranges of token numbers, leaving out spans without a token."""
    starts = draft.tokens.starts
    found = []
    for start, end in spans:
        first = bisect_left(starts, start)
        after = bisect_left(starts, end)
        if after > first:
            found.append((first, after))
    return found


def tokens_around(draft: Draft, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Turn folded offsets into the ranges of tokens that they lie in or touch."""
    starts = draft.tokens.starts
    return [(max(0, bisect_right(starts, a) - 1), bisect_left(starts, b)) for a, b in spans]


def _names(draft: Draft) -> list[tuple[int, int]]:
    """Runs of capitalised words that do not begin a sentence, one to four words long."""
    tokens, raw = draft.tokens, draft.tokens.raw
    firsts = {r.start for r in draft.sentence_tokens if len(r)}
    found = []
    i = 0
    while i < len(raw):
        if _is_name(raw[i]) and not _opens(raw, firsts, i):
            j = i + 1
            while (
                j < len(raw)
                and j - i < 4
                and _is_name(raw[j])
                and tokens.starts[j] - tokens.ends[j - 1] == 1
            ):
                j += 1
            found.append((i, j))
            i = j
        else:
            i += 1
    return found


def _is_name(word: str) -> bool:
    return len(word) > 1 and word[0].isupper() and any(c.islower() for c in word[1:])


def _opens(raw: list[str], firsts: set[int], i: int) -> bool:
    """Say whether a word is capital only because it begins a sentence or a quotation."""
    return i in firsts or (raw[i - 1] in '"«•:-' and i > 0)


def _full_names(draft: Draft) -> list[tuple[int, int]]:
    """Two to four capitalised words in a row, at the head of a sentence too."""
    tokens, raw = draft.tokens, draft.tokens.raw
    found = []
    i = 0
    while i < len(raw) - 1:
        j = i
        while (
            j < len(raw)
            and j - i < 4
            and _is_name(raw[j])
            and (j == i or tokens.starts[j] - tokens.ends[j - 1] == 1)
        ):
            j += 1
        if j - i > 1:
            found.append((i, j))
        i = max(j, i + 1)
    return found


def _shouted(draft: Draft) -> list[tuple[int, int]]:
    return [
        (i, i + 1)
        for i, word in enumerate(draft.tokens.raw)
        if len(word) > _SHORTEST_SHOUT and word.isupper() and word.isalpha()
    ]


def _parts(name: str) -> Callable[[Draft], list[tuple[int, int]]]:
    def find(draft: Draft) -> list[tuple[int, int]]:
        return tokens_in(draft, [tuple(s) for s in getattr(draft.blocks, name)])

    return find


SHAPES: dict[str, Callable[[Draft], list[tuple[int, int]]]] = {
    "number": _by_regex(_NUMBER),
    "money": _by_regex(_MONEY),
    "percent": _by_regex(_PERCENT),
    "date": _by_regex(_DATE, may=_may_date),
    "year": _by_regex(_YEAR),
    "quarter": _by_regex(_QUARTER, may=_may_quarter),
    "time": _by_regex(_TIME),
    "emoji": _by_regex(_EMOJI, may=_may_emoji),
    "digits": _by_regex(_DIGITS, inside=True),
    "at-sign": _by_regex(_AT_SIGN, may=_may_at),
    "token-run": _by_regex(_TOKEN_RUN, may=_may_token),
    "name": _names,
    "full-name": _full_names,
    "shouted": _shouted,
    "hashtag": _parts("hashtags"),
    "mention": _parts("mentions"),
    "url": _parts("urls"),
    "email": _parts("emails"),
    "item": _parts("items"),
}
"""Every shape by its concept name: a function from a draft to ranges of token numbers."""
