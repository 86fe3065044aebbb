"""Text for people: what was found, why, and what to write instead."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from charter_lint.formats.layout import excerpt, marker, wrap
from charter_lint.formats.said import not_checked_said
from charter_lint.lint.report import MASK
from charter_lint.messages.catalogue import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from charter_lint.draft import Draft
    from charter_lint.lint.report import Finding, Report

_SHOWN = 3
_WIDEST = 100
_INDENT = "   "
_COLORS = {"advise": "36", "review": "33", "block": "31", "pass": "32"}


def render(
    judged: Iterable[tuple[Draft, Report]],
    *,
    language: str = "en",
    color: bool = False,
    quiet: bool = False,
    every: bool = False,
    own_screen: bool = False,
    **settings: Any,
) -> Iterator[str]:
    """Yield a block of text a draft; at most three findings unless `every`.

    `own_screen` says that nobody but the author reads this, so that masked matches may be shown.
    """
    page = _Page(language, color=color, every=every, own_screen=own_screen)
    first = True
    for draft, report in judged:
        if quiet and report.verdict == "pass" and report.judged:
            continue
        yield ("" if first else "\n") + page.block(draft, report)
        first = False


class _Page:
    def __init__(self, language: str, *, color: bool, every: bool, own_screen: bool) -> None:
        self.language = language
        self.color = color
        self.every = every
        self.own_screen = own_screen
        self.columns = min(_columns(), _WIDEST)

    def block(self, draft: Draft, report: Report) -> str:
        lines = [self._head(draft, report)]
        shown = report.findings if self.every else report.findings[:_SHOWN]
        for number, finding in enumerate(shown, 1):
            lines.append("")
            lines.extend(self._finding(draft, finding, number, report))
        hidden = len(report.findings) - len(shown)
        if hidden:
            lines += ["", self._wrapped(self._say("more", count=str(hidden)), _INDENT)]
        lines.extend(self._notes(report))
        for entry in report.not_checked:
            lines.append(self._wrapped(not_checked_said(entry, self.language), ""))
        return "\n".join(lines) + "\n"

    def _head(self, draft: Draft, report: Report) -> str:
        count = len(report.findings)
        key = report.verdict if count != 1 else f"{report.verdict}-one"
        if not report.judged and not count:
            key = "unjudged"
        said = self._say(f"verdict-{key}", count=str(count))
        name = f"{draft.name} : " if self.language == "fr" else f"{draft.name}: "
        color = report.verdict if report.judged else "block"
        said = self._paint(said, color, bold=True)
        return (name if draft.name else "") + said

    def _finding(self, draft: Draft, finding: Finding, number: int, report: Report) -> list[str]:
        title = finding.title[self.language]
        level = self._say(f"severity-{finding.severity}")
        head = f"{number}. {self._paint(title, finding.severity, bold=True)}"
        tail = f" · {level} · {finding.rule}"
        lines = [head + self._dim(tail)]
        hidden = finding.masked and not self.own_screen
        if hidden:
            where = draft.lines.position(finding.span.start)
            line, column = str(where.line + draft.line - 1), str(where.column)
            lines.append(_INDENT + self._say("masked", mask=MASK, line=line, column=column))
        else:
            lines.extend(self._place(draft, finding, report))
        lines.append(self._wrapped(finding.message[self.language], _INDENT))
        if finding.like:
            lines.append(self._wrapped(self._say("like", text=finding.like), _INDENT))
        instead = f"{self._say('instead')} {finding.instead[self.language]}"
        lines.append(self._wrapped(instead, _INDENT, _INDENT + "  "))
        lines.extend(self._reference(finding))
        return lines

    def _place(self, draft: Draft, finding: Finding, report: Report) -> list[str]:
        where = draft.lines.position(finding.span.start)
        line = self._shown_line(draft, where.line, report)
        start = where.column - 1
        end = min(start + (finding.span.end - finding.span.start), len(line))
        room = self.columns - len(_INDENT) - 2
        shown, start, end = excerpt(line, start, max(end, start + 1), room)
        bar = self._dim("│ ")
        if self.color:
            mark = f"\x1b[4;{_COLORS[finding.severity]}m{shown[start:end]}\x1b[0m"
            return [_INDENT + bar + shown[:start] + mark + shown[end:]]
        return [_INDENT + bar + shown, _INDENT + bar + marker(shown, start, end)]

    def _shown_line(self, draft: Draft, number: int, report: Report) -> str:
        """Give a line of the draft; off the author's screen, without what must not be repeated."""
        line = draft.lines.line(number)
        if self.own_screen:
            return line
        first = draft.lines.starts[number - 1]
        for finding in report.findings:
            if finding.masked:
                start = max(0, finding.span.start - first)
                end = min(len(line), finding.span.end - first)
                if start < end:
                    line = line[:start] + "•" * (end - start) + line[end:]
        return line

    def _reference(self, finding: Finding) -> list[str]:
        parts = []
        if finding.point:
            parts.append(self._say("point", point=finding.point))
        if finding.source:
            parts.append(self._say("source", source=" ; ".join(finding.source)))
        if finding.contact:
            parts.append(self._say("contact", contact=finding.contact))
        if finding.capped:
            parts.append(self._say("capped"))
        if finding.eased:
            parts.append(self._say("eased"))
        return [self._dim(self._wrapped(p, _INDENT, _INDENT + "  ")) for p in parts]

    def _notes(self, report: Report) -> list[str]:
        lines = []
        for note in report.notes:
            lines += ["", self._wrapped(note.text[self.language], "")]
        return lines

    def _say(self, key: str, **values: str) -> str:
        return text(f"report.{key}", self.language, **values)

    def _wrapped(self, said: str, indent: str, hanging: str | None = None) -> str:
        return wrap(said, self.columns, indent, hanging)

    def _paint(self, said: str, severity: str, *, bold: bool = False) -> str:
        if not self.color:
            return said
        return f"\x1b[{'1;' if bold else ''}{_COLORS[severity]}m{said}\x1b[0m"

    def _dim(self, said: str) -> str:
        return f"\x1b[2m{said}\x1b[0m" if self.color else said


def _columns() -> int:
    """Give the terminal's width; `shutil` would do it for 3 ms of imports."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal() and int(asked):
        return int(asked)
    try:
        known = os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        known = 0
    return known or 80
