"""Candidates for a rule's phrases: runs of words, lemmas and concepts of flagged sentences."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Protocol

import msgspec

from charter_lint.match.commonness import COMMON, word_cost
from charter_lint.match.lexicon import is_known
from charter_lint.match.shapes import SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from charter_lint.desk.new_rule_trial import Trial
    from charter_lint.draft import Draft

_LONGEST = 4
_WIDEST = 6
_SHAPES = ("percent", "money", "date", "quarter", "number")
_OF_LENGTH = {1: 1.1, 2: 1.1, 3: 1.25, 4: 1.4}
_LEMMA, _GAP, _FUNCTION, _EDGE = -0.02, 0.3, 0.8, 0.35
_ALONE, _BESIDE, _SHAPE = 1.5, 0.6, 0.2  # what a concept costs alone, beside a word; a shape


class Spoken(Protocol):
    """A sentence in "fr" or "en"."""

    @property
    def text(self) -> str:
        """The sentence."""

    @property
    def language(self) -> str:
        """Its language."""


class Candidate(msgspec.Struct, frozen=True):
    """A phrase for one language; a low `cost` is a short phrase of telling words."""

    phrase: str
    language: str
    cost: float


Ranges = list[tuple[int, int, str]]
"""Tokens from, to (exclusive), and the concept that covers them."""


def concepts_of(names: Sequence[str], drafts: Sequence[Draft], trial: Trial) -> list[Ranges]:
    """Give for each draft where concepts and shapes stand in it."""
    listed = [*dict.fromkeys((*names, *(s for s in _SHAPES if s in SHAPES)))]
    trial.compile({"any": [f"@{name}" for name in listed]})
    return [[(h.first, h.after, listed[h.branch]) for h in trial.spans(d)] for d in drafts]


def candidates_of(
    sentences: Sequence[Spoken], concepts: Sequence[Ranges], trial: Trial
) -> list[Candidate]:
    """Give the candidates of all sentences, each phrase once, at its lowest cost."""
    found: dict[tuple[str, str], float] = {}
    for sentence, ranges in zip(sentences, concepts, strict=True):
        draft = trial.draft(sentence.text, sentence.language)
        for phrase, cost in _of_draft(draft, sentence.language, ranges):
            key = (phrase, sentence.language)
            found[key] = min(cost, found.get(key, cost))
    return [Candidate(phrase, language, cost) for (phrase, language), cost in found.items()]


def _of_draft(draft: Draft, language: str, ranges: Ranges) -> Iterator[tuple[str, float]]:
    words = draft.tokens.accented
    content = [_tells(word) for word in draft.tokens.words]
    writings = [list(_writings(word, language)) for word in words]
    usable = [word.replace("-", "").isalpha() for word in words]
    for first in range(len(words)):
        for after in range(first + 1, min(first + _LONGEST, len(words)) + 1):
            if not all(usable[first:after]):
                break
            count = after - first
            telling = sum(content[first:after])
            if not telling and count < _LONGEST - 1:
                continue
            cost = _OF_LENGTH[count] + (0 if telling else _FUNCTION)
            cost += _EDGE * (not content[first]) + _EDGE * (not content[after - 1])
            ways = (writings[i] if content[i] else [words[i]] for i in range(first, after))
            for parts in product(*ways):
                lemmas = sum(part[0] == "~" for part in parts)
                yield " ".join(parts), cost + _LEMMA * lemmas
        for after in range(first + 2, min(first + _WIDEST, len(words))):
            if content[first] and content[after] and usable[first] and usable[after]:
                for pair in product(writings[first], writings[after]):
                    yield " … ".join(pair), 1 + _GAP
    by_first: Mapping[int, Ranges] = _grouped(ranges)
    for first, found in by_first.items():
        for _, after, name in found:
            more = _SHAPE if name in SHAPES else _BESIDE
            if name not in SHAPES:
                yield f"@{name}", _OF_LENGTH[1] + _ALONE
            before = words[first - 1] if first and content[first - 1] and usable[first - 1] else ""
            behind = after < len(words) and content[after] and usable[after]
            for word in _writings(before, language) if before else ():
                yield f"{word} @{name}", _OF_LENGTH[2] + more
            for word in writings[after] if behind else ():
                yield f"@{name} {word}", _OF_LENGTH[2] + more


def _grouped(ranges: Ranges) -> dict[int, Ranges]:
    found: dict[int, Ranges] = {}
    for each in ranges:
        found.setdefault(each[0], []).append(each)
    return found


def _tells(word: str) -> bool:
    return word[0].isalnum() and word_cost(word) < COMMON


def _writings(word: str, language: str) -> Iterator[str]:
    """Give a word as it stands, and as any form of its lemma where the dictionary has one."""
    yield word
    if not word.isalpha() or not is_known(word, language):
        return
    from simplemma import lemmatize  # noqa: PLC0415  (0.4 s: only when a rule is proposed)

    lemma = lemmatize(word, lang=language).casefold()
    if lemma.isalpha() and is_known(lemma, language):
        yield f"~{lemma}"
