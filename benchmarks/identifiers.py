"""Recall, precision and speed of the identifier checks on labelled posts.

    python benchmarks/identifiers.py [SET.jsonl…] [--misses]

Each line of a set holds "text", "lang", "findings" ([{"type", "quote"}]), "shape" and "public"
(the company's own published data). A finding is right if its type and at least half of its span
agree. Findings count from 0.4 up, the least confidence that is shown to an author.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

from charter_lint.draft import Draft
from charter_lint.match.identifiers import Found, find, read_data, settings_of, with_public

HERE = Path(__file__).parent
DATA = HERE.parent / "rules" / "data" / "identifiers"
SETS = (HERE / "data" / "identifiers.jsonl", HERE / "data" / "identifiers-own.jsonl")
MARK = "⟦⟧"  # keeps scanners of repositories from reading invented numbers as leaks


def load(path: Path) -> list[dict]:
    posts = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    for post in posts:
        post["text"] = post["text"].replace(MARK, "")
        for finding in post["findings"]:
            finding["quote"] = finding["quote"].replace(MARK, "")
    return posts


def places(post: dict) -> list[tuple[str, int, int]]:
    """Give type, start and end of each label; a quote that comes twice is taken in turn."""
    out, after = [], Counter()
    for label in post["findings"]:
        start = post["text"].find(label["quote"], after[label["quote"]])
        if start < 0:
            raise SystemExit(f"{post['id']}: a labelled quote is not in its post")
        after[label["quote"]] = start + len(label["quote"])
        out.append((label["type"], start, after[label["quote"]]))
    return out


def agree(found: Found, label: tuple[str, int, int]) -> bool:
    kind, start, end = label
    shared = min(found.span.end, end) - max(found.span.start, start)
    union = max(found.span.end, end) - min(found.span.start, start)
    return found.type == kind and shared * 2 >= union


def score(posts: list[dict], *, misses: bool) -> None:
    settings = settings_of(read_data(DATA))
    right, wrong, missed = Counter(), Counter(), Counter()
    shapes: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for post in posts:
        found = find(Draft(post["text"]), with_public(settings, post.get("public", ())))
        labels = places(post)
        hit = set()
        for one in found:
            match = next((i for i, s in enumerate(labels) if agree(one, s) and i not in hit), None)
            if match is None:
                wrong[post["lang"], one.type] += 1
                if misses:
                    quote = post["text"][one.span.start : one.span.end]
                    print(
                        f"  wrong  {post['id']} {one.type} {one.confidence} {quote!r} {one.reason}"
                    )
            else:
                hit.add(match)
                right[post["lang"], one.type] += 1
        for i, label in enumerate(labels):
            shapes[label[0], post.get("shape") or "plain"][0] += i in hit
            shapes[label[0], post.get("shape") or "plain"][1] += 1
            if i not in hit:
                missed[post["lang"], label[0]] += 1
                if misses:
                    print(f"  missed {post['id']} {label[0]} {post['text'][label[1] : label[2]]!r}")
    for lang in ("fr", "en"):
        report(lang, right, wrong, missed)
    for kind in ("phone", "email"):
        rows = {s: v for (k, s), v in shapes.items() if k == kind}
        full = sum(a == b for a, b in rows.values())
        print(f"{kind}: {full} of {len(rows)} shapes found in every post")
        if misses:
            print("   ", {s: f"{a}/{b}" for s, (a, b) in sorted(rows.items())})


def report(lang: str, right: Counter, wrong: Counter, missed: Counter) -> None:
    kinds = sorted({k for c in (right, wrong, missed) for (language, k) in c if language == lang})
    total = [sum(c[lang, k] for k in kinds) for c in (right, wrong, missed)]
    for kind, (a, b, c) in [
        (k, (right[lang, k], wrong[lang, k], missed[lang, k])) for k in kinds
    ] + [("all", tuple(total))]:
        recall = a / (a + c) if a + c else 1.0
        precision = a / (a + b) if a + b else 1.0
        rates = f"recall {recall:.3f}  precision {precision:.3f}"
        print(f"  {lang} {kind:13} {rates}  ({a} right, {b} wrong, {c} missed)")


def speed(posts: list[dict]) -> float:
    settings = settings_of(read_data(DATA))
    find(Draft(posts[0]["text"]), settings)
    start = time.process_time()
    for post in posts:
        find(Draft(post["text"]), settings)
    return len(posts) / (time.process_time() - start)


def main() -> None:
    names = [Path(a) for a in sys.argv[1:] if not a.startswith("-")]
    for path in names or [p for p in SETS if p.exists()]:
        posts = load(path)
        print(f"{path.name}: {len(posts)} posts")
        score(posts, misses="--misses" in sys.argv)
        print(f"  {speed(posts):.0f} posts a second (CPU time, one core)")


if __name__ == "__main__":
    main()
