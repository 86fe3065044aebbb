#!/usr/bin/env python3
"""Write the labelled posts of benchmarks/data from the hand-written frames beside them.

    python benchmarks/make_identifier_posts.py --seed 7

rewrites identifiers.jsonl, secrets.jsonl and people.jsonl byte for byte. Each line holds id, lang,
platform, kind (leak, disguised or decoy), text, findings [{type, quote}], and where they apply
shape (how a phone, e-mail, card or IBAN is dressed up) and public (numbers that the company's
facts declare public, so that they stay silent). Values that a scanner could take for a live secret
are cut by the mark ⟦⟧; load() takes it out again.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from pathlib import Path
from typing import Any

import made_checksums
import made_disguises
import made_fillers
import made_identifiers
import made_places
import made_secrets

DATA = Path(__file__).parent / "data"
MARK = "⟦⟧"
PREFIX = {"identifiers": "id", "secrets": "se", "people": "pe"}

_SECRET = frozenset(("key", "token", "private-key", "connection-string", "url-credentials"))
_CUT = _SECRET | {"password", "card", "iban", "nir", "ssn", "_testcard", "_sshpub", "_sha512b64"}
_LABEL = {"ip6": "ip", "pw": "password"}
_HEAD = re.compile(r"^@ (leak|disguised|decoy) ([a-z]+)(?: x(\d))?\n", re.MULTILINE)
_SLOT = re.compile(r"\{([+~]?[\w-]*)(?:=([^}]*)|:([\w-]+))?(?:!([\w-]+))?\}")


def main() -> None:
    """Write the three files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=Path, default=DATA)
    args = parser.parse_args()
    for name in PREFIX:
        posts = make(name, args.seed)
        target = args.out / f"{name}.jsonl"
        target.write_text("".join(map(line, posts)), encoding="utf-8", newline="\n")
        print(f"{target.name}: {len(posts)} posts")


def load(path: Path) -> list[dict[str, Any]]:
    """Read labelled posts, the cut values made whole."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(row.replace(MARK, "")) for row in lines if row.strip()]


def make(name: str, seed: int) -> list[dict[str, Any]]:
    """Fill all frames of one set; each post draws from its own random source."""
    posts = []
    for lang in ("fr", "en"):
        number = 0
        for at, (kind, platform, times, body) in enumerate(frames(name, lang)):
            for copy in range(times):
                number += 1
                source = random.Random(f"{seed}/{name}/{lang}/{at}/{copy}")
                head = {"id": f"{PREFIX[name]}-{lang}-{number:03}", "lang": lang}
                post = head | {"platform": platform, "kind": kind}
                posts.append(post | fill(source, lang, body))
    return posts


def frames(name: str, lang: str) -> list[tuple[str, str, int, str]]:
    """Read the hand-written posts of one set and language: kind, platform, times used, body."""
    text = (DATA / "frames" / f"{name}-{lang}.txt").read_text(encoding="utf-8")
    text = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE)
    _, *pieces = _HEAD.split(text)
    rows = zip(*[iter(pieces)] * 4, strict=True)
    return [(kind, where, int(times or 1), body.strip()) for kind, where, times, body in rows]


def fill(rng: random.Random, lang: str, body: str) -> dict[str, Any]:
    """Put values in the slots of one frame and label them."""
    labels: dict[str, list[Any]] = {"findings": [], "public": [], "cut": [], "shape": []}
    text = _SLOT.sub(lambda slot: _value(rng, lang, slot, labels), body)
    post: dict[str, Any] = {"text": text, "findings": labels["findings"]}
    if labels["shape"]:
        post["shape"] = labels["shape"][0]
    if labels["public"]:
        post["public"] = labels["public"]
    return post | {"cut": labels["cut"]}


def line(post: dict[str, Any]) -> str:
    """Write one post as a line of JSON, its secrets cut by the mark."""
    row = {key: value for key, value in post.items() if key != "cut"}
    for value in post["cut"]:
        row["text"] = row["text"].replace(value, _cut(value))
        quotes = [
            (label["type"], label["quote"].replace(value, _cut(value))) for label in row["findings"]
        ]
        row["findings"] = [{"type": kind, "quote": quote} for kind, quote in quotes]
    return json.dumps(row, ensure_ascii=False) + "\n"


def _cut(value: str) -> str:
    """Cut a value every three characters and after the colon of a scheme."""
    pieces = MARK.join(value[at : at + 3] for at in range(0, len(value), 3))
    return pieces.replace("://", f":{MARK}//")


def _value(rng: random.Random, lang: str, slot: re.Match[str], labels: dict[str, list[Any]]) -> str:
    """Make the value of one slot and note what it is."""
    name, literal, arg, shape = slot[1], slot[2], slot[3] or "", slot[4]
    kind = name.lstrip("+")
    value = literal if literal is not None else _make(rng, lang, kind, arg, shape)
    if name == "+vat" and arg == "fr" and labels["public"]:
        value = made_checksums.vat_fr(labels["public"][0].replace(" ", ""))
    label = _LABEL.get(kind, kind)
    if kind.startswith("~") or label in _CUT:
        labels["cut"].append(value)
    if name.startswith("+"):
        labels["public"].append(value)
    elif not kind.startswith(("_", "~")):
        labels["findings"].append({"type": label, "quote": value})
    if shape:
        labels["shape"].append(f"{kind}-{shape}")
    return value


def _make(rng: random.Random, lang: str, kind: str, arg: str, shape: str | None) -> str:
    """Make one value, plain or in a named shape."""
    if kind[0] in "_~":
        return made_fillers.make(rng, lang, kind, arg)
    if kind in _SECRET:
        return made_secrets.make(rng, kind, arg)
    if shape is None:
        return made_identifiers.make(rng, lang, kind, arg)
    if kind == "phone":
        return made_disguises.phone(rng, lang, shape)
    if kind == "email":
        return made_disguises.email(rng, lang, shape, made_places.email(rng, lang, ""))
    plain = made_identifiers.card(rng, arg) if kind == "card" else made_identifiers.iban(rng, arg)
    return made_disguises.number(rng, shape, plain)


if __name__ == "__main__":
    main()
