"""Printing faults and errors: place, cause, fix, on stderr."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from charter_lint.messages.catalogue import text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from charter_lint.charter.faults import Fault
    from charter_lint.draft.readers import InputError

_COLUMNS = 80


def color_wanted(no_color: bool, stream: object = None) -> bool:
    """Say whether to print in colour: on a terminal, unless told not to (NO_COLOR, --no-color)."""
    if no_color or os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    isatty = getattr(stream or sys.stdout, "isatty", None)
    return bool(isatty and isatty())


def print_faults(faults: Iterable[Fault], language: str) -> None:
    """Print faults of a charter with the line, the place marked, and the corrected line."""
    for fault in faults:
        click.echo(fault_text(fault, language), err=True)


def fault_text(fault: Fault, language: str) -> str:
    """Give a fault as several lines of text; a long source line is cut to what is around it."""
    from charter_lint.formats.layout import excerpt, marker

    place = fault.file
    if fault.line:
        place += f":{fault.line}:{fault.column}"
    lines = [f"{place}: {text(f'faults.{fault.problem}', language, **fault.values)}"]
    if fault.line and fault.source:
        shown, start, _ = excerpt(fault.source, fault.column - 1, fault.column, _COLUMNS - 4)
        lines.append(f"    {shown}")
        lines.append("    " + marker(shown, start, start))
    if fault.fix and fault.fix != fault.source:
        lines.append(text("cli.fix", language) + " " + fault.fix.rstrip())
    return "\n".join(lines)


def print_input_error(error: InputError, language: str) -> None:
    """Print why a draft could not be read."""
    said = text(f"reading.{error.problem}", language, **error.values)
    click.echo(f"{error.place}: {said}", err=True)


def reader_gone() -> int:
    """Quieten standard output after its reader has gone; give the exit code for it.

    What was not delivered must not look judged, so it is 2.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 2
