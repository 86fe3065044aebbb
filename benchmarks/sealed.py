"""What a post costs under a sealed lexicon, and what guessing costs.

    python benchmarks/sealed.py [--posts N]

Takes drafts of examples/corpus in a fixed order. Every post is timed with an empty memory of
hashes, as the first one of a process is. Wall-clock time, as the author waits for it.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import time
from pathlib import Path

import yaml

from charter_lint.draft import Draft
from charter_lint.match import sealed
from charter_lint.match.names import candidates_of, names_of

ROOT = Path(__file__).parents[1]
NAMES = ("Hazy Copper", "Velmorandix", "Quiet Orchard Nine", "Opal Tannery")
PEPPER = b"the pepper of the benchmark"
WORDS, PAIRS = 92_000, 16_000_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--posts", type=int, default=100)
    count = parser.parse_args().posts
    data = yaml.safe_load((ROOT / "rules/data/sealed/names.yaml").read_text(encoding="utf-8"))
    names = names_of(data)
    entries = [sealed.Entry(name) for name in NAMES]
    posts = []
    for path in sorted((ROOT / "examples/corpus").glob("*.jsonl")):
        posts += [
            json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()
        ]
    posts = random.Random(1).sample(posts, count)
    cost = sealed.Cost()
    lexicon = sealed.seal(entries, PEPPER, names, cost)
    numbers = [len(candidates_of(Draft(p), lexicon.longest, lexicon.skipped)) for p in posts]
    middle, most = statistics.median(numbers), sorted(numbers)[int(count * 0.95)]
    print(f"{count} posts: {middle:.0f} candidates at the median, {most} at p95")
    print(f"  names of up to {lexicon.longest} words; {os.cpu_count()} processors")
    times, silent = [], 0
    for post in posts:
        sealed._slow.cache_clear()  # noqa: SLF001  (the first post of a process)
        start = time.perf_counter()
        silent += not sealed.find(Draft(post), lexicon, PEPPER)
        times.append(time.perf_counter() - start)
    times.sort()
    middle, most = statistics.median(times), times[int(count * 0.95)]
    print(f"  first post of a process: median {middle:.3f} s, p95 {most:.3f} s")
    print(f"  {silent} of {count} posts silent")
    start = time.perf_counter()
    for post in posts:
        sealed.find(Draft(post), lexicon, PEPPER)
    each = (time.perf_counter() - start) / count
    print(f"  in one process, one after the other: {each:.3f} s a post")
    start = time.perf_counter()
    for i in range(20):
        sealed.guess(str(i), cost)
    guess = (time.perf_counter() - start) / 20
    single, pairs = guess * WORDS / 60, guess * PAIRS / 3600
    print(f"  one guess {guess * 1000:.1f} ms on one processor")
    print(f"  {WORDS} single words in {single:.0f} min, {PAIRS} pairs in {pairs:.0f} h")
    found = [sealed.find(Draft(f"Voici {name}."), lexicon, PEPPER) for name in NAMES]
    print(f"  {sum(map(bool, found))} of {len(NAMES)} names found")


if __name__ == "__main__":
    main()
