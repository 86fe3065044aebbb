"""Judgements narrowed to what is new: changed lines, findings that no baseline knows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from charter_lint.lint.report import with_findings
from charter_lint.messages.catalogue import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from charter_lint.desk.baseline import Known
    from charter_lint.desk.changes import Changes
    from charter_lint.draft import Draft
    from charter_lint.lint.report import Report

    Judged = Iterable[tuple[Draft, Report]]


def changes_since(revision: str, language: str) -> Changes:
    """Ask git what changed, or say why it cannot tell and exit 2."""
    from charter_lint.desk.changes import GitError, changed_lines

    try:
        return changed_lines(revision, Path.cwd())
    except GitError as error:
        click.echo(text(f"cli.diff-{error.problem}", language, detail=error.detail), err=True)
        raise click.exceptions.Exit(2) from None


def only_changed(judged: Judged, changes: Changes) -> Iterator[tuple[Draft, Report]]:
    """Leave out findings outside changed lines; drafts that are no files stay as they are."""
    for draft, report in judged:
        lines = changes.get(Path(draft.name).resolve()) if draft.name else None
        if lines is None:
            yield draft, report if not Path(draft.name).is_file() else with_findings(report, ())
            continue
        kept = []
        for finding in report.findings:
            first = draft.lines.position(finding.span.start).line + draft.line - 1
            last = draft.lines.position(finding.span.end).line + draft.line - 1
            if any(r.start <= last and first < r.stop for r in lines):
                kept.append(finding)
        yield draft, with_findings(report, tuple(kept))


def known_of(path: Path, language: str) -> Known:
    """Open a baseline, or say why it cannot be read and exit 2."""
    from charter_lint.desk.baseline import BaselineError, Known, read_baseline

    try:
        return Known(read_baseline(path))
    except OSError as error:
        detail = error.strerror or ""
        click.echo(f"{path}: {text('cli.baseline-unreadable', language, detail=detail)}", err=True)
    except BaselineError:
        click.echo(f"{path}: {text('cli.baseline-foreign', language)}", err=True)
    raise click.exceptions.Exit(2)
