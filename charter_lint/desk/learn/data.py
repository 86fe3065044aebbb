"""Labelled drafts: the corpus' lines and a company's own, read with their faults."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any

import msgspec

from charter_lint.desk.learn.errors import LearnError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RANKS = {"pass": 0, "advise": 1, "review": 2, "block": 3}
_OF_LANGUAGE = {"fr": "helianthe", "en": "northwind"}
_TWIN = re.compile(r"(?<=\d)[a-z]$")
_CLOSED = 3
_HELD_BACK = "dev"


class Label(msgspec.Struct, frozen=True):
    """What is wrong with a passage: its quote, family and severity."""

    family: str
    quote: str
    severity: str = "review"


class Labelled(msgspec.Struct, frozen=True, kw_only=True):
    """A draft and what is wrong with it; `findings` may be empty, an allowed text."""

    id: str
    text: str
    lang: str = ""
    platform: str = ""
    kind: str = ""
    verdict: str = "pass"
    charter: str = "default"
    findings: tuple[Label, ...] = ()
    source: str = ""
    place: str = ""
    closed: bool = False

    @property
    def group(self) -> str:
        """What must be kept together: a draft and its twin, the drafts of one company."""
        return _TWIN.sub("", self.id)


def read_corpus(folder: Path) -> Iterator[Labelled]:
    """Read the labelled drafts of a folder, in the order of their files' names."""
    for path in sorted(folder.glob("*.jsonl")):
        for row in _lines(path):
            charter = row.value.get("charter") or _OF_LANGUAGE.get(row.value.get("lang", ""), "")
            yield msgspec.structs.replace(
                row.draft,
                charter=charter or "default",
                closed=path.stem == _HELD_BACK or is_closed(row.draft.id),
            )


def read_own(path: Path, charter: str) -> list[Labelled]:
    """Read a company's own lines: {"text": …, "findings": [{"family", "quote", "severity"}]}.

    Raises LearnError naming the line for what is no such line.
    """
    found = []
    for row in _lines(path):
        draft = row.draft
        for label in draft.findings:
            if label.quote not in draft.text:
                raise LearnError("quote-missing", place=row.place)
            if label.severity not in RANKS:
                raise LearnError("severity-bad", place=row.place, value=label.severity)
        verdict = max((f.severity for f in draft.findings), key=RANKS.__getitem__, default="pass")
        found.append(msgspec.structs.replace(draft, charter=charter, verdict=verdict))
    if not found:
        raise LearnError("data-empty", place=path.name)
    return found


def is_closed(number: str) -> bool:
    """Say whether a draft belongs to the quarter that nothing is trained on, by its id."""
    return hashlib.sha256(_TWIN.sub("", number).encode()).digest()[0] % 4 == _CLOSED


class _Row(msgspec.Struct, frozen=True):
    value: dict[str, Any]
    draft: Labelled
    place: str


def _lines(path: Path) -> Iterator[_Row]:
    try:
        written = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise LearnError("data-unreadable", place=path.name) from None
    # Made-up keys are stored split by this mark, so that no scanner of repositories stops at them.
    for number, line in enumerate(written.replace("⟦⟧", "").splitlines(), 1):
        if not line.strip():
            continue
        place = f"{path.name}:{number}"
        try:
            value = msgspec.json.decode(line, type=dict[str, Any])
            value = {"id": place, **value, "source": path.stem, "place": place}
            yield _Row(value, msgspec.convert(value, Labelled), place)
        except (msgspec.DecodeError, msgspec.ValidationError) as error:
            raise LearnError("line-bad", place=place, detail=_plain(error)) from None


def _plain(error: Exception) -> str:
    """Say what is wrong without any of the line's own words."""
    return re.sub(r"'[^']*'|\"[^\"]*\"", "…", str(error))
