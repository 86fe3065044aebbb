"""How surely copies from confidential documents are found, and how many posts are alarmed.

    python benchmarks/fingerprints.py [--seed N]

Documents are made of the labelled drafts in examples/corpus: those of the companies, ten to a
document, in both languages. Passages of them, as they are or with a tenth of the words changed,
are planted into the ordinary posts; the ordinary posts themselves must stay silent.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from pathlib import Path

from charter_lint.draft import Draft
from charter_lint.match.fingerprints import add_document, find, new_index
from charter_lint.match.fingerprints.index import key_of
from charter_lint.match.fingerprints.lookup import Lookup, lookup_of

CORPUS = Path(__file__).parents[1] / "examples" / "corpus"
PER_DOCUMENT = 10
LENGTHS = ((5, 8), (9, 14), (15, 24), (25, 40))
QUOTES = 400  # planted for each length
PEPPER = b"the pepper of the benchmark"


def drafts(pattern: str) -> list[dict]:
    rows = []
    for path in sorted(CORPUS.glob(pattern)):
        rows += [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    source = random.Random(parser.parse_args().seed)
    ordinary = list(drafts("ordinary-*.jsonl"))
    names = {p.name for p in CORPUS.glob("*.jsonl")}
    inside = [n for n in sorted(names) if not n.startswith(("ordinary", "twins"))]
    told = [d for name in inside for d in drafts(name)]
    documents = made(told)
    index = new_index(PEPPER)
    key = key_of(index, PEPPER, "")
    start = time.process_time()
    for label, text in documents.items():
        index = add_document(index, key, text, label, added="2026-11-23")
    spent = time.process_time() - start
    size = sum(len(d.hashes) for d in index.documents)
    characters = sum(map(len, documents.values()))
    lookup = lookup_of(index, key)
    told_size = f"{characters} characters, {size / 1024:.0f} KiB of hashes"
    print(f"{len(documents)} documents, {told_size}, {spent:.2f} s to add")
    for changed in (0.0, 0.1, 0.25):
        row = [
            found_share(source, documents, ordinary, lookup, length, changed) for length in LENGTHS
        ]
        told_row = "  ".join(
            f"{a}-{b} words {share:.3f}" for (a, b), share in zip(LENGTHS, row, strict=True)
        )
        print(f"  {changed:.0%} of the words changed: {told_row}")
    silent(ordinary, lookup)


def made(told: list[dict]) -> dict[str, str]:
    out = {}
    for lang in ("fr", "en"):
        texts = [d["text"] for d in told if d["lang"] == lang]
        for i in range(0, len(texts), PER_DOCUMENT):
            out[f"{lang}-{i // PER_DOCUMENT:02}"] = "\n\n".join(texts[i : i + PER_DOCUMENT])
    return out


def found_share(
    source: random.Random,
    documents: dict[str, str],
    posts: list[dict],
    lookup: Lookup,
    length: tuple[int, int],
    changed: float,
) -> float:
    """Give the share of planted passages that are found with their document's label, surely."""
    hit = 0
    labels = list(documents)
    for _ in range(QUOTES):
        label = source.choice(labels)
        words = documents[label].split()
        count = source.randint(*length)
        at = source.randrange(len(words) - count)
        passage = words[at : at + count]
        for i in range(count):
            if source.random() < changed:
                passage[i] = source.choice(words)
        post = source.choice(posts)["text"]
        text = f"{post}\n{' '.join(passage)}"
        hit += any(f.normal == label and f.confidence >= 0.6 for f in find(Draft(text), lookup))
    return hit / QUOTES


def silent(posts: list[dict], lookup: Lookup) -> None:
    start = time.process_time()
    found = [find(Draft(p["text"]), lookup) for p in posts]
    spent = time.process_time() - start
    sure = sum(any(f.confidence >= 0.6 for f in row) for row in found)
    doubt = sum(bool(row) for row in found)
    words = sum(len(re.findall(r"\w+", p["text"])) for p in posts) / len(posts)
    rate = f"{spent / len(posts) * 1000:.2f} ms a post"
    print(f"  {len(posts)} ordinary posts of {words:.0f} words")
    print(f"  {sure} alarmed, {doubt} with a doubt, {rate}")


if __name__ == "__main__":
    main()
