"""Which posts are written offhand, and which findings that explains."""

from __future__ import annotations

import pytest

from charter_lint.nlp.grammar.model import Problem
from charter_lint.nlp.grammar.profile import profile
from charter_lint.nlp.grammar.register import is_missing_sign, is_offhand


@pytest.mark.parametrize(
    ("sentences", "offhand"),
    [
        (["hier la salle etait louee.", "venez nombreux"], True),
        (["Hier la salle était louée.", "venez nombreux"], True),
        (["Hier la salle était louée.", "Venez nombreux.", "et merci"], False),
        (["12 € la place", "Venez."], False),
        (["🎉", "12 €"], False),
    ],
)
def test_a_post_is_offhand_if_half_its_sentences_begin_small(
    sentences: list[str], offhand: bool
) -> None:
    assert is_offhand(sentences, 0.5) is offhand


@pytest.mark.parametrize(
    ("language", "rule", "word", "other", "missing"),
    [
        ("fr", "A_A_ACCENT", "a", "à", True),
        ("fr", "FR_SPELLING_RULE", "etait", "était", True),
        ("fr", "FR_SPELLING_RULE", "grumau", "grumeau", False),
        ("fr", "D_N", "cette", "ce", False),
        ("en", "EN_CONTRACTION_SPELLING", "dont", "don't", True),
        ("en", "MORFOLOGIK_RULE_EN_US", "definately", "definitely", False),
    ],
)
def test_only_accents_and_apostrophes_are_signs(
    language: str, rule: str, word: str, other: str, missing: bool
) -> None:
    problem = Problem(0, len(word), rule, "", "", (other,))
    assert is_missing_sign(problem, word, profile().language(language)) is missing
