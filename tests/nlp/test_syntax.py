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
    ("fr", "J'ai lu que notre banque garantit un rendement.", "lu que", "garantit", True),
    ("fr", "J'ai entendu dire que nous remboursons tout.", "entendu dire", "remboursons", True),
    ("en", "I asked whether our cream cures it.", "asked whether", "cures", True),
    ("en", "I was promised a full refund by them.", "promised", "full refund", True),
]
# question, sentence, cue, match, whether it is so
WHO_AND_IF = [
    ("supposed", "en", "If it hurts, call your doctor.", "If", "call your", True),
    ("supposed", "en", "He asked whether to wait with it.", "whether", "He asked whether to", True),
    ("supposed", "en", "If you don't like it, the repair is free.", "If", "repair is free", False),
    ("subject", "fr", "Cet outil est nul.", "outil", "nul", True),
    ("subject", "fr", "Avec cet outil, tu es nul.", "outil", "nul", False),
    ("subject", "fr", "Le nouveau logiciel est une vraie catastrophe.", "logiciel", "cata", True),
    ("subject", "fr", "Paul a été insulté par son chef.", "chef", "insulté", True),
    ("subject", "fr", "Paul a été insulté par son chef.", "Paul", "insulté", False),
    ("subject", "fr", "On a volé mon voisin.", "voisin", "volé", False),
    ("subject", "en", "This tool is useless.", "tool", "useless", True),
    ("subject", "en", "With this tool you are useless.", "tool", "useless", False),
    ("subject", "en", "A pathetic printer.", "printer", "pathetic", True),
    ("subject", "en", "Paul was insulted by his boss.", "boss", "insulted", True),
    ("subject", "en", "Paul was insulted by his boss.", "Paul", "insulted", False),
    ("object", "fr", "Paul a été accusé de vol.", "Paul", "accusé", True),
    ("object", "fr", "Paul a accusé son chef de vol.", "Paul", "accusé", False),
    ("object", "fr", "On m'a traité de fraudeur.", "m'", "traité", True),
    ("object", "en", "Paul was accused of theft.", "Paul", "accused", True),
    ("object", "en", "Paul accused his boss of theft.", "Paul", "accused", False),
    ("object", "en", "They called me an idiot.", "me", "called", True),
    ("object", "en", "I called them an idiot.", "I", "called", False),
    ("supposed", "fr", "Si vous avez mal au dos, notre crème soulage.", "Si", "crème", False),
    ("supposed", "fr", "Si notre crème soulage, tant mieux.", "Si", "crème soulage", True),
    ("supposed", "fr", "Si c'était vrai, le rendement serait garanti.", "Si", "serait", True),
    ("supposed", "fr", "Cela pourrait guérir l'acné.", "pourrait", "guérir l'acné", True),
    ("supposed", "en", "If your back hurts, our cream cures it.", "If", "cream cures", False),
    ("supposed", "en", "If our cream cures it, great.", "If", "cream cures", True),
    ("supposed", "en", "I wonder whether the return is guaranteed.", "whether", "return is", True),
    ("supposed", "en", "Our cream could cure acne.", "could", "cure acne", True),
    ("scope", "en", "Not every studio uses our diary.", "Not", "uses our diary", True),
    ("scope", "fr", "Je ne veux pas qu'on jette ses cachets.", "pas", "jette ses", True),
    (
        "scope",
        "fr",
        "Je suis là et je ne peux pas répondre.",
        "pas",
        "là et je ne peux pas ré",
        True,
    ),
    ("others", "fr", "Je le dis : le rendement est garanti.", "le dis", "garanti", False),
    ("others", "fr", "On m'a dit que le rendement est garanti.", "a dit", "garanti", True),
]


@pytest.mark.parametrize(("asked", "language", "text", "cue", "match", "true"), WHO_AND_IF)
def test_who_does_it_to_whom_and_on_what_condition(
    asked: str, language: str, text: str, cue: str, match: str, true: bool
) -> None:
    doc = Sentence(text, language).doc()
    assert OF_CUES[asked](doc, place(text, cue), place(text, match)) is true


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
        ("fr", "Nous devrions licencier.", "devrions", {"conditional", "we"}),
        ("en", "They would fire twelve people.", "fire", {"conditional", "they"}),
    ],
)
def test_who_acts_and_when(language: str, text: str, match: str, true: set[str]) -> None:
    doc = Sentence(text, language).doc()
    at = place(text, match)
    assert {name for name, asked in OF_MATCHES.items() if asked(doc, at, at)} == true
