"""The words that an audit looks for in the texts of a charter, read from data."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import yaml

from charter_lint.charter.places import shipped_rules
from charter_lint.draft.context import Context
from charter_lint.draft.draft import Draft

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def first_word(kind: str, language: str, text: str) -> str:
    """Give the first word of a kind ("vague", "absolute") in a text, "" for none."""
    found = _pattern(kind, language).search(text.replace("’", "'"))
    return found[0] if found else ""


def rights_unnamed(language: str, text: str) -> list[str]:
    """Give the subjects that a clause of rights does not name, as pay or union."""
    written = text.replace("’", "'")
    return [
        subject
        for subject, phrases in _words()["rights"].items()
        if not _compiled(tuple(phrases[language])).search(written)
    ]


@cache
def protected_posts() -> tuple[Draft, ...]:
    """Give sentences that no charter may stop: what the shipped guard's own examples protect."""
    found = []
    for path in sorted((shipped_rules() / "guard").glob("*.yaml")):
        flags = _read(path.read_text(encoding="utf-8")).get("examples", {}).get("flags", {})
        for language in ("fr", "en"):
            for example in flags.get(language, ()):
                text = example if isinstance(example, str) else example["text"]
                context = {} if isinstance(example, str) else example.get("context", {})
                read = Context(**{"language": language, **context})
                found.append(Draft(text, read, name=f"guard/{path.stem}"))
    return tuple(found)


@cache
def _words() -> dict[str, Any]:
    return _read((shipped_rules() / "data" / "audit" / "words.yaml").read_text(encoding="utf-8"))


@cache
def _pattern(kind: str, language: str) -> re.Pattern[str]:
    return _compiled(tuple(_words()[kind][language]))


@cache
def _compiled(phrases: tuple[str, ...]) -> re.Pattern[str]:
    branches = (re.escape(p).replace(r"\*", r"\w*") for p in phrases)
    return re.compile(rf"(?<!\w)(?:{'|'.join(branches)})(?!\w)", re.IGNORECASE)


def _read(text: str) -> dict[str, Any]:
    value = yaml.load(text, Loader=_LOADER)  # noqa: S506  (a safe loader)
    return value if isinstance(value, dict) else {}
