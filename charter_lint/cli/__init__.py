"""The command line: one file a command, each imported only when it is called."""

from __future__ import annotations

from charter_lint.cli.group import main

__all__ = ["main"]
