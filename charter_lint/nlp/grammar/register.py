"""Whether a post is written offhand, and which of its findings that explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from charter_lint.nlp.grammar.spelling import same_but_accents

if TYPE_CHECKING:
    from collections.abc import Iterable

    from charter_lint.nlp.grammar.model import Problem
    from charter_lint.nlp.grammar.profile import Language


def is_offhand(sentences: Iterable[str], share: float) -> bool:
    """Say whether at least this share of the sentences begins in a small letter."""
    first = [next((c for c in s if c.isalnum()), "") for s in sentences]
    begun = [sign for sign in first if sign.isalpha()]
    return bool(begun) and sum(letter.islower() for letter in begun) >= share * len(begun)


def is_missing_sign(problem: Problem, word: str, language: Language) -> bool:
    """Say whether nothing but an accent or an apostrophe is missing in a word of the post."""
    if problem.rule in language.signs:
        return True
    others = problem.replacements[:1]
    return problem.rule in language.spelling and any(same_but_accents(word, o) for o in others)
