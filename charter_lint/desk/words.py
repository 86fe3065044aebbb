"""A pack's phrases as rows, and rows back into its files."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from charter_lint.charter import files
from charter_lint.charter.compile import _own_folders
from charter_lint.charter.faults import CharterError, Fault
from charter_lint.charter.merge import merge
from charter_lint.charter.places import display
from charter_lint.charter.source import Keys, Source
from charter_lint.desk.words_edit import CannotEdit, change_lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

COLUMNS = ("rule", "language", "phrase", "concept", "place")
"""The columns of a sheet, in their order."""
_NOT_PHRASES = frozenset({"unless", "about"})
_NAMED = re.compile(r"@([a-z][a-z0-9-]*)")


class Row(msgspec.Struct, frozen=True):
    """One phrase: of a rule, or of a concept (named without its @); `cell` is where it was read.

    `language` is "fr", "en" or "" (either); `place` is the path of its list in the file. In a row
    that a person adds it may be empty, where rule or concept and language name one list only.
    """

    rule: str
    language: str
    phrase: str
    concept: str
    place: str
    cell: str = ""


class PhraseList(msgspec.Struct, frozen=True):
    """A list of phrases in a file."""

    path: Path
    keys: Keys
    rule: str
    concept: str
    language: str
    phrases: tuple[str, ...]

    @property
    def place(self) -> str:
        """Its path of keys, joined by points."""
        return ".".join(str(k) for k in self.keys)


def lists_of(charter: Path, pack: str) -> list[PhraseList]:
    """Give all lists of phrases of a pack's rules, then those of the concepts that they name.

    Raises CharterError for an unknown pack or files that cannot be read.
    """
    sources = files.chain(charter)
    merged, faults = merge(sources)
    if merged is None:
        raise CharterError(faults)
    layout = files.layout(sources, [pack], _own_folders(sources))
    found: list[PhraseList] = []
    wanted: dict[str, None] = {}
    for rule_id, path in layout.rules:
        if not rule_id.startswith(f"{pack}/"):
            continue
        value = _value(path)
        for keys, phrases in _walk(value.get("check"), ("check",)):
            found.append(PhraseList(path, keys, rule_id, "", _language(keys), tuple(phrases)))
            wanted.update(dict.fromkeys(n for p in phrases for n in _NAMED.findall(p)))
    if not found:
        raise CharterError([Fault(pack, 0, 0, "pack-unknown", {"name": pack, "near": ""})])
    for path in layout.concepts:
        for name, body in _value(path).items():
            if name in wanted and isinstance(body, dict):
                for language in ("fr", "en", "any"):
                    if isinstance(body.get(language), list):
                        keys = (name, language)
                        listed = tuple(body[language])
                        found.append(PhraseList(path, keys, "", name, _language(keys), listed))
    return found


def rows_of(lists: Iterable[PhraseList]) -> list[Row]:
    """Give the rows of a sheet."""
    return [Row(o.rule, o.language, p, o.concept, o.place) for o in lists for p in o.phrases]


class Change(msgspec.Struct, frozen=True):
    """What an import makes of a file; `texts` are the file before and after."""

    path: Path
    before: str
    after: str
    added: int
    removed: int


def changes_of(lists: list[PhraseList], rows: list[Row], name: str) -> list[Change]:
    """Give the changed files; the lists of `rows` take exactly their phrases, in their order.

    Raises CharterError with a fault for each row that belongs nowhere, an empty phrase, and each
    list of the pack that would be left empty: a sheet takes no rule away.
    """
    faults: list[Fault] = []
    wanted: dict[int, list[str]] = {i: [] for i in range(len(lists))}
    for row in rows:
        at = _list_for(lists, row)
        if not row.phrase.strip():
            faults.append(Fault(f"{name}:{row.cell}", 0, 0, "words-empty", {}))
        elif at is None:
            values = {"rule": row.rule or f"@{row.concept}", "language": row.language or "-"}
            faults.append(Fault(f"{name}:{row.cell}", 0, 0, "words-nowhere", values))
        else:
            wanted[at].append(row.phrase)
    for i, one in enumerate(lists):
        if one.phrases and not wanted[i]:
            values = {"rule": one.rule or f"@{one.concept}", "path": one.place}
            faults.append(Fault(name, 0, 0, "words-emptied", values))
    if faults:
        raise CharterError(faults)
    changes = []
    for path in dict.fromkeys(o.path for o in lists):
        new = {
            lists[i].keys: phrases
            for i, phrases in wanted.items()
            if lists[i].path == path and list(lists[i].phrases) != phrases
        }
        if new:
            changes.append(_change(path, new, lists))
    return changes


def _change(path: Path, new: dict[Keys, list[str]], lists: list[PhraseList]) -> Change:
    before = path.read_bytes().decode("utf-8-sig")
    try:
        after = change_lists(before, new)
    except CannotEdit as error:
        values = {"path": ".".join(str(k) for k in error.keys)}
        raise CharterError([Fault(display(path), 0, 0, "words-by-hand", values)]) from None
    old = {o.keys: o.phrases for o in lists if o.path == path}
    added = sum(max(0, len(p) - sum(x in old[k] for x in p)) for k, p in new.items())
    removed = sum(sum(x not in p for x in old[k]) for k, p in new.items())
    return Change(path, before, after, added, removed)


def _list_for(lists: list[PhraseList], row: Row) -> int | None:
    fits = [
        i
        for i, o in enumerate(lists)
        if (o.rule, o.concept) == (row.rule, row.concept)
        and (o.place == row.place if row.place else o.language == row.language)
        and o.language == row.language
    ]
    return fits[0] if len(fits) == 1 else None


def _walk(value: Any, keys: Keys) -> Iterator[tuple[Keys, list[str]]]:  # noqa: ANN401
    if isinstance(value, dict):
        for key, below in value.items():
            if key not in _NOT_PHRASES:
                yield from _walk(below, (*keys, key))
    elif isinstance(value, list):
        if value and all(isinstance(v, str) for v in value):
            yield keys, value
        else:
            for i, below in enumerate(value):
                yield from _walk(below, (*keys, i))


def _language(keys: Keys) -> str:
    return next((str(k) for k in reversed(keys) if k in ("fr", "en")), "")


def _value(path: Path) -> dict[str, Any]:
    value = Source.read(path, display(path)).value
    return value if isinstance(value, dict) else {}
