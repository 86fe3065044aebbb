"""Which rules differ between two charters, so that only posts that they touch are judged again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from charter_lint.charter import files
from charter_lint.charter.compile import _compile, _own_folders
from charter_lint.charter.merge import merge
from charter_lint.charter.reader import FOLDER, MODEL, RULE
from charter_lint.charter.source import NONE_UNSAVED

if TYPE_CHECKING:
    from pathlib import Path

    from charter_lint.charter.charter_file import CharterFile
    from charter_lint.charter.source import Source

_SAID = ("overrides", "title", "permissions", "encouraged", "contacts", "rights")
"""What a charter may change without any effect on another rule's findings."""


class Parts(msgspec.Struct, frozen=True):
    """What a charter is made of: each rule's own text, and all that rules share."""

    rules: dict[str, bytes]
    shared: bytes


def parts_of(path: Path) -> Parts | None:
    """Take a charter apart; None for one whose parts cannot be told from each other.

    Such is a charter with files that are compared by no one here: sealed names, fingerprints,
    styles. Raises CharterError.
    """
    _, charter, layout = _read(path)
    if charter is None or charter.sealed or charter.fingerprints or charter.styles:
        return None
    if charter.required:
        return None  # every post is to be told of that lacks an engine
    rules = {}
    for rule_id, file in layout.rules:
        override = charter.overrides.get(rule_id)
        rules[rule_id] = msgspec.json.encode(override) + b"\n" + file.read_bytes()
    heard = {k: o for k, o in charter.overrides.items() if k.endswith(f"/{RULE}")}
    empty = {key: getattr(msgspec.convert({"name": "x"}, type(charter)), key) for key in _SAID}
    shared = [
        msgspec.json.encode(msgspec.structs.replace(charter, **empty)),
        msgspec.json.encode(heard),
        msgspec.json.encode(sorted({rule_id.split("/")[0] for rule_id in rules})),
    ]
    for file in (*layout.concepts, *layout.contexts, *layout.data, *layout.waivers):
        shared.extend((f"{file.parent.name}/{file.name}".encode(), file.read_bytes()))
    models = (f / MODEL for f in layout.folders if f.name == FOLDER)
    shared.extend(m.read_bytes() for m in models if m.is_file())
    return Parts(rules, b"\0".join(shared))


def changed_rules(before: Parts | None, after: Parts | None) -> list[str] | None:
    """Give the rules that differ; None where more than rules does, so that all must be judged."""
    if before is None or after is None or before.shared != after.shared:
        return None
    every = {*before.rules, *after.rules}
    found = sorted(r for r in every if before.rules.get(r) != after.rules.get(r))
    # A rule that asks the reader cannot be judged without it.
    asks = any(b"resembles" in p.rules.get(r, b"") for r in found for p in (before, after))
    return None if asks else found


def compile_only(path: Path, rules: list[str]) -> bytes:
    """Compile a charter with these of its rules alone, without the reader. Raises CharterError."""
    sources, charter, layout = _read(path)
    assert charter is not None  # noqa: S101  (taken apart before)
    wanted = set(rules)
    layout = layout._replace(rules=tuple(r for r in layout.rules if r[0] in wanted), waivers=())
    kept = {k: o for k, o in charter.overrides.items() if k in dict(layout.rules)}
    small = msgspec.structs.replace(charter, overrides=kept, waivers=[], reader=False)
    return _compile(small, sources[-1], layout, NONE_UNSAVED)


def _read(path: Path) -> tuple[list[Source], CharterFile | None, files.Layout]:
    sources = files.chain(path)
    charter, _ = merge(sources)
    packs = charter.packs if charter is not None else []
    return sources, charter, files.layout(sources, packs, _own_folders(sources))
