"""The hook in the real pre-commit, in a real repository; the action and the snippet hold true."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from charter_lint.cli.check import check
from charter_lint.cli.group import charter_lint

ROOT = Path(__file__).parent.parent.parent
CONFIG = """\
repos:
  - repo: local
    hooks:
      - {hook}
"""


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    env = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "CHARTER_LINT_LANG": "fr",
        "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@a.example",
        "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@a.example",
    }
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_the_hook_stops_a_commit_and_lets_the_next_one_through(tmp_path: Path) -> None:
    pytest.importorskip("pre_commit")
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    # The hook itself, run by the tool that is installed here instead of from a fresh download.
    local = {**hook, "language": "system"}
    (tmp_path / ".pre-commit-config.yaml").write_text(
        CONFIG.replace("{hook}", yaml.safe_dump(local, default_flow_style=True).strip())
    )
    run(tmp_path, "git", "init", "-q")
    done = run(tmp_path, sys.executable, "-m", "pre_commit", "install")
    assert done.returncode == 0, done.stderr
    (tmp_path / "post.md").write_text("Notre fonds offre un rendement garanti de 5 %.\n")
    (tmp_path / "code.py").write_text("rendement = 'garanti'\n")
    run(tmp_path, "git", "add", ".")
    stopped = run(tmp_path, "git", "commit", "-m", "one")
    assert stopped.returncode == 1
    assert "post.md" in stopped.stdout + stopped.stderr
    assert "finance/" in stopped.stdout + stopped.stderr
    assert "code.py" not in stopped.stdout + stopped.stderr
    (tmp_path / "post.md").write_text("Merci à toute l'équipe pour ces deux journées.\n")
    run(tmp_path, "git", "add", ".")
    passed = run(tmp_path, "git", "commit", "-m", "one")
    assert passed.returncode == 0, passed.stdout + passed.stderr


def test_the_action_uses_options_that_exist() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    scripts = "\n".join(step.get("run", "") for step in action["runs"]["steps"])
    known = {name for option in check.params for name in option.opts}
    assert set(re.findall(r"(?<![\w-])--[a-z-]+", scripts)) - {"--quiet", "--depth"} <= known
    assert set(re.findall(r"inputs\.([a-z-]+)", (ROOT / "action.yml").read_text())) == set(
        action["inputs"]
    )


def test_the_snippet_for_gitlab_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    job = yaml.safe_load((ROOT / "examples/ci/gitlab.yml").read_text())["charter-lint"]
    (line,) = (s for s in job["script"] if s.startswith("charter-lint"))
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "a.md").write_text("Merci à toute l'équipe.\n")
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(charter_lint, shlex.split(line)[1:])
    assert done.exit_code == 0
    reports = job["artifacts"]["reports"]
    assert all((tmp_path / file).is_file() for file in reports.values())
