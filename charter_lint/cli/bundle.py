"""`charter-lint bundle`: a charter and all its files in one signed file."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from charter_lint.cli.options import bundle_failed, charter_option, language_option
from charter_lint.cli.output import print_faults
from charter_lint.cli.receipt import detail_of, need_cryptography
from charter_lint.messages.catalogue import interface_language, text

if TYPE_CHECKING:
    from typing import NoReturn

    from charter_lint.desk.bundle_format import Bundle

_path = click.Path(path_type=Path)


@click.group()
def bundle() -> None:
    """Bundles: make one, verify it, show what it is.

    Paquets signés : en faire un, le vérifier, montrer ce qu'il contient.
    """


@bundle.command()
@click.option("--to", "target", required=True, type=_path, help="The file, NAME.bundle.")
@click.option("--key", required=True, type=_path, help="Private key (charter-lint receipt keys).")
@click.option("--version", default="1", show_default=True, help="Your version of the charter.")
@click.option("--expires", default="", metavar="YYYY-MM-DD", help="Last day (else in a year).")
@click.option("--encrypt", is_flag=True, help="With $CHARTER_LINT_BUNDLE_PASSWORD.")
@charter_option
@language_option
def make(
    target: Path,
    key: Path,
    version: str,
    expires: str,
    encrypt: bool,
    charter: str,
    lang: str | None,
) -> None:
    """Pack the charter with its packs, concepts, lexicons and waivers, and sign it."""
    spoken = interface_language(lang or "")
    need_cryptography(spoken)
    from charter_lint.charter.faults import CharterError
    from charter_lint.charter.places import choose
    from charter_lint.desk.bundle import PASSWORD, SUFFIX
    from charter_lint.desk.bundle import make as made
    from charter_lint.desk.bundle_format import BundleFault, read_bundle
    from charter_lint.desk.words_write import write_whole
    from charter_lint.hooks.receipts.keys import read_private

    today = date.today()  # noqa: DTZ011  (the maker's own day)
    expires = expires or (today + timedelta(days=365)).isoformat()
    try:
        late = date.fromisoformat(expires) < today
    except ValueError:
        _fail("waive-day", spoken, value=expires)
    if late:
        _fail("bundle-late", spoken, value=expires)
    password = os.environ.get(PASSWORD, "") if encrypt else ""
    if encrypt and not password:
        _fail("bundle-password", spoken)
    if target.suffix != SUFFIX:
        _fail("bundle-suffix", spoken, file=str(target))
    try:
        signing = read_private(key)
    except (OSError, ValueError) as error:
        _fail("file-broken", spoken, file=str(key), detail=detail_of(error))
    try:
        place = choose(charter, Path.cwd()).resolve()
        data = made(place, signing, version, today.isoformat(), expires, password)
        write_whole(target, data)
    except CharterError as error:
        print_faults(error.faults, spoken)
        raise click.exceptions.Exit(2) from None
    except BundleFault as error:
        _fail(f"bundle-{error.problem}", spoken, **error.values)
    except OSError as error:
        _fail("file-broken", spoken, file=str(error.filename or target), detail=detail_of(error))
    _print(read_bundle(data), spoken)


@bundle.command()
@click.argument("file", type=_path)
@click.option("--pin", default="", help="SHA-256 of the file, or key:SHA-256 of the key.")
@language_option
def verify(file: Path, pin: str, lang: str | None) -> None:
    """Verify that FILE is whole, signed, pinned and not expired; exits 0, else 2."""
    spoken = interface_language(lang or "")
    need_cryptography(spoken)
    from charter_lint.desk.bundle import PIN, trusted
    from charter_lint.desk.bundle_format import BundleFault

    today = date.today().isoformat()  # noqa: DTZ011  (the author's own day)
    try:
        found = trusted(file, pin or os.environ.get(PIN, ""), today)
    except (BundleFault, OSError) as error:
        bundle_failed(error, file, spoken)
    _print(found, spoken)


@bundle.command()
@click.argument("file", type=_path)
@language_option
def show(file: Path, lang: str | None) -> None:
    """Show what FILE says of itself; whether to trust it is for verify to say."""
    spoken = interface_language(lang or "")
    need_cryptography(spoken)
    from charter_lint.desk.bundle_format import BundleFault, read_bundle

    try:
        found = read_bundle(file.read_bytes())
    except (BundleFault, OSError) as error:
        bundle_failed(error, file, spoken)
    _print(found, spoken)


def _print(found: Bundle, spoken: str) -> None:
    head = found.head
    protection = text(f"desk.bundle-{'sealed' if head.salt else 'plain'}", spoken)
    values = {"name": head.name, "version": head.version, "files": str(head.files)}
    values |= {"made": head.made, "expires": head.expires, "protection": protection}
    values |= {"hash": found.digest, "key": found.key_digest, "program": head.program}
    click.echo(text("desk.bundle-shown", spoken, **values))


def _fail(key: str, spoken: str, **values: str) -> NoReturn:
    click.echo(text(f"desk.{key}", spoken, **values), err=True)
    raise click.exceptions.Exit(2)
