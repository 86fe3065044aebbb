from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from charter_lint import Context, Draft, lint, load_charter

RULE = {
    "extends": "existence",
    "message": "Avoid '%s'.",
    "level": "error",
    "ignorecase": True,
    "tokens": ["obviously"],
}


def charter_in(folder: Path, ini: str = "") -> Path:
    style = folder / "styles" / "House"
    style.mkdir(parents=True)
    (style / "Plain.yml").write_text(yaml.safe_dump(RULE))
    (folder / ".vale.ini").write_text(
        ini or "StylesPath = styles\nMinAlertLevel = suggestion\n[*]\nBasedOnStyles = House\n"
    )
    path = folder / "styles.yaml"
    path.write_text("name: styles\nstyles: .vale.ini\n")
    return path


@pytest.mark.parametrize("syntax", ["plain", "markdown"])
def test_a_charter_of_styles_alone(tmp_path: Path, syntax: str) -> None:
    charter = load_charter(charter_in(tmp_path))
    report = lint(Draft("This is **not** so: obviously.", Context(syntax=syntax)), charter)
    (finding,) = report.findings
    assert (finding.rule, finding.severity, finding.match) == ("House/Plain", "review", "obviously")
    assert finding.message["en"] == "Avoid 'obviously'."


def test_folders_of_styles(tmp_path: Path) -> None:
    charter_in(tmp_path)
    path = tmp_path / "folders.yaml"
    path.write_text("name: folders\nstyles: [styles/House]\n")
    assert lint(Draft("Obviously."), load_charter(path)).findings


def test_a_missing_style_leaves_the_draft_unjudged(tmp_path: Path) -> None:
    path = charter_in(tmp_path, "StylesPath = styles\n[*]\nBasedOnStyles = Nowhere\n")
    report = lint(Draft("Fine."), load_charter(path))
    assert not report.judged


def test_a_rule_that_cannot_run_is_told(tmp_path: Path) -> None:
    path = charter_in(tmp_path)
    script = {"extends": "script", "message": "x", "scope": "raw", "script": "matches := []"}
    (tmp_path / "styles" / "House" / "Script.yml").write_text(yaml.safe_dump(script))
    report = lint(Draft("Obviously."), load_charter(path))
    assert [n.reason for n in report.not_checked] == ["styles.script"]
    assert report.judged
    assert report.findings
