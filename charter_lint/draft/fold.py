"""Folding: a copy of the text without disguises, and the way back to the original offsets."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from charter_lint.draft.patterns import Pattern
from charter_lint.draft.spans import Span

# One character for one: the offsets stay.
_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("’‘ʼʻ′´＇", "'"),
        **dict.fromkeys("“”„‟″＂", '"'),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys(
            "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
            " ",
        ),
        "\u2028": "\n",
        "\u2029": "\n",
        "\u0085": "\n",
    }
)

_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\u206a-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef"
)
_IS_INVISIBLE = Pattern(f"[{_INVISIBLE}]")
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
# Whatever may change its length, or its letters, under NFKC: marks, ligatures, super- and
# subscripts, enclosed, full-width and mathematical letters.
_ODD = Pattern(
    f"[{_INVISIBLE}{_MARKS}\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u0132-\u0149\u017f\u01c4-\u01cc\u02b0-\u02b8"
    "\u1d2c-\u1d6a\u1e9b\u2070-\u209c\u2100-\u218b\u2460-\u24ff\u3200-\u33ff\ufb00-\ufb06\uff01-\uff60"
    "\U0001d400-\U0001d7ff\U0001f100-\U0001f189]"
)
_CLUSTER = Pattern(f"[{_INVISIBLE}]|.[{_MARKS}{_INVISIBLE}]*", re.DOTALL)

_NO_ACCENT = {
    code: unicodedata.normalize("NFD", chr(code))[0]
    for code in range(0xC0, 0x180)
    if unicodedata.decomposition(chr(code))
} | str.maketrans(
    {"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae", "ø": "o", "ß": "ss", "ł": "l", "đ": "d"}
)
_PLAIN = frozenset("’‘“”«»–—…€œŒ\u00a0\u202f") | frozenset(
    chr(code) for code in range(0x100) if code not in (0xAA, 0xAD, 0xB2, 0xB3, 0xB5, 0xB9, 0xBA)
)
"""Characters of everyday posts that NFKC leaves alone, or that change one for one."""

# Letters of other alphabets that look Latin (our own reading of the shapes in common fonts).
_LOOK_ALIKE = str.maketrans(
    "асеіјорѕухԁԛԝһкмтвнгпиαοερτυκνηιγΑΒΕΖΗΙΚΜΝΟΡΤΥΧАВСЕНІЈКМОРЅТУХ",
    "aceijopsyxdqwhkmtbhrnuaoeptukvniyabezhikmnoptyxabcehijkmopstyx",
)
_FOREIGN = Pattern("[\u0370-\u03ff\u0400-\u052f]")
_LEET = str.maketrans("0134578", "oieastb")
_LEET_WORD = Pattern(
    r"(?=[a-z0-9]*[a-z][a-z0-9]*[a-z])(?=[a-z0-9]*[a-z]\d+[a-z]|\d[a-z]{3}|[a-z]{4,}\d{1,2}$)[a-z0-9]{4,}"
)


class Folded(NamedTuple):
    """A folded text; `starts` and `ends` give each character's original range, None if unmoved."""

    text: str
    starts: list[int] | None
    ends: list[int] | None

    def original(self, start: int, end: int) -> Span:
        """Bring a half-open range of the folded text back to the original."""
        if self.starts is None or self.ends is None:
            return Span(start, end)
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends or [0])[-1]
            return Span(at, at)
        return Span(self.starts[start], self.ends[end - 1])


def fold(text: str) -> Folded:
    """Undo typographic disguise: NFKC, quotes, dashes, spaces, invisible characters.

    Case and accents stay; `fold_word` takes them away from a single word. Every character of the
    result knows the range of the original it came from.
    """
    if text.isascii():
        return Folded(text, None, None)
    if _PLAIN.issuperset(text) or not _ODD.search(text):
        return Folded(text.translate(_SAME_LENGTH), None, None)
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        raw = cluster[0]
        if len(raw) == 1 and not _ODD.match(raw):
            new = raw.translate(_SAME_LENGTH)
        else:
            kept = _IS_INVISIBLE.sub("", raw)
            new = unicodedata.normalize("NFKC", _letter(kept)).translate(_SAME_LENGTH)
        out.append(new)
        starts.extend([cluster.start()] * len(new))
        ends.extend([cluster.end()] * len(new))
    return Folded("".join(out), starts, ends)


def fold_word(word: str) -> str:
    """Give the form that is compared: no case, no accents, no letters that only look Latin."""
    low = word.casefold()
    if low.isascii():
        return low
    if _FOREIGN.search(low) and re.search("[a-z]", low):
        low = low.translate(_LOOK_ALIKE)
    low = low.translate(_NO_ACCENT)
    if low.isascii():
        return low
    # Letters beyond Latin Extended-A, as in Vietnamese or Welsh names.
    return "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))


def accent_word(word: str) -> str:
    """Give a word's form without case but with its accents."""
    return word.casefold()


def unleet(word: str) -> str:
    """Read digits inside a folded word as the letters they stand for; "" where there are none."""
    if word.isalpha() or not _LEET_WORD.fullmatch(word):
        return ""
    return word.translate(_LEET)


def _letter(cluster: str) -> str:
    """Turn squared, circled and regional letters into plain ones; NFKC leaves some of them."""
    code = ord(cluster[0]) if cluster else 0
    for first in (0x1F110, 0x1F130, 0x1F150, 0x1F170):
        if first <= code < first + 26:
            return chr(0x41 + code - first) + cluster[1:]
    return cluster
