"""Every charter that ships loads, and is the model that it says it is."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
import yaml

from charter_lint.charter.load import load_charter
from charter_lint.charter.places import shipped_charters, shipped_names
from charter_lint.draft import Context, Draft
from charter_lint.lint.judge import lint

if TYPE_CHECKING:
    from typing import Any

MODELS = [name for name in shipped_names() if name not in ("default", "examples")]
OWNERS = {"compliance", "communication", "legal", "hr", "security", "dpo"}
NO_BREAK = "\u00a0"


def raw(name: str) -> dict[str, Any]:
    text = (shipped_charters() / f"{name}.yaml").read_text(encoding="utf-8")
    value = yaml.safe_load(text)
    assert isinstance(value, dict)
    return value


def test_eleven_charters_to_start_from() -> None:
    assert len(MODELS) == 10
    assert "default" in shipped_names()


@pytest.mark.parametrize("name", shipped_names())
def test_charter_loads_under_its_own_name(name: str) -> None:
    assert load_charter(name).head.name == name


@pytest.mark.parametrize("name", MODELS)
def test_model_is_a_guide_to_speaking(name: str) -> None:
    charter = raw(name)
    assert charter["extends"] == ["default"]
    assert 8 <= len(charter["permissions"]) <= 12
    assert 5 <= len(charter["encouraged"]) <= 8
    assert set(charter["contacts"]) >= OWNERS
    assert set(charter["rights"]) == {"fr", "en"}
    assert all(saying["fits"] for saying in charter["permissions"] + charter["encouraged"])


@pytest.mark.parametrize("name", MODELS)
def test_spokespersons_are_named_in_a_permission(name: str) -> None:
    charter = raw(name)
    said = " ".join(saying["fr"] for saying in charter["permissions"])
    spokesperson = charter["facts"]["spokesperson"][-1]
    full = spokesperson["name"] if isinstance(spokesperson, dict) else spokesperson
    assert full in said


@pytest.mark.parametrize("name", MODELS)
def test_days_of_facts_are_days(name: str) -> None:
    facts = raw(name)["facts"]
    named = [fact for key, listed in facts.items() for fact in listed if isinstance(fact, dict)]
    days = [fact[key] for fact in named for key in ("from", "until", "published") if key in fact]
    assert days
    assert all(isinstance(day, date) for day in days)
    assert all(p["from"] <= p["until"] for p in facts["periods"])


@pytest.mark.parametrize("name", ["default", *MODELS])
def test_french_sentences_keep_their_signs(name: str) -> None:
    charter = raw(name)
    sayings = [saying["fr"] for saying in charter["permissions"] + charter["encouraged"]]
    for text in [*sayings, charter["rights"]["fr"], charter["title"]["fr"]]:
        assert not re.search(r" [:;!?»]|« ", text), text
        assert not re.search(rf"[^\s{NO_BREAK}][;!?](?:\s|$)", text), text


@pytest.mark.parametrize(
    ("charter", "text", "said"),
    [
        ("default", "Merci à Nadia pour la relecture de mardi.", "Remercier quelqu'un"),
        ("helianthe", "On recrute deux techniciens à Albi.", "offres"),
        ("aubrelac", "Les bureaux de vote ouvrent à 8 h, pensez aux procurations.", "procurations"),
        ("quarrystone", "My first pull request on pebblecache is merged.", "pebblecache"),
        ("merrow", "A lady at the till told me about her garden.", "client croisé"),
    ],
)
def test_clean_post_gets_the_sentence_that_suits_it(charter: str, text: str, said: str) -> None:
    report = lint(Draft(text, Context()), load_charter(charter))
    assert not report.findings
    notes = [note for note in report.notes if note.kind in ("permission", "encouraged")]
    assert said in notes[0].text["fr"]
