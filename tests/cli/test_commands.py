from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from charter_lint import load_charter
from charter_lint.cli.group import charter_lint


def run(*args: str, text: str = "") -> Result:
    return CliRunner().invoke(charter_lint, list(args), input=text, catch_exceptions=False)


def test_help_names_every_command() -> None:
    done = run("--help")
    assert done.exit_code == 0
    for name in ("check", "rules", "rule", "test", "validate", "init", "schema"):
        assert f"\n  {name}" in done.output


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_rule_explains(lang: str) -> None:
    done = run("rule", "finance/guaranteed-return", "--lang", lang)
    assert done.exit_code == 0
    assert "2210" in done.output
    assert "{match}" not in done.output


def test_unknown_rule_has_a_near_name() -> None:
    done = run("rule", "finance/guarantied-return")
    assert done.exit_code == 2
    assert "finance/guaranteed-return" in done.output


def test_rules_lists_and_filters() -> None:
    assert "finance/guaranteed-return" in run("rules").output
    assert "guard/" not in run("rules", "finance").output
    rows = json.loads(run("rules", "finance/*", "--json").output)
    assert all(row["id"].startswith("finance/") for row in rows)


def test_own_rules_are_tested(write_charter: Callable[..., Path]) -> None:
    rule = {
        "check": {"kind": "existence", "fr": ["bon vin", "vieux rhum"], "unless": ["negated"]},
        "examples": {
            "flags": {"fr": ["Un bon vin.", "Pas un bon vin."]},
            "allows": {"fr": ["Un bon vin de table."]},
        },
    }
    done = run("test", "--charter", str(write_charter({"wine": rule})), "--lang", "en")
    assert done.exit_code == 1
    assert "the context “negated” silenced it" in done.output
    assert "the rule finds “bon vin”" in done.output
    assert "vieux rhum" in done.output
    assert "2 do not do what they say" in done.output


def test_good_examples_pass(write_charter: Callable[..., Path]) -> None:
    rule = {
        "check": {"kind": "existence", "fr": ["bon vin"]},
        "examples": {"flags": {"fr": ["Un bon vin."]}, "allows": {"fr": ["Un bon pain."]}},
    }
    assert run("test", "--charter", str(write_charter({"wine": rule}))).exit_code == 0


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("sector", ["pharma", "other"])
def test_init_writes_a_charter_that_is_valid(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str, sector: str
) -> None:
    monkeypatch.chdir(tmp_path)
    name = 'Brasserie "La Fée" \\ fils'
    done = run("init", "--name", name, "--sector", sector, "--language", language)
    assert done.exit_code == 0, done.output
    charter = load_charter("", tmp_path)
    assert charter.head.language == language
    assert charter.head.employer == name
    assert run("init", "--name", name, "--sector", sector, "--language", language).exit_code == 2


def test_init_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("init", "--lang", "fr", text="Acme\nfinance\nfr\n")
    assert done.exit_code == 0, done.output
    assert load_charter("", tmp_path).head.sector == "finance"


def test_init_knows_near_sectors() -> None:
    done = run("init", "--name", "A", "--sector", "finnance", "--language", "en")
    assert done.exit_code == 2
    assert "“finance”" in done.output


@pytest.mark.parametrize("name", ["report", "charter", "rule", "concepts", "context"])
def test_schemas_are_valid(name: str) -> None:
    schema = json.loads(run("schema", name).output)
    jsonschema.Draft202012Validator.check_schema(schema)


def test_validate_shows_line_place_and_corrected_line(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("name: own\npaks: [finance]\n")
    done = run("validate", str(tmp_path / "own.yaml"), "--lang", "fr")
    assert done.exit_code == 2
    assert "own.yaml:2:1" in done.output
    assert "corrigé" in done.output
    assert "packs: [finance]" in done.output
