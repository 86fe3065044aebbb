"""Feeds made-up texts to the whole way of a draft: no crash, no finding outside its text.

    python benchmarks/fuzz.py [--count 1000000] [--seed 1] [--jobs 2]

Texts are pieces of the labelled drafts, cut and joined at random with odd characters: all planes of
Unicode, lone surrogates, marks that combine, signs of Markdown and YAML, long runs. A text that
fails is written as its seed, so that it can be made again.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from concurrent.futures import ProcessPoolExecutor

from bulk import CORPUS, texts

from charter_lint.charter.load import load_charter
from charter_lint.draft import Context, Draft
from charter_lint.formats.entry import entry_of
from charter_lint.lint.judge import lint

ODD = [
    "\u0301", "\u200b", "\u200d", "\ufe0f", "\u202e", "\u00a0", "\u2028", "\x00", "\x1b[31m",
    "\ud800", "\udfff", "\ufeff", "🇫🇷", "👩‍🔬", "𝐠𝐚𝐫𝐚𝐧𝐭𝐢", "ﬁ", "İ", "ß", "ǆ", "٣", "Ⅷ", "①",
    "`", "```\n", "---\n", "[a](b)", "<!--", "« ", " »", "“", "\r", "\r\n", "\t", "#", "@",
    "http://", "-" * 50, "9" * 40, "a" * 300, "?!" * 30, ":-)", "%s", "{match}", "$", "\\",
]  # fmt: skip
CONTEXTS = ({}, {"platform": "linkedin"}, {"syntax": "markdown"}, {"account": "official"})


def made(seed: int, posts: list[str]) -> str:
    """Make the text of a seed."""
    chance = random.Random(seed)
    parts = []
    for _ in range(chance.randint(1, 6)):
        if chance.random() < 0.4:
            parts.append(chance.choice(ODD))
        elif chance.random() < 0.2:
            parts.append("".join(chr(chance.randrange(0x110000)) for _ in range(5)))
        else:
            post = chance.choice(posts)
            at = chance.randrange(len(post) + 1)
            parts.append(post[at : at + chance.randint(0, 60)])
    return "".join(parts)


def run(first: int, after: int) -> list[tuple[int, str]]:
    """Judge the texts of a range of seeds; give those that failed, with what went wrong."""
    posts = texts(sorted(CORPUS.glob("*.jsonl")))
    charter = load_charter("default")
    failed = []
    for seed in range(first, after):
        text = made(seed, posts)
        try:
            draft = Draft(text, Context(**CONTEXTS[seed % len(CONTEXTS)]))
            report = lint(draft, charter)
            entry_of(draft, report)
            if not all(0 <= f.span.start <= f.span.end <= len(text) for f in report.findings):
                failed.append((seed, "a span outside the text"))
        except Exception as error:  # noqa: BLE001  (any crash is what is looked for)
            failed.append((seed, f"{type(error).__name__}: {error}"))
    return failed


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    load_charter("default")
    start = time.monotonic()
    step = max(1, min(5_000, options.count // options.jobs))
    begins = range(options.seed, options.seed + options.count, step)
    ends = [min(at + step, options.seed + options.count) for at in begins]
    failed: list[tuple[int, str]] = []
    with ProcessPoolExecutor(options.jobs) as pool:
        for done in pool.map(run, begins, ends):
            failed += done
    for seed, what in failed[:20]:
        print(f"seed {seed}: {what}")
    print(f"{options.count} texts, {len(failed)} failed, {time.monotonic() - start:.0f} s")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
