"""Kinds sealed and fingerprint, with real lexicons and indexes made by the commands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from charter_lint import Context, Draft, lint, load_charter
from charter_lint.cli.group import charter_lint

PAPER = (
    "The board has decided to close the northern warehouse in spring and to move its sorting"
    " machines to the port, where two hundred people will be offered posts at the same pay."
)
RULES = {
    "name": {"check": {"kind": "sealed"}, "severity": "review", "mask": True},
    "copy": {"check": {"kind": "fingerprint"}, "severity": "review", "mask": True},
}


@pytest.fixture
def charter(
    tmp_path: Path, write_charter: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> Path:
    monkeypatch.setenv("CHARTER_LINT_PEPPER", "a long enough pepper for the tests")
    (tmp_path / "names.yaml").write_text(
        "- {name: Velvet Heron, severity: block, label: purchase}\n"
    )
    (tmp_path / "board.txt").write_text(PAPER)
    for args in (
        ["seal", str(tmp_path / "names.yaml"), "-o", str(tmp_path / "names.sealed.json")],
        [
            "fingerprint",
            "add",
            "--index",
            str(tmp_path / "docs.json"),
            "--label",
            "board paper",
            str(tmp_path / "board.txt"),
        ],
    ):
        done = CliRunner().invoke(charter_lint, args, catch_exceptions=False)
        assert done.exit_code == 0, done.output
    return write_charter(RULES, sealed="names.sealed.json", fingerprints="docs.json")


def test_a_sealed_name_is_found_in_disguise(charter: Path) -> None:
    report = lint(
        Draft("Busy week on #VelvetHeron with the team.", Context(language="en")),
        load_charter(charter),
    )
    (finding,) = report.findings
    assert (finding.rule, finding.severity, finding.masked) == ("own/name", "block", True)


def test_a_copied_passage_is_found_with_its_label(charter: Path) -> None:
    text = "So: the board has decided to close the northern warehouse in spring and to move its sorting machines. Wow."
    report = lint(Draft(text), load_charter(charter))
    assert [f.rule for f in report.findings] == ["own/copy"]
    assert "warehouse" not in str(report.findings[0].message)


@pytest.mark.parametrize(("required", "judged"), [(["sealed"], False), ([], True)])
def test_a_missing_pepper_is_not_checked(
    charter: Path,
    write_charter: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    required: list[str],
    judged: bool,
) -> None:
    path = write_charter(RULES, sealed="names.sealed.json", required=required)
    monkeypatch.delenv("CHARTER_LINT_PEPPER")
    report = lint(Draft("Velvet Heron"), load_charter(path))
    assert [n.what for n in report.not_checked] == ["sealed"]
    assert report.judged is judged


def test_without_a_lexicon_the_kind_never_runs(write_charter: Callable[..., Path]) -> None:
    report = lint(Draft("Velvet Heron"), load_charter(write_charter(RULES)))
    assert report.not_checked == ()
