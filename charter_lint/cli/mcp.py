"""`charter-lint mcp`: let assistants check what they write."""

from __future__ import annotations

from contextlib import ExitStack

import click

from charter_lint.cli.options import charter_option, language_option
from charter_lint.cli.servers import keep_a_cache, need_modules
from charter_lint.messages.catalogue import interface_language


@click.command()
@charter_option
@language_option
def mcp(charter: str, lang: str | None) -> None:
    """Serve an assistant: tools to check drafts, and to read rules and permissions.

    Speaks the Model Context Protocol over standard input and output. Nothing of a text is written
    down or logged.

    Sert un assistant : outils pour relire un brouillon, lire les règles et ce qui est permis.
    """
    spoken = interface_language(lang or "")
    need_modules(spoken, ("mcp", "mcp_types"), "mcp")
    import logging

    from charter_lint.hooks.mcp.server import run

    # The library logs calls that fail, with what they hold.
    logging.disable(logging.CRITICAL)
    with ExitStack() as stack:
        keep_a_cache(stack)
        run(charter, spoken)
