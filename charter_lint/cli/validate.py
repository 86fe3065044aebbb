"""`charter-lint validate`: every fault of a charter and its rules."""

from __future__ import annotations

from pathlib import Path

import click

from charter_lint.cli.options import charter_option, language_option
from charter_lint.cli.output import print_faults
from charter_lint.messages.catalogue import interface_language, text


@click.command()
@click.argument("charter_path", required=False, default="")
@charter_option
@language_option
def validate(charter_path: str, charter: str, lang: str | None) -> None:
    """Check a charter, its packs, concepts, contexts and own rules; exits 2 if there are faults."""
    from charter_lint.charter.faults import CharterError
    from charter_lint.charter.load import load_charter

    spoken = interface_language(lang or "")
    try:
        loaded = load_charter(charter_path or charter, Path.cwd())
    except CharterError as error:
        print_faults(error.faults, spoken)
        click.echo(text("cli.faults", spoken, count=str(len(error.faults))), err=True)
        raise click.exceptions.Exit(2) from None
    count = str(len(loaded.rules))
    click.echo(text("cli.valid", spoken, charter=loaded.name, rules=count))
