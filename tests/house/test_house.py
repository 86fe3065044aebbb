"""Rules of the house that no other tool checks."""

from __future__ import annotations

import configparser
import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest

import charter_lint
from charter_lint import messages
from charter_lint.charter.files import NOT_PACKS
from charter_lint.charter.source import Source

ROOT = Path(__file__).parent.parent.parent
PACKAGE = Path(charter_lint.__file__).parent
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")

pytestmark = pytest.mark.skipif(
    not (ROOT / "setup.cfg").exists(), reason="not in a checkout of the project"
)


def test_every_package_is_in_the_build() -> None:
    config = configparser.ConfigParser(interpolation=None)
    config.read(ROOT / "setup.cfg")
    listed = set(config["options"]["packages"].split()) - {
        "charter_lint.rules",
        "charter_lint.charters",
        "charter_lint.corpus",
    }
    there = {
        ".".join(("charter_lint", *path.parent.relative_to(PACKAGE).parts))
        for path in PACKAGE.rglob("__init__.py")
    }
    assert listed == there


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda p: str(p.relative_to(PACKAGE))
)
def test_files_stay_small(path: Path) -> None:
    limit = 2000 if path.parent.name == "messages" else 500
    assert len(path.read_text(encoding="utf-8").splitlines()) <= limit


@pytest.mark.parametrize("name", sorted(m.name for m in iter_modules(messages.__path__)))
def test_texts_are_in_both_languages_with_the_same_placeholders(name: str) -> None:
    texts = getattr(import_module(f"charter_lint.messages.{name}"), "TEXTS", {})
    for key, text in texts.items():
        assert set(text) == {"fr", "en"}, key
        assert set(_PLACEHOLDER.findall(text["fr"])) == set(_PLACEHOLDER.findall(text["en"])), key


RULES = sorted(
    path for path in (ROOT / "rules").glob("*/*.yaml") if path.parent.name not in NOT_PACKS
)


@pytest.mark.parametrize("path", RULES, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_every_rule_is_finished(path: Path) -> None:
    rule = Source.read(path, path.name).value
    assert {"title", "message", "instead", "source", "owner"} <= set(rule), "a key lacks"
    for key in ("message", "instead"):
        for language in ("fr", "en"):
            assert len(rule[key][language]) <= 200, (key, language)
    for source in rule["source"]:
        assert source.get("mark") in ("T", "S", "M")
    assert _count(rule, "flags") or rule["check"].get("kind") in ("sealed", "fingerprint")


def _count(rule: dict[str, Any], what: str) -> int:
    """Give the number of examples in the language that has fewer."""
    examples = rule.get("examples", {}).get(what, {})
    return min((len(listed) for listed in examples.values()), default=0)


def test_most_rules_have_three_examples_a_language_both_ways() -> None:
    rules = [Source.read(path, path.name).value for path in RULES]
    finished = [r for r in rules if min(_count(r, "flags"), _count(r, "allows")) >= 3]
    assert len(finished) >= 0.9 * len(rules)


def test_every_concept_says_what_it_covers() -> None:
    for path in (ROOT / "rules" / "concepts").glob("*.yaml"):
        for name, concept in Source.read(path, path.name).value.items():
            assert concept["about"], name
