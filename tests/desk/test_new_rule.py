"""Rules made of sentences to flag and sentences to allow."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from charter_lint.charter.load import load_charter
from charter_lint.cli.group import charter_lint
from charter_lint.desk.examples import run_examples
from charter_lint.desk.new_rule import Sample, propose
from charter_lint.desk.new_rule_file import id_of, is_id

FLAGS = ("We guarantee delivery by Christmas.", "Guaranteed shipping, always.")
ALLOWS = ("We cannot guarantee delivery by Christmas.", "Shipping takes three days.")


@pytest.fixture
def company(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".charter-lint.yaml").write_text("name: acme\npacks: []\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CHARTER_LINT_CACHE", str(tmp_path / "cache"))
    return tmp_path


def run(*args: str, text: str = "") -> Result:
    return CliRunner().invoke(
        charter_lint, ["new", *args, "--lang", "en"], input=text, catch_exceptions=False
    )


def options(flags: tuple[str, ...], allows: tuple[str, ...]) -> list[str]:
    return [p for t in flags for p in ("--flag", t)] + [p for t in allows for p in ("--allow", t)]


def test_phrases_tell_flagged_from_allowed(company: Path) -> None:
    flagged = [Sample(t, "en") for t in FLAGS]
    allowed = [Sample(t, "en") for t in ALLOWS]
    made = propose(company / ".charter-lint.yaml", flagged, allowed)
    assert not made.missed
    assert not made.fr
    assert "negated" in made.unless or len(made.en) > 1


def test_rule_is_written_and_passes(company: Path) -> None:
    texts = ["--why", "en: Nobody can promise it", "--why", "fr: Nul ne peut le promettre"]
    texts += ["--instead", "en: Say “usually”", "--instead", 'fr: Dites "en général" {ici}']
    done = run("rule", *options(FLAGS, ALLOWS), *texts, "--severity", "review", "--id", "ads/sure")
    assert done.exit_code == 0, done.output
    file = company / "rules" / "ads" / "sure.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    schema = lines[0].removeprefix("# yaml-language-server: $schema=")
    assert (file.parent / schema).is_file()
    assert "translate" not in done.output
    outcomes = list(run_examples(load_charter(company / ".charter-lint.yaml"), ["ads/sure"]))
    assert len(outcomes) == 4
    assert all(o.ok for o in outcomes)
    assert done.output.count("✓") == 4


def test_questions_are_asked(company: Path) -> None:
    said = [FLAGS[0], FLAGS[1], "", ALLOWS[1], "", "No promises", "Say usually", "review"]
    done = run("rule", text="\n".join(said) + "\n")
    assert done.exit_code == 0, done.output
    made = (company / "rules" / "own" / "no-promises.yaml").read_text(encoding="utf-8")
    assert "severity: review" in made
    assert "to translate" in made


def test_same_sentence_on_both_sides_writes_nothing(company: Path) -> None:
    given = options(("Hello dear team.",), ("Hello dear team.",))
    done = run("rule", *given, "--why", "x", "--instead", "y", "--severity", "advise")
    assert done.exit_code == 1
    assert "Hello dear team." in done.output
    assert not (company / "rules").exists()


def test_a_rule_that_exists_stays(company: Path) -> None:
    file = company / "rules" / "own" / "a.yaml"
    file.parent.mkdir(parents=True)
    file.write_text("title: kept\n", encoding="utf-8")
    given = options(FLAGS, ALLOWS)
    done = run(
        "rule", *given, "--why", "x", "--instead", "y", "--severity", "advise", "--id", "own/a"
    )
    assert done.exit_code == 2
    assert file.read_text(encoding="utf-8") == "title: kept\n"


def test_without_a_charter_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("rule", "--flag", "x", "-c", "default")
    assert done.exit_code == 2
    assert "new charter" in done.output


@pytest.mark.parametrize("wrong", ["../x", "own/../x", "Own/x", "own", "concepts/x", "own/x y"])
def test_ids_that_name_no_rule(wrong: str) -> None:
    assert not is_id(wrong)


def test_id_from_words() -> None:
    assert id_of("Une promesse de gain trompe") == "own/une-promesse-de-gain"
    assert is_id(id_of("!!!"))


def test_new_charter_is_init(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("charter", "--name", "Acme", "--sector", "other", "--language", "en")
    assert done.exit_code == 0, done.output
    assert (tmp_path / ".charter-lint.yaml").is_file()
