"""Writing the reports of a run: one to the screen or a file, others beside it."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

import click

from charter_lint.cli.output import color_wanted, reader_gone
from charter_lint.formats.names import formatter_of
from charter_lint.messages.catalogue import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from charter_lint.draft import Draft
    from charter_lint.lint.report import Report


class Wanted(NamedTuple):
    """A format and the file it goes to; None is standard output."""

    form: str
    file: Path | None


def write_reports(
    judged: Iterator[tuple[Draft, Report]], reports: list[Wanted], settings: dict[str, Any]
) -> None:
    """Write every report; files take their place only when all of it is written.

    With one report drafts stream through; several keep the judgements till the end. Exits 2 when a
    file cannot be written or the reader of a pipe has gone.
    """
    kept: Iterable[tuple[Draft, Report]] = judged if len(reports) == 1 else list(judged)
    for wanted in reports:
        _write(kept, wanted, settings)


def _write(
    judged: Iterable[tuple[Draft, Report]], wanted: Wanted, settings: dict[str, Any]
) -> None:
    try:
        with ExitStack() as stack:
            stream: TextIO = sys.stdout
            if wanted.file:
                from charter_lint.cli.written import whole_file

                stream = stack.enter_context(whole_file(wanted.file))
            for piece in formatter_of(wanted.form)(judged, **_settings(wanted, stream, settings)):
                stream.write(piece)
                stream.flush()
    except BrokenPipeError:
        raise click.exceptions.Exit(reader_gone()) from None
    except OSError as error:
        place = str(wanted.file or "stdout")
        said = text("cli.output-unwritable", settings["language"], detail=error.strerror or "")
        click.echo(f"{place}: {said}", err=True)
        raise click.exceptions.Exit(2) from None


def _settings(wanted: Wanted, stream: TextIO, settings: dict[str, Any]) -> dict[str, Any]:
    on_screen = not wanted.file and sys.stdout.isatty()
    return {
        "language": settings["language"],
        "color": color_wanted(settings["no_color"], stream),
        "quiet": settings["quiet"],
        "every": settings["every"],
        "own_screen": on_screen and (wanted.form == "text" or settings["reveal"]),
    }
