"""`charter-lint validate`: every fault of a charter and its rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from charter_lint.cli.options import charter_option, language_option
from charter_lint.cli.output import print_faults
from charter_lint.messages.catalogue import interface_language, text

if TYPE_CHECKING:
    from charter_lint.charter.faults import Fault


_SHOWN = 5  # rules that a warning names


@click.command()
@click.argument("charter_path", required=False, default="")
@charter_option
@language_option
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="text, json, or github (annotations).",
)
def validate(charter_path: str, charter: str, lang: str | None, form: str) -> None:
    """Check a charter, its packs, concepts, contexts and own rules; exits 2 if there are faults."""
    from charter_lint.charter.faults import CharterError
    from charter_lint.charter.load import load_charter

    spoken = interface_language(lang or "")
    try:
        loaded = load_charter(charter_path or charter, Path.cwd())
    except CharterError as error:
        if form != "text":
            click.echo(_for_programs(error.faults, form, spoken), nl=form == "json")
            raise click.exceptions.Exit(2) from None
        print_faults(error.faults, spoken)
        click.echo(text("cli.faults", spoken, count=str(len(error.faults))), err=True)
        raise click.exceptions.Exit(2) from None
    if form != "text":
        click.echo(_for_programs([], form, spoken), nl=form == "json")
        return
    count = str(len(loaded.rules))
    click.echo(text("cli.valid", spoken, charter=loaded.name, rules=count))
    from charter_lint.lint.reader.scan import older_than

    older = older_than(loaded)
    if older:
        shown = ", ".join(older[:_SHOWN]) + ("…" if len(older) > _SHOWN else "")
        said = text("reader.older-rules", spoken, count=str(len(older)), rules=shown)
        click.echo(said, err=True)


def _for_programs(faults: list[Fault], form: str, spoken: str) -> str:
    from charter_lint.formats.faults import faults_github, faults_json

    return (faults_json if form == "json" else faults_github)(faults, spoken)
