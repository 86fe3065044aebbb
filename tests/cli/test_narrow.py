"""Only what is new: changed lines, findings that no baseline knows, several reports at once."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from charter_lint.cli.group import charter_lint

if TYPE_CHECKING:
    from pathlib import Path

BAD = "Notre fonds offre un rendement garanti de 5 %.\n"
GOOD = "Merci à toute l'équipe pour ces deux journées.\n"


def git(folder: Path, *arguments: str) -> None:
    name = ["-c", "user.name=a", "-c", "user.email=a@a.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *name, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    git(tmp_path, "init", "-q")
    (tmp_path / "vieux.md").write_text(f"---\nplatform: linkedin\n---\n{BAD}\n{GOOD}")
    (tmp_path / "été.txt").write_text(GOOD)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "one")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: object) -> Result:
    return CliRunner().invoke(charter_lint, ["check", "--lang", "fr", *map(str, args)])


def drafts(done: Result) -> dict[str, list[int]]:
    found = json.loads(done.stdout)["drafts"]
    return {d["id"]: [f["line"] for f in d["findings"] if f["severity"] == "block"] for d in found}


def test_only_changed_lines_count(repository: Path) -> None:
    assert run("-f", "json", ".").exit_code == 1
    assert run("--diff", "HEAD").exit_code == 0
    old = repository / "vieux.md"
    old.write_text(old.read_text() + "\n" + BAD)
    (repository / "neuf.txt").write_text(BAD)
    (repository / "été.txt").write_text(GOOD + BAD)
    done = run("--diff", "HEAD", "-f", "json")
    assert done.exit_code == 1
    by_name = {name.rsplit("/", 1)[-1]: lines for name, lines in drafts(done).items()}
    assert by_name == {"vieux.md": [8], "neuf.txt": [1], "été.txt": [2]}
    git(repository, "add", ".")
    assert drafts(run("--diff", "HEAD", "-f", "json", "vieux.md")) == {"vieux.md": [8]}


def test_lines_taken_away_change_nothing(repository: Path) -> None:
    (repository / "vieux.md").write_text(f"---\nplatform: linkedin\n---\n{BAD}")
    assert run("--diff", "HEAD", "vieux.md").exit_code == 0


def test_git_that_cannot_answer_is_told(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = run("--diff", "no-such-revision")
    assert done.exit_code == 2
    assert "no-such-revision" in done.stderr
    assert run("--diff", "--output=x").exit_code == 2
    monkeypatch.chdir(tmp_path_factory.mktemp("nowhere"))
    assert run("--diff", "HEAD").exit_code == 2
    monkeypatch.setenv("PATH", "")
    assert "git" in run("--diff", "HEAD").stderr


def baseline(*args: object) -> Result:
    return CliRunner().invoke(charter_lint, ["baseline", *map(str, args)])


def test_known_findings_are_silent_wherever_they_move(repository: Path) -> None:
    known = repository / "known.json"
    assert baseline("write", known, ".").exit_code == 0
    text = known.read_text()
    assert "rendement" not in text
    assert "vieux" not in text
    assert run("--baseline", known, ".").exit_code == 0
    (repository / "vieux.md").rename(repository / "autre.md")
    (repository / "autre.md").write_text("Bonjour.\n\n" + BAD)
    assert run("--baseline", known, ".").exit_code == 0
    (repository / "autre.md").write_text(BAD + BAD)  # once more than is known
    assert run("--baseline", known, ".").exit_code == 1


def test_a_baseline_is_pruned_of_what_is_gone(repository: Path) -> None:
    known = repository / "known.json"
    baseline("write", known, ".")
    assert baseline("prune", known, ".").exit_code == 0
    assert json.loads(known.read_text())["entries"]
    (repository / "vieux.md").write_text(GOOD)
    assert baseline("prune", known, ".").exit_code == 0
    assert json.loads(known.read_text())["entries"] == []


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": 9, "salt": "00", "entries": []}'])
def test_a_corrupt_baseline_is_no_clean_bill(text: str, repository: Path) -> None:
    (repository / "known.json").write_text(text)
    assert run("--baseline", "known.json", "été.txt").exit_code == 2
    assert run("--baseline", "nowhere.json", "été.txt").exit_code == 2


def test_a_draft_that_cannot_be_read_writes_no_baseline(repository: Path) -> None:
    (repository / "bad.txt").write_bytes(b"\xff\xfe\xfa")
    assert baseline("write", "known.json", ".").exit_code == 2
    assert not (repository / "known.json").exists()


def test_several_reports_at_once(repository: Path) -> None:
    done = run("vieux.md", "--also", "sarif=a.sarif", "--also", "junit=b.xml")
    assert done.exit_code == 1
    assert "finance/" in done.stdout
    assert json.loads((repository / "a.sarif").read_text())["version"] == "2.1.0"
    assert (repository / "b.xml").read_text().startswith("<?xml")


@pytest.mark.parametrize(
    "args",
    [
        ("--format", "sariff"),
        ("--also", "sarif"),
        ("--also", "nothing=x"),
        ("--output", "x", "--also", "json=./x"),
        ("--output", "nowhere/x.txt"),
    ],
)
def test_faulty_output_is_told(args: tuple[str, ...], repository: Path) -> None:
    done = run("été.txt", *args)
    assert done.exit_code == 2
    assert done.stderr
    assert not (repository / "x").exists()


def test_a_report_that_fails_leaves_the_old_file(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "x.json").write_text("old")
    monkeypatch.setattr("charter_lint.cli.check.lint", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        CliRunner().invoke(
            charter_lint, ["check", "-f", "json", "-o", "x.json", "été.txt"], catch_exceptions=False
        )
    assert (repository / "x.json").read_text() == "old"
    assert [p.name for p in repository.glob(".x.json*")] == []
