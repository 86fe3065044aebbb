"""Several processes give what one gives, in the same order."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

RUN = [sys.executable, "-m", "charter_lint", "check", "--date", "2026-11-23", "--format", "jsonl"]


def test_jobs_give_the_same_bytes_and_the_same_code(tmp_path: Path) -> None:
    posts = [
        {"id": str(i), "text": f"Post {i} : {said}"}
        for i, said in enumerate(["rendement garanti de 5 %.", "merci à toute l'équipe."] * 150)
    ]
    posts.insert(70, {"id": "empty", "text": " "})
    file = tmp_path / "posts.jsonl"
    file.write_text("\n".join(json.dumps(post) for post in posts))
    one = subprocess.run([*RUN, str(file)], capture_output=True, check=False)
    two = subprocess.run([*RUN, "--jobs", "2", str(file)], capture_output=True, check=False)
    assert one.stdout.count(b"\n") == 300
    assert (two.stdout, two.stderr, two.returncode) == (one.stdout, one.stderr, one.returncode)
    assert one.returncode == 2  # the empty post could not be judged
