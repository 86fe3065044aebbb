"""CSV for spreadsheets: a row a finding, and a row for what was not checked."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from charter_lint.formats.entry import entry_of
from charter_lint.formats.said import not_checked_said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from charter_lint.draft import Draft
    from charter_lint.lint.report import Report

COLUMNS = (
    "draft", "verdict", "judged", "rule", "severity", "line", "column", "match", "message",
    "instead", "contact",
)  # fmt: skip
_FORMULAS = ("=", "+", "-", "@", "\t", "\r")


def render(
    judged: Iterable[tuple[Draft, Report]], *, language: str = "en", **settings: Any
) -> Iterator[str]:
    """Yield the heading, then rows; a draft without findings has one row with its verdict."""
    yield _row(COLUMNS)
    for draft, report in judged:
        entry = entry_of(draft, report)
        head = (entry.id, entry.verdict, str(entry.judged).lower())
        for f in entry.findings:
            said = (f.match, f.message[language], f.instead[language], f.contact)
            yield _row((*head, f.rule, f.severity, str(f.line), str(f.column), *said))
        for missed in report.not_checked:
            said = ("", not_checked_said(missed, language), "", "")
            yield _row((*head, f"not-checked/{missed.what}", "", "", "", *said))
        if not entry.findings and not report.not_checked:
            yield _row((*head, *[""] * (len(COLUMNS) - len(head))))


def _row(cells: Iterable[str]) -> str:
    """Write a row; a cell that a spreadsheet would run as a formula gets an apostrophe."""
    line = io.StringIO()
    guarded = ["'" + c if c.startswith(_FORMULAS) else c for c in cells]
    csv.writer(line, lineterminator="\r\n").writerow(guarded)
    return line.getvalue()
