"""Joining a charter with those it extends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from charter_lint.charter.charter_file import CharterFile
from charter_lint.charter.shape import check

if TYPE_CHECKING:
    from charter_lint.charter.faults import Fault
    from charter_lint.charter.source import Source

_JOINED = ("packs", "waivers", "required", "extends")
_OWN_FIRST = ("permissions", "encouraged")


def merge(sources: list[Source]) -> tuple[CharterFile | None, list[Fault]]:
    """Check each charter file and join them; what comes later in the list wins.

    Lists are joined, of permissions and encouragements the company's own come first, facts are
    added up, contacts and overrides replaced key by key.
    """
    faults: list[Fault] = []
    values: dict[str, Any] = {}
    for source in sources:
        if not isinstance(source.value, dict):
            faults.append(source.fault("file-not-mapping", ()))
            continue
        value = _without_empty(source.value)
        _, found = check(source, value, CharterFile)
        faults.extend(found)
        if not found:
            _join(values, value)
    if faults or not sources:
        return None, faults
    charter, faults = check(sources[-1], values, CharterFile)
    return charter, faults


def _without_empty(value: dict[str, Any]) -> dict[str, Any]:
    """Leave out keys with nothing behind them, in the charter and among its facts."""
    kept = {key: inner for key, inner in value.items() if inner is not None}
    if isinstance(kept.get("facts"), dict):
        kept["facts"] = {k: v for k, v in kept["facts"].items() if v is not None}
    return kept


def _join(values: dict[str, Any], new: dict[str, Any]) -> None:
    for key, value in new.items():
        if key in _JOINED:
            values[key] = [*values.get(key, []), *value]
        elif key in _OWN_FIRST:
            values[key] = [*value, *values.get(key, [])]
        elif key in ("contacts", "overrides"):
            values[key] = {**values.get(key, {}), **value}
        elif key == "facts":
            facts = dict(values.get("facts", {}))
            for name, listed in value.items():
                facts[name] = [*facts.get(name, []), *listed]
            values["facts"] = facts
        else:
            values[key] = value
