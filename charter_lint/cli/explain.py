"""`charter-lint explain`: why a draft got its findings, and why it got no others."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from charter_lint.cli.options import charter_option, day_of, language_option, load
from charter_lint.cli.output import print_input_error
from charter_lint.messages.catalogue import interface_language, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.draft import Context, Draft


@click.command()
@click.argument("path", required=False, type=click.Path(path_type=Path, allow_dash=True))
@charter_option
@click.option("--rule", "rule_id", default="", metavar="ID", help="Follow this rule only.")
@click.option("--text", "given", default=None, help="Explain this text.")
@click.option("--format", "-f", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--platform", default="", help="linkedin, x, facebook, instagram, blog, email…")
@click.option("--role", default="", help="Role of the author: employee, executive, spokesperson…")
@click.option("--account", type=click.Choice(["official", "personal"]), help="Account used.")
@click.option("--audience", default="", help="public, customers, staff…")
@click.option("--date", "day", default="", metavar="YYYY-MM-DD", help="Day (else today).")
@click.option("--reveal", is_flag=True, help="Show masked matches; on a terminal only.")
@language_option
def explain(
    path: Path | None,
    charter: str,
    rule_id: str,
    given: str | None,
    form: str,
    platform: str,
    role: str,
    account: str | None,
    audience: str,
    day: str,
    reveal: bool,
    lang: str | None,
) -> None:
    """Show the whole way of a draft through the rules: what was found, silenced, softened, and why.

    Exits 0 when the draft was explained, 2 when it could not be read or a rule is unknown.
    """
    from charter_lint.desk.explain import explain as follow
    from charter_lint.desk.explain import explained_rules
    from charter_lint.desk.explanation import as_json, as_text
    from charter_lint.draft import Context

    spoken = interface_language(lang or "")
    if reveal and not sys.stdout.isatty():
        click.echo(text("cli.reveal-terminal", spoken), err=True)
        raise click.exceptions.Exit(2)
    loaded = load(charter, lang)
    known = explained_rules(loaded)
    if rule_id and rule_id not in known:
        from charter_lint.charter.hints import nearest

        near = nearest(rule_id, known)
        click.echo(text("faults.rule-unknown", spoken, name=rule_id, near=near), err=True)
        raise click.exceptions.Exit(2)
    context = Context(
        platform=platform, role=role, account=account or "", audience=audience, date=day_of(day)
    )
    for draft in _drafts(path, given, context, spoken):
        explained = follow(draft, loaded, rule_id)
        said = (
            as_json(draft, explained)
            if form == "json"
            else as_text(draft, explained, spoken, reveal=reveal)
        )
        click.echo(said)


def _drafts(
    path: Path | None, given: str | None, context: Context, language: str
) -> Iterator[Draft]:
    from charter_lint.draft.readers import InputError, read_bytes, read_file

    if given is not None:
        found = read_bytes(given.encode("utf-8", "surrogateescape"), "--text", "", context)
    elif path is None or str(path) == "-":
        name = text("cli.pasted", language)
        found = read_bytes(sys.stdin.buffer.read(), name, "", context)
    else:
        found = read_file(path, context)
    wrong = False
    try:
        for draft in found:
            if isinstance(draft, InputError):
                print_input_error(draft, language)
                wrong = True
            elif not draft.text.strip():
                print_input_error(InputError("text-empty", draft.name), language)
                wrong = True
            else:
                yield draft
    except InputError as error:
        print_input_error(error, language)
        wrong = True
    if wrong:
        raise click.exceptions.Exit(2)
