"""Reads a style's rule files: YAML as Vale reads it, inheritance, and what each kind may say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from charter_lint.styles.model import LEVELS, StylesError

if TYPE_CHECKING:
    from pathlib import Path

_COMMON = {
    "action", "description", "extends", "level", "limit", "link", "matchcase", "message",
    "name", "scope", "selector", "tests",
}  # fmt: skip
KINDS: dict[str, set[str] | None] = {
    "existence": {"append", "exceptions", "ignorecase", "nonword", "raw", "tokens", "vocab"},
    "substitution": {
        "capitalize", "exceptions", "ignorecase", "nonword", "pos", "swap", "vocab",
    },
    "occurrence": {"ignorecase", "max", "min", "token"},
    "repetition": {"alpha", "exceptions", "ignorecase", "max", "tokens", "vocab"},
    "consistency": None,
    "conditional": {"exceptions", "first", "ignorecase", "in", "second", "vocab"},
    "capitalization": {
        "exceptions", "indicators", "match", "prefix", "style", "threshold", "vocab",
    },
    "metric": {"condition", "formula"},
    "readability": {"grade", "metrics"},
    "spelling": None,
    "sequence": None,
    "script": None,
}  # fmt: skip
_DEEPEST = 10


class RuleFile:
    """One rule's YAML, and where things stand in it."""

    def __init__(self, name: str, path: Path) -> None:
        self.name = name
        self.path = path
        try:
            self.text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise StylesError(path, 1, 1, "unreadable", "path") from error
        self.data = self._parse()

    def fail(self, target: str, problem: str, fix: str, detail: str = "") -> StylesError:
        """Give the error for what *target* says, at the first line that holds it."""
        for number, line in enumerate(self.text.splitlines(), 1):
            column = line.find(target)
            if target and column >= 0:
                return StylesError(self.path, number, column + 1, problem, fix, detail)
        return StylesError(self.path, 1, 1, problem, fix, detail)

    def _parse(self) -> dict[str, Any]:
        try:
            data, self.repeated = _loaded(self.text)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            raise StylesError(
                self.path, line, column, "yaml", "yaml", error.problem or ""
            ) from error
        except yaml.YAMLError as error:
            raise StylesError(self.path, 1, 1, "yaml", "yaml") from error
        if not isinstance(data, dict) or data.get("extends") is None:
            raise StylesError(self.path, 1, 1, "no-extends", "extends")
        extends = data["extends"]
        inherits = isinstance(extends, str) and "." in extends
        if extends not in KINDS and not inherits:
            raise self.fail(str(extends), "extends", "extends")
        if "message" not in data and not inherits:
            raise StylesError(self.path, 1, 1, "no-message", "message")
        if "level" in data and data["level"] not in LEVELS:
            raise self.fail("level", "level", "levels")
        return data


def rule_files(folder: Path) -> list[tuple[str, Path]]:
    """Give the rules of a style's folder: name and file, in order of their paths."""
    found = []
    for path in sorted(folder.rglob("*.yml")):
        parts = list(path.relative_to(folder).parts)
        if any(part[0] in "._" for part in parts[:-1]) or path.name.endswith(".test.yml"):
            continue
        parts[-1] = parts[-1].split(".")[0]
        found.append((".".join([folder.name, *parts]), path))
    return found


def inherited(rule: RuleFile, paths: list[Path], seen: tuple[str, ...] = ()) -> dict[str, Any]:
    """Give the rule's definition with what it extends filled in (`extends: Style.Rule`)."""
    data = rule.data
    extends = data["extends"]
    if not (isinstance(extends, str) and "." in extends and extends not in KINDS):
        for key in data:
            if key[-1:] in ("+", "-"):
                raise rule.fail(key, "no-parent", "no-parent")
        return dict(data)
    if extends.startswith("Vale.") or extends in seen or len(seen) >= _DEEPEST:
        raise rule.fail(extends, "cycle" if extends in seen else "extends", "extends")
    style, *rest = extends.split(".")
    for path in paths:
        candidate = path.joinpath(style, *rest).with_suffix(".yml")
        if candidate.is_file():
            parent = inherited(RuleFile(extends, candidate), paths, (*seen, extends))
            parent.pop("tests", None)
            return _overlay(parent, rule)
    raise rule.fail(extends, "missing-parent", "extends")


def _overlay(parent: dict[str, Any], rule: RuleFile) -> dict[str, Any]:
    made = dict(parent)
    for key, value in rule.data.items():
        base = key.rstrip("+-")
        if base == key:
            if key != "extends":
                made[key] = value
            continue
        if base in rule.data:
            raise rule.fail(key, "both", "both")
        try:
            made[base] = _edited(made.get(base), value, add=key.endswith("+"))
        except (TypeError, ValueError, KeyError) as error:
            raise rule.fail(key, "overlay", "overlay") from error
    return made


def _edited(have: Any, change: Any, *, add: bool) -> Any:  # noqa: ANN401 - YAML values
    if isinstance(have, list) and isinstance(change, list):
        if add:
            return [*have, *change]
        left = list(have)
        for each in change:
            left.remove(each)
        return left
    if isinstance(have, dict) and add and isinstance(change, dict):
        return {**have, **change}
    if isinstance(have, dict) and not add and isinstance(change, list):
        left_over = dict(have)
        for each in change:
            del left_over[each]
        return left_over
    raise TypeError


class Fields:
    """Reads a definition's values with the conversions that Vale allows."""

    def __init__(self, rule: RuleFile | None, data: dict[str, Any]) -> None:
        self._rule = rule
        self._data = {str(key).lower(): value for key, value in data.items()}

    def _fail(self, target: str, problem: str, fix: str, detail: str = "") -> StylesError:
        if self._rule is None:  # one of Vale's own rules, made here
            return StylesError("", 1, 1, problem, fix)
        return self._rule.fail(target, problem, fix, detail)

    def check(self, kind: str) -> None:
        """Raise StylesError for a key that Vale does not know."""
        allowed = KINDS[kind]
        for key in self._data:
            if allowed is not None and key not in allowed and key not in _COMMON:
                raise self._fail(key, "unknown-rule-key", "unknown-rule-key", key)

    def text(self, key: str, default: str = "") -> str:
        """Give one value as text."""
        value = self._data.get(key)
        if isinstance(value, (list, dict)):
            raise self._fail(key, "type", "type")
        return default if value is None else weak(value)

    def yes(self, key: str, *, default: bool = False) -> bool:
        """Give a value as a truth: `true`, `1`, but not `yes`, which is a word in Go's YAML."""
        value = self._data.get(key)
        if value is None:
            return default
        if isinstance(value, (bool, int, float)):
            return bool(value)
        if value in ("", "0", "f", "F", "false", "False", "FALSE"):
            return False
        if value in ("1", "t", "T", "true", "True", "TRUE"):
            return True
        raise self._fail(key, "type", "boolean")

    def number(self, key: str, default: float = 0) -> float:
        """Give a value as a number."""
        value = self._data.get(key)
        if value is None:
            return default
        try:
            return float(value) if not isinstance(value, str) or value else default
        except (TypeError, ValueError) as error:
            raise self._fail(key, "type", "number") from error

    def list(self, key: str) -> list[str]:
        """Give a list of texts; a single one counts as a list."""
        value = self._data.get(key)
        if value is None:
            return []
        if isinstance(value, dict):
            raise self._fail(key, "type", "list")
        values = value if isinstance(value, list) else [value]
        if any(isinstance(each, (list, dict)) for each in values):
            raise self._fail(key, "type", "list")
        return [weak(each) for each in values]

    def map(self, key: str) -> dict[str, str]:
        """Give a mapping of texts to texts."""
        value = self._data.get(key)
        if value is None:
            return {}
        if isinstance(value, list) and all(isinstance(each, dict) for each in value):
            value = {k: v for each in value for k, v in each.items()}
        if not isinstance(value, dict):
            raise self._fail(key, "type", "map")
        if any(isinstance(each, (list, dict)) for each in value.values()):
            raise self._fail(key, "type", "map")
        return {weak(k): weak(v) for k, v in value.items()}

    def action(self) -> tuple[str, tuple[str, ...]]:
        """Give the action's name and its parameters, nested lists laid flat."""
        value = self._data.get("action")
        if value is None:
            return "", ()
        if not isinstance(value, dict):
            raise self._fail("action", "type", "map")
        low = {str(key).lower(): each for key, each in value.items()}
        params = low.get("params") or []
        params = params if isinstance(params, list) else [params]
        flat = [one for each in params for one in (each if isinstance(each, list) else [each])]
        return weak(low.get("name", "")), tuple(weak(each) for each in flat)


def weak(value: Any) -> str:  # noqa: ANN401 - any YAML scalar
    """Turn a scalar into the text that Vale's weakly typed decoder makes of it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return str(value)


_Base: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Loader(_Base):  # type: ignore[misc]
    """YAML 1.2's scalars, as Go's yaml.v3 resolves them: `on`, `yes` and dates are text.

    A mapping that names a key twice is read as an empty one, which is what Vale makes of it.
    """

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self.repeated: list[tuple[str, int]] = []


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("merge", r"<<", "<"),
):
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})\Z"), list(_first)
    )


def _loaded(text: str) -> tuple[Any, list[tuple[str, int]]]:
    """Load YAML; give it and the keys that a mapping names twice, with their lines.

    Unlike libyaml, Go's reader lets a backslash stand before an apostrophe.
    """
    while True:
        loader = _Loader(text)
        try:
            return loader.get_single_data(), loader.repeated
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark
            at = mark.index if mark else -1
            if "escape" not in str(error.problem) or text[at : at + 2] != "\\'":
                raise
            text = text[:at] + text[at + 1 :]


def _integer(loader: Any, node: Any) -> int:  # noqa: ANN401
    text = loader.construct_scalar(node)
    if text[:2] in ("0x", "0o"):
        return int(text, 0)
    if len(text.lstrip("+-")) > 1 and text.lstrip("+-")[0] == "0" and not set(text) & set("89"):
        return int(text, 8)
    return int(text)


def _float(loader: Any, node: Any) -> float:  # noqa: ANN401
    return float(loader.construct_scalar(node))


def _mapping(loader: Any, node: Any) -> dict[Any, Any]:  # noqa: ANN401
    loader.flatten_mapping(node)
    made: dict[Any, Any] = {}
    repeated = False
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, (str, int, float)) and key is not None:
            raise yaml.constructor.ConstructorError(None, None, "key", key_node.start_mark)
        if key in made:
            loader.repeated.append((str(key), key_node.start_mark.line + 1))
            repeated = True
        made[key] = loader.construct_object(value_node, deep=True)
    return {} if repeated else made


_Loader.add_constructor("tag:yaml.org,2002:int", _integer)
_Loader.add_constructor("tag:yaml.org,2002:float", _float)
_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
