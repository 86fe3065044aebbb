"""`charter-lint gate`: the last step before publishing."""

from __future__ import annotations

from pathlib import Path

import click

from charter_lint.cli.options import language_option
from charter_lint.messages.catalogue import interface_language

_path = click.Path(path_type=Path, allow_dash=True)


@click.command()
@click.argument("draft", type=_path)
@click.option("--receipt", required=True, type=_path, help="The receipt of this draft.")
@click.option(
    "--public-key", "public", required=True, multiple=True, type=_path, help="Who may sign (PEM)."
)
@click.option("--max-age", default=24.0, show_default=True, help="Hours that a receipt holds.")
@click.option(
    "--fail-on",
    type=click.Choice(["advise", "review", "block"]),
    default="review",
    show_default=True,
    help="Verdicts from here on need an override in the receipt.",
)
@click.option("--charter-name", default="", help="Only receipts of the charter of this name.")
@click.option("--revision", default="", help="Only receipts of this revision of the charter.")
@click.option("--platform", default="", help="Only receipts for this platform.")
@click.option("--role", default="", help="Only receipts for this role.")
@click.option("--account", default="", help="Only receipts for this account.")
@language_option
def gate(
    draft: Path,
    receipt: Path,
    public: tuple[Path, ...],
    max_age: float,
    fail_on: str,
    charter_name: str,
    revision: str,
    platform: str,
    role: str,
    account: str,
    lang: str | None,
) -> None:
    """Let a draft out only with a valid, fresh receipt for exactly this text.

    Exits 0 when it may go, 1 when it may not, 2 when that cannot be told (a key that cannot be
    read, a draft that is none).

    Ne laisse sortir un texte qu'avec un reçu valable, récent, pour ce texte exact.
    """
    from charter_lint.cli.receipt import need_cryptography, proof_of, told

    spoken = interface_language(lang or "")
    need_cryptography(spoken)
    from charter_lint.hooks.receipts.gate import Terms

    terms = Terms(
        hours=max_age,
        fail_on=fail_on,
        charter=charter_name,
        revision=revision,
        context={"platform": platform, "role": role, "account": account},
    )
    raise click.exceptions.Exit(
        told(proof_of(receipt, draft, public, terms, spoken), terms, spoken)
    )
