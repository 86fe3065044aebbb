"""`charter-lint import vale`: styles become packs, nothing is overwritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from charter_lint import Context, Draft, lint, load_charter
from charter_lint.cli.group import charter_lint

if TYPE_CHECKING:
    from pathlib import Path

SWAPS = """\
extends: substitution
message: Use '%s' instead of '%s'.
level: error
ignorecase: true
swap: {utilize: use, '\\w+wise': as for}
"""


@pytest.fixture
def style(tmp_path: Path) -> Path:
    folder = tmp_path / "House"
    folder.mkdir()
    (folder / "Swaps.yml").write_text(SWAPS)
    return folder


def run(*args: object) -> Result:
    return CliRunner().invoke(charter_lint, ["import", "vale", *map(str, args)])


def test_a_style_becomes_a_pack_that_judges(style: Path, tmp_path: Path) -> None:
    done = run(style, "--to", tmp_path / "rules", "--lang", "fr")
    assert done.exit_code == 0
    assert "packs: [house]" in done.output
    assert "House/Swaps" in done.output  # one of its two swaps stays behind
    (tmp_path / "mine.yaml").write_text("name: mine\npacks: [house]\n")
    report = lint(Draft("We utilize it.", Context()), load_charter(tmp_path / "mine.yaml"))
    assert [(f.rule, f.severity, f.replacement) for f in report.findings] == [
        ("house/swaps", "review", "use")
    ]


def test_files_in_the_way_stay(style: Path, tmp_path: Path) -> None:
    there = tmp_path / "rules" / "house" / "swaps.yaml"
    there.parent.mkdir(parents=True)
    there.write_text("mine")
    assert run(style, "--to", tmp_path / "rules").exit_code == 2
    assert there.read_text() == "mine"
    assert run(style, "--to", tmp_path / "rules", "--force").exit_code == 0
    assert "utilize" in there.read_text()


@pytest.mark.parametrize("text", ["extends: [", "extends: nothing\nmessage: m\n", ""])
def test_a_broken_style_is_told_and_writes_nothing(text: str, style: Path, tmp_path: Path) -> None:
    (style / "Swaps.yml").write_text(text)
    done = run(style, "--to", tmp_path / "rules")
    assert done.exit_code == 2
    assert "Swaps.yml" in done.output
    assert not (tmp_path / "rules").exists()


def test_a_folder_without_rules_is_told(tmp_path: Path) -> None:
    assert run(tmp_path).exit_code == 2
