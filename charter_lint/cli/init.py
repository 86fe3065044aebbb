"""`charter-lint init`: write a charter of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from charter_lint.cli.options import language_option
from charter_lint.messages.catalogue import interface_language, text


@click.command()
@click.option("--name", default="", help="Name of the company.")
@click.option("--sector", default="", help="A sector: see the list that an unknown one gives.")
@click.option("--language", type=click.Choice(["fr", "en"]), help="Language of the charter.")
@click.option("--output", "-o", type=click.Path(path_type=Path), default=Path(".charter-lint.yaml"))
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@language_option
def init(
    name: str, sector: str, language: str | None, output: Path, force: bool, lang: str | None
) -> None:
    """Write a commented charter: asks for company, sector and language, or takes options."""
    from charter_lint.desk.presets import fill_preset, sectors

    spoken = interface_language(lang or language or "")
    if output.exists() and not force:
        click.echo(text("cli.init-exists", spoken, file=str(output)), err=True)
        raise click.exceptions.Exit(2)
    known = sectors()
    name = name or click.prompt(text("cli.init-name", spoken))
    if not sector:
        said = text("cli.init-sector", spoken, known=", ".join(known))
        sector = click.prompt(said, default="other", type=click.Choice(known), show_choices=False)
    if sector not in known:
        from charter_lint.charter.hints import nearest

        values = {"name": sector, "near": nearest(sector, known), "known": ", ".join(known)}
        click.echo(text("cli.init-unknown-sector", spoken, **values), err=True)
        raise click.exceptions.Exit(2)
    if language is None:
        said = text("cli.init-language", spoken)
        language = click.prompt(said, default=spoken, type=click.Choice(["fr", "en"]))
    output.write_text(fill_preset(sector, name, language), encoding="utf-8")
    click.echo(text("cli.init-done", spoken, file=str(output)))
