"""SARIF 2.1.0 (OASIS), for code scanning and editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec

from charter_lint.formats.entry import entry_of
from charter_lint.formats.said import file_of, finding_said, not_checked_said
from charter_lint.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from charter_lint.draft import Draft
    from charter_lint.formats.entry import FindingEntry
    from charter_lint.lint.report import NotChecked, Report

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"block": "error", "review": "warning", "advise": "note"}


def render(
    judged: Iterable[tuple[Draft, Report]], *, language: str = "en", **settings: Any
) -> Iterator[str]:
    """Yield the log once every draft is judged.

    What was not checked is a notification of the run, an error where the charter requires it; the
    run then did not execute successfully.
    """
    rules: dict[str, dict[str, Any]] = {}
    results: list[dict[str, Any]] = []
    missed: list[dict[str, Any]] = []
    complete = True
    for draft, report in judged:
        entry = entry_of(draft, report)
        uri = quote(file_of(entry))
        complete = complete and report.judged
        for f in entry.findings:
            rules.setdefault(f.rule, _rule(f, language))
            results.append(_result(f, list(rules).index(f.rule), uri, language))
        missed += [_notification(n, uri, language) for n in report.not_checked]
    run = {
        "tool": {
            "driver": {
                "name": "charter-lint",
                "version": VERSION,
                "rules": list(rules.values()),
            }
        },
        "columnKind": "unicodeCodePoints",
        "language": "fr-FR" if language == "fr" else "en-US",
        "invocations": [
            {"executionSuccessful": complete, "toolExecutionNotifications": missed},
        ],
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    yield msgspec.json.format(msgspec.json.encode(log), indent=2).decode() + "\n"


def _rule(f: FindingEntry, language: str) -> dict[str, Any]:
    why = f.why.get(language, "")
    sources = " ; ".join(f.source)
    told = " ".join(part for part in (why, sources) if part)
    return {
        "id": f.rule,
        "shortDescription": {"text": f.title[language]},
        **({"help": {"text": told}} if told else {}),
        "properties": {"owner": f.owner, "tags": [f.rule.split("/")[0]]},
    }


def _result(f: FindingEntry, index: int, uri: str, language: str) -> dict[str, Any]:
    region = {
        "startLine": f.line,
        "startColumn": f.column,
        "endLine": f.end_line,
        "endColumn": f.end_column,
    }
    place = {"artifactLocation": {"uri": uri}, "region": region}
    result = {
        "ruleId": f.rule,
        "ruleIndex": index,
        "level": _LEVELS[f.severity],
        "message": {"text": finding_said(f, language)},
        "locations": [{"physicalLocation": place}],
        "properties": {"severity": f.severity, "confidence": f.confidence},
    }
    if f.replacement and not f.masked:
        change = {"deletedRegion": region, "insertedContent": {"text": f.replacement}}
        result["fixes"] = [
            {
                "description": {"text": f.instead[language]},
                "artifactChanges": [{"artifactLocation": {"uri": uri}, "replacements": [change]}],
            }
        ]
    return result


def _notification(entry: NotChecked, uri: str, language: str) -> dict[str, Any]:
    return {
        "level": "error" if entry.required else "warning",
        "message": {"text": not_checked_said(entry, language)},
        "descriptor": {"id": f"not-checked/{entry.what}"},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri}}}],
    }
