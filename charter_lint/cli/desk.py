"""`charter-lint desk`: a local page to change rules, see what they do, and save them."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from charter_lint.cli.options import charter_option, language_option
from charter_lint.cli.servers import leave, need_modules
from charter_lint.messages.catalogue import interface_language, text

if TYPE_CHECKING:
    from typing import NoReturn

_MODULES = ("starlette", "uvicorn", "httptools")


@click.command()
@charter_option
@click.option(
    "--port",
    default=0,
    type=click.IntRange(0, 65535),
    help="Port on this machine (else a free one).",
)
@click.option("--open", "browser", is_flag=True, help="Open the page in the browser.")
@language_option
def desk(charter: str, port: int, browser: bool, lang: str | None) -> None:
    """Change your company's rules on a page of this machine.

    Shows what is wrong while you write, the rule's examples green or red, and what it finds in a
    text of yours; saving writes the rule's YAML file and nothing else.

    Ouvre une page de cet ordinateur pour changer vos règles et voir leur effet.
    """
    spoken = interface_language(lang or "")
    need_modules(spoken, _MODULES, "server")
    from charter_lint.charter.faults import CharterError
    from charter_lint.charter.files import chain
    from charter_lint.charter.places import choose
    from charter_lint.cli.output import print_faults
    from charter_lint.desk.dispute_place import is_own

    try:
        place = choose(charter, Path.cwd()).resolve()
        chain(place)
    except CharterError as error:
        print_faults(error.faults, spoken)
        raise click.exceptions.Exit(2) from None
    if not is_own(place):
        _fail(text("desk.charter-own", spoken))
    logging.basicConfig(stream=sys.stderr, format="%(asctime)s %(message)s", level=logging.WARNING)
    _serve(place, port, spoken, browser=browser)
    leave()


def _serve(charter: Path, port: int, spoken: str, *, browser: bool) -> None:
    from charter_lint.hooks.desk.app import make_desk
    from charter_lint.hooks.http.server import bind, run_app
    from charter_lint.hooks.http.settings import Settings
    from charter_lint.hooks.tokens import new_token

    settings = Settings(port=port, session=new_token(), max_body=8 << 20, judge_seconds=60.0)
    try:
        bound = bind(settings.host, port)
    except OSError as error:
        address, detail = f"{settings.host}:{port}", error.strerror or ""
        _fail(text("hooks.address-taken", spoken, address=address, detail=detail))
    link = f"http://{settings.host}:{bound.getsockname()[1]}/#{settings.session}"

    def started() -> None:
        click.echo(text("desk_page.serving", spoken, link=link), err=True)
        if browser:
            click.launch(link)

    run_app(make_desk(settings, charter), settings, bound, started)
    click.echo(text("hooks.stopped", spoken), err=True)


def _fail(said: str) -> NoReturn:
    click.echo(said, err=True)
    raise click.exceptions.Exit(2)
