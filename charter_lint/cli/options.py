"""Options that several commands share."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from charter_lint.messages.catalogue import interface_language

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn

    from charter_lint.charter.compiled import Charter

DAY = "YYYY-MM-DD"
"""How a day is written."""

Command = TypeVar("Command", bound="Callable[..., Any]")


def language_option(command: Command) -> Command:
    """Add --lang, the language of messages."""
    return click.option(
        "--lang",
        type=click.Choice(["fr", "en"]),
        default=None,
        help="Language of messages (else the locale's).",
    )(command)


def charter_option(command: Command) -> Command:
    """Add --charter."""
    return click.option(
        "--charter",
        "-c",
        default="",
        metavar="NAME|PATH",
        help="Charter (else $CHARTER_LINT_CHARTER, the nearest .charter-lint.yaml, default).",
    )(command)


def pin_option(command: Command) -> Command:
    """Add --pin."""
    return click.option(
        "--pin",
        default="",
        metavar="HASH",
        help="What a bundle must be: its SHA-256, or key:HASH of the key ($CHARTER_LINT_PIN).",
    )(command)


def day_of(day: str) -> str:
    """Give a day as YYYY-MM-DD, today for ""; raises BadParameter for what is no day."""
    if not day:
        return date.today().isoformat()  # noqa: DTZ011  (the author's own day)
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        raise click.BadParameter(DAY, param_hint="--date") from None


def load(charter: str, lang: str | None) -> Charter:
    """Load a charter, or print its faults and exit 2."""
    from charter_lint.charter.faults import CharterError
    from charter_lint.charter.load import load_charter
    from charter_lint.cli.output import print_faults

    chosen = charter or os.environ.get("CHARTER_LINT_CHARTER", "")
    try:
        if ".bundle" in chosen:
            return _bundled(chosen, interface_language(lang or ""))
        return load_charter(charter, Path.cwd())
    except CharterError as error:
        print_faults(error.faults, interface_language(lang or ""))
        raise click.exceptions.Exit(2) from None


def bundle_failed(error: Exception, file: Path, spoken: str) -> NoReturn:
    """Say why a bundle is refused and exit 2."""
    from charter_lint.messages.catalogue import text

    problem = getattr(error, "problem", "")
    if problem:
        said = text(f"desk.bundle-{problem}", spoken, **getattr(error, "values", {}))
    else:
        said = getattr(error, "strerror", None) or type(error).__name__
    click.echo(f"{file}: {said}", err=True)
    raise click.exceptions.Exit(2)


def _bundled(chosen: str, spoken: str) -> Charter:
    """Load a charter from FILE.bundle or FILE.bundle#PIN."""
    from charter_lint.cli.receipt import need_cryptography

    need_cryptography(spoken)
    from charter_lint.desk.bundle import load_bundle
    from charter_lint.desk.bundle_format import BundleFault

    name, _, pin = chosen.partition("#")
    try:
        return load_bundle(Path(name), pin)
    except (BundleFault, OSError) as error:
        bundle_failed(error, Path(name), spoken)
