from __future__ import annotations

import json
import string
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from charter_lint import load_charter
from charter_lint.cli.group import charter_lint
from charter_lint.desk.audit import Remark, audit
from charter_lint.messages.desk_audit import SOURCES, TEXTS

RIGHTS = {
    "fr": "Vous pouvez parler de salaire, de conditions de travail, vous syndiquer, signaler une faute.",
    "en": "You may talk about pay and working conditions, join a union, report wrongdoing.",
}
CHECK = {"kind": "existence", "fr": ["vin bouché"], "en": ["corked wine"]}
SAYINGS = [{"fr": f"Vous pouvez {i}.", "en": f"You may {i}."} for i in range(12)]
EXAMPLES = {
    "flags": {"fr": ["Du vin bouché."], "en": ["A corked wine."]},
    "allows": {"fr": ["Du vin."], "en": ["A wine."]},
}
GOOD = {
    "check": CHECK,
    "why": {"fr": "Pour rien.", "en": "For fun."},
    "source": [{"text": "our charter", "mark": "T"}],
    "contact": "cellar@company.example",
    "examples": EXAMPLES,
}


def run(*args: str) -> Result:
    return CliRunner().invoke(charter_lint, ["audit", *args], catch_exceptions=False)


@pytest.fixture
def remarks(write_charter: Callable[..., Path]) -> Callable[..., list[Remark]]:
    def of(rule: dict[str, object], **charter: object) -> list[Remark]:
        given = {"packs": ["own", "guard"], "rights": RIGHTS, "permissions": SAYINGS, **charter}
        given = {key: value for key, value in given.items() if value is not None}
        return audit(load_charter(str(write_charter({"wine": {**GOOD, **rule}}, **given))))

    return of


def problems(found: list[Remark]) -> set[str]:
    return {r.problem for r in found}


def test_a_sound_charter_has_no_remark(remarks: Callable[..., list[Remark]]) -> None:
    assert remarks({}) == []


@pytest.mark.parametrize(
    ("rule", "charter", "problem", "grave"),
    [
        ({}, {"rights": None}, "rights-missing", True),
        ({}, {"rights": {**RIGHTS, "en": "You may join a union."}}, "rights-pay", True),
        ({}, {"rights": {**RIGHTS, "fr": "Salaire, horaires, grève."}}, "rights-reporting", False),
        ({}, {"packs": ["own"]}, "guard-missing", True),
        (
            {},
            {"overrides": {"guard/pay": {"off": True, "reason": "trial"}}},
            "guard-lacks",
            True,
        ),
        ({}, {"permissions": None}, "no-permission", True),
        ({"contact": ""}, {}, "contact-missing", False),
        ({"why": None}, {}, "reason-missing", False),
        ({"why": None, "severity": "block"}, {}, "reason-missing", True),
        ({"source": []}, {}, "source-missing", False),
        ({"examples": {"flags": EXAMPLES["flags"]}}, {}, "ban-alone", False),
        ({"examples": {}, "severity": "review"}, {}, "ban-alone", True),
        ({"examples": {"flags": {"fr": ["Du vin bouché."]}}}, {}, "examples-en", False),
        (
            {"examples": {}, "message": {"fr": "Propos inappropriés.", "en": "Not so."}},
            {},
            "vague",
            True,
        ),
        (
            {"message": {"fr": "Interdit.", "en": "No post without prior approval."}},
            {},
            "absolute",
            True,
        ),
        ({"message": {"fr": "Non. " * 50, "en": "No."}}, {}, "long", False),
        (
            {"message": {"fr": "The very same sentence.", "en": "The very same sentence."}},
            {},
            "untranslated",
            False,
        ),
        (
            {"check": {"kind": "existence", "any": ["salaires", "salaries"]}, "severity": "review"}
            | {"always": True, "examples": {}},
            {},
            "stops-protected",
            True,
        ),
    ],
)
def test_each_weakness_is_named(
    remarks: Callable[..., list[Remark]],
    rule: dict[str, object],
    charter: dict[str, object],
    problem: str,
    grave: bool,
) -> None:
    found = [r for r in remarks(rule, **charter) if r.problem == problem]
    assert found
    assert {r.grave for r in found} == {grave}


def test_an_example_bounds_a_vague_word(remarks: Callable[..., list[Remark]]) -> None:
    message = {"fr": "Propos inappropriés.", "en": "Inappropriate."}
    assert "vague" not in problems(remarks({"message": message}))
    vague = [r for r in remarks({"message": message, "examples": {}}) if r.problem == "vague"]
    assert {r.values["word"] for r in vague} == {"inappropriés", "Inappropriate"}


def test_one_sided(remarks: Callable[..., list[Remark]]) -> None:
    packs = ["own", "guard", "tone", "voice", "respect"]
    found = remarks({}, packs=packs, permissions=SAYINGS[:1])
    (said,) = [r for r in found if r.problem == "one-sided"]
    assert said.values == {"bans": "4", "permissions": "1"}


def test_a_rule_softened_by_the_guard_is_not_over_broad(
    remarks: Callable[..., list[Remark]],
) -> None:
    wide = {"check": {"kind": "existence", "any": ["salaires", "salaries"]}, "severity": "review"}
    assert "stops-protected" not in problems(remarks({**wide, "examples": {}}))


def test_shipped_default_charter_has_nothing_grave() -> None:
    assert [r for r in audit(load_charter("default")) if r.grave] == []


def test_every_problem_has_words_and_a_remedy() -> None:
    names = {key for key in TEXTS if f"{key}-remedy" in TEXTS}
    assert set(SOURCES) <= names
    for key, both in TEXTS.items():
        fields = [
            {name for _, name, _, _ in string.Formatter().parse(both[lang]) if name}
            for lang in ("fr", "en")
        ]
        assert fields[0] == fields[1], key


def test_command_says_remedy_and_reference_in_both_languages(
    write_charter: Callable[..., Path],
) -> None:
    path = str(write_charter({"wine": GOOD}, packs=["own"], permissions=SAYINGS))
    for lang, words in {"fr": ("À faire", "Référence"), "en": ("Remedy", "Reference")}.items():
        said = run("-c", path, "--lang", lang)
        assert said.exit_code == 1
        assert all(word in said.output for word in (*words, "L2281-3"))
    value = json.loads(run("-c", path, "--format", "json").output)
    assert value["grave"] == 2
    assert {r["problem"] for r in value["remarks"]} == {"rights-missing", "guard-missing"}
    assert all(r["remedy"]["fr"] != r["remedy"]["en"] for r in value["remarks"])


def test_exit_codes(write_charter: Callable[..., Path], tmp_path: Path) -> None:
    given = {"packs": ["own", "guard"], "rights": RIGHTS, "permissions": SAYINGS}
    assert run("-c", str(write_charter({"wine": GOOD}, **given))).exit_code == 0
    assert run("-c", str(tmp_path / "none.yaml")).exit_code == 2
