"""No word of a draft is left anywhere: every file and stream that a run writes is searched."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

WORD = "Quxolane"
SECRET = "AKIA" + "Z7QWERTYUIOP2345"
RUNS = {
    "text": ["check", "--format", "text"],
    "json": ["check", "--format", "json"],
    "jsonl": ["check", "--format", "jsonl", "--jobs", "2"],
    "explained fault": ["check", "--charter", "no-such-charter"],
    "crash": [],
}
CRASH = (
    "import charter_lint.cli.check as c\n"
    "def fail(draft, *rest): raise RuntimeError(draft.text)\n"
    "c.lint = fail\n"
    "from charter_lint.cli import main; main()"
)


@pytest.mark.parametrize("name", RUNS)
def test_nothing_of_a_draft_is_written(name: str, tmp_path: Path) -> None:
    home, cache, work = (tmp_path / part for part in ("home", "cache", "work"))
    for folder in (home, cache, work):
        folder.mkdir()
    posts = work / "posts.jsonl"
    text = f"{WORD} : la clé du serveur est {SECRET}, rendement garanti, merci {WORD}."
    posts.write_text("".join(json.dumps({"id": str(i), "text": text}) + "\n" for i in range(3)))
    arguments = RUNS[name] or ["check"]
    program = ["-c", CRASH] if name == "crash" else ["-m", "charter_lint"]
    env = {
        **os.environ,
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "TMPDIR": str(work),
        "CHARTER_LINT_CACHE": str(cache),
    }
    done = subprocess.run(
        [sys.executable, *program, *arguments, str(posts)],
        capture_output=True,
        env=env,
        cwd=work,
        check=False,
    )
    assert done.returncode == (1 if name in ("text", "json", "jsonl") else 2)
    assert SECRET.encode() not in done.stdout + done.stderr  # masked, off a terminal
    assert WORD.encode() not in done.stderr
    posts.unlink()
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    for path in left:
        data = path.read_bytes()
        assert WORD.encode() not in data, path
        assert SECRET.encode() not in data, path
    if name == "json":
        assert left  # the compiled charter is there: the search has something to search


def test_reveal_needs_a_terminal() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "charter_lint", "check", "--reveal", "--text", WORD],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"--reveal" in done.stderr
    assert done.stdout == b""
