from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner, Result

from charter_lint import Context, Draft, load_charter
from charter_lint.cli.group import charter_lint
from charter_lint.desk.explain import explain
from charter_lint.lint.judge import lint

WINE = {"check": {"kind": "existence", "fr": ["bon vin"], "unless": ["negated"]}}


def run(*args: str) -> Result:
    return CliRunner().invoke(charter_lint, ["explain", *args], catch_exceptions=False)


def outcomes(text: str, charter: Path, **context: str) -> list[str]:
    found = explain(Draft(text, Context(language="fr", **context)), load_charter(str(charter)))
    return [step.outcome for way in found.ways for step in way.steps]


def test_cue_that_silenced_is_named_with_its_place(write_charter: Callable[..., Path]) -> None:
    charter = load_charter(str(write_charter({"wine": WINE})))
    text = "Ce n'est pas un bon vin."
    (way,) = explain(Draft(text, Context(language="fr")), charter).ways
    (step,) = way.steps
    assert (step.outcome, step.context, step.cue_kind) == ("unless", "negated", "before")
    assert step.cue is not None
    assert text[step.cue.span.start : step.cue.span.end] == step.cue.text
    assert step.cue.span.end <= step.place.span.start


def test_each_way_to_stay_silent_has_its_name(write_charter: Callable[..., Path]) -> None:
    rules = {
        "wine": WINE,
        "rum": {"check": {"kind": "existence", "fr": ["vieux rhum"]}, "mode": "shadow"},
        "gin": {"check": {"kind": "existence", "fr": ["petit gin"]}, "until": "2020-01-01"},
        "ale": {"check": {"kind": "existence", "fr": ["grande ale"]}, "when": {"role": ["chef"]}},
    }
    waiver = {"rule": "own/wine", "owner": "desk", "reason": "fête", "expires": "2030-01-01"}
    path = write_charter(rules, waivers=[waiver])
    text = "Un bon vin. Un vieux rhum. Un petit gin. Une grande ale."
    assert sorted(outcomes(text, path, date="2026-01-01")) == ["dates", "shadow", "waived", "when"]


def test_findings_are_those_of_the_report() -> None:
    charter = load_charter("default")
    rows = Path("examples/corpus/twins-finance.jsonl").read_text(encoding="utf-8").splitlines()
    for row in rows[:20]:
        draft = Draft(json.loads(row)["text"], Context(date="2026-01-01"))
        told = {
            (way.rule, step.place.span)
            for way in explain(draft, charter).ways
            for step in way.steps
            if step.outcome == "finding"
        }
        found = lint(draft, charter).findings
        by_rules = {(f.rule, f.span) for f in found if not f.rule.endswith("/resembles")}
        assert by_rules <= told


def test_json_masks_what_the_rule_masks(write_charter: Callable[..., Path]) -> None:
    rule = {"check": {"kind": "existence", "fr": ["projet quetzal"]}, "mask": True}
    path = str(write_charter({"code": rule}))
    done = run("--charter", path, "--text", "Le projet Quetzal avance.", "--format", "json")
    assert done.exit_code == 0
    assert "quetzal" not in done.output.lower()
    assert json.loads(done.output)["ways"][0]["steps"][0]["outcome"] == "finding"
    assert "quetzal" not in run("--charter", path, "--text", "Le projet Quetzal avance.").output


def test_one_rule_is_followed_even_when_its_gate_is_closed() -> None:
    done = run("--rule", "finance/risk-free", "--text", "Bonjour à tous.", "--lang", "fr")
    assert done.exit_code == 0
    assert "aucun de ses mots" in done.output
    assert run("--rule", "finance/risk-fre", "--text", "Bonjour.").exit_code == 2


QUARTER = "Bonjour. Entre nous, les chiffres du trimestre vont surprendre tout le monde jeudi."


def test_the_reader_shows_what_a_sentence_resembles(write_charter: Callable[..., Path]) -> None:
    path = str(write_charter({"wine": WINE}, packs=["own", "market"]))
    said = run("--charter", path, "--text", QUARTER, "--lang", "fr").output
    for line in ("ressemble à", "le plus proche qui est permis", "pèse le plus"):
        assert f"    {line}\N{NO-BREAK SPACE}: " in said
    assert max(map(len, said.splitlines())) <= 80
    told = json.loads(run("-c", path, "--text", QUARTER, "-f", "json").output)
    (seen,) = told["read"]
    assert seen["place"]["text"] in QUARTER
    assert seen["family"] == "market"
    assert seen["flagged"]["rule"]
    assert 0 <= seen["flagged"]["distance"] <= 1


def test_the_reader_can_be_asked_about_every_sentence_of_a_family() -> None:
    assert run("--rule", "market/resembles", "--text", QUARTER, "--lang", "fr").exit_code == 0
    assert (
        "Vouliez-vous dire"
        in run("--rule", "markt/resembles", "--text", "a", "--lang", "fr").output
    )


def test_a_masked_sentence_stays_masked_in_what_the_reader_says(
    write_charter: Callable[..., Path],
) -> None:
    rule = {"check": {"kind": "existence", "fr": ["projet zéphyr"]}, "mask": True}
    path = str(write_charter({"code": rule}, packs=["own", "market"]))
    text = QUARTER.replace("Entre nous", "Le projet Zéphyr l'annonce")
    for form in ("text", "json"):
        done = run("-c", path, "--text", text, "-f", form)
        assert "phyr" not in done.output.lower()
        assert "surpr" not in done.output.lower().replace("resembles", "")


def test_a_reader_that_is_off_says_so(write_charter: Callable[..., Path]) -> None:
    path = str(write_charter({"wine": WINE}, reader="off"))
    assert "reader: off" in run("-c", path, "--text", QUARTER, "--lang", "fr").output


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    assert run(str(tmp_path / "none.txt")).exit_code == 2
    assert run("--text", " ").exit_code == 2
