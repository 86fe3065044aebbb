"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from charter_lint.messages.catalogue import interface_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from charter_lint.charter.compiled import Charter

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


def load(charter: str, lang: str | None) -> Charter:
    """Load a charter, or print its faults and exit 2."""
    from charter_lint.charter.faults import CharterError
    from charter_lint.charter.load import load_charter
    from charter_lint.cli.output import print_faults

    try:
        return load_charter(charter, Path.cwd())
    except CharterError as error:
        print_faults(error.faults, interface_language(lang or ""))
        raise click.exceptions.Exit(2) from None
