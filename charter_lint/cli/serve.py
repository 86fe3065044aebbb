"""`charter-lint serve`: check drafts over HTTP, and give a page to paste into."""

from __future__ import annotations

import logging
import os
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from charter_lint.cli.options import language_option
from charter_lint.cli.servers import keep_a_cache, leave, need_modules
from charter_lint.messages.catalogue import interface_language, text

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn

    from charter_lint.hooks.http.settings import Settings
    from charter_lint.hooks.receipts.keys import SigningKey

Value = TypeVar("Value")
_MODULES = ("starlette", "uvicorn", "httptools")


@click.command()
@click.option(
    "--charter",
    "-c",
    "charters",
    multiple=True,
    metavar="NAME|PATH",
    help="Charter to judge by; several are served under their names, the first by default.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8788, type=click.IntRange(0, 65535), show_default=True)
@click.option("--allow-host", multiple=True, metavar="NAME", help="Another name of this server.")
@click.option("--cert", type=click.Path(path_type=Path), help="TLS certificate (PEM).")
@click.option("--key", type=click.Path(path_type=Path), help="Its private key (PEM).")
@click.option("--behind-proxy", is_flag=True, help="A proxy before this server encrypts.")
@click.option("--tokens", type=click.Path(path_type=Path), help="File of tokens (else the user's).")
@click.option("--require-token", is_flag=True, help="Ask for a token on this machine as well.")
@click.option(
    "--webhook-secret", type=click.Path(path_type=Path), help="File of secrets, one a line."
)
@click.option("--receipt-key", type=click.Path(path_type=Path), help="Key to sign receipts (PEM).")
@click.option(
    "--fail-on",
    type=click.Choice(["advise", "review", "block", "never"]),
    default="review",
    show_default=True,
    help="The webhook answers 409 from this severity on.",
)
@click.option("--queue", default=32, type=click.IntRange(1, 10_000), help="Posts that may wait.")
@click.option("--max-text", default=50_000, type=click.IntRange(1), help="Characters a post.")
@click.option("--time-limit", default=5.0, type=click.FloatRange(0.1), help="Seconds a post.")
@click.option("--access-log", is_flag=True, help="Log route, status and time of each request.")
@click.option("--open", "browser", is_flag=True, help="Open the page in the browser.")
@language_option
def serve(
    charters: tuple[str, ...],
    host: str,
    port: int,
    allow_host: tuple[str, ...],
    cert: Path | None,
    key: Path | None,
    behind_proxy: bool,
    tokens: Path | None,
    require_token: bool,
    webhook_secret: Path | None,
    receipt_key: Path | None,
    fail_on: str,
    queue: int,
    max_text: int,
    time_limit: float,
    access_log: bool,
    browser: bool,
    lang: str | None,
) -> None:
    """Check drafts over HTTP for other tools, and give a page to paste into.

    Listens on this machine alone unless --host says otherwise; then tokens and encryption are
    required. Nothing of a draft is kept or logged.

    Relit par HTTP, pour d'autres outils, et donne une page où coller son texte.
    """
    spoken = interface_language(lang or "")
    need_modules(spoken, _MODULES, "server")
    from charter_lint.hooks.http.settings import Settings, is_loopback
    from charter_lint.hooks.webhook.secrets import read_secrets

    settings = Settings(
        charters=charters or ("",),
        host=host,
        port=port,
        allowed_hosts=tuple(name.lower() for name in allow_host),
        certificate=cert,
        private_key=key,
        secrets=_read(webhook_secret, read_secrets, spoken) if webhook_secret else (),
        slack=os.environ.get("CHARTER_LINT_SLACK_SECRET", ""),
        teams=os.environ.get("CHARTER_LINT_TEAMS_SECRET", ""),
        receipt_key=receipt_key,
        fail_on=fail_on,
        queue=queue,
        max_text=max_text,
        max_body=max(1 << 20, 8 * max_text),
        judge_seconds=time_limit,
        access_log=access_log,
    )
    local = is_loopback(host)
    if not local and not behind_proxy and (cert is None or key is None):
        _fail(text("hooks.tls-none", spoken, host=host))
    if not local or require_token or tokens is not None:
        settings = _with_tokens(settings, tokens, spoken, needed=not local)
    logging.basicConfig(stream=sys.stderr, format="%(asctime)s %(message)s", level=logging.WARNING)
    if access_log:
        logging.getLogger("charter_lint").setLevel(logging.INFO)
    with ExitStack() as stack:
        keep_a_cache(stack)
        _run(settings, spoken, browser=browser)
    leave()


def _run(settings: Settings, spoken: str, *, browser: bool) -> None:
    from charter_lint.charter.faults import CharterError
    from charter_lint.cli.output import print_faults
    from charter_lint.hooks.http.server import bind, run
    from charter_lint.hooks.http.shelf import Shelf

    key = _signing_key(settings, spoken) if settings.receipt_key else None
    shown = f"[{settings.host}]" if ":" in settings.host else settings.host
    scheme = "https" if settings.certificate else "http"
    try:
        bound = bind(settings.host, settings.port)
    except OSError as error:
        taken = "address-taken" if settings.port else "address-foreign"
        address, detail = f"{shown}:{settings.port}", error.strerror or ""
        _fail(text(f"hooks.{taken}", spoken, address=address, detail=detail))
    try:
        shelf = Shelf(settings.charters, Path.cwd())
    except CharterError as error:
        print_faults(error.faults, spoken)
        raise click.exceptions.Exit(2) from None
    address = f"{scheme}://{shown}:{bound.getsockname()[1]}/"

    def started() -> None:
        click.echo(text("hooks.serving", spoken, address=address), err=True)
        click.echo(text("hooks.serving-charters", spoken, names=", ".join(shelf.places)), err=True)
        link = f"{address}#{settings.session}" if settings.session else address
        if settings.session:
            click.echo(text("hooks.serving-link", spoken, link=link), err=True)
        if browser:
            click.launch(link)

    try:
        run(settings, shelf, bound, started, key)
    except OSError as error:
        _fail(text("hooks.tls-broken", spoken, detail=error.strerror or type(error).__name__))
    click.echo(text("hooks.stopped", spoken), err=True)


def _with_tokens(settings: Settings, file: Path | None, spoken: str, *, needed: bool) -> Settings:
    """Ask for tokens; a session's own is made where a person reads the terminal."""
    import msgspec

    from charter_lint.hooks.tokens import default_file, new_token, read_tokens

    chosen = file or default_file()
    known = _read(chosen, read_tokens, spoken)
    session = new_token() if sys.stderr.isatty() or not needed else ""
    if not known and not session:
        _fail(text("hooks.tokens-none", spoken, host=settings.host))
    return msgspec.structs.replace(settings, tokens=chosen, session=session)


def _signing_key(settings: Settings, spoken: str) -> SigningKey | None:
    need_modules(spoken, ("cryptography",), "sign")
    from charter_lint.hooks.receipts.keys import read_private

    return _read(settings.receipt_key, read_private, spoken) if settings.receipt_key else None


def _read(file: Path, reader: Callable[[Path], Value], spoken: str) -> Value:
    from charter_lint.hooks.tokens import TokenFileError

    try:
        return reader(file)
    except (OSError, TokenFileError, ValueError) as error:
        detail = getattr(error, "strerror", None) or str(error)
        _fail(text("hooks.file-broken", spoken, file=str(file), detail=detail))


def _fail(said: str) -> NoReturn:
    click.echo(said, err=True)
    raise click.exceptions.Exit(2)
