"""What `impact` costs over 10,000 posts when one rule of the default charter changes.

    python benchmarks/impact.py [POSTS]

The posts are the bundled ones, taken again until there are enough. The earlier charter is a copy
of the shipped files with one rule made graver. Printed are wall seconds and CPU seconds of all
processes: on a machine with nothing else to do, two cores need half of the latter.
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).parent.parent
RULE = "tone/contempt"


def write_posts(path: Path, count: int) -> None:
    """Write so many posts, each with an id of its own."""
    texts = [
        json.loads(line.replace("⟦⟧", ""))["text"]
        for file in sorted((ROOT / "examples" / "corpus").glob("*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    rows = ({"id": str(i), "text": t} for i, t in enumerate(islice(cycle(texts), count)))
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        write_posts(folder / "posts.jsonl", count)
        for name in ("rules", "charters"):
            shutil.copytree(ROOT / name, folder / "then" / name)
        rule = folder / "then" / "rules" / f"{RULE}.yaml"
        rule.write_text("severity: review\n" + rule.read_text(encoding="utf-8"), encoding="utf-8")
        command = [sys.executable, "-m", "charter_lint", "impact", "-c", "default", "-j", "2"]
        given = ["--corpus", str(folder / "posts.jsonl"), "--from", f"{folder}/then"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        start = time.perf_counter()
        subprocess.run([*command, *given, "--examples", "0"], check=True, env=environment)
        wall = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = used.ru_utime + used.ru_stime
    print(f"{count} posts, {RULE} changed: {wall:.1f} s, {cpu:.1f} s of CPU")


if __name__ == "__main__":
    main()
