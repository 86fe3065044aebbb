"""CPU a post over a JSON Lines file: with the shipped rules, and as the number of rules grows.

    python benchmarks/bulk.py [FILE.jsonl…]

Growth is measured over made-up rules of four phrases each, with and without lemmas and
composition, at 100, 1,000 and 10,000 rules; their words are seeded, so every run is the same.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from pathlib import Path

import yaml

from charter_lint.charter.load import load_charter
from charter_lint.draft import Context, Draft
from charter_lint.lint.judge import lint

CORPUS = Path(__file__).parent.parent / "examples" / "corpus"
SIZES = (100, 1_000, 10_000)


def texts(paths: list[Path]) -> list[str]:
    """Read the posts."""
    return [
        json.loads(line.replace("⟦⟧", ""))["text"]
        for path in paths
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]


def per_post(charter: object, posts: list[str]) -> float:
    """Give milliseconds of CPU a post, after a first round that fills what is decoded lazily."""
    context = Context(platform="linkedin", date="2026-11-23")
    for text in posts[:200]:
        lint(Draft(text, context), charter)  # type: ignore[arg-type]
    start = time.process_time()
    for text in posts:
        lint(Draft(text, context), charter)  # type: ignore[arg-type]
    return (time.process_time() - start) / len(posts) * 1000


def made_up(count: int, words: list[str], folder: Path) -> Path:
    """Write a charter with so many rules, of words that do and do not occur in the posts."""
    chance = random.Random(7)
    pack = folder / "rules" / "many"
    pack.mkdir(parents=True)

    def word() -> str:
        if chance.random() < 0.5:
            return chance.choice(words)
        return "".join(chance.choice("bcdfglmnprst") + chance.choice("aeiou") for _ in range(4))

    both = {"fr": "Essai.", "en": "Trial."}
    for number in range(count):
        pairs = [f"{word()} {word()}" for _ in range(4)]
        check: dict[str, object] = {"kind": "existence", "any": pairs, "unless": ["negated"]}
        if number % 4 == 1:
            check = {"kind": "composition", "all": [[word(), word()], [word(), word()]]}
        texts = {key: dict(both) for key in ("title", "message", "instead")}
        rule = {**texts, "check": check}
        (pack / f"r{number}.yaml").write_text(yaml.safe_dump(rule, allow_unicode=True))
    path = folder / "many.yaml"
    path.write_text("name: many\npacks: [many]\n")
    return path


def main() -> None:
    """Run from the command line."""
    paths = [Path(a) for a in sys.argv[1:]] or sorted(CORPUS.glob("*.jsonl"))
    posts = texts(paths)
    spent = per_post(load_charter("default"), posts)
    print(f"shipped rules: {spent:.3f} ms a post, {1000 / spent:.0f} posts a second")
    words = sorted(
        {w for text in posts for w in text.lower().split() if w.isalpha() and len(w) > 4}
    )
    base = 0.0
    for size in SIZES:
        with tempfile.TemporaryDirectory() as name:
            charter = load_charter(str(made_up(size, words, Path(name))))
            spent = per_post(charter, posts)
            base = base or spent
            print(f"{size:6} rules: {spent:.3f} ms a post, {spent / base:.2f} × the first")


if __name__ == "__main__":
    main()
