"""`charter-lint lsp`: findings in an editor, while one types."""

from __future__ import annotations

from contextlib import ExitStack

import click

from charter_lint.cli.options import charter_option, language_option
from charter_lint.cli.servers import keep_a_cache, need_modules
from charter_lint.messages.catalogue import interface_language


@click.command()
@charter_option
@click.option(
    "--stdio",
    is_flag=True,
    expose_value=False,
    help="Speak over standard input and output (it always does).",
)
@language_option
def lsp(charter: str, lang: str | None) -> None:
    """Serve an editor: findings in Markdown and plain text, faults in charters and rules.

    Speaks the Language Server Protocol over standard input and output. Nothing of a text is
    written down or logged.

    Sert un éditeur de texte : points à revoir pendant la frappe, fautes des chartes et des règles.
    """
    spoken = interface_language(lang or "")
    need_modules(spoken, ("pygls", "lsprotocol"), "lsp")
    import logging

    from charter_lint.hooks.lsp.server import run

    # The library logs messages that it cannot read, with what they hold.
    logging.disable(logging.CRITICAL)
    with ExitStack() as stack:
        keep_a_cache(stack)
        run(charter, spoken)
