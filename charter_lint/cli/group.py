"""The command `charter-lint` itself: finds its commands by the files of this folder."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import click

import charter_lint.cli as package
from charter_lint.messages.catalogue import interface_language, text
from charter_lint.version import VERSION

_NO_COMMANDS = frozenset({"group", "output", "options", "narrow", "reports", "servers", "written"})
_OLD_NAMES = {"explain-rule": "rule"}


class Commands(click.Group):
    """A group whose commands are the modules of this package."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names of all commands."""
        names = (m.name.rstrip("_").replace("_", "-") for m in iter_modules(package.__path__))
        return sorted(n for n in names if n not in _NO_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command when it is called."""
        name = _OLD_NAMES.get(cmd_name, cmd_name).replace("-", "_")
        if name.replace("_", "-") not in self.list_commands(ctx):
            return None
        stem = name if _exists(name) else f"{name}_"
        module = import_module(f"charter_lint.cli.{stem}")
        found: click.Command = getattr(module, name, None) or module.command
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Add a near name to the error for an unknown command."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.list_commands(ctx), 1)
            if not near:
                raise
            raise click.UsageError(f"{error.message} → {near[0]} ?", ctx) from None


def _exists(name: str) -> bool:
    return any(m.name == name for m in iter_modules(package.__path__))


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(VERSION, prog_name="charter-lint")
@click.pass_context
def charter_lint(ctx: click.Context) -> None:
    """Check a draft against your company's charter before you publish it.

    Relit un brouillon avant publication, d'après la charte de votre entreprise.

    Without a command: paste a text, end it with Ctrl-D (Ctrl-Z Enter on Windows).
    """
    if ctx.invoked_subcommand is None:
        from charter_lint.cli.check import check

        ctx.invoke(check)


def main() -> None:
    """Run the command line; exits 0, 1 or 2, and 130 after Ctrl-C."""
    # A run makes little garbage; collecting it often costs more than judging a post.
    gc.set_threshold(50_000, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    try:
        code = charter_lint.main(standalone_mode=False)
        sys.stdout.flush()
        sys.exit(code if isinstance(code, int) else 0)
    except click.exceptions.Abort:
        click.echo("", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except Exception as error:  # noqa: BLE001  (a traceback could hold a draft's words)
        _own_fault(error)
        sys.exit(2)


def _own_fault(error: Exception) -> None:
    """Say where the program itself failed, without the values it worked on."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    language = interface_language()
    said = text("cli.own-fault", language, kind=type(error).__name__, where=where)
    click.echo(said, err=True)
    if os.environ.get("CHARTER_LINT_DEBUG"):
        raise error
