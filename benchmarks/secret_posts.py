"""How many secrets are found, how many harmless posts are alarmed, and how fast.

    python benchmarks/secret_posts.py [SET.jsonl…] [--misses]

Each line holds "text", "lang", "kind" (leak or decoy) and "findings" ([{"type", "quote"}]). A
secret counts as found if a finding of any type of secret covers half of it; how often the type is
the labelled one is said apart.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from identifiers import load, places

from charter_lint.draft import Draft
from charter_lint.match.secrets import find, read_data, settings_of

HERE = Path(__file__).parent
DATA = HERE.parent / "rules" / "data" / "secrets"
SETS = (HERE / "data" / "secrets.jsonl", HERE / "data" / "secrets-own.jsonl")


def main() -> None:
    settings = settings_of(read_data(DATA))
    misses = "--misses" in sys.argv
    names = [Path(a) for a in sys.argv[1:] if not a.startswith("-")]
    for path in names or [p for p in SETS if p.exists()]:
        posts = load(path)
        print(f"{path.name}: {len(posts)} posts")
        for lang in ("fr", "en"):
            score([p for p in posts if p["lang"] == lang], settings, misses=misses, lang=lang)
        start = time.process_time()
        for post in posts:
            find(Draft(post["text"]), settings)
        print(f"  {len(posts) / (time.process_time() - start):.0f} posts a second (CPU time)")


def score(posts: list[dict], settings: object, *, misses: bool, lang: str) -> None:
    secrets = hit = typed = extra = alarms = harmless = 0
    for post in posts:
        found = find(Draft(post["text"]), settings)
        labels = places(post)
        harmless += not labels
        alarms += bool(found) and not labels
        used = set()
        for kind, start, end in labels:
            secrets += 1
            match = next((i for i, f in enumerate(found) if _covers(f.span, start, end)), None)
            if match is None:
                if misses:
                    print(f"  missed {post['id']} {kind} {post['text'][start:end]!r}")
                continue
            used.add(match)
            hit += 1
            typed += found[match].type == kind
        for i, one in enumerate(found):
            if i not in used:
                extra += 1
                if misses:
                    quote = post["text"][one.span.start : one.span.end]
                    print(f"  wrong  {post['id']} {one.type} {quote!r} {one.reason}")
    rate = hit / max(1, secrets)
    print(f"  {lang}: {hit} of {secrets} found ({rate:.3f}), {typed} with their type")
    print(f"      {extra} findings beside a label, {alarms} alarms on {harmless} harmless posts")


def _covers(span: object, start: int, end: int) -> bool:
    shared = min(span.end, end) - max(span.start, start)
    return shared * 2 >= end - start and shared * 2 >= span.end - span.start


if __name__ == "__main__":
    main()
