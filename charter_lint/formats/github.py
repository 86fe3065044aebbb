"""Annotations for GitHub Actions: workflow commands on standard output.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from charter_lint.formats.entry import entry_of
from charter_lint.formats.said import file_of, finding_said, not_checked_said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from charter_lint.draft import Draft
    from charter_lint.lint.report import Report

_COMMANDS = {"block": "error", "review": "warning", "advise": "notice"}


def render(
    judged: Iterable[tuple[Draft, Report]], *, language: str = "en", **settings: Any
) -> Iterator[str]:
    """Yield one command a finding; what was not checked is a warning, an error where required."""
    for draft, report in judged:
        entry = entry_of(draft, report)
        file = file_of(entry)
        for f in entry.findings:
            place = {"file": file, "line": f.line, "endLine": f.end_line, "col": f.column}
            if f.line == f.end_line:
                place["endColumn"] = f.end_column
            title = f"{f.title[language]} ({f.rule})"
            yield command(
                _COMMANDS[f.severity], {**place, "title": title}, finding_said(f, language)
            )
        for missed in report.not_checked:
            name = "error" if missed.required else "warning"
            yield command(name, {"file": file}, not_checked_said(missed, language))


def command(name: str, values: dict[str, Any], said: str) -> str:
    """Give one workflow command: its name, its properties, what it says."""
    shown = ",".join(f"{key}={_escape(str(v), ':,')}" for key, v in values.items())
    return f"::{name} {shown}::{_escape(said)}\n"


def _escape(value: str, more: str = "") -> str:
    for char in "%\r\n" + more:  # the percent sign first: it is what escapes the others
        value = value.replace(char, f"%{ord(char):02X}")
    return value
