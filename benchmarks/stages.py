"""Where the time of a run goes: of one cold post, and of many posts by layer.

    python benchmarks/stages.py [--svg docs/pictures/stages.svg]

The cold post is one whole process with time stamps between its steps (CPU milliseconds, median of
nine). The layers are a profile's own times, shared out by the folder a function stands in; the
profiler's cost is inside, so only the shares are shown.
"""

from __future__ import annotations

import argparse
import cProfile
import itertools
import json
import pstats
import statistics
import subprocess
import sys
from collections import Counter
from html import escape
from pathlib import Path

from bulk import CORPUS, texts
from cold import POST

from charter_lint.charter.load import load_charter
from charter_lint.draft import Context, Draft
from charter_lint.lint.judge import lint

STEPS = """
import json, sys, time
t = [time.process_time()]
import click
t.append(time.process_time())
import charter_lint.cli.check
from charter_lint.formats.names import formatter_of
write = formatter_of("text")
t.append(time.process_time())
from charter_lint.charter.load import load_charter
charter = load_charter("default")
t.append(time.process_time())
from charter_lint.draft import Context, Draft
from charter_lint.lint.judge import lint
report = lint(Draft(sys.argv[1], Context()), charter)
t.append(time.process_time())
print(json.dumps(t))
"""
NAMES = ("Python", "click", "own code", "charter opened", "post judged")
LAYERS = ("draft", "match", "checks", "lint", "charter", "nlp")
_BAR, _HEIGHT, _LEFT = 420, 22, 150


def cold_steps(runs: int = 9) -> dict[str, float]:
    """Give milliseconds of CPU by step of a cold run, medians."""
    rows = []
    for _ in range(runs):
        done = subprocess.run(
            [sys.executable, "-c", STEPS, POST], capture_output=True, text=True, check=True
        )
        stamps = json.loads(done.stdout)
        rows.append([stamps[0], *(b - a for a, b in itertools.pairwise(stamps))])
    medians = [statistics.median(column) * 1000 for column in zip(*rows, strict=True)]
    return dict(zip(NAMES, medians, strict=True))


def layer_shares(posts: list[str]) -> dict[str, float]:
    """Give the share of each layer in judging many posts."""
    charter = load_charter("default")
    context = Context(platform="linkedin", date="2026-11-23")
    for text in posts[:300]:
        lint(Draft(text, context), charter)
    profile = cProfile.Profile()
    profile.enable()
    for text in posts:
        lint(Draft(text, context), charter)
    profile.disable()
    spent: Counter[str] = Counter()
    for (file, _, _), (_, _, own, _, callers) in pstats.Stats(profile).stats.items():  # type: ignore[attr-defined]
        layer = _layer(file)
        if layer:
            spent[layer] += own
            continue
        for (caller, _, _), (_, _, part, _) in callers.items():  # built-ins, by who calls them
            spent[_layer(caller) or "libraries"] += part
    total = sum(spent.values())
    return {name: value / total for name, value in spent.most_common()}


def _layer(file: str) -> str:
    parts = Path(file).parts
    if "charter_lint" not in parts:
        return ""
    rest = parts[len(parts) - parts[::-1].index("charter_lint") :]
    if rest[:2] in (("match", "identifiers"), ("match", "secrets")):
        return rest[1]
    return rest[0] if rest[0] in LAYERS else "others"


def picture(title: str, bars: dict[str, float], unit: str, top: int) -> str:
    """Draw bars as SVG that follows the reader's light or dark scheme."""
    most = max(bars.values())
    lines = [f'<text x="8" y="{top + 16}" class="t">{escape(title)}</text>']
    for i, (name, value) in enumerate(bars.items()):
        y = top + 30 + i * _HEIGHT
        wide = max(value / most * _BAR, 1)
        shown = f"{value:.0f} ms" if unit == "ms" else f"{value:.0%}"
        lines.append(f'<text x="{_LEFT - 8}" y="{y + 13}" class="n">{escape(name)}</text>')
        lines.append(f'<rect x="{_LEFT}" y="{y}" width="{wide:.0f}" height="16" rx="2"/>')
        lines.append(f'<text x="{_LEFT + wide + 6:.0f}" y="{y + 13}">{shown}</text>')
    return "\n".join(lines)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--svg", type=Path)
    options = parser.parse_args()
    load_charter("default")  # so that the cache is warm
    steps = cold_steps()
    shares = layer_shares(texts(sorted(CORPUS.glob("*.jsonl")))[::3])
    for name, value in steps.items():
        print(f"{name:16} {value:6.1f} ms")
    for name, value in shares.items():
        print(f"{name:16} {value:6.1%}")
    if options.svg:
        second = 50 + len(steps) * _HEIGHT
        height = second + 40 + len(shares) * _HEIGHT
        style = (
            "text{font:13px sans-serif;fill:#222}.t{font-weight:bold}.n{text-anchor:end}"
            "rect{fill:#3b6ea8}@media(prefers-color-scheme:dark){text{fill:#eee}rect{fill:#7fb0e6}}"
        )
        body = picture("One cold post, CPU", steps, "ms", 0)
        body += "\n" + picture("Many posts, share of each layer", shares, "share", second)
        options.svg.parent.mkdir(parents=True, exist_ok=True)
        options.svg.write_text(
            f'<svg xmlns="http://www.w3.org/2000/svg" width="660" height="{height}" role="img" '
            f'aria-label="Where the time goes"><style>{style}</style>\n{body}\n</svg>\n',
            encoding="utf-8",
        )


if __name__ == "__main__":
    main()
