"""`charter-lint import`: take over what was written for another tool."""

from __future__ import annotations

from pathlib import Path

import click

from charter_lint.cli.options import language_option
from charter_lint.messages.catalogue import interface_language, text


@click.group(name="import")
def command() -> None:
    """Turn rules of another tool into rules of this one."""


@command.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path),
    default=Path("rules"),
    show_default=True,
    help="Folder of packs to write to; each style becomes a pack.",
)
@click.option("--force", is_flag=True, help="Replace files that exist.")
@language_option
def vale(paths: tuple[Path, ...], folder: Path, force: bool, lang: str | None) -> None:
    """Turn Vale styles (folders of rules) into packs that you edit on.

    A charter can also name the styles themselves (`styles: .vale.ini`) and keep them as they are.
    Exits 2 when a style cannot be read or a file is in the way; nothing is written then.
    """
    from charter_lint.styles import StylesError
    from charter_lint.styles.convert import convert, left_out

    spoken = interface_language(lang or "")
    made: dict[Path, str] = {}
    notices: list[str] = []
    for path in paths:
        try:
            rules = convert(path)
            left = left_out(path)
        except StylesError as error:
            place = f"{error.path}:{error.line}:{error.column}"
            said = text(f"styles.{error.problem}", spoken, detail=error.detail)
            click.echo(f"{place}: {said}", err=True)
            raise click.exceptions.Exit(2) from None
        if not rules and not left:
            click.echo(f"{path}: {text('cli.import-empty', spoken)}", err=True)
            raise click.exceptions.Exit(2)
        pack = path.resolve().name.lower()
        made |= {folder / pack / name: rule for name, rule in rules.items()}
        notices += [text(f"styles.{n.reason}", spoken, rule=n.rule, detail=n.detail) for n in left]
    there = [str(path) for path in made if path.exists()]
    if there and not force:
        click.echo(text("cli.import-exists", spoken, files=", ".join(there[:3])), err=True)
        raise click.exceptions.Exit(2)
    for path, rule in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(rule, encoding="utf-8")
    for notice in notices:
        click.echo(notice)
    packs = ", ".join(sorted({path.parent.name for path in made}))
    counts = {"rules": str(len(made)), "left": str(len(notices)), "packs": packs}
    click.echo(text("cli.imported", spoken, folder=str(folder), **counts))
