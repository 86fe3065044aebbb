"""Ask a server about some sentences of a text, and keep what counts of its findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from charter_lint.nlp.grammar.model import Problem
from charter_lint.nlp.grammar.profile import Language, Profile, spelling_form
from charter_lint.nlp.grammar.request import request_of
from charter_lint.nlp.grammar.spelling import is_ordinary, near, same_but_accents

if TYPE_CHECKING:
    from collections.abc import Sequence

    from charter_lint.draft.spans import Span
    from charter_lint.nlp.grammar.client import Client, Hit
    from charter_lint.nlp.grammar.request import Piece

_SUGGESTIONS = 3  # later ones are far from what was meant


class Wish(msgspec.Struct, frozen=True):
    """What to look for: the data, one language of it, and what the settings add and take away."""

    profile: Profile
    language: Language
    on: frozenset[str]
    off: frozenset[str]

    def counts(self, hit: Hit) -> bool:
        """Say whether a finding's rule and category count."""
        rule, category = hit.rule.id, hit.rule.category.id
        if {rule, category} & self.off:
            return False
        language = self.language
        single = language.on | language.signs | language.spelling
        if {rule, category} & self.on or rule in single:
            return True
        return category in language.categories and rule not in language.off


def findings_in(
    text: str, sentences: Sequence[Span], protected: Sequence[Piece], client: Client, wish: Wish
) -> list[tuple[Problem, ...]]:
    """Give the problems of each sentence, with offsets from that sentence's start.

    Findings that touch a protected piece are dropped. Raises GrammarUnavailable.
    """
    request = request_of(text, sentences, protected)
    hits = client.check({**wish.language.form(), "data": request.data}).matches
    found: list[list[Problem]] = [[] for _ in sentences]
    for hit in hits:
        placed = request.place(hit.offset, hit.length)
        if placed and wish.counts(hit):
            number, span = placed
            by = sentences[number].start
            start, end = by + span.start, by + span.end
            if not any(p.span.start < end and start < p.span.end for p in protected):
                found[number].append(_problem(hit, span))
    words = [_spelled(text, sentence, found[i], wish) for i, sentence in enumerate(sentences)]
    suspects = {
        word
        for i, problems in enumerate(found)
        for word, problem in zip(words[i], problems, strict=True)
        if word and _is_mistake(word, problem, wish.profile)
    }
    wrong = _unknown_elsewhere(sorted(suspects), client, wish.language)
    return [
        tuple(p for word, p in zip(words[i], problems, strict=True) if not word or word in wrong)
        for i, problems in enumerate(found)
    ]


def _spelled(text: str, sentence: Span, problems: list[Problem], wish: Wish) -> list[str]:
    """Give the word of each spelling problem, and nothing for the others."""
    by = sentence.start
    return [
        text[by + p.start : by + p.end] if p.rule in wish.language.spelling else ""
        for p in problems
    ]


def _is_mistake(word: str, problem: Problem, profile: Profile) -> bool:
    limits = profile.spelling
    others = problem.replacements[:_SUGGESTIONS]
    if not is_ordinary(word) or len(word) < limits.accents:
        return False
    if any(same_but_accents(word, other) for other in others):
        return True
    return len(word) >= limits.letters and any(near(word, o, limits.changes) for o in others)


def _unknown_elsewhere(words: list[str], client: Client, language: Language) -> set[str]:
    """Give those words that no other language of the data knows."""
    left = words
    for other in language.also:
        if not left:
            break
        hits = client.check(spelling_form(other, "\n".join(left))).matches
        starts = {hit.offset for hit in hits}
        unknown = []
        at = 0
        for word in left:
            if not starts.isdisjoint(range(at, at + len(word))):
                unknown.append(word)
            at += len(word) + 1
        left = unknown
    return set(left)


def _problem(hit: Hit, span: Span) -> Problem:
    return Problem(
        span.start,
        span.end,
        hit.rule.id,
        hit.rule.category.id,
        hit.message,
        tuple(replacement.value for replacement in hit.replacements),
    )
