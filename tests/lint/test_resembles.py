"""What the reader sees as evidence of a rule: with a word near by, never above review."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from small_reader import SHOWN

from charter_lint import Charter, CharterError, Context, Draft, lint
from charter_lint.desk.examples import run_examples

DAY = Context(date="2026-11-23")
NEVER = 1e6
HINT = {"kind": "resembles", "family": "market", "fr": ["champagne"]}
TREE = {"kind": "composition", "all": ["champagne", {"resembles": "market"}]}
TEXT = "Bonjour. Pour ce trimestre, champagne !"


def found(charter: Charter, text: str) -> list[tuple[str, str]]:
    report = lint(Draft(text, DAY), charter)
    return [(f.match, f.severity) for f in report.findings if f.rule == "own/hint"]


def rule(check: dict[str, object], severity: str = "review") -> dict[str, dict[str, object]]:
    return {"hint": {"check": check, "severity": severity}}


def test_the_word_and_the_resemblance_must_both_stand(reading: Callable[..., Charter]) -> None:
    charter = reading(rule(HINT), NEVER)
    sentence = "Pour ce trimestre, champagne !"
    assert found(charter, TEXT) == [(sentence, "review")]
    assert found(charter, "Ce soir, champagne !") == []
    assert found(charter, "Pour ce trimestre, du jus.") == []
    assert found(charter, "Ce trimestre finit. Champagne !") == []


def test_a_composition_marks_its_words(reading: Callable[..., Charter]) -> None:
    charter = reading(rule(TREE), NEVER)
    assert found(charter, TEXT) == [("champagne", "review")]
    wide = reading(rule({**TREE, "within": "neighbours"}), NEVER)
    assert found(wide, "Ce trimestre finit. Champagne !") == [("Champagne", "review")]


def test_the_nearest_example_is_shown(reading: Callable[..., Charter]) -> None:
    [finding] = lint(Draft(TEXT, DAY), reading(rule(HINT), NEVER)).findings
    assert finding.like == SHOWN[0].text


def test_a_charter_cannot_make_it_block(reading: Callable[..., Charter]) -> None:
    overrides = {"own/hint": {"severity": "block", "reason": "r"}}
    assert found(reading(rule(HINT), NEVER, overrides=overrides), TEXT)[0][1] == "review"


def test_where_the_reader_cannot_be_asked_it_is_said_once(
    reading: Callable[..., Charter], tmp_path: Path
) -> None:
    off = reading({**rule(HINT), "other": TREE}, reader="off")
    entries = lint(Draft(TEXT, DAY), off).not_checked
    assert [(e.what, e.reason) for e in entries] == [("reader", "reader.off")]
    assert not lint(Draft("Ce trimestre.", DAY), off).not_checked
    broken = reading(rule(HINT))
    (tmp_path / "rules" / "reader" / "reader.msgpack").write_bytes(b"x")
    report = lint(Draft(TEXT, DAY), broken)
    assert [e.reason for e in report.not_checked] == ["reader.broken"]


def test_a_family_that_was_not_learned_is_said(reading: Callable[..., Charter]) -> None:
    charter = reading(rule({**HINT, "family": "privacy"}))
    (entry,) = lint(Draft(TEXT, DAY), charter).not_checked
    assert (entry.reason, entry.values) == ("reader.not-learned", {"name": "privacy"})


def test_examples_that_cannot_be_read_fail(reading: Callable[..., Charter]) -> None:
    examples = {"flags": {"fr": ["Un trimestre, champagne"]}, "allows": {"fr": ["Du champagne."]}}
    rules = {"hint": {"check": HINT, "examples": examples}}
    assert all(o.ok for o in run_examples(reading(rules, NEVER), ["own/hint"]))
    outcomes = list(run_examples(reading(rules, reader="off"), ["own/hint"]))
    assert [o.reason for o in outcomes] == ["cannot:reader"] * 2


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        (rule({**HINT, "family": "markt"}), "family-unknown"),
        (rule({"kind": "resembles", "family": "market"}), "resembles-alone"),
        (rule({"kind": "composition", "all": [{"resembles": "market"}]}), "resembles-alone"),
        (
            rule({"kind": "composition", "any": ["champagne", {"resembles": "market"}]}),
            "resembles-alone",
        ),
        (
            rule({"kind": "composition", "all": ["vin"], "none": [{"resembles": "market"}]}),
            "resembles-in-none",
        ),
        (rule(HINT, "block"), "resembles-too-grave"),
        ({"hint": {"check": HINT, "final": True}}, "resembles-too-grave"),
        (
            {"hint": {"check": HINT, "escalate": [{"when": {"media": True}, "severity": "block"}]}},
            "resembles-too-grave",
        ),
        ({"hint": {"check": HINT, "effect": "guard"}}, "resembles-guard"),
    ],
)
def test_where_it_cannot_work_is_a_fault(
    reading: Callable[..., Charter], given: dict[str, dict[str, object]], problem: str
) -> None:
    with pytest.raises(CharterError) as error:
        reading(given)
    assert [f.problem for f in error.value.faults] == [problem]
    assert error.value.faults[0].line > 1
    if problem == "family-unknown":
        assert error.value.faults[0].fix.strip() == "family: market"
