"""Reading drafts from files: plain text, Markdown with front matter, JSON Lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from charter_lint.draft.context import Context
from charter_lint.draft.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SUFFIXES = (".txt", ".md", ".markdown", ".jsonl", ".ndjson")
_MARKDOWN = (".md", ".markdown")
_LINES = (".jsonl", ".ndjson")
_KEYS = frozenset(f for f in Context.__struct_fields__)


class InputError(Exception):
    """A draft that cannot be read: `problem` is a message key, `place` a file and line.

    Never holds a part of the draft.
    """

    def __init__(self, problem: str, place: str, **values: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.place = place
        self.values = values


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """Give the files of drafts among paths, those of folders in order of their names.

    Raises InputError for a path that does not exist and a folder without drafts.
    """
    for path in paths:
        if path.is_dir():
            found = sorted(
                p
                for p in path.rglob("*")
                if p.suffix.lower() in SUFFIXES
                and p.is_file()
                and not any(part.startswith(".") for part in p.relative_to(path).parts)
            )
            if not found:
                raise InputError("folder-empty", str(path), suffixes=", ".join(SUFFIXES))
            yield from found
        elif path.exists():
            yield path
        else:
            raise InputError("file-missing", str(path))


def read_file(path: Path, context: Context) -> Iterator[Draft | InputError]:
    """Read the drafts of a file; `context` holds for what the file itself does not say.

    What cannot be read comes as an InputError in its place, so that the rest is still judged.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        yield InputError("file-unreadable", str(path), detail=error.strerror or "")
        return
    yield from read_bytes(data, str(path), path.suffix.lower(), context)


def read_bytes(
    data: bytes, place: str, suffix: str, context: Context
) -> Iterator[Draft | InputError]:
    """Read the drafts of a file's bytes by its suffix; any unknown one is plain text."""
    if suffix in _LINES:
        yield from read_lines(data, place, context)
        return
    try:
        text = decode(data, place)
        yield (
            read_markdown(text, place, context)
            if suffix in _MARKDOWN
            else Draft(text, context, name=place)
        )
    except InputError as error:
        yield error


def decode(data: bytes, place: str) -> str:
    """Decode UTF-8 (a byte-order mark is dropped); raises InputError that says where it fails."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError("text-utf16", place)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        guess = "Windows-1252" if _is_windows(data) else ""
        where = f"{place}:{line}:{column}"
        raise InputError(
            "text-encoding", where, guess=guess, byte=f"{data[error.start]:02x}"
        ) from None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise InputError("text-nul", f"{place}:{line}")
    return text


def read_markdown(text: str, place: str, context: Context) -> Draft:
    """Read Markdown; front matter between two lines of --- gives context."""
    head, body, first = _front_matter(text)
    if head is not None:
        import yaml  # noqa: PLC0415  (only with front matter)

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            value = yaml.load(head, Loader=loader)  # noqa: S506  (a safe loader)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = mark.line + 2 if mark else 1
            raise InputError("front-matter-broken", f"{place}:{line}") from None
        if not isinstance(value, dict):
            raise InputError("front-matter-broken", f"{place}:1")
        context = _with(context, value, f"{place}:1")
    if not context.syntax:
        context = msgspec.structs.replace(context, syntax="markdown")
    return Draft(body, context, name=place, line=first)


def read_lines(data: bytes, place: str, context: Context) -> Iterator[Draft | InputError]:
    """Read JSON Lines: one object a line with `text`, an optional `id` and any context key.

    A line that is no object, lacks text or repeats an id comes as an InputError.
    """
    seen: dict[str, int] = {}
    for number, line in enumerate(data.split(b"\n"), 1):
        raw = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if raw.strip():
            try:
                yield read_line(raw, number, place, context, seen)
            except InputError as error:
                yield error


def read_line(raw: bytes, number: int, place: str, context: Context, seen: dict[str, int]) -> Draft:
    """Read one line of JSON Lines; `seen` holds the ids of the lines before."""
    where = f"{place}:{number}"
    try:
        value = msgspec.json.decode(raw)
    except UnicodeDecodeError:
        raise InputError("text-encoding", where, guess="", byte="") from None
    except msgspec.DecodeError:
        raise InputError("line-broken", where) from None
    if not isinstance(value, dict):
        raise InputError("line-not-object", where)
    text = value.get("text")
    if not isinstance(text, str):
        raise InputError("line-no-text", where)
    name = str(value.get("id", number))
    if name in seen:
        raise InputError("line-repeated-id", where, id=name, first=str(seen[name]))
    seen[name] = number
    return Draft(text, _with(context, value, where), name=name)


def _with(context: Context, value: dict[Any, Any], place: str) -> Context:
    own: dict[str, Any] = {}
    for key, given in value.items():
        if key not in _KEYS or given is None:
            continue
        if key in ("media", "tags"):
            own[key] = tuple(str(v) for v in given) if isinstance(given, list) else (str(given),)
        elif isinstance(given, (dict, list)):
            raise InputError("context-value", place, key=str(key))
        else:
            own[key] = str(given)
    return msgspec.structs.replace(context, **own)


def _front_matter(text: str) -> tuple[str | None, str, int]:
    """Split front matter off: its YAML, the rest, and the number of the rest's first line."""
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].rstrip() != "---":
        return None, text, 1
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() in ("---", "..."):
            return "".join(lines[1:number]), "".join(lines[number + 1 :]), number + 2
    return None, text, 1


def _is_windows(data: bytes) -> bool:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return any(c in text for c in "éèàçêâîôûùëïœ’“”–€«»")
