"""JSON Schemas of the files that compliance edits, each check by its kind."""

from __future__ import annotations

from typing import Any

import msgspec

from charter_lint.charter.charter_file import CharterFile
from charter_lint.charter.rule import RuleFile
from charter_lint.charter.vocabulary import ConceptFile, ContextFile
from charter_lint.checks.kinds import kind_names, kind_of

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def file_schema(name: str) -> dict[str, Any]:
    """Give the schema of a "charter", "rule", "concepts" or "context" file."""
    if name == "rule":
        found = _rule_schema()
    elif name == "concepts":
        inner = msgspec.json.schema(dict[str, ConceptFile])
        found = inner
    else:
        found = msgspec.json.schema({"charter": CharterFile, "context": ContextFile}[name])
    return {"$schema": _DIALECT, **found}


def _rule_schema() -> dict[str, Any]:
    """Give the rule's schema with a branch for the options of each kind of check."""
    kinds = {name: kind_of(name).Options for name in kind_names()}  # type: ignore[attr-defined]
    template = "#/$defs/{name}"
    found = msgspec.json.schema(RuleFile)
    defs: dict[str, Any] = found.setdefault("$defs", {})
    branches = []
    for name, options in kinds.items():
        _, parts = msgspec.json.schema_components([options], ref_template=template)
        renamed = {("check-" + name if k == "Options" else k): v for k, v in parts.items()}
        for key, value in renamed.items():
            defs.setdefault(key, value)
        own = defs["check-" + name]
        own["properties"]["kind"] = {"const": name}
        branches.append({"$ref": f"#/$defs/check-{name}"})
    one = {"oneOf": branches}
    rule = defs["RuleFile"]
    described = rule["properties"]["check"]
    rule["properties"]["check"] = {
        "description": described.get("description", ""),
        "anyOf": [one, {"type": "array", "items": one}],
    }
    return found
