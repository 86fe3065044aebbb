"""Waivers and disputes in files of their own."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from charter_lint.charter.load import load_charter
from charter_lint.cli.dispute import dispute
from charter_lint.cli.waive import waive
from charter_lint.desk.dispute import mask
from charter_lint.desk.examples import run_examples
from charter_lint.draft import Context, Draft
from charter_lint.hooks.receipts.override import not_overridable
from charter_lint.lint.judge import lint

RULE = """\
title: {fr: Grands mots, en: Big words}
message: {fr: "« {match} ».", en: "“{match}”."}
instead: {fr: "Dites-le simplement.", en: "Say it plainly."}
check: {kind: existence, en: [groundbreaking], fr: [révolutionnaire]}
examples:
  allows:
    en:
      - "We broke ground today."  # a pun
"""
GRANT = ["big/words", "--owner", "Ada", "--requester", "Bo", "--reason", "a title"]
POST = "Last week Zoe Martin gave a groundbreaking talk. Mail zoe@example.com."


@pytest.fixture
def company(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "rules/big").mkdir(parents=True)
    (tmp_path / "rules/big/words.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / "acme.yaml").write_text("name: acme\npacks: [big]\n", encoding="utf-8")
    (tmp_path / "post.txt").write_text(POST, encoding="utf-8")
    (tmp_path / "other.txt").write_text("So groundbreaking.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CHARTER_LINT_CHARTER", "acme.yaml")
    return tmp_path


def _run(command: object, *args: str) -> tuple[int, str]:
    result = CliRunner().invoke(command, [*args, "--lang", "en"], catch_exceptions=False)  # type: ignore[arg-type]
    return result.exit_code, result.output


def _verdict(text: str) -> str:
    return lint(Draft(text, Context(language="en", date="2026-11-24")), load_charter()).verdict


def test_a_waiver_holds_for_its_text_only(company: Path) -> None:
    assert _verdict(POST) == "advise"
    code, said = _run(waive, *GRANT, "--expires", "2099-01-01", "--draft", "post.txt")
    assert code == 0, said
    assert len(list((company / "waivers").iterdir())) == 1
    assert _verdict(POST) == "pass"
    assert _verdict("So groundbreaking.") == "advise"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (["--requester", "ada "], "themselves"),
        (["--reason", " "], "--reason"),
        (["--expires", "2020-01-01"], "past"),
        (["--expires", "soon"], "no day"),
    ],
)
def test_what_no_waiver_may_be(company: Path, change: list[str], said: str) -> None:
    code, output = _run(waive, *GRANT, "--expires", "2099-01-01", *change)
    assert code == 2
    assert said in output
    assert not (company / "waivers").exists()


def test_a_waiver_of_an_unknown_rule_is_not_written(company: Path) -> None:
    code, output = _run(waive, "big/word", *GRANT[1:], "--expires", "2099-01-01")
    assert code == 2
    assert "big/words" in output
    assert not list((company / "waivers").glob("*.yaml"))


def test_expired_and_unused_waivers_are_told(company: Path) -> None:
    _run(waive, *GRANT, "--expires", "2099-01-01", "--draft", "post.txt")
    assert _run(waive, "--list")[0] == 0
    code, said = _run(waive, "--list", "--against", "post.txt")
    assert (code, "in use (1 times)" in said) == (0, True), said
    code, said = _run(waive, "--list", "--against", "other.txt")
    assert (code, "covers nothing" in said) == (1, True), said
    file = next((company / "waivers").iterdir())
    file.write_text(file.read_text().replace("2099", "2001"))
    code, said = _run(waive, "--list")
    assert (code, "expired" in said) == (1, True), said


def test_waiver_files_without_requester_are_faults(company: Path) -> None:
    (company / "waivers").mkdir()
    (company / "waivers/a.yaml").write_text(
        "rule: big/words\nowner: Ada\nreason: x\nexpires: 2099-01-01\n"
    )
    from charter_lint.charter.faults import CharterError

    with pytest.raises(CharterError) as error:
        load_charter()
    assert [f.problem for f in error.value.faults] == ["waiver-requester"]


def test_a_dispute_goes_its_way(company: Path) -> None:
    code, said = _run(dispute, "add", "post.txt", "--rule", "big/words", "--yes")
    assert code == 0, said
    kept = next((company / "disputes").iterdir())
    assert "Zoe" not in kept.read_text()
    assert "Martin" not in kept.read_text()
    code, said = _run(dispute, "list")
    assert (code, "still fires" in said) == (1, True)
    code, said = _run(dispute, "accept", kept.stem)
    assert (code, "fails until" in said) == (0, True), said
    assert not kept.exists()
    text = (company / "rules/big/words.yaml").read_text(encoding="utf-8")
    assert text.startswith(RULE)
    outcomes = list(run_examples(load_charter(), ["big/words"]))
    assert [o.ok for o in outcomes] == [True, False]


def test_nothing_is_kept_unless_the_author_agrees(company: Path) -> None:
    result = CliRunner().invoke(dispute, ["add", "post.txt", "--rule", "big/words"], input="n\n")
    assert result.exit_code == 0
    assert not (company / "disputes").exists()


def test_a_declined_dispute_keeps_its_answer(company: Path) -> None:
    _run(dispute, "add", "post.txt", "--rule", "big/words", "--yes")
    name = next((company / "disputes").iterdir()).stem
    assert _run(dispute, "decline", name, "--by", "Ada", "--reason", "it is a big word")[0] == 0
    code, said = _run(dispute, "list")
    assert (code, "it is a big word" in said) == (0, True)
    assert _run(dispute, "accept", name)[0] == 2


def test_masking() -> None:
    said = "Our friend Zoe Martin (zoe@example.com, 06 12 34 56 78) said https://x.example/a."
    assert mask(said, names=True) == "Our friend X X ([…], [0]) said […]"


def test_final_rules_are_a_key_of_the_rule(company: Path) -> None:
    draft = Draft(POST, Context(language="en"))
    assert not_overridable(lint(draft, load_charter())) == ()
    (company / "rules/big/words.yaml").write_text(RULE + "final: true\n", encoding="utf-8")
    assert not_overridable(lint(draft, load_charter())) == ("big/words",)
    assert _run(dispute, "add", "post.txt", "--rule", "big/words", "--yes")[0] == 2


def test_the_shipped_rules_that_nobody_overrides() -> None:
    charter = load_charter("default")
    final = {charter.rules[i].id for i in range(len(charter.rules)) if charter.rules[i].final}
    assert final == {"tech-ip/secret-key", "tech-ip/password", "public-sector/classified"}


def test_what_the_reader_says_has_no_rule_file_to_dispute(company: Path) -> None:
    text = (
        "Le trimestre s'annonce très au-dessus de ce que le marché attend, mais je n'ai rien dit."
    )
    (company / "post.txt").write_text(text, encoding="utf-8")
    (company / "acme.yaml").write_text("name: own\nextends: [default]\n", encoding="utf-8")
    asked = ("add", "post.txt", "--rule", "market/resembles", "--yes")
    code, said = _run(dispute, *asked)
    assert code == 2
    assert "has no rule file" in said
    assert not list(company.glob("**/disputes/*.yaml"))
