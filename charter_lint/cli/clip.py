"""`charter-lint clip`: judge what was copied."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from charter_lint.cli.options import charter_option, language_option, load
from charter_lint.cli.servers import need_modules
from charter_lint.messages.catalogue import interface_language, text

if TYPE_CHECKING:
    from charter_lint.charter.compiled import Charter
    from charter_lint.draft import Context


@click.command()
@charter_option
@click.option("--watch", "-w", is_flag=True, help="Check every text that is copied, until Ctrl-C.")
@click.option("--platform", default="", help="linkedin, x, facebook, instagram, blog, email…")
@click.option("--role", default="", help="Role of the author: employee, executive, spokesperson…")
@click.option("--account", type=click.Choice(["official", "personal"]), help="Account used.")
@click.option(
    "--fail-on",
    type=click.Choice(["advise", "review", "block", "never"]),
    default="review",
    show_default=True,
    help="Exit 1 from this severity on.",
)
@click.option("--all", "every", is_flag=True, help="Show all findings, not the first three.")
@click.option("--no-color", is_flag=True, help="No colours.")
@language_option
def clip(
    charter: str,
    watch: bool,
    platform: str,
    role: str,
    account: str | None,
    fail_on: str,
    every: bool,
    no_color: bool,
    lang: str | None,
) -> None:
    """Check the text that was copied last; exits as `check` does.

    Relit le texte copié en dernier.
    """
    from charter_lint.draft.context import Context
    from charter_lint.hooks.clipboard import NoClipboardError, changes, paste

    spoken = interface_language(lang or "")
    need_modules(spoken, ("pyperclip",), "clip")
    loaded = load(charter, lang)
    today = date.today().isoformat()  # noqa: DTZ011  (the author's own day)
    context = Context(platform=platform, role=role, account=account or "", date=today)
    settings = {"language": spoken, "quiet": False, "every": every, "no_color": no_color}
    settings["reveal"] = False
    try:
        if not watch:
            raise click.exceptions.Exit(_judge(paste(), loaded, context, settings, fail_on))
        click.echo(text("editor.clip-watching", spoken), err=True)
        for copied in changes():
            _judge(copied, loaded, context, settings, fail_on)
            click.echo()
    except NoClipboardError:
        click.echo(text("editor.clip-none", spoken), err=True)
        raise click.exceptions.Exit(2) from None


def _judge(
    copied: str, charter: Charter, context: Context, settings: dict[str, object], fail_on: str
) -> int:
    """Judge and print one text; give the exit code for it."""
    from charter_lint.cli.output import print_input_error
    from charter_lint.cli.reports import Wanted, write_reports
    from charter_lint.draft.readers import InputError, read_bytes
    from charter_lint.lint.judge import lint
    from charter_lint.lint.report import RANK

    spoken = str(settings["language"])
    if not copied.strip():
        click.echo(text("editor.clip-empty", spoken), err=True)
        return 2
    name = text("editor.clip-name", spoken)
    data = copied.encode("utf-8", "surrogatepass")
    (draft,) = read_bytes(data, name, "", context)
    if isinstance(draft, InputError):
        print_input_error(draft, spoken)
        return 2
    report = lint(draft, charter)
    write_reports(iter([(draft, report)]), [Wanted("text", None)], settings)
    if not report.judged:
        return 2
    return int(RANK[report.verdict] >= RANK.get(fail_on, 99))
