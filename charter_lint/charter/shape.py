"""Checking a value read from YAML against the shape of a Struct, all faults at once."""

from __future__ import annotations

import json
import re
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

import msgspec

if TYPE_CHECKING:
    from collections.abc import Hashable

    from charter_lint.charter.faults import Fault
    from charter_lint.charter.source import Keys, Source

Shape = TypeVar("Shape")


@cache
def schema_of(shape: Hashable) -> dict[str, Any]:
    """Give the JSON Schema of a Struct, the one that editors get as well."""
    return msgspec.json.schema(shape)


def check(
    source: Source, value: object, shape: type[Shape], keys: Keys = ()
) -> tuple[Shape | None, list[Fault]]:
    """Check a part of a file; give the typed value, or None and the faults with their places."""
    try:
        return msgspec.convert(value, shape), []
    except msgspec.ValidationError as error:
        first = str(error)
    # msgspec stops at the first fault; the schema made from the same Struct tells all of them.
    from jsonschema import Draft202012Validator  # noqa: PLC0415  (only when something is wrong)

    validator = Draft202012Validator(schema_of(cast("Hashable", shape)))
    faults = [f for error in validator.iter_errors(value) for f in _faults(source, error, keys)]
    return None, _unique(faults) or [source.fault("shape", keys, detail=first)]


def _faults(source: Source, error: Any, keys: Keys) -> list[Fault]:  # noqa: ANN401
    path = (*keys, *error.absolute_path)
    value = error.instance
    if error.validator == "anyOf":
        return _of_branches(source, error, keys)
    if error.validator == "additionalProperties":
        known = sorted(error.schema.get("properties", {}))
        return [
            _unknown_key(source, (*path, name), known)
            for name in value
            if name not in error.schema.get("properties", {})
        ]
    if error.validator == "required":
        return [_missing_key(source, path, error.message.split("'")[1])]
    if error.validator == "enum":
        wanted = [str(v) for v in error.validator_value]
        near = get_close_matches(str(value), wanted, 1, 0.5)
        fix = _replace(source, path, str(value), near[0]) if near else ""
        return [
            source.fault(
                "value-unknown",
                path,
                value=_shown(value),
                near=near[0] if near else "",
                known=", ".join(wanted),
                fix=fix,
            )
        ]
    if error.validator == "type":
        return [_wrong_type(source, path, value, error.validator_value)]
    if error.validator in ("minLength", "minItems", "minProperties"):
        return [source.fault("value-empty", path)]
    if error.validator == "pattern":
        return [
            source.fault(
                "value-pattern", path, value=_shown(value), pattern=str(error.validator_value)
            )
        ]
    return [source.fault("value-bound", path, value=_shown(value), detail=error.message)]


def _of_branches(source: Source, error: Any, keys: Keys) -> list[Fault]:  # noqa: ANN401
    """Of several shapes allowed, speak of the one whose type the author chose."""
    by_branch: dict[object, list[Any]] = {}
    for inner in error.context:
        by_branch.setdefault(inner.schema_path[0], []).append(inner)
    depth = len(error.absolute_path)
    fitting = [
        inner
        for inner in by_branch.values()
        if not any(e.validator == "type" and len(e.absolute_path) == depth for e in inner)
    ]
    if fitting:
        best = min(fitting, key=len)
        return [fault for inner in best for fault in _faults(source, inner, keys)]
    types = sorted(
        {
            str(e.validator_value)
            for inner in by_branch.values()
            for e in inner
            if e.validator == "type"
        }
    )
    return [_wrong_type(source, (*keys, *error.absolute_path), error.instance, types)]


def _unknown_key(source: Source, path: Keys, known: list[str]) -> Fault:
    name = str(path[-1])
    comma = _comma(source, path)
    if comma is not None:
        return comma
    near = get_close_matches(name, known, 1, 0.6)
    place = source.key_places.get(path)
    fix = ""
    if near and place:
        line = source.line(place.line)
        at = place.column - 1
        fix = line[:at] + near[0] + line[at + len(name) :]
    return source.fault(
        "key-unknown",
        path,
        key=True,
        name=name,
        near=near[0] if near else "",
        known=", ".join(known),
        fix=fix,
    )


def _comma(source: Source, path: Keys) -> Fault | None:
    """See whether an unknown key is really the rest of a text that holds a comma."""
    name = str(path[-1])
    place = source.key_places.get(path)
    if (
        place is None
        or (" " not in name and name.isascii())
        or source.places[path].line != place.line
    ):
        return None
    line = source.line(place.line)
    before = [k for k, p in source.key_places.items() if k[:-1] == path[:-1] and p < place]
    if not before or not line[: place.column - 1].rstrip().endswith(","):
        return None
    start = source.places[before[-1]].column - 1
    end = place.column - 1 + len(name)
    fixed = line[:start] + '"' + line[start:end].replace('"', "'") + '"' + line[end:]
    return source.fault_of("value-comma", path, {"name": name, "fix": fixed}, key=True)


def _wrong_type(source: Source, path: Keys, value: object, wanted: object) -> Fault:
    types = wanted if isinstance(wanted, list) else [wanted]
    names = ", ".join(str(t) for t in types)
    fix = ""
    if value is None:
        return source.fault("value-missing", path, key=path in source.key_places, wanted=names)
    if "string" in types and isinstance(value, (int, float, bool)):
        fix = _replace(source, path, None, f'"{_raw(source, path)}"')
        return source.fault("value-not-text", path, value=_raw(source, path), fix=fix)
    if "boolean" in types and isinstance(value, str):
        meant = {
            "yes": "true",
            "on": "true",
            "oui": "true",
            "no": "false",
            "off": "false",
            "non": "false",
        }
        near = meant.get(value.lower(), "")
        fix = _replace(source, path, value, near) if near else ""
        return source.fault("value-not-bool", path, value=value, near=near, fix=fix)
    if "array" in types and isinstance(value, str) and value[:1] in tuple("–—−•"):
        return source.fault("yaml-dash", path, fix=_replace(source, path, value[0], "-"))
    if "array" in types and isinstance(value, str) and "object" not in types:
        fix = _replace(source, path, None, f"[{_raw(source, path)}]")
        return source.fault("value-not-list", path, value=_shown(value), fix=fix)
    return source.fault("value-type", path, value=_shown(value), wanted=names)


def _raw(source: Source, path: Keys) -> str:
    place = source.places[path]
    rest = source.line(place.line)[place.column - 1 :]
    return re.split(r"\s+#|,\s|[\]}]\s*$", rest, maxsplit=1)[0].rstrip()


def _replace(source: Source, path: Keys, old: str | None, new: str) -> str:
    place = source.places.get(path)
    if place is None:
        return ""
    line = source.line(place.line)
    start = place.column - 1
    old = _raw(source, path) if old is None else old
    if line[start : start + len(old)] != old:
        start = line.find(old, start)
        if start < 0:
            return ""
    return line[:start] + new + line[start + len(old) :]


def _missing_key(source: Source, path: Keys, name: str) -> Fault:
    """Make the fault for a key that lacks; the fix adds it with … to be filled in."""
    fault = source.fault("key-missing", path, key=bool(path), name=name)
    line = fault.source
    inner = [p for k, p in source.key_places.items() if len(k) == len(path) + 1 and k[:-1] == path]
    if not inner:
        return fault
    if path and inner[0].line == fault.line and "}" in line[inner[-1].column :]:
        at = line.index("}", inner[-1].column)
        fix = f"{line[:at]}, {name}: …{line[at:]}"
    elif path:
        fix = f"{line}\n{' ' * (inner[0].column - 1)}{name}: …"
    else:
        fix = f"{name}: …\n{line}"
    return msgspec.structs.replace(fault, fix=fix)


def _shown(value: object) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:57] + "…"


def _unique(faults: list[Fault]) -> list[Fault]:
    return list({(f.line, f.column, f.problem, str(f.values)): f for f in faults}.values())
