"""Markdown for a comment on a merge request."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from charter_lint.formats.entry import entry_of
from charter_lint.formats.said import file_of, not_checked_said
from charter_lint.messages.catalogue import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from charter_lint.draft import Draft
    from charter_lint.lint.report import Report

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~&@])")


def render(
    judged: Iterable[tuple[Draft, Report]], *, language: str = "en", **settings: Any
) -> Iterator[str]:
    """Yield a heading a draft with a table of its findings; drafts that may go out in one line."""
    first = True
    for draft, report in judged:
        entry = entry_of(draft, report)
        count = len(entry.findings)
        key = report.verdict if count != 1 else f"{report.verdict}-one"
        if not report.judged and not count:
            key = "unjudged"
        said = text(f"report.verdict-{key}", language, count=str(count))
        yield ("" if first else "\n") + f"**{_escape(file_of(entry))}** — {said}\n"
        first = False
        if entry.findings:
            heads = [
                text(f"report.column-{c}", language) for c in ("place", "rule", "why", "instead")
            ]
            yield "\n| " + " | ".join(heads) + " |\n|---|---|---|---|\n"
        for f in entry.findings:
            level = text(f"report.severity-{f.severity}", language)
            rule = f"{_escape(f.title[language])} ({level}, `{f.rule}`)"
            cells = [f"{f.line}:{f.column}", rule, _escape(f.message[language])]
            yield "| " + " | ".join([*cells, _escape(f.instead[language])]) + " |\n"
        for missed in report.not_checked:
            yield f"\n> {_escape(not_checked_said(missed, language))}\n"


def _escape(said: str) -> str:
    """Take the meaning of every sign of Markdown away: a draft's words are not ours to format."""
    return _SPECIAL.sub(r"\\\1", " ".join(said.split()))
