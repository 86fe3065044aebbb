"""The kinds that ask spaCy: what they flag, what they never ask, and what they refuse."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from charter_lint import Charter, CharterError, Context, Draft, lint, load_charter
from charter_lint.match.reading import sentence
from charter_lint.match.scan import Scan
from charter_lint.nlp import models, patterns
from charter_lint.nlp.sentence import LONGEST, Sentence

VOW = {
    "kind": "tokens",
    "cues": {"fr": ["~garantir"], "en": ["~guarantee"]},
    "fr": [[{"LEMMA": "garantir"}, {"POS": "DET", "OP": "?"}, {"POS": "NOUN"}]],
    "en": [[{"LEMMA": "guarantee", "POS": "VERB"}, {"POS": "DET", "OP": "?"}, {"POS": "NOUN"}]],
}
OBJECT = {
    "kind": "dependency",
    "cues": {"fr": ["~licencier"], "en": ["~fire"]},
    "fr": [
        [
            {"RIGHT_ID": "verb", "RIGHT_ATTRS": {"POS": "VERB"}},
            {
                "LEFT_ID": "verb",
                "REL_OP": ">",
                "RIGHT_ID": "who",
                "RIGHT_ATTRS": {"DEP": "nsubj", "LOWER": {"IN": ["nous", "on"]}},
            },
        ]
    ],
    "en": [
        [
            {"RIGHT_ID": "verb", "RIGHT_ATTRS": {"LOWER": "fired"}},
            {
                "LEFT_ID": "verb",
                "REL_OP": ">",
                "RIGHT_ID": "who",
                "RIGHT_ATTRS": {"DEP": "nsubj", "LOWER": "we"},
            },
        ]
    ],
}
PLACE = {
    "kind": "entity",
    "cues": {"fr": ["~fermer"], "en": ["~close"]},
    "entities": ["place"],
    "near": 5,
}
FIRST_LINK = "{kind: dependency, cues: {fr: [vin]}, fr: [[{RIGHT_ID: v, RIGHT_ATTRS: {POS: VERB}}, "


@pytest.fixture
def need_models() -> None:
    missing = models.missing_model()
    if missing:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"needs {missing}")


@pytest.mark.spacy
@pytest.mark.usefixtures("need_models")
@pytest.mark.parametrize(
    ("check", "language", "text", "found"),
    [
        (VOW, "fr", "Nous garantissons un rendement.", ["garantissons un rendement"]),
        (VOW, "fr", "Un rendement que personne ne garantit.", []),
        (VOW, "en", "We guarantee the return.", ["guarantee the return"]),
        (VOW, "en", "The guarantee is in the drawer.", []),
        (OBJECT, "fr", "Hier nous avons licencié douze personnes.", ["nous avons licencié"]),
        (OBJECT, "fr", "Ils ont licencié douze personnes chez nous.", []),
        (OBJECT, "en", "Yesterday we fired him.", ["we fired"]),
        (OBJECT, "en", "They fired me before we met.", []),
        (PLACE, "fr", "L'usine de Lyon ferme lundi.", ["Lyon"]),
        (PLACE, "fr", "Le bureau ferme lundi.", []),
        (PLACE, "en", "The plant in London closes on Monday.", ["London"]),
        (PLACE, "en", "The office closes on Monday.", []),
    ],
)
def test_kind_flags(
    charter_of: Callable[..., Charter],
    check: dict[str, object],
    language: str,
    text: str,
    found: list[str],
) -> None:
    report = lint(Draft(text, Context(language=language)), charter_of({"a": check}))
    assert [f.match for f in report.findings] == found
    assert not report.not_checked


@pytest.mark.spacy
@pytest.mark.usefixtures("need_models")
def test_places_are_those_of_the_original(charter_of: Callable[..., Charter]) -> None:
    text = "Salut 👋🏽 !\n\nNous garantis\u00adsons un rendement ✨."
    (finding,) = lint(Draft(text, Context(language="fr")), charter_of({"a": VOW})).findings
    assert finding.match == "garantis\u00adsons un rendement"


@pytest.mark.spacy
@pytest.mark.usefixtures("need_models")
def test_contexts_hold_for_these_kinds_too(charter_of: Callable[..., Charter]) -> None:
    text = "« Nous garantissons un rendement », dit l'escroc."
    charter = charter_of({"a": {**VOW, "unless": ["quoted"]}})
    assert not lint(Draft(text, Context(language="fr")), charter).findings


@pytest.mark.parametrize("text", ["Un beau rendement.", "🎉🎉", "", "Garantia Rendimiento."])
def test_without_a_cue_spacy_is_never_asked(
    charter_of: Callable[..., Charter], monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    charter = charter_of({"a": VOW, "b": OBJECT, "c": PLACE})
    monkeypatch.setattr(models, "model_name", never)
    assert lint(Draft(text), charter).verdict == "pass"


@pytest.mark.parametrize(("required", "judged"), [([], True), (["spacy"], False)])
@pytest.mark.parametrize("check", [VOW, OBJECT, PLACE])
def test_missing_spacy_is_said(
    charter_of: Callable[..., Charter],
    monkeypatch: pytest.MonkeyPatch,
    check: dict[str, object],
    required: list[str],
    judged: bool,
) -> None:
    charter = charter_of({"a": check}, required=required)
    models.load.cache_clear()
    monkeypatch.setattr(models, "MODELS", {"fr": ("no_such_model",), "en": ("no_such_model",)})
    text = "On ferme, on garantit, on licencie."
    report = lint(Draft(text, Context(language="fr")), charter)
    models.load.cache_clear()
    (entry,) = report.not_checked
    assert (entry.what, entry.reason) == ("spacy", "engine-missing")
    assert entry.values["reason"].startswith("no_such_model")
    assert report.judged is judged


def test_a_sentence_without_end_is_said(charter_of: Callable[..., Charter]) -> None:
    text = "nous garantissons " + "un rendement " * (LONGEST // 10)
    report = lint(Draft(text, Context(language="fr")), charter_of({"a": VOW}))
    assert [n.reason for n in report.not_checked] == ["sentence-too-long"]


def test_a_third_language_is_not_read(charter_of: Callable[..., Charter]) -> None:
    check = {**VOW, "cues": {"any": ["garantie"]}}
    report = lint(Draft("Die Garantie gilt.", Context(language="de")), charter_of({"a": check}))
    assert [n.reason for n in report.not_checked] == ["language-not-known"]


def test_a_sentence_is_read_once() -> None:
    spacy = pytest.importorskip("spacy")
    read: list[str] = []

    def model(language: str, pipes: str) -> Any:
        read.append(pipes)
        return spacy.blank(language)

    said = Sentence("Un bon\nvin.", "fr")
    assert said.doc("lemmas", model) is said.doc("syntax", model)
    assert read == ["lemmas"]
    assert said.doc("lemmas", model).text == "Un bon vin."


def test_patterns_on_a_blank_model(monkeypatch: pytest.MonkeyPatch) -> None:
    spacy = pytest.importorskip("spacy")
    blank = spacy.blank("fr")
    monkeypatch.setattr(patterns, "load", lambda *_: blank)
    patterns._matcher.cache_clear()
    said = Sentence("Un très très bon vin.", "fr")
    said.doc("syntax", lambda *_: blank)
    wanted = '[[{"LOWER": "très", "OP": "+"}, {"LOWER": "bon"}]]'
    assert patterns.token_spans(said, wanted) == [(3, 16)]
    patterns._matcher.cache_clear()


def test_only_two_languages_are_read(charter_of: Callable[..., Charter]) -> None:
    scan = Scan(Draft("Die Garantie.", Context(language="de")), charter_of({"a": VOW}).index)
    assert sentence(scan, 0) is None


@pytest.mark.parametrize(
    ("check", "problem", "near", "column"),
    [
        (
            "{kind: tokens, cues: {fr: [vin]}, fr: [[{LEMA: vin}]]}",
            "attribute-unknown",
            "LEMMA",
            49,
        ),
        (
            "{kind: tokens, cues: {fr: [vin]}, fr: [[{LOWER: a, OP: z}]]}",
            "operator-unknown",
            "",
            63,
        ),
        ("{kind: tokens, cues: {fr: [vin]}, fr: [[{LOWER: {INN: [a]}}]]}", "pattern-bad", "", 47),
        ("{kind: tokens, cues: {fr: [vin]}, fr: [[{POS: 3}]]}", "pattern-bad", "", 47),
        ('{kind: tokens, cues: {fr: [vin]}, fr: [[{LOWER: {REGEX: "("}}]]}', "pattern-bad", "", 64),
        ('{kind: tokens, cues: {fr: [vin]}, fr: [[{LOWER: a, OP: "?"}]]}', "pattern-bad", "", 47),
        ("{kind: tokens, cues: {fr: [vin]}, fr: [[]]}", "pattern-bad", "", 47),
        ("{kind: tokens, cues: {fr: [vin]}}", "no-patterns", "", 8),
        ("{kind: tokens, cues: {fr: [vin]}, en: [[{LOWER: a}]]}", "cues-missing", "", 29),
        ("{kind: tokens, fr: [[{LOWER: a}]]}", "key-missing", "", 1),
        ("{kind: entity, cues: {fr: [vin]}, entities: [plce]}", "entity-unknown", "place", 53),
        (
            "{kind: dependency, cues: {fr: [vin]}, fr: [[{RIGHT_ID: v, RIGHT_ATTR: {}}]]}",
            "attribute-unknown",
            "RIGHT_ATTRS",
            66,
        ),
        (
            FIRST_LINK + "{LEFT_ID: w, REL_OP: '>', RIGHT_ID: x, RIGHT_ATTRS: {POS: NOUN}}]]}",
            "pattern-id-unknown",
            "",
            103,
        ),
        (
            FIRST_LINK + "{LEFT_ID: v, REL_OP: '=>', RIGHT_ID: x, RIGHT_ATTRS: {POS: NOUN}}]]}",
            "operator-unknown",
            "",
            114,
        ),
    ],
)
def test_faulty_patterns_are_refused_with_their_place(
    write_charter: Callable[..., Path], check: str, problem: str, near: str, column: int
) -> None:
    pytest.importorskip("spacy")
    path = write_charter({"a": {"kind": "existence", "fr": ["vin"]}})
    text = "{fr: Essai., en: Trial.}"
    rule = path.parent / "rules" / "own" / "a.yaml"
    rule.write_text(f"title: {text}\nmessage: {text}\ninstead: {text}\ncheck: {check}\n")
    with pytest.raises(CharterError) as caught:
        load_charter(path)
    found = {f.problem: f for f in caught.value.faults}
    assert problem in found, found
    fault = found[problem]
    assert (fault.line, fault.column) == (4, column)
    if near:
        assert fault.values["near"] == near
        assert near in fault.fix


@pytest.mark.spacy
@pytest.mark.usefixtures("need_models")
def test_only_the_pipes_needed_are_loaded() -> None:
    assert "ner" not in models.load("fr").pipe_names
    assert "lemmatizer" not in models.load("fr").pipe_names
    assert models.load("en", "names").pipe_names == ["ner"]
    assert models.load("fr") is models.load("fr")


def test_a_model_of_another_version_is_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    spacy = pytest.importorskip("spacy")
    if models.missing_model():
        pytest.skip(models.missing_model())
    monkeypatch.setattr(spacy.about, "__version__", "3.2.0")
    monkeypatch.setattr("spacy.util.about.__version__", "3.2.0")
    models.load.cache_clear()
    try:
        with pytest.raises(models.EngineMissing, match="spaCy"):
            models.load("en")
    finally:
        models.load.cache_clear()
        assert "spacy" in sys.modules
