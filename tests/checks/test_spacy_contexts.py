"""Contexts that ask spaCy: what they ask, when they never do, and what holds without it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from charter_lint import Charter, CharterError, Context, Draft, lint, load_charter
from charter_lint.nlp import models

VOW = {"kind": "existence", "fr": ["rendement garanti"], "en": ["guaranteed return"]}
NAME = {"fr": "Essai", "en": "Trial"}


@pytest.fixture
def need_models() -> None:
    missing = models.missing_model()
    if missing:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"needs {missing}")


@pytest.fixture
def without_spacy(monkeypatch: pytest.MonkeyPatch) -> None:
    models.load.cache_clear()
    monkeypatch.setattr(models, "MODELS", {"fr": ("no_such_model",), "en": ("no_such_model",)})


Build = Callable[..., Charter]


@pytest.fixture
def charter_with(write_charter: Callable[..., Path]) -> Build:
    """Give a function that makes a charter with one rule and contexts of its own."""

    def build(contexts: dict[str, dict[str, Any]], check: dict[str, Any] | None = None) -> Charter:
        rule = {**VOW, "unless": list(contexts), **(check or {})}
        path = write_charter({"a": rule})
        folder = path.parent / "rules" / "contexts"
        folder.mkdir(parents=True, exist_ok=True)
        for name, value in contexts.items():
            text = yaml.safe_dump({"title": NAME, **value}, allow_unicode=True)
            (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
        return load_charter(path)

    return build


def flagged(charter: Charter, text: str, language: str) -> list[str]:
    report = lint(Draft(text, Context(language=language)), charter)
    assert not report.not_checked
    return [f.match for f in report.findings]


DENIED = {"fr": {"before": ["pas"]}, "en": {"before": ["not"]}, "grammar": ["scope"]}
SAID = {"fr": {"before": ["~promettre"]}, "en": {"before": ["~promise"]}, "grammar": ["others"]}
IF = {"fr": {"before": ["si"]}, "en": {"before": ["if"]}, "window": 9, "grammar": ["supposed"]}
THING = {"fr": {"anywhere": ["brochure"]}, "en": {"anywhere": ["leaflet"]}, "grammar": ["subject"]}
VICTIM = {"fr": {"anywhere": ["mamie"]}, "en": {"anywhere": ["granny"]}, "grammar": ["object"]}
LATER = {"fr": {"anywhere": ["demain"]}, "en": {"anywhere": ["tomorrow"]}, "grammar": ["future"]}


@pytest.mark.spacy
@pytest.mark.usefixtures("need_models")
@pytest.mark.parametrize(
    ("context", "language", "silent", "heard"),
    [
        (DENIED, "fr", "Ce n'est pas un rendement garanti.", "Pas qu'un rendement garanti !"),
        (DENIED, "en", "It is not a guaranteed return.", "Not just a guaranteed return!"),
        (
            SAID,
            "fr",
            "Le vendeur promet un rendement garanti.",
            "Nous vous promettons un rendement garanti.",
        ),
        (
            SAID,
            "en",
            "The salesman promises a guaranteed return.",
            "We promise a guaranteed return.",
        ),
        (
            IF,
            "fr",
            "Si c'était un rendement garanti, je signerais.",
            "Si vous signez lundi, vous avez un rendement garanti.",
        ),
        (
            IF,
            "en",
            "If it were a guaranteed return, I would sign.",
            "If you sign on Monday, you get a guaranteed return.",
        ),
        (
            THING,
            "fr",
            "La brochure promet un rendement garanti.",
            "Lisez la brochure : nous promettons un rendement garanti.",
        ),
        (
            VICTIM,
            "en",
            "They sold granny a guaranteed return.",
            "Ask granny how we found a guaranteed return.",
        ),
        (
            LATER,
            "fr",
            "Demain, nous aurons un rendement garanti.",
            "Nous avons un rendement garanti, passez demain.",
        ),
    ],
)
def test_a_cue_counts_if_it_is_about_the_match(
    charter_with: Build, context: dict[str, Any], language: str, silent: str, heard: str
) -> None:
    charter = charter_with({"own": context})
    assert flagged(charter, silent, language) == []
    assert len(flagged(charter, heard, language)) == 1


@pytest.mark.spacy
@pytest.mark.usefixtures("need_models")
def test_a_cue_in_another_sentence_is_not_about_the_match(charter_with: Build) -> None:
    charter = charter_with({"own": {**THING, "anywhere_bounds": "post"}})
    assert flagged(charter, "Voici la brochure. Un rendement garanti.", "fr")


@pytest.mark.spacy
@pytest.mark.usefixtures("need_models")
def test_without_cues_the_grammar_of_the_match_is_enough(charter_with: Build) -> None:
    charter = charter_with({"own": {"grammar": ["future", "we"]}})
    assert not flagged(charter, "Nous aurons un rendement garanti.", "fr")
    assert flagged(charter, "Un rendement garanti existe.", "fr")


def test_no_cue_and_no_match_never_ask(
    charter_with: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    cheap = {"fr": {"before": ["jamais"]}}
    # The one that asks comes first in the rule, and is still asked last.
    charter = charter_with({"asking": DENIED, "cheap": cheap})
    monkeypatch.setattr(models, "model_name", never)
    assert flagged(charter, "Pas de vin.", "fr") == []
    assert flagged(charter, "Un rendement garanti.", "fr") == ["rendement garanti"]
    assert flagged(charter, "Ce n'est pas et jamais un rendement garanti.", "fr") == []


@pytest.mark.usefixtures("without_spacy")
@pytest.mark.parametrize(("unread", "count"), [("holds", 0), ("fails", 1)])
def test_without_spacy_the_context_says_whether_a_cue_counts(
    charter_with: Build, unread: str, count: int
) -> None:
    charter = charter_with({"own": {**DENIED, "unread": unread}})
    text = "Ce n'est pas un rendement garanti."
    report = lint(Draft(text, Context(language="fr")), charter)
    models.load.cache_clear()
    assert len(report.findings) == count
    (entry,) = report.not_checked
    assert (entry.what, entry.reason) == ("spacy", "engine-missing")


def test_a_question_about_a_cue_needs_cues(charter_with: Build) -> None:
    with pytest.raises(CharterError) as caught:
        charter_with({"own": {"grammar": ["past", "scope"]}})
    (fault,) = caught.value.faults
    assert fault.problem == "question-without-cues"
    assert fault.values["name"] == "scope"


def test_a_question_that_does_not_exist_is_refused(charter_with: Build) -> None:
    with pytest.raises(CharterError) as caught:
        charter_with({"own": {**DENIED, "grammar": ["scop"]}})
    assert "scope" in caught.value.faults[0].fix


def test_tone_is_not_even_read_beside_the_guard(
    write_charter: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    text = {"fr": "Essai.", "en": "Trial."}
    check = {"kind": "tokens", "cues": {"fr": ["nul"]}, "fr": [[{"LOWER": "nul"}]]}
    guard = {"kind": "existence", "fr": ["grève"]}
    path = write_charter({"a": {"check": guard, "effect": "guard"}}, packs=["own", "tone"])
    tone = path.parent / "rules" / "tone"
    tone.mkdir()
    rule = {key: {**text} for key in ("title", "message", "instead")} | {"check": check}
    (tone / "b.yaml").write_text(yaml.safe_dump(rule), encoding="utf-8")
    charter = load_charter(path)
    monkeypatch.setattr(models, "model_name", never)
    report = lint(Draft("On est en grève, le chef est nul.", Context(language="fr")), charter)
    assert report.guarded
    assert not report.findings


def test_a_hundred_thousand_characters_without_a_full_stop(charter_with: Build) -> None:
    text = "ce n'est pas un rendement garanti " + "et encore un bon vin " * 4_800
    report = lint(Draft(text, Context(language="fr")), charter_with({"own": DENIED}))
    assert len(text) > 100_000
    (entry,) = report.not_checked
    assert entry.reason == "sentence-too-long"
    assert not report.findings  # the cue alone decides, and the report says so


@pytest.mark.parametrize("text", ["🎉🎉 🤡", "", "…!?", "\N{ZERO WIDTH SPACE}"])
def test_texts_without_words_ask_nobody(
    charter_with: Build, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    charter = charter_with({"own": DENIED}, {"any": ["🤡"]})
    monkeypatch.setattr(models, "model_name", never)
    assert lint(Draft(text), charter).verdict in ("pass", "review", "advise", "block")


def test_a_third_language_is_judged_by_its_cues(
    charter_with: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_: object) -> None:
        raise AssertionError

    denied = {"any": {"before": ["nicht"]}, "grammar": ["scope"]}
    charter = charter_with({"own": denied}, {"fr": [], "en": [], "any": ["garantiert"]})
    monkeypatch.setattr(models, "model_name", never)
    report = lint(Draft("Das ist nicht garantiert.", Context(language="de")), charter)
    assert not report.findings
    assert [n.reason for n in report.not_checked] == ["language-not-known"]


def test_a_broken_spacy_is_a_missing_one(
    charter_with: Build, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    charter = charter_with({"own": DENIED})
    broken = tmp_path / "broken"
    for name, said in (("spacy", "raise RuntimeError('cut off')"), ("fr_core_news_sm", "")):
        (broken / name).mkdir(parents=True)
        (broken / name / "__init__.py").write_text(said + "\n", encoding="utf-8")
    for name in [n for n in sys.modules if n.split(".")[0] in ("spacy", "fr_core_news_sm")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.syspath_prepend(str(broken))
    models.load.cache_clear()
    report = lint(Draft("Ce n'est pas un rendement garanti.", Context(language="fr")), charter)
    models.load.cache_clear()
    (entry,) = report.not_checked
    assert entry.values["reason"] == "spacy: RuntimeError"
