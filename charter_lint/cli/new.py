"""`charter-lint new`: a rule made of examples, a charter, a waiver."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from charter_lint.cli.init import init
from charter_lint.cli.options import charter_option, language_option
from charter_lint.cli.output import print_faults
from charter_lint.cli.waive import waive
from charter_lint.messages.catalogue import LANGUAGES, interface_language, text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import NoReturn

    from charter_lint.desk.new_rule import Sample
    from charter_lint.desk.new_rule_write import Made

_SEVERITIES = ("advise", "review", "block")


@click.group()
def new() -> None:
    """Write a new rule, charter or waiver, asking for what it needs.

    Écrit une règle, une charte ou une dérogation, en posant les questions qu'il faut.
    """


new.add_command(init, "charter")
new.add_command(waive, "waiver")


@new.command()
@click.option("--flag", multiple=True, metavar="TEXT", help="A sentence to flag (repeat it).")
@click.option("--allow", multiple=True, metavar="TEXT", help="One to leave alone (repeat it).")
@click.option("--why", multiple=True, metavar="TEXT", help='Why; "fr: …" and "en: …" for both.')
@click.option("--instead", multiple=True, metavar="TEXT", help="What to say instead; likewise.")
@click.option("--severity", type=click.Choice(_SEVERITIES), default=None, help="How grave.")
@click.option("--id", "rule_id", default="", metavar="PACK/NAME", help="The rule's id.")
@charter_option
@language_option
def rule(
    flag: tuple[str, ...],
    allow: tuple[str, ...],
    why: tuple[str, ...],
    instead: tuple[str, ...],
    severity: str | None,
    rule_id: str,
    charter: str,
    lang: str | None,
) -> None:
    """Make a rule of sentences to flag and sentences to allow; asks for what is not given.

    Fait une règle à partir de phrases à signaler et de phrases permises.

    The phrases it looks for are proposed from the examples. The file goes to the folder of rules
    beside your charter; it is written only when every example does what it says. A sentence may
    begin with "fr:" or "en:". Exits 1 when no rule could be made, 2 for a faulty charter.
    """
    from charter_lint.charter.faults import CharterError
    from charter_lint.charter.places import choose
    from charter_lint.desk.dispute_place import is_own
    from charter_lint.desk.new_rule_file import Texts, id_of, is_id
    from charter_lint.desk.new_rule_write import make_rule

    spoken = interface_language(lang or "")
    try:
        path = choose(charter, Path.cwd()).resolve()
    except CharterError as error:
        print_faults(error.faults, spoken)
        raise click.exceptions.Exit(2) from None
    if not is_own(path):
        _refuse("no-charter", spoken)
    if rule_id and not is_id(rule_id):
        _refuse("id-bad", spoken, id=rule_id)
    asked = not flag
    flagged = _samples(flag or _ask_many("ask-flag", spoken), spoken)
    if not flagged:
        _refuse("no-flag", spoken)
    allowed = _samples(allow or (_ask_many("ask-allow", spoken) if asked else ()), spoken)
    whys = _spoken(why or [click.prompt(text("desk_new.ask-why", spoken))], spoken)
    said = _spoken(instead or [click.prompt(text("desk_new.ask-instead", spoken))], spoken)
    if severity is None:
        question = text("desk_new.ask-severity", spoken)
        severity = click.prompt(
            question, default="advise", type=click.Choice(_SEVERITIES), show_choices=False
        )
    texts = Texts(why=whys, instead=said, severity=severity)
    named = rule_id or id_of(next(iter(whys.values())))
    try:
        made = make_rule(path, named, (flagged, allowed), texts)
    except CharterError as error:
        print_faults(error.faults, spoken)
        raise click.exceptions.Exit(2) from None
    except FileExistsError as error:
        _refuse("exists", spoken, file=_short(Path(str(error))))
    _print(made, spoken)
    if made.written and (len(whys) < len(LANGUAGES) or len(said) < len(LANGUAGES)):
        click.echo(text("desk_new.translate", spoken))
    raise click.exceptions.Exit(0 if made.written else 1)


def _print(made: Made, spoken: str) -> None:
    for missed in made.proposal.missed:
        click.echo(text("desk_new.missed", spoken, text=missed.text), err=True)
    if made.proposal.missed:
        return
    for language in LANGUAGES:
        phrases: tuple[str, ...] = getattr(made.proposal, language)
        if phrases:
            click.echo(text("desk_new.phrases", spoken, language=language))
            for phrase in phrases:
                click.echo(f"  {phrase}")
    if made.proposal.unless:
        click.echo(text("desk_new.unless", spoken, names=", ".join(made.proposal.unless)))
    for outcome in made.outcomes:
        wanted = text(f"desk_new.{'flagged' if outcome.flagged else 'allowed'}", spoken)
        click.echo(f"  {'✓' if outcome.ok else '✗'} {wanted} [{outcome.language}] {outcome.text}")
        if not outcome.ok:
            click.echo(text("desk_new.failed", spoken, text=outcome.text), err=True)
    if made.written:
        values = {"file": _short(made.path), "count": str(len(made.outcomes))}
        click.echo(text("desk_new.done", spoken, **values))


def _ask_many(key: str, spoken: str) -> list[str]:
    found: list[str] = []
    while True:
        said = click.prompt(text(f"desk_new.{key}", spoken), default="", show_default=False)
        if not said.strip():
            return found
        found.append(said)


def _samples(texts: Iterable[str], spoken: str) -> list[Sample]:
    from charter_lint.desk.new_rule import Sample
    from charter_lint.draft import Draft

    found = []
    for written in texts:
        language, said = _marked(written)
        if not language:
            heard = next(iter(Draft(said).languages), "")
            language = heard if heard in LANGUAGES else spoken
        found.append(Sample(said, language))
    return list(dict.fromkeys(found))


def _spoken(texts: Iterable[str], spoken: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for written in texts:
        language, said = _marked(written)
        found[language or spoken] = said
    return found


def _marked(written: str) -> tuple[str, str]:
    language, colon, rest = written.strip().partition(":")
    if colon and language.strip() in LANGUAGES:
        return language.strip(), rest.strip()
    return "", written.strip()


def _short(path: Path) -> str:
    return os.path.relpath(path)


def _refuse(key: str, spoken: str, **values: str) -> NoReturn:
    click.echo(text(f"desk_new.{key}", spoken, **values), err=True)
    raise click.exceptions.Exit(2)
