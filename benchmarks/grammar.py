"""Measure the grammar check on labelled drafts: share of good posts with a finding, time, errors.

Usage: grammar.py DRAFTS.jsonl... [--list] [--ignore WORD...]. A line holds id, lang, kind and text;
posts of kind clean and lookalike are the well-written ones.
"""

from __future__ import annotations

import argparse
import collections
import json
import re
import statistics
import time
from pathlib import Path

import yaml

from charter_lint.nlp.grammar import Settings, check, server

PLANTED = Path(__file__).parents[1] / "tests" / "nlp" / "planted_grammar.yaml"
GOOD = ("clean", "lookalike")


def drafts_in(paths: list[Path]) -> list[dict[str, str]]:
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    drafts = [json.loads(line.replace("⟦⟧", "")) for line in lines if line.strip()]
    return [draft for draft in drafts if draft["kind"] in GOOD]


def planted(settings: Settings, language: str) -> None:
    sentences = yaml.safe_load(PLANTED.read_text(encoding="utf-8"))[language]
    missed = []
    for marked in sentences:
        text = re.sub(r"[{}]", "", marked)
        places = []
        for found in re.finditer(r"\{(.*?)\}", marked):
            start = found.start() - 2 * len(places)
            places.append((start, start + len(found[1])))
        problems = check(text, language, settings)
        if not any(p.start < end and start < p.end for p in problems for start, end in places):
            missed.append(marked)
    print(f"{language}: {len(sentences) - len(missed)} of {len(sentences)} planted errors found")
    for marked in missed:
        print(f"    missed: {marked}")


def report(paths: list[Path], ignore: list[str], *, listed: bool = False) -> None:
    settings = Settings(ignore=frozenset(ignore), budget=10)
    begun = time.perf_counter()
    lease = server.lease()
    print(f"server ready after {time.perf_counter() - begun:.1f} s, LanguageTool", end=" ")
    print(lease.status.version)
    drafts = drafts_in(paths)
    for language in ("fr", "en"):
        planted(settings, language)
        seconds = []
        rules: collections.Counter[str] = collections.Counter()
        flagged = 0
        mine = [draft for draft in drafts if draft["lang"] == language]
        if not mine:
            continue
        for draft in mine:
            begun = time.perf_counter()
            problems = check(draft["text"], language, settings)
            seconds.append(time.perf_counter() - begun)
            flagged += bool(problems)
            rules.update({problem.rule for problem in problems})
            for p in problems if listed else ():
                before = draft["text"][max(0, p.start - 40) : p.start]
                after = draft["text"][p.end : p.end + 30]
                place = f"{before}[{draft['text'][p.start : p.end]}]{after}".replace("\n", "⏎")
                print(f"    {draft['id']} {p.category}/{p.rule}: {place} → {p.replacements[:2]}")
        print(
            f"{language}: {flagged} of {len(mine)} well-written posts with a finding"
            f" ({flagged / len(mine):.1%}); median {statistics.median(seconds):.3f} s a post,"
            f" 95th percentile {sorted(seconds)[int(0.95 * len(seconds))]:.3f} s"
        )
        print("    " + ", ".join(f"{rule} {count}" for rule, count in rules.most_common(40)))
    print(f"server's memory {server.running().memory} MB")  # type: ignore[union-attr]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("drafts", nargs="+", type=Path)
    parser.add_argument("--list", action="store_true", help="print every finding on a good post")
    parser.add_argument("--ignore", nargs="*", default=[], help="company terms and names")
    arguments = parser.parse_args()
    report(arguments.drafts, arguments.ignore, listed=arguments.list)


if __name__ == "__main__":
    main()
