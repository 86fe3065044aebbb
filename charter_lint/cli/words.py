"""`charter-lint words`: a pack's phrases out to a spreadsheet and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from charter_lint.cli.options import charter_option, language_option
from charter_lint.cli.output import print_faults
from charter_lint.messages.catalogue import interface_language, text

if TYPE_CHECKING:
    from typing import NoReturn

_path = click.Path(path_type=Path, dir_okay=False)


@click.group()
def words() -> None:
    """Phrases of a pack as a spreadsheet: export, import.

    Les expressions d'un paquet dans un tableur : export, import.
    """


@words.command()
@click.argument("pack")
@click.option("--to", "target", required=True, type=_path, help="A .csv or .xlsx file.")
@charter_option
@language_option
def export(pack: str, target: Path, charter: str, lang: str | None) -> None:
    """Write the phrases of PACK and of the concepts that it names."""
    from charter_lint.charter.faults import CharterError
    from charter_lint.charter.places import choose
    from charter_lint.desk.words import lists_of, rows_of
    from charter_lint.desk.words_sheet import write_sheet

    spoken = interface_language(lang or "")
    if target.suffix.lower() not in (".csv", ".xlsx"):
        _fail("words-suffix", spoken, file=str(target))
    try:
        rows = rows_of(lists_of(choose(charter, Path.cwd()), pack))
        write_sheet(target, rows)
    except CharterError as error:
        print_faults(error.faults, spoken)
        raise click.exceptions.Exit(2) from None
    except (OSError, ImportError) as error:
        _broken(error, target, spoken)
    click.echo(text("desk.words-written", spoken, count=str(len(rows)), file=str(target)))


@words.command("import")
@click.argument("file", type=_path)
@click.option("--pack", default="", help="The pack (else that of the sheet's first rule).")
@click.option("--dry-run", is_flag=True, help="Show what would change, write nothing.")
@charter_option
@language_option
def import_(file: Path, pack: str, dry_run: bool, charter: str, lang: str | None) -> None:
    """Take the phrases of FILE into PACK, after every check of validate."""
    from charter_lint.charter.faults import CharterError
    from charter_lint.charter.places import choose, display
    from charter_lint.desk.words import changes_of, lists_of
    from charter_lint.desk.words_sheet import read_sheet
    from charter_lint.desk.words_write import write_checked

    spoken = interface_language(lang or "")
    try:
        place = choose(charter, Path.cwd()).resolve()
        rows = read_sheet(file)
        named = pack or next((r.rule.split("/")[0] for r in rows if r.rule), "")
        changes = changes_of(lists_of(place, named), rows, file.name)
        if not dry_run and changes:
            write_checked(place, {c.path: c.after for c in changes})
    except CharterError as error:
        print_faults(error.faults, spoken)
        click.echo(text("desk.nothing-written", spoken), err=True)
        raise click.exceptions.Exit(2) from None
    except (OSError, ImportError) as error:
        _broken(error, file, spoken)
    for change in changes:
        values = {"file": display(change.path), "a": str(change.added), "r": str(change.removed)}
        click.echo(text("desk.words-changed", spoken, **values))
    if not changes:
        click.echo(text("desk.words-same", spoken))


def _broken(error: Exception, file: Path, spoken: str) -> NoReturn:
    if isinstance(error, ImportError):
        _fail("extra-missing", spoken, module="openpyxl", extra="sheets")
    detail = getattr(error, "strerror", None) or type(error).__name__
    _fail("file-broken", spoken, file=getattr(error, "filename", None) or str(file), detail=detail)


def _fail(key: str, spoken: str, **values: str) -> NoReturn:
    click.echo(text(f"desk.{key}", spoken, **values), err=True)
    raise click.exceptions.Exit(2)
