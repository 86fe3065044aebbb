"""`validate` for programs, and waiting for a change."""

from __future__ import annotations

import json
import os
from pathlib import Path
from threading import Timer

from click.testing import CliRunner

from charter_lint.cli.group import charter_lint
from charter_lint.desk.watch import states, wait_for_change


def run(*args: str) -> tuple[int, str]:
    done = CliRunner().invoke(charter_lint, list(args), catch_exceptions=False)
    return done.exit_code, done.stdout


def test_faults_as_json(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text("name: own\npaks: []\n", encoding="utf-8")
    code, said = run("validate", str(file), "--format", "json", "--lang", "en")
    found = json.loads(said)
    first = found["faults"][0]
    assert (code, found["valid"]) == (2, False)
    assert (first["line"], first["column"], first["fix"]) == (2, 1, "packs: []")
    assert "paks" in first["message"]


def test_faults_for_github(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text("name: own\npaks: []\n", encoding="utf-8")
    code, said = run("validate", str(file), "-f", "github", "--lang", "fr")
    assert code == 2
    assert said.startswith("::error file=")
    assert ",line=2,col=1::" in said
    assert said.count("\n") == 1


def test_a_change_ends_the_wait(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text("name: own\n", encoding="utf-8")
    before = states(file)
    assert str(file) in before
    timer = Timer(0.05, os.utime, (file, (1, 1)))
    timer.start()
    wait_for_change(file, before, 0.01)
    timer.join()
    assert states(file) != before


def test_a_new_rule_is_noticed(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text("name: own\n", encoding="utf-8")
    before = states(file)
    rule = tmp_path / "rules" / "own" / "a.yaml"
    rule.parent.mkdir(parents=True)
    rule.write_text("title: x\n", encoding="utf-8")
    assert states(file) != before
