"""What commands that keep running share: libraries that must be there, and a cache that works."""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from typing import TYPE_CHECKING

import click

from charter_lint.messages.catalogue import text

if TYPE_CHECKING:
    from contextlib import ExitStack


def need_modules(language: str, modules: tuple[str, ...], extra: str) -> None:
    """Exit 2 with the command that installs an extra, where a library of it is missing."""
    from importlib.util import find_spec

    for module in modules:
        if find_spec(module) is None:
            said = text("hooks.extra-missing", language, module=module, extra=extra)
            click.echo(said, err=True)
            raise click.exceptions.Exit(2)


def keep_a_cache(stack: ExitStack) -> None:
    """Give a program that keeps running a cache of its own where the user's cannot be written.

    Without one each look for changes would compile the charter again.
    """
    from charter_lint.charter import cache

    folder = cache.folder()
    try:
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                return
    except OSError:
        pass
    made = stack.enter_context(tempfile.TemporaryDirectory(prefix="charter-lint-"))
    os.environ[cache.VARIABLE] = made


def leave() -> None:
    """End now, though a thread may still judge a post that nobody waits for any more."""
    for thread in threading.enumerate():
        if thread.name.startswith("judge"):
            thread.join(0.2)
    if any(t.name.startswith("judge") and t.is_alive() for t in threading.enumerate()):
        sys.stderr.flush()
        os._exit(0)
