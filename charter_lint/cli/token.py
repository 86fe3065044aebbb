"""`charter-lint token`: tokens for those who call the server."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from charter_lint.cli.options import language_option
from charter_lint.messages.catalogue import interface_language, text

if TYPE_CHECKING:
    from typing import NoReturn

    from charter_lint.hooks.tokens import Token

_file = click.option("--tokens", type=click.Path(path_type=Path), help="File (else the user's).")


@click.group()
def token() -> None:
    """Tokens of callers: make, list, revoke; and secrets to sign webhooks.

    Jetons des appelants : créer, lister, retirer ; et secrets pour signer les appels.
    """


@token.command()
@click.argument("name")
@click.option("--days", type=click.IntRange(1), help="Days that it holds.")
@_file
@language_option
def new(name: str, days: int | None, tokens: Path | None, lang: str | None) -> None:
    """Make a token and print it once; the file keeps only its hash."""
    from charter_lint.hooks.tokens import Token, hash_of, new_token

    spoken = interface_language(lang or "")
    known = _known(tokens, spoken)
    if any(t.name == name for t in known):
        _fail("token-exists", spoken, name=name)
    made = new_token()
    today = date.today()  # noqa: DTZ011  (days of the machine that serves)
    expires = (today + timedelta(days=days)).isoformat() if days else ""
    kept = Token(name=name, hash=hash_of(made), created=today.isoformat(), expires=expires)
    _write(tokens, (*known, kept), spoken)
    click.echo(text("hooks.token-made", spoken, name=name), err=True)
    click.echo(made)


@token.command(name="list")
@_file
@language_option
def list_(tokens: Path | None, lang: str | None) -> None:
    """List tokens by name."""
    spoken = interface_language(lang or "")
    known = _known(tokens, spoken)
    for t in known:
        values = {"name": t.name, "created": t.created, "expires": t.expires}
        click.echo(text("hooks.token-line", spoken, **values))
    if not known:
        click.echo(text("hooks.token-list-empty", spoken))


@token.command()
@click.argument("name")
@_file
@language_option
def revoke(name: str, tokens: Path | None, lang: str | None) -> None:
    """Revoke a token; a running server refuses it from now on."""
    spoken = interface_language(lang or "")
    known = _known(tokens, spoken)
    left = tuple(t for t in known if t.name != name)
    if left == known:
        _fail("token-none", spoken, name=name)
    _write(tokens, left, spoken)
    click.echo(text("hooks.token-revoked", spoken, name=name))


@token.command()
@language_option
def secret(lang: str | None) -> None:
    """Print a new secret to sign webhooks with."""
    from charter_lint.hooks.webhook.secrets import new_secret

    click.echo(text("hooks.secret-made", interface_language(lang or "")), err=True)
    click.echo(new_secret())


def _known(tokens: Path | None, spoken: str) -> tuple[Token, ...]:
    from charter_lint.hooks.tokens import TokenFileError, default_file, read_tokens

    file = tokens or default_file()
    try:
        return read_tokens(file)
    except TokenFileError as error:
        _fail("file-broken", spoken, file=str(file), detail=str(error))


def _write(tokens: Path | None, known: tuple[Token, ...], spoken: str) -> None:
    from charter_lint.hooks.tokens import TokenFileError, default_file, write_tokens

    file = tokens or default_file()
    try:
        write_tokens(file, known)
    except TokenFileError as error:
        _fail("file-broken", spoken, file=str(file), detail=str(error))


def _fail(key: str, spoken: str, **values: str) -> NoReturn:
    click.echo(text(f"hooks.{key}", spoken, **values), err=True)
    raise click.exceptions.Exit(2)
