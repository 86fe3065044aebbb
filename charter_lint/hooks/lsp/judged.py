"""A draft in an editor: its judgement, and what the editor shows of it."""

from __future__ import annotations

from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

import msgspec
from lsprotocol import types

from charter_lint.draft.context import Context
from charter_lint.draft.draft import Draft
from charter_lint.draft.readers import InputError, read_markdown
from charter_lint.formats.entry import entry_of
from charter_lint.formats.said import finding_said, not_checked_said
from charter_lint.hooks.lsp.positions import Places
from charter_lint.lint.judge import lint
from charter_lint.lint.report import Report
from charter_lint.messages.catalogue import text

if TYPE_CHECKING:
    from charter_lint.charter.compiled import Charter
    from charter_lint.charter.faults import Fault
    from charter_lint.lint.report import Finding

SOURCE = "charter-lint"
LONGEST = 200_000
"""Characters of the longest text that is judged while it is typed."""

_SEVERITIES = {
    "block": types.DiagnosticSeverity.Error,
    "review": types.DiagnosticSeverity.Warning,
    "advise": types.DiagnosticSeverity.Information,
}


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement of what an editor held at a version; `shift` is where the draft begins in it."""

    version: int
    places: Places
    shift: int
    report: Report
    diagnostics: tuple[types.Diagnostic, ...]

    def findings_in(self, start: int, end: int) -> list[tuple[Finding, types.Diagnostic]]:
        """Give findings that touch a range of offsets of the document, with their diagnostics."""
        found = []
        for finding, diagnostic in zip(self.report.findings, self.diagnostics, strict=False):
            first, last = finding.span.start + self.shift, finding.span.end + self.shift
            if first <= end and start <= last:
                found.append((finding, diagnostic))
        return found


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What an editor wants judged; `name` is a file's name or a URI."""

    text: str
    version: int
    name: str
    markdown: bool
    encoding: str
    language: str


def judge(asked: Asked, charter: Charter) -> Judged:
    """Judge what an editor holds; raises InputError for what is no draft."""
    draft = _draft(asked)
    report = lint(draft, charter)
    places = Places(asked.text, asked.encoding)
    shift = len(asked.text) - len(draft.text)
    entries = entry_of(draft, report).findings
    shown = [
        types.Diagnostic(
            range=places.range(f.start + shift, f.end + shift),
            message=f"{f.title[asked.language]}\n{finding_said(f, asked.language)}",
            severity=_SEVERITIES[f.severity],
            code=f.rule,
            source=SOURCE,
        )
        for f in entries
    ]
    first = types.Range(places.position(shift), places.position(shift))
    for missed in report.not_checked:
        severity = types.DiagnosticSeverity.Error if missed.required else None
        said = not_checked_said(missed, asked.language)
        shown.append(_at(first, said, severity or types.DiagnosticSeverity.Hint))
    return Judged(
        version=asked.version,
        places=places,
        shift=shift,
        report=report,
        diagnostics=tuple(shown),
    )


def unreadable(asked: Asked, error: InputError) -> types.Diagnostic:
    """Say why a text is not judged."""
    places = Places(asked.text, asked.encoding)
    line = error.place.rpartition(":")[2]
    said = text(f"reading.{error.problem}", asked.language, **error.values)
    return _at(places.line_range(int(line) if line.isdecimal() else 1), said)


def charter_unusable(asked: Asked, faults: list[Fault]) -> types.Diagnostic:
    """Say that the charter has faults, so that the text is not judged."""
    first = faults[0]
    said = text(
        "editor.charter-faulty",
        asked.language,
        where=f"{first.file}:{first.line}" if first.line else first.file,
        said=text(f"faults.{first.problem}", asked.language, **first.values),
    )
    return _at(Places(asked.text, asked.encoding).line_range(1), said)


def own_fault(asked: Asked, error: Exception) -> types.Diagnostic:
    """Say where this program itself failed, with no word of the text."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    name = PurePath(trace.tb_frame.f_code.co_filename).name if trace else ""
    where = f"{name}:{trace.tb_lineno}" if trace else ""
    said = text("hooks.own-fault", asked.language, kind=type(error).__name__, where=where)
    return _at(Places(asked.text, asked.encoding).line_range(1), said)


def _at(
    place: types.Range,
    said: str,
    severity: types.DiagnosticSeverity = types.DiagnosticSeverity.Error,
) -> types.Diagnostic:
    return types.Diagnostic(range=place, message=said, severity=severity, source=SOURCE)


def _draft(asked: Asked) -> Draft:
    if len(asked.text) > LONGEST:
        raise InputError("text-long", asked.name, limit=str(LONGEST))
    written = asked.text.removeprefix("\ufeff")
    if "\0" in written:
        raise InputError(
            "text-nul", f"{asked.name}:{written[: written.index(chr(0))].count(chr(10)) + 1}"
        )
    context = Context(date=date.today().isoformat())  # noqa: DTZ011  (the author's own day)
    if asked.markdown:
        return read_markdown(written, asked.name, context)
    return Draft(written, context, name=asked.name)
