"""What the reader says and reads, from `rules/reader/` and a company's own folder."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

import msgspec

from charter_lint.charter.compiled import Family, Reader
from charter_lint.charter.shape import check
from charter_lint.charter.vocabulary_reader import open_source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from charter_lint.charter.charter_file import CharterFile
    from charter_lint.charter.compiled import Examples, Rule
    from charter_lint.charter.faults import Fault
    from charter_lint.charter.files import Layout
    from charter_lint.match.builder import Builder

FOLDER = "reader"
MODEL = "reader.msgpack"
RULE = "resembles"
"""Findings of the reader are named FAMILY/resembles."""

_MODES = {True: "on", False: "off"}


def marks_of(rules: Sequence[Rule], examples: Sequence[Examples]) -> dict[str, int]:
    """Mark the examples of each rule, so that a change of one shows."""
    return {
        rule.id: crc32(msgspec.msgpack.encode(listed))
        for rule, listed in zip(rules, examples, strict=True)
        if listed.rows
    }


def read_reader(
    charter: CharterFile,
    layout: Layout,
    builder: Builder,
    examples: dict[str, int],
    faults: list[Fault],
) -> Reader:
    """Give what the reader needs of a charter: texts of the families of its packs, its facts.

    `examples` marks the examples of each rule.
    A charter's `overrides` hold for FAMILY/resembles as for a rule.
    """
    packs = {rule_id.split("/")[0] for rule_id, _ in layout.rules}
    families: dict[str, Family] = {}
    stand_ins: dict[str, tuple[str, str]] = {}
    own = ""
    for path in layout.data:
        if path.parent.name != FOLDER:
            continue
        source = open_source(path, faults)
        if source is None:
            continue
        for name, value in source.value.items():
            if path.stem == "families":
                family, wrong = check(source, value, Family, (name,))
                if family is not None and ("*" in charter.packs or name in packs):
                    families[name] = family
            else:
                pair, wrong = check(source, value, list[str], (name,))
                if pair and len(pair) > 1:
                    stand_ins[name] = (pair[0], pair[1])
            faults.extend(wrong)
    for folder in layout.folders:
        if folder.name == FOLDER and (folder / MODEL).is_file():
            own = str(folder / MODEL)
    said = {name: charter.overrides.get(f"{name}/{RULE}") for name in families}
    kept: dict[str, Family] = {}
    for name, family in families.items():
        override = said[name]
        if override is not None and override.off:
            continue
        milder = override.severity if override else None
        kept[name] = Family(
            family.title,
            family.message,
            family.instead,
            family.owner,
            "advise" if milder == "advise" else family.severity,
        )
    mode = charter.reader if isinstance(charter.reader, str) else _MODES[charter.reader]
    current = mode == "current"
    return Reader(
        mode="on" if current else mode,
        file=own,
        families=kept,
        shadow=tuple(n for n, o in said.items() if o and o.mode == "shadow"),
        facts=builder.numbers_of(stand_ins),
        stand_ins=stand_ins,
        examples=examples,
        current=current,
    )
