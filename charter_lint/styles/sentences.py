"""Splits text into sentences as Vale does, for rules whose scope is the sentence.

The method is Punkt (Kiss and Strunk, "Unsupervised Multilingual Sentence Boundary
Detection", Computational Linguistics 32, 2006): a word that ends in a full stop ends a
sentence unless it is an abbreviation or an initial, and what follows it decides doubtful
cases. Vale uses a model trained on English for every language, and so do we; of its lists
only what decides ordinary text is spelled out here.
"""

from __future__ import annotations

import re

from charter_lint.styles.openers import EITHER, LOWER

_ABBREVIATIONS = frozenset(
    # titles and ranks, months and days, companies, places, measures and letters
    """
    adm col dr gen gov lt maj messrs mr mrs ms prof rep reps sen sgt sr jr ph.d
    jan feb aug sep sept oct nov dec tues wed fri
    bros cie co corp cos inc ltd n.v s.a s.p.a
    ariz ave calif colo conn ct d.c fla ft ga ill kan ky l.a mich minn mt n.c n.d n.h n.j n.m
    n.y nev okla ore pa s.c st tenn u.k u.n u.s u.s.a u.s.s.r va vt w.va wash wis
    a.m p.m no vs yr mg chg ok v c d e f g h k l m n p r s t w
    a.a a.c a.d a.g a.h a.s a.t b.f b.v c.v d.h d.w e.f e.h e.l e.m f.g f.j g.d g.f g.k h.c h.f
    h.m j.b j.c j.j j.k j.p j.r l.f l.p m.j p.a.m r.a r.h r.i r.j r.k r.t s.g s.s t.j w.c w.r w.w
    """.split()
)
_STARTERS = frozenset(
    """
    according although among both but despite even he however i if in indeed instead it many
    meanwhile moreover most nevertheless nonetheless nor sales separately similarly since so
    some the there these they this though thus under when while yet
    """.split()
)
_ENDERS = (
    '."', ".)", ".\u2019", ".\u201d", "?", '?"', "?'", "?)", "?\u2019", "?\u201d", "!", '!"',
    "!'", "!)", "!\u2019", "!\u201d",
)  # fmt: skip
_INSIDE = re.compile(r"\.[\[(\"]|[?!][\[(]")
_CLOSERS = (")", "\u2019", "\u201d", '"', "'")
# A word with a stop somewhere in it, and the one after it.
_ENDING = re.compile(
    "(?<!\\S)([^\\s.!?\u3002\uff1b\uff01\uff1f]*[.!?\u3002\uff1b\uff01\uff1f]\\S*)(?=\\s+(\\S+))?"
)
_STOP = re.compile("[.!?\u3002\uff01\uff1f]")
_CJK = re.compile("[\u3002\uff1b\uff01\uff1f]")
_NUMBER = re.compile(r"-?[.,]?\d[\d,.\-]*\.?$", re.ASCII)
_DOTTED = re.compile(r"(?:\w\.)+\w*\.", re.ASCII)
_ELLIPSIS = re.compile(r"(?:\.\s?){2,}\.")
_UNDECIDED, _STARTS, _CONTINUES = -1, 1, 0


def split(text: str) -> list[tuple[int, int]]:
    """Give start and end of each sentence, without the white space around it."""
    ends = []
    lone = False
    for found in _ENDING.finditer(text):
        word, following = found.groups()
        if _CJK.search(word):
            return _trimmed(text, _cjk_ends(text))
        end = found.end(1)
        if following is None and end == len(text) and not text[-1].isascii():
            continue  # a last character of several bytes hides the last word from Vale
        if following is not None and found.end() == len(text) and not text[-1].isascii():
            following = None
        if _breaks(word, following, lone=lone):
            ends.append(end)
        lone = following == "." and word[-1] == "."
    return _trimmed(text, ends)


def _cjk_ends(text: str) -> list[int]:
    """Give the ends of sentences where full-width stops end words, too."""
    words = [
        (each.start() + piece.end(), piece[0])
        for each in re.finditer(r"\S+", text)
        for piece in re.finditer("[^\u3002\uff1b\uff01\uff1f]*[\u3002\uff1b\uff01\uff1f]?", each[0])
        if piece[0]
    ]
    if words and words[-1][0] == len(text):
        words.pop()
    followers = [*(word for _, word in words[1:]), None]
    return [
        end
        for (end, word), following in zip(words, followers, strict=True)
        if _STOP.search(word) and _breaks(word, following, lone=False)
    ]


def _trimmed(text: str, ends: list[int]) -> list[tuple[int, int]]:
    found = []
    start = 0
    for end in [*ends, len(text)]:
        piece = text[start:end]
        body = piece.strip()
        if body:
            begin = start + piece.index(body)
            found.append((begin, begin + len(body)))
        start = end
    return found


def _breaks(word: str, following: str | None, *, lone: bool) -> bool:
    """Say whether a sentence ends with *word*; *lone* is one of several stops set apart."""
    bare, last = word[:-1], word[-1]
    ordinary = last in ".!?" and len(bare) > 1 and bare.isascii() and bare.isalpha()
    if ordinary and following != "." and (last != "." or bare.lower() not in _ABBREVIATIONS):
        return True
    ends = (word.endswith(_ENDERS) or bool(_INSIDE.search(word))) and "Yahoo!" not in word
    stop = word.endswith((".", "\u3002"))
    abbreviation = False
    if not ends and stop and not word.endswith(".."):
        bare = _bare(word)
        abbreviation = bare in _ABBREVIATIONS or bare.rpartition("-")[2] in _ABBREVIATIONS
        ends = not abbreviation
    if lone:
        ends = False
    if following is None:
        return ends
    if stop and not lone:
        ends, abbreviation = _reconsidered(word, following, ends, abbreviation)
    return _dotted(word, following, ends)


def _bare(word: str) -> str:
    """Give the word without its stop; Vale counts characters here but cuts bytes."""
    if word.isascii():
        return word[:-1].lower()
    return word.encode()[: len(word) - 1].decode(errors="replace").lower()


def _reconsidered(word: str, following: str, ends: bool, short: bool) -> tuple[bool, bool]:  # noqa: FBT001
    initial = len(word) == 2 and word[0].isascii() and word[0].isalpha()
    opening = _opening(following)
    if (short or word.endswith("..")) and not initial:
        if opening == _STARTS:
            return True, short
        if following[0].isupper() and _kind(following) in _STARTERS:
            return True, short
    if word == "." and following == ".":
        return False, short
    if initial or _NUMBER.fullmatch(word):
        if opening == _CONTINUES:
            return False, True
        if (
            opening == _UNDECIDED
            and initial
            and following[0].isupper()
            and _kind(following) not in LOWER
            and _kind(following) not in EITHER
        ):
            return False, True
    return ends, short


def _opening(word: str) -> int:
    """Say whether *word* looks like the first of a sentence."""
    if len(word) == 1 and word in ";:,.!?\uff1b\uff1a\uff0c\u3002\uff01\uff1f":
        return _CONTINUES
    if word[0].isupper() and _kind(word) in LOWER:
        return _STARTS
    if word[0].islower():
        return _CONTINUES
    return _UNDECIDED


def _kind(word: str) -> str:
    """Give the word's type: lower case, without commas and a final stop."""
    low = _NUMBER.sub("##number##", word.lower())
    if len(low) == 1:
        return low
    low = low.replace(",", "")
    return low[:-1] if low.endswith(".") and len(low) > 1 else low


def _dotted(word: str, following: str, ends: bool) -> bool:  # noqa: FBT001
    """Decide on ellipses, closing quotes and abbreviations such as F.B.I."""
    if word.endswith(".") and following == ".":
        return False
    kind = _kind(following)
    ellipsis = bool(_ELLIPSIS.search(word))
    inside = ends and word.endswith(_CLOSERS)
    if ellipsis and (following[0].isupper() or kind in _STARTERS):
        return True
    if inside and following[0].islower() and kind not in _STARTERS:
        return False
    if word.endswith(".") and not ends and following[0].isupper():
        ends = kind in LOWER or kind in EITHER
    if not _DOTTED.search(word) or (len(word) == 2 and word[0].isalpha()):
        return ends
    opening = _opening(following)
    return opening == _STARTS or (following[0].isupper() and kind in _STARTERS)
