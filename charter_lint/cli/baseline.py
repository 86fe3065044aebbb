"""`charter-lint baseline`: findings of old content that need not be told again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from charter_lint.cli.options import charter_option, language_option, load
from charter_lint.messages.catalogue import interface_language, text

if TYPE_CHECKING:
    from charter_lint.desk.baseline import Baseline, Known


@click.group(name="baseline")
def baseline() -> None:
    """Keep what is known of old content: a file for `check --baseline`."""


@baseline.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@charter_option
@language_option
def write(file: Path, paths: tuple[Path, ...], charter: str, lang: str | None) -> None:
    """Write FILE: every finding in the drafts at PATHS counts as known from now on."""
    from charter_lint.desk.baseline import Known, new_baseline

    spoken = interface_language(lang or "")
    known = _judged(Known(new_baseline()), paths, charter, lang)
    _keep(file, known.all_seen(), spoken)


@baseline.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@charter_option
@language_option
def prune(file: Path, paths: tuple[Path, ...], charter: str, lang: str | None) -> None:
    """Take out of FILE what the drafts at PATHS no longer hold; nothing is added."""
    from charter_lint.cli.narrow import known_of

    spoken = interface_language(lang or "")
    known = _judged(known_of(file, spoken), paths, charter, lang)
    _keep(file, known.still_needed(), spoken)


def _judged(known: Known, paths: tuple[Path, ...], charter: str, lang: str | None) -> Known:
    """Judge all drafts; one that cannot be read ends the run, for the file would be half of it."""
    from charter_lint.cli.output import print_input_error
    from charter_lint.draft.context import Context
    from charter_lint.draft.readers import InputError, files_in, read_file
    from charter_lint.lint.judge import lint

    loaded = load(charter, lang)
    try:
        for path in files_in(paths):
            for draft in read_file(path, Context()):
                if isinstance(draft, InputError):
                    raise draft
                known.without_known(draft, lint(draft, loaded))
    except InputError as error:
        print_input_error(error, interface_language(lang or ""))
        raise click.exceptions.Exit(2) from None
    return known


def _keep(file: Path, made: Baseline, language: str) -> None:
    from charter_lint.cli.written import whole_file
    from charter_lint.desk.baseline import dump

    try:
        with whole_file(file) as stream:
            stream.write(dump(made))
    except OSError as error:
        said = text("cli.output-unwritable", language, detail=error.strerror or "")
        click.echo(f"{file}: {said}", err=True)
        raise click.exceptions.Exit(2) from None
    count = str(sum(e.count for e in made.entries))
    click.echo(text("cli.baseline-written", language, file=str(file), count=count))
