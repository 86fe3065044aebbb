"""YAML read with the place of every key and value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import yaml

from charter_lint.charter.faults import CharterError, Fault

Keys = tuple[object, ...]
Unsaved = Mapping[Path, str]
"""What an editor holds of files that it has not written: resolved path → text."""

NONE_UNSAVED: Unsaved = MappingProxyType({})

_MOST_BYTES = 2_000_000
_DEEPEST = 40
_INT = re.compile(r"[-+]?[0-9]+\Z")
_FLOAT = re.compile(r"[-+]?[0-9]*\.[0-9]+\Z")
_CURLY = {"“": "”", "„": "“", "«": "»"}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Place(NamedTuple):
    """Line and column from 1."""

    line: int
    column: int


class Source:
    """A parsed file: its value, and where each part of it stands.

    `places` has the place of each value by its path of keys and list numbers, `key_places` that of
    each key. Scalars are text but for whole and decimal numbers, true, false and null; so dates,
    `no` and `on` are the text that was written. `quoted` holds the paths of scalars in quotes.
    """

    def __init__(self, name: str, text: str, path: Path | None = None) -> None:
        """Parse; raises CharterError with every fault that YAML itself and this dialect find."""
        self.name = name
        self.path = path or Path(name)
        self.text = text
        self.lines = text.splitlines()
        self.places: dict[Keys, Place] = {}
        self.key_places: dict[Keys, Place] = {}
        self.quoted: set[Keys] = set()
        self._faults: list[Fault] = []
        self._seen: set[int] = set()
        try:
            root = yaml.compose(text, Loader=_LOADER)
        except yaml.YAMLError as error:
            raise CharterError([self._yaml_fault(error)]) from None
        self.value: Any = self._value(root, ()) if root is not None else None
        if self._faults:
            raise CharterError(self._faults)

    @classmethod
    def read(cls, path: Path, name: str, unsaved: Unsaved = NONE_UNSAVED) -> Source:
        """Read a file, or what an editor holds of it.

        Raises CharterError for an unreadable file, or one in another encoding.
        """
        text = unsaved.get(path.resolve()) if unsaved else None
        return cls(name, read_text(path, name) if text is None else text, path)

    def fault(
        self, problem: str, keys: Keys, *, key: bool = False, at: int = 0, **values: str
    ) -> Fault:
        """Make a fault at a path; a value `fix` is the corrected line."""
        return self.fault_of(problem, keys, values, key=key, at=at)

    def fault_of(
        self, problem: str, keys: Keys, values: dict[str, str], *, key: bool = False, at: int = 0
    ) -> Fault:
        """Make a fault at a path; `key` points at the key, `at` moves right inside a value.

        A path that does not exist falls back to its nearest existing parent.
        """
        table = self.key_places if key else self.places
        while keys and keys not in table:
            keys = keys[:-1]
            table = self.key_places if keys in self.key_places else self.places
        place = table.get(keys, Place(1, 1))
        shift = at + (1 if keys in self.quoted and not key and at else 0)
        rest = {name: value for name, value in values.items() if name != "fix"}
        return Fault(
            self.name,
            place.line,
            place.column + shift,
            problem,
            rest,
            values.get("fix", ""),
            self.line(place.line),
        )

    def line(self, number: int) -> str:
        """Give a line by its number from 1, "" outside the file."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def _value(self, node: yaml.Node, keys: Keys) -> Any:  # noqa: ANN401
        mark = node.start_mark
        self.places[keys] = Place(mark.line + 1, mark.column + 1)
        if id(node) in self._seen:
            self._note("yaml-alias", node)
            return None
        self._seen.add(id(node))
        if len(keys) > _DEEPEST:
            self._note("yaml-deep", node)
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, keys)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(child, (*keys, i)) for i, child in enumerate(node.value)]
        return self._scalar(node, keys) if isinstance(node, yaml.ScalarNode) else None

    def _mapping(self, node: yaml.MappingNode, keys: Keys) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, child in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._note("yaml-key", key)
                continue
            name = str(key.value)
            path = (*keys, name)
            if name in found:
                first = self.key_places[path]
                self._note("yaml-duplicate", key, name=name, first=str(first.line))
                continue
            self.key_places[path] = Place(key.start_mark.line + 1, key.start_mark.column + 1)
            found[name] = self._value(child, path)
        return found

    def _scalar(self, node: yaml.ScalarNode, keys: Keys) -> Any:  # noqa: ANN401
        text = str(node.value)
        if node.tag.startswith("!") or node.tag.startswith("tag:yaml.org,2002:python"):
            self._note("yaml-tag", node, name=node.tag)
            return None
        if node.style in ("'", '"', "|", ">"):
            if node.style in ("'", '"'):
                self.quoted.add(keys)
            return text
        if text[:1] in _CURLY and _CURLY[text[0]] not in text:
            self._note("yaml-curly", node)
        if text in ("true", "True", "TRUE"):
            return True
        if text in ("false", "False", "FALSE"):
            return False
        if text in ("", "~", "null", "Null", "NULL"):
            return None
        if _INT.match(text) and not (len(text) > 1 and text[0] == "0"):
            return int(text)
        if _FLOAT.match(text):
            return float(text)
        return text

    def _note(self, problem: str, node: yaml.Node, **values: str) -> None:
        mark = node.start_mark
        line = mark.line + 1
        fix = _without(self.line(line)) if problem == "yaml-duplicate" else ""
        if problem == "yaml-curly":
            fix = re.sub("[“”„]|« ?| ?»", '"', self.line(line))
        self._faults.append(
            Fault(self.name, line, mark.column + 1, problem, values, fix, self.line(line))
        )

    def _yaml_fault(self, error: yaml.YAMLError) -> Fault:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line = (mark.line if mark else 0) + 1
        column = (mark.column if mark else 0) + 1
        if line > len(self.lines) and self.lines:
            line = len(self.lines)
            column = len(self.lines[-1]) + 1
        problem, line, column, fix = diagnose(self.lines, line, column)
        detail = str(getattr(error, "problem", "") or error)
        return Fault(self.name, line, column, problem, {"detail": detail}, fix, self.line(line))


def read_text(path: Path, name: str) -> str:
    """Read a UTF-8 file without its byte-order mark; raises CharterError at the first bad byte."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CharterError(
            [Fault(name, 0, 0, "file-unreadable", {"detail": error.strerror or ""})]
        ) from None
    if len(data) > _MOST_BYTES:
        raise CharterError([Fault(name, 0, 0, "file-too-large", {"most": str(_MOST_BYTES)})])
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise CharterError([Fault(name, 1, 1, "file-encoding", {"encoding": "UTF-16"})])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        shown = data.decode("cp1252", "replace").splitlines()[line - 1]
        raise CharterError(
            [Fault(name, line, column, "file-encoding", {"encoding": "Windows-1252"}, shown, shown)]
        ) from None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise CharterError([Fault(name, line, 1, "file-nul", {})])
    return text


def diagnose(lines: list[str], line: int, column: int) -> tuple[str, int, int, str]:
    """Name the usual slip behind a YAML error: message key, line, column and corrected line."""
    for number in range(line, max(0, line - 4), -1):
        text = lines[number - 1] if number <= len(lines) else ""
        indent = text[: len(text) - len(text.lstrip())]
        if "\t" in indent:
            return "yaml-tab", number, indent.index("\t") + 1, text.replace("\t", "  ")
        if "\u00a0" in indent or "\u202f" in indent:
            fixed = indent.replace("\u00a0", " ").replace("\u202f", " ") + text.lstrip()
            return "yaml-nbsp", number, 1, fixed
    here = lines[line - 1] if 0 < line <= len(lines) else ""
    unquoted = re.match(r"^(\s*(?:-\s+)?[\w.-]+:\s+|\s*-\s+)([^'\"\[{|>&*#].*)$", here)
    if unquoted and (": " in unquoted[2] or unquoted[2].endswith(":") or " #" in unquoted[2]):
        fixed = unquoted[1] + '"' + unquoted[2].replace('"', '\\"') + '"'
        return "yaml-colon", line, len(unquoted[1]) + 1, fixed
    start = re.match(r"^(\s*(?:-\s+)?(?:[\w.-]+:\s+)?)([@`%].*)$", here)
    if start:
        return (
            "yaml-at",
            line,
            len(start[1]) + 1,
            start[1] + '"' + start[2].replace('"', '\\"') + '"',
        )
    missing = re.match(r"^(\s*(?:-\s+)?[\w.-]+):(\S.*)$", here)
    if missing:
        return "yaml-space", line, len(missing[1]) + 2, f"{missing[1]}: {missing[2]}"
    above = lines[line - 2] if 1 < line <= len(lines) else ""
    missing = re.match(r"^(\s*(?:-\s+)?[\w.-]+):([^\s/].*)$", above)
    if missing:
        return "yaml-space", line - 1, len(missing[1]) + 2, f"{missing[1]}: {missing[2]}"
    for number in range(line, 0, -1):
        text = lines[number - 1] if 0 < number <= len(lines) else ""
        straight = text.replace("\\\\", "").replace('\\"', "")
        if straight.count('"') % 2:
            return "yaml-quote", number, straight.index('"') + 1, text.rstrip() + '"'
    return "yaml", line, column, ""


def _without(line: str) -> str:
    return f"# {line.strip()}" if line.strip() else ""
