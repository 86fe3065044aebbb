"""The file of a rule that was proposed: its place, its text, its schema for editors."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING

import msgspec

from charter_lint.charter import files
from charter_lint.charter.schemas import file_schema
from charter_lint.draft.fold import fold_word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from charter_lint.desk.new_rule import Proposal, Sample

SCHEMAS = ".charter-lint"
"""Folder beside the charter for the schemas that editors read."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_MOST_WORDS = 4


class Texts(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule's author says of it, in one language or both (fr, en)."""

    why: dict[str, str]
    instead: dict[str, str]
    severity: str = "advise"


def is_id(rule_id: str) -> bool:
    """Say whether a text can be a rule's id: PACK/NAME in small letters, digits and hyphens."""
    return bool(_ID.match(rule_id)) and rule_id.split("/", maxsplit=1)[0] not in files.NOT_PACKS


def id_of(words: str) -> str:
    """Make an id of the first words of a text, in the company's own pack."""
    parts = re.findall(r"[a-z0-9]+", fold_word(words))[:_MOST_WORDS]
    return "own/" + ("-".join(parts) or "rule")


def place_of(charter: Path, rule_id: str) -> Path:
    """Give the path of a rule's file beside its charter."""
    value = files.chain(charter)[-1].value
    folder = str(value.get("rules", "rules")) if isinstance(value, dict) else "rules"
    return charter.parent / folder / f"{rule_id}.yaml"


def rule_schema(charter: Path) -> tuple[Path, str]:
    """Give the path and the text of the JSON Schema that rules beside a charter name."""
    written = msgspec.json.format(msgspec.json.encode(file_schema("rule")), indent=1)
    return charter.parent / SCHEMAS / "rule.schema.json", written.decode() + "\n"


def rule_text(
    path: Path,
    schema: Path,
    proposal: Proposal,
    texts: Texts,
    samples: tuple[Sequence[Sample], Sequence[Sample]],
) -> str:
    """Give the YAML of a rule; `samples` are the flagged and the allowed sentences.

    A text given in one language only stands in both, with a comment that asks to translate it.
    """
    name = path.stem.replace("-", " ").capitalize()
    reached = os.path.relpath(schema, path.parent).replace(os.sep, "/")
    lines = [
        f"# yaml-language-server: $schema={reached}",
        f"title: {{fr: {_quoted(name)}, en: {_quoted(name)}}}",
        f"severity: {texts.severity}",
    ]
    lines += _text("message", texts.why, {"fr": "« {match} » : %s", "en": "“{match}”: %s"})
    lines += _text("instead", texts.instead)
    lines += _text("why", texts.why)
    lines += ["check:", "  kind: existence"]
    for language in ("fr", "en"):
        listed: tuple[str, ...] = getattr(proposal, language)
        if listed:
            lines += [f"  {language}:", *(f"    - {_quoted(phrase)}" for phrase in listed)]
    if proposal.unless:
        lines.append(f"  unless: [{', '.join(proposal.unless)}]")
    lines.append("examples:")
    for key, listed_samples in zip(("flags", "allows"), samples, strict=True):
        lines += _examples(key, listed_samples)
    return "\n".join(lines) + "\n"


def _text(key: str, said: dict[str, str], frames: dict[str, str] | None = None) -> list[str]:
    known = next(iter(said.values()))
    lines = [f"{key}:"]
    for language in ("fr", "en"):
        bare = said.get(language, known).replace("{", "(").replace("}", ")")
        whole = (frames or {}).get(language, "%s").replace("%s", bare)
        to_do = "" if language in said else "  # à traduire / to translate"
        lines.append(f"  {language}: {_quoted(whole)}{to_do}")
    return lines


def _examples(key: str, samples: Sequence[Sample]) -> list[str]:
    lines = [f"  {key}:"] if samples else []
    for language in ("fr", "en"):
        listed = [s.text for s in samples if s.language == language]
        if listed:
            lines += [f"    {language}:", *(f"      - {_quoted(text)}" for text in listed)]
    return lines


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
