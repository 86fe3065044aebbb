"""What spaCy says of real sentences: the reach of a negation, who speaks, who acts, when."""

from __future__ import annotations

import os

import pytest

from charter_lint.nlp import models
from charter_lint.nlp.sentence import Sentence
from charter_lint.nlp.syntax import OF_CUES, OF_MATCHES

pytestmark = pytest.mark.spacy


@pytest.fixture(autouse=True)
def _need_models() -> None:
    missing = models.missing_model()
    if missing:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"needs {missing}")


def place(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


# sentence, cue, match, whether the cue counts
SCOPE = [
    ("fr", "Ce rendement n'est pas garanti.", "pas", "garanti", True),
    ("fr", "Aucun rendement garanti ici.", "Aucun", "rendement garanti", True),
    ("fr", "Aucun placement n'est garanti.", "Aucun", "garanti", True),
    ("fr", "Personne ne garantit un rendement.", "Personne", "garantit un rendement", True),
    ("fr", "Un placement sans rendement garanti.", "sans", "rendement garanti", True),
    ("fr", "Nous ne promettons jamais un rendement garanti.", "jamais", "rendement garanti", True),
    ("fr", "Il n'est pas seulement garanti, il est doublé.", "pas", "garanti", False),
    ("fr", "Ce n'est pas que du rendement garanti.", "pas", "rendement garanti", False),
    ("fr", "Je ne dirai rien, sinon que le rendement est garanti.", "rien", "rendement est", False),
    ("fr", "Je ne pars pas parce que le rendement est garanti.", "pas", "rendement est", False),
    ("en", "The return is not guaranteed.", "not", "guaranteed", True),
    ("en", "We never promise a guaranteed return.", "never", "guaranteed return", True),
    ("en", "There is no guaranteed return.", "no", "guaranteed return", True),
    ("en", "Nobody guarantees a return.", "Nobody", "guarantees a return", True),
    ("en", "Savings without a guaranteed return.", "without", "guaranteed return", True),
    ("en", "It is not only guaranteed, it doubles.", "not", "guaranteed", False),
    ("en", "It isn't just guaranteed, it doubles.", "n't", "guaranteed", False),
    ("en", "I don't worry because the return is guaranteed.", "n't", "return is", False),
]
OTHERS = [
    ("fr", "Mon voisin dit que le rendement est garanti.", "dit", "garanti", True),
    ("fr", "Nous affirmons que le rendement est garanti.", "affirmons", "garanti", False),
    ("en", "My neighbour says that the return is guaranteed.", "says", "guaranteed", True),
    ("en", "I say that the return is guaranteed.", "say", "guaranteed", False),
    ("en", "We claim that the return is guaranteed.", "claim", "guaranteed", False),
]


@pytest.mark.parametrize(("language", "text", "cue", "match", "counts"), SCOPE)
def test_reach_of_a_negation(language: str, text: str, cue: str, match: str, counts: bool) -> None:
    doc = Sentence(text, language).doc()
    assert OF_CUES["scope"](doc, place(text, cue), place(text, match)) is counts


@pytest.mark.parametrize(("language", "text", "cue", "match", "counts"), OTHERS)
def test_who_says_it(language: str, text: str, cue: str, match: str, counts: bool) -> None:
    doc = Sentence(text, language).doc()
    assert OF_CUES["others"](doc, place(text, cue), place(text, match)) is counts


@pytest.mark.parametrize(
    ("language", "text", "match", "true"),
    [
        ("fr", "Nous avons licencié douze personnes.", "licencié", {"past", "we"}),
        ("fr", "Ils licencieront douze personnes.", "licencieront", {"future", "they"}),
        ("fr", "Douze personnes ont été licenciées.", "licenciées", {"past", "passive"}),
        ("fr", "Nous allons licencier douze personnes.", "licencier", {"future", "we"}),
        ("fr", "Nous licencions douze personnes.", "licencions", {"we"}),
        ("en", "We fired twelve people.", "fired", {"past", "we"}),
        ("en", "They will fire twelve people.", "fire", {"future", "they"}),
        ("en", "Twelve people were fired.", "fired", {"past", "passive"}),
        ("en", "We are going to fire twelve people.", "fire", {"future", "we"}),
        ("en", "Buy these shares before Friday.", "Buy", {"imperative"}),
        ("en", "She buys shares.", "buys", {"they"}),
    ],
)
def test_who_acts_and_when(language: str, text: str, match: str, true: set[str]) -> None:
    doc = Sentence(text, language).doc()
    at = place(text, match)
    assert {name for name, asked in OF_MATCHES.items() if asked(doc, at, at)} == true
