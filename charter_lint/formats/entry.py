"""The machine form of one judgement, common to JSON, JSON Lines and the servers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from charter_lint.lint.report import MASK

if TYPE_CHECKING:
    from charter_lint.draft import Draft
    from charter_lint.lint.report import Finding, Note, Report

VERSION = 1
"""Raised when a field changes its meaning or goes; new fields may come at any time."""


class FindingEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A finding. Offsets are code points, `utf16` and `bytes` the same range in those units.

    `match` is masked for findings that must not be repeated.
    """

    rule: str
    severity: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    utf16: tuple[int, int]
    bytes: tuple[int, int]
    match: str
    masked: bool
    title: dict[str, str]
    message: dict[str, str]
    instead: dict[str, str]
    why: dict[str, str]
    source: tuple[str, ...]
    owner: str
    contact: str
    point: str
    confidence: float
    replacement: str
    like: str
    capped: str
    eased: str


class NoteEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A right, a permission, an encouragement."""

    kind: str
    text: dict[str, str]
    rule: str = ""


class NotCheckedEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What was not judged, and why."""

    what: str
    reason: str
    required: bool
    values: dict[str, str]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One judgement."""

    version: int
    id: str
    verdict: str
    judged: bool
    findings: tuple[FindingEntry, ...]
    notes: tuple[NoteEntry, ...]
    not_checked: tuple[NotCheckedEntry, ...]
    guarded: tuple[str, ...]
    waived: tuple[str, ...]
    shadow: tuple[str, ...]
    hushed: tuple[str, ...]
    charter: str
    revision: str


def entry_of(draft: Draft, report: Report, *, reveal: bool = False) -> Entry:
    """Give the machine form of a report; `reveal` shows masked matches, to their author alone."""
    return Entry(
        version=VERSION,
        id=draft.name,
        verdict=report.verdict,
        judged=report.judged,
        findings=tuple(_finding(draft, f, reveal=reveal) for f in report.findings),
        notes=tuple(_note(n) for n in report.notes),
        not_checked=tuple(
            NotCheckedEntry(what=n.what, reason=n.reason, required=n.required, values=n.values)
            for n in report.not_checked
        ),
        guarded=report.guarded,
        waived=report.waived,
        shadow=report.shadow,
        hushed=report.hushed,
        charter=report.charter,
        revision=report.revision,
    )


def _finding(draft: Draft, finding: Finding, *, reveal: bool) -> FindingEntry:
    start, end = finding.span
    first, last = draft.lines.position(start), draft.lines.position(end)
    shift = draft.line - 1
    head, body = draft.text[:start], draft.text[start:end]
    utf16 = _utf16(head)
    in_bytes = len(head.encode("utf-8", "surrogatepass"))
    return FindingEntry(
        rule=finding.rule,
        severity=finding.severity,
        start=start,
        end=end,
        line=first.line + shift,
        column=first.column,
        end_line=last.line + shift,
        end_column=last.column,
        utf16=(utf16, utf16 + _utf16(body)),
        bytes=(in_bytes, in_bytes + len(body.encode("utf-8", "surrogatepass"))),
        match=MASK if finding.masked and not reveal else finding.match,
        masked=finding.masked,
        title=finding.title,
        message=finding.message,
        instead=finding.instead,
        why=finding.why,
        source=finding.source,
        owner=finding.owner,
        contact=finding.contact,
        point=finding.point,
        confidence=round(finding.confidence, 3),
        replacement=finding.replacement,
        like=finding.like,
        capped=finding.capped,
        eased=finding.eased,
    )


def _note(note: Note) -> NoteEntry:
    return NoteEntry(kind=note.kind, text=note.text, rule=note.rule)


def _utf16(text: str) -> int:
    return len(text) + sum(c > "\uffff" for c in text)
