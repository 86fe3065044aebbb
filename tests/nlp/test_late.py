"""French loaded without its longest expression: the same words kept whole, in less time."""

from __future__ import annotations

import os
import re

import pytest

from charter_lint.nlp import models
from charter_lint.nlp.late import LateExpression, late_expressions

WORDS = (
    "porte-monnaie anti-âge faux-vampire prud'homme prud’hommes entr'ouvrir réentr'ouvrir r'ouvrir"
    " grand'mère grande'ment ch'tiiser z'yeuter saut-de-ski pet-en-l'air arc-en-ciel NEW-YORKAIS"
    " l'arthrose d'accord aujourd'hui rendez-vous est-ce dit-il J.-C. vin 5 % - ’ ' é — hip‐hop"
    " qu'elle-même c'est-à-dire https://a-b.example/c @moi-même #mot-dièse garanti Élan rentr'e est-il EST-IL anti-5g anti-жук anti-α"
).split()


@pytest.mark.spacy
def test_the_same_words_match() -> None:
    if models.missing_model():
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(models.missing_model())
    late = models.load("fr").tokenizer.token_match.__self__
    if not isinstance(late, LateExpression):
        pytest.skip("another test loaded spaCy's French first")
    whole = re.compile(late.pattern, late.flags)
    for word in WORDS:
        assert bool(late.match(word)) is bool(whole.match(word)), word


def test_only_very_long_expressions_wait() -> None:
    pytest.importorskip("spacy")
    with late_expressions():
        assert isinstance(re.compile("a|" * 300_000), LateExpression)
        assert isinstance(re.compile("a|b"), re.Pattern)
    assert isinstance(re.compile("a|b"), re.Pattern)


def test_a_late_expression_is_compiled_for_a_word_it_could_match() -> None:
    late = LateExpression("a-[xyzж]", 0, ("xyzж",))
    assert late.match("a-") is None
    assert late.match("a-x")
    assert "_compiled" not in vars(late)
    assert late.match("a-ш") is None
    assert late.match("a-ж")
    assert "_compiled" in vars(late)
