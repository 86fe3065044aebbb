"""Reads a .vale.ini: which styles run on which files, at which level, and what they leave out."""

from __future__ import annotations

import re
from pathlib import Path

from charter_lint.styles.model import LEVELS, Config, Notice, Section, StylesError

_CORE = {
    "StylesPath", "MinAlertLevel", "IgnoredScopes", "SkippedScopes", "IgnoredClasses",
    "WordTemplate", "Vocab", "NLPEndpoint",
}  # fmt: skip
_SYNTAX = {
    "BasedOnStyles", "BlockIgnores", "TokenIgnores", "IgnorePatterns", "CommentDelimiters",
    "Transform", "Lang", "View", "Vocab",
}  # fmt: skip
_EVERYWHERE = {"BasedOnStyles", "BlockIgnores", "TokenIgnores", "IgnorePatterns", "Lang"}
_UNSUPPORTED = {"Transform", "View", "Lang", "NLPEndpoint"}
_PARAMETER = r"([^\[\]]+\.[^\[\]]+)\[([A-Za-z][A-Za-z0-9]*)\]"
_FIXED = {
    "extends", "name", "path", "tests", "message", "description", "link", "tokens", "swap",
    "exceptions", "filters", "ignore", "raw", "either",
}  # fmt: skip


def read_ini(path: Path) -> tuple[Config, list[Notice]]:
    """Read *path*; raise StylesError where Vale would refuse it."""
    try:
        source = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise StylesError(path, 1, 1, "missing", "path") from error
    return _Reader(path, source).config()


def of_folders(folders: list[Path]) -> Config:
    """Give the configuration that runs every rule of the style *folders*, on every file."""
    styles = tuple(folder.name for folder in folders)
    paths = tuple(dict.fromkeys(str(folder.parent) for folder in folders))
    return Config(
        path="", paths=paths, minimum=0, vocab=(), word_template="", ignored_scopes=(),
        skipped_scopes=(), ignored_classes=(), formats={}, general=_empty("*", styles),
        sections=(), parameters={}, levels={},
    )  # fmt: skip


def line_of(path: str, name: str) -> int:
    """Give the first line of a configuration that names a style or vocabulary; else 1."""
    if path:
        for number, line in enumerate(Path(path).read_text("utf-8-sig").splitlines(), 1):
            if "=" in line and name in line.partition("=")[2]:
                return number
    return 1


def _empty(glob: str, styles: tuple[str, ...] | None) -> Section:
    return Section(glob, styles, {}, {}, (), (), (), (), ())


class _Entry:
    """The values that one key has been given, in order, and where."""

    def __init__(self, value: str, line: int) -> None:
        self.values = [value]
        self.line = line

    @property
    def last(self) -> str:
        return self.values[-1]

    def listed(self) -> tuple[str, ...]:
        """Split at commas, drop blanks and repeats."""
        parts = [part.strip() for value in self.values for part in value.split(",")]
        return tuple(dict.fromkeys(part for part in parts if part))

    def patterns(self) -> tuple[str, ...]:
        """Split at commas that no backslash escapes."""
        parts = [part.strip() for value in self.values for part in _split(value)]
        return tuple(dict.fromkeys(part for part in parts if part))


class _Reader:
    def __init__(self, path: Path, source: str) -> None:
        self._path = path
        self._notices: list[Notice] = []
        self._parameters: dict[str, dict[str, str]] = {}
        self._levels: dict[str, str] = {}
        self._sections = self._parse(source)

    def _fail(self, line: int, problem: str, fix: str) -> StylesError:
        return StylesError(self._path, line, 1, problem, fix)

    def _note(self, key: str, line: int, reason: str) -> None:
        self._notices.append(Notice("", reason, key, str(self._path), line))

    def _parse(self, source: str) -> dict[str, dict[str, _Entry]]:
        sections: dict[str, dict[str, _Entry]] = {"": {}}
        current = sections[""]
        lines = source.splitlines()
        number = 0
        while number < len(lines):
            line = lines[number].strip()
            number += 1
            if not line or line[0] in "#;":
                continue
            if line[0] == "[":
                end = line.rfind("]")
                if end < 0:
                    raise self._fail(number, "section", "bracket")
                current = sections.setdefault(line[1:end].strip(), {})
                continue
            start = number
            while line.endswith("\\") and number < len(lines):
                line = line[:-1] + lines[number].strip()
                number += 1
            key, mark, value = _halves(line)
            if not mark:
                raise self._fail(start, "assignment", "assignment")
            if key in current:
                current[key].values.append(value)
            else:
                current[key] = _Entry(value, start)
        return sections

    def config(self) -> tuple[Config, list[Notice]]:
        core = self._sections.get("", {})
        for key, entry in core.items():
            if key in _UNSUPPORTED:
                self._note(key, entry.line, "setting")
            elif key in _SYNTAX - _CORE:
                raise self._fail(entry.line, "misplaced", "into-section")
            elif key not in _CORE and key != "Packages":
                self._note(key, entry.line, "unknown-key")
        paths = self._paths(core)
        minimum = 0
        if "MinAlertLevel" in core:
            lowest = core["MinAlertLevel"]
            if lowest.last.strip() not in LEVELS:
                raise self._fail(lowest.line, "level", "levels")
            minimum = LEVELS.index(lowest.last.strip())
        general = self._section("*", self._sections.get("*", {}))
        sections = tuple(
            self._section(glob, keys)
            for glob, keys in self._sections.items()
            if glob not in ("", "*", "DEFAULT", "formats", "asciidoctor")
        )
        formats = {key: entry.values[0] for key, entry in self._sections.get("formats", {}).items()}
        config = Config(
            path=str(self._path),
            paths=paths,
            minimum=minimum,
            vocab=core["Vocab"].listed() if "Vocab" in core else (),
            word_template=core["WordTemplate"].last if "WordTemplate" in core else "",
            ignored_scopes=core["IgnoredScopes"].listed() if "IgnoredScopes" in core else (),
            skipped_scopes=core["SkippedScopes"].listed() if "SkippedScopes" in core else (),
            ignored_classes=core["IgnoredClasses"].listed() if "IgnoredClasses" in core else (),
            formats=formats,
            general=general,
            sections=sections,
            parameters=self._parameters,
            levels=self._levels,
        )
        return config, self._notices

    def _paths(self, core: dict[str, _Entry]) -> tuple[str, ...]:
        found = []
        entry = core.get("StylesPath")
        if entry is None:
            return ()
        for value in entry.values:
            path = Path(self._path).absolute().parent / value
            if not path.exists():
                raise self._fail(entry.line, "styles-path", "path")
            found.append(str(path))
        return tuple(dict.fromkeys(found))

    def _section(self, glob: str, keys: dict[str, _Entry]) -> Section:
        everywhere = glob == "*"
        checks: dict[str, bool] = {}
        levels: dict[str, str] = {}
        unset: list[str] = []
        lists: dict[str, tuple[str, ...]] = {}
        for key, entry in keys.items():
            if key in _SYNTAX:
                if everywhere and key not in _EVERYWHERE:
                    raise self._fail(entry.line, "misplaced", "into-section")
                lists[key] = self._syntax(key, entry)
            elif key in _CORE:
                raise self._fail(entry.line, "misplaced", "to-top")
            elif "[" in key and (found := re.fullmatch(_PARAMETER, key)):
                self._parameter(found[1], found[2].lower(), entry)
            elif entry.last == "UNSET":
                unset.append(key)
            else:
                checks[key] = entry.last in ("YES", *LEVELS)
                if entry.last in LEVELS:
                    levels[key] = entry.last
                elif entry.last not in ("YES", "NO"):
                    self._note(f"{key} = {entry.last}", entry.line, "unknown-value")
        if everywhere:
            self._levels.update(levels)
        return Section(
            glob,
            lists.get("BasedOnStyles"),
            checks,
            {} if everywhere else levels,
            () if everywhere else tuple(unset),
            lists.get("Vocab", ()),
            lists.get("BlockIgnores", lists.get("IgnorePatterns", ())),
            lists.get("TokenIgnores", ()),
            lists.get("CommentDelimiters", ()),
        )

    def _syntax(self, key: str, entry: _Entry) -> tuple[str, ...]:
        if key in _UNSUPPORTED:
            self._note(key, entry.line, "setting")
            return ()
        if key in ("BlockIgnores", "TokenIgnores"):
            return entry.patterns()
        found = entry.listed()
        if key == "CommentDelimiters" and len(found) != 2:
            raise self._fail(entry.line, "delimiters", "delimiters")
        return found

    def _parameter(self, rule: str, name: str, entry: _Entry) -> None:
        if name == "level" or name in _FIXED:
            raise self._fail(entry.line, "parameter", "parameter")
        self._parameters.setdefault(rule, {})[name] = entry.last


def _halves(line: str) -> tuple[str, str, str]:
    """Split `key = value`; a quoted key may hold `=`, and ` #` or ` ;` opens a comment."""
    if line[0] in '"`' and (end := line.find(line[0], 1)) > 0:
        key, rest = line[1:end], line[end + 1 :]
        _, mark, value = rest.partition("=")
    else:
        at = min(line.find(each) % (len(line) + 1) for each in "=:")
        key, mark, value = line[:at], line[at : at + 1], line[at + 1 :]
    value = value.strip()
    if value[:1] == "`" and (end := value.rfind("`")) > 0:
        return key.strip(), mark, value[1:end]
    comment = value.find(" #")
    if comment < 0:
        comment = value.find(" ;")
    if comment >= 0:
        value = value[:comment].strip()
    if value[:1] in ('"', "'") and value.find(value[0], 1) == len(value) - 1 > 0:
        value = value[1:-1]
    return key.strip(), mark, value


def _split(value: str) -> list[str]:
    parts, current, escaped = [], "", False
    for char in value:
        if escaped:
            current += char if char == "," else "\\" + char
            escaped = False
        elif char == "\\":
            escaped = True
        elif char == ",":
            parts.append(current)
            current = ""
        else:
            current += char
    return [*parts, current + ("\\" if escaped else "")]
