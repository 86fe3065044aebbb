"""`charter-lint dispute`: “this is a false alarm”, from the author to the rule's owner."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from charter_lint.cli.options import charter_option, language_option, load
from charter_lint.cli.output import print_faults
from charter_lint.cli.receipt import detail_of, one_draft
from charter_lint.messages.catalogue import interface_language, text

if TYPE_CHECKING:
    from typing import NoReturn

    from charter_lint.desk.dispute import Dispute

_path = click.Path(path_type=Path, allow_dash=True)


@click.group()
def dispute() -> None:
    """False alarms: add one, list, accept, decline.

    Fausses alertes : en signaler une, les lister, accepter, refuser.
    """


@dispute.command()
@click.argument("draft", type=_path)
@click.option("--rule", required=True, help="The rule that should have kept silent.")
@click.option("--reason", default="", help="Why, for the rule's owner.")
@click.option("--yes", is_flag=True, help="Agree without being asked.")
@charter_option
@language_option
def add(draft: Path, rule: str, reason: str, yes: bool, charter: str, lang: str | None) -> None:
    """Say that a finding of RULE in DRAFT is a false alarm.

    You are shown the sentence as it would be kept, masked, and asked first. Your name is not kept.
    """
    from charter_lint.desk.dispute import CannotDispute, proposed, write_dispute
    from charter_lint.draft.context import Context
    from charter_lint.lint.judge import lint

    spoken = interface_language(lang or "")
    today = date.today().isoformat()  # noqa: DTZ011  (the author's own day)
    folder = _folder(charter, spoken)
    loaded = load(charter, lang)
    read = one_draft(draft, Context(date=today), spoken)
    finding = next((f for f in lint(read, loaded).findings if f.rule == rule), None)
    if finding is None:
        _fail("dispute-silent", spoken, rule=rule)
    if rule not in loaded.rule_numbers:
        _fail("dispute-unwritten", spoken, rule=rule, contact=finding.contact or finding.owner)
    try:
        made = proposed(read, finding, loaded, today, reason)
    except CannotDispute as error:
        _fail(f"dispute-{error}", spoken, contact=finding.contact or finding.owner)
    click.echo(text("desk.dispute-shown", spoken))
    click.echo(f"  {made.text}")
    if not yes and not click.confirm(text("desk.dispute-ask", spoken)):
        click.echo(text("desk.dispute-dropped", spoken))
        return
    try:
        file = write_dispute(folder, made)
    except OSError as error:
        _fail("file-broken", spoken, file=str(error.filename or ""), detail=detail_of(error))
    click.echo(text("desk.dispute-written", spoken, file=str(file), owner=finding.owner))


@dispute.command("list")
@charter_option
@language_option
def list_(charter: str, lang: str | None) -> None:
    """List disputes; exits 1 while one is open."""
    from charter_lint.desk.dispute import flagged

    spoken = interface_language(lang or "")
    found = _disputes(charter, spoken)
    loaded = load(charter, lang)
    opened = 0
    for name, each in found.items():
        state: str = each.state
        if state == "open":
            opened += 1
            known = each.rule in loaded.rule_numbers
            fires = known and flagged(each.text, each.language, loaded, each.rule)
            state = "fails" if fires else "passes" if known else "gone"
        said = text(f"desk.dispute-{state}", spoken)
        click.echo(f"{name}\n  {each.rule} · {said}\n  {each.text}")
        for more in (each.reason, f"{each.by} : {each.answer}" if each.answer else ""):
            if more:
                click.echo(f"  → {more}")
    if not found:
        click.echo(text("desk.dispute-none", spoken))
    raise click.exceptions.Exit(1 if opened else 0)


@dispute.command()
@click.argument("name")
@charter_option
@language_option
def accept(name: str, charter: str, lang: str | None) -> None:
    """Move a dispute into the `allows` of its rule."""
    from charter_lint.charter.faults import CharterError
    from charter_lint.charter.places import choose, display
    from charter_lint.desk.dispute import accept as accepted
    from charter_lint.desk.dispute import flagged
    from charter_lint.desk.dispute_place import rule_files
    from charter_lint.desk.words_edit import CannotEdit

    spoken = interface_language(lang or "")
    folder, found = _folder(charter, spoken), _one(name, charter, spoken)
    place = choose(charter, Path.cwd()).resolve()
    try:
        rules = rule_files(place)
        if found.rule not in rules:
            _fail("dispute-gone", spoken)
        target = accepted(place, found, folder / f"{name}.yaml", rules[found.rule])
    except CharterError as error:
        print_faults(error.faults, spoken)
        click.echo(text("desk.nothing-written", spoken), err=True)
        raise click.exceptions.Exit(2) from None
    except CannotEdit:
        _fail("dispute-by-hand", spoken, file=display(rules[found.rule]), sentence=found.text)
    except OSError as error:
        _fail("file-broken", spoken, file=str(error.filename or ""), detail=detail_of(error))
    click.echo(text("desk.dispute-accepted", spoken, file=display(target)))
    if flagged(found.text, found.language, load(charter, lang), found.rule):
        click.echo(text("desk.dispute-mend", spoken, rule=found.rule))


@dispute.command()
@click.argument("name")
@click.option("--by", required=True, help="Who decides.")
@click.option("--reason", required=True, help="Why the rule is right.")
@charter_option
@language_option
def decline(name: str, by: str, reason: str, charter: str, lang: str | None) -> None:
    """Decline a dispute with a reason, which its author can read in the list."""
    from charter_lint.desk.dispute import decline as declined

    spoken = interface_language(lang or "")
    found = _one(name, charter, spoken)
    if not by.strip() or not reason.strip():
        _fail("waive-missing", spoken, options="--by, --reason")
    try:
        declined(_folder(charter, spoken) / f"{name}.yaml", found, by, reason)
    except OSError as error:
        _fail("file-broken", spoken, file=str(error.filename or ""), detail=detail_of(error))
    click.echo(text("desk.dispute-said-no", spoken))


def _folder(charter: str, spoken: str) -> Path:
    from charter_lint.charter.faults import CharterError
    from charter_lint.charter.places import choose
    from charter_lint.desk.dispute_place import is_own

    try:
        place = choose(charter, Path.cwd()).resolve()
    except CharterError as error:
        print_faults(error.faults, spoken)
        raise click.exceptions.Exit(2) from None
    if not is_own(place):
        _fail("charter-own", spoken)
    return place.parent / "disputes"


def _disputes(charter: str, spoken: str) -> dict[str, Dispute]:
    from charter_lint.charter.faults import CharterError
    from charter_lint.desk.dispute import read_disputes

    try:
        return read_disputes(_folder(charter, spoken))
    except CharterError as error:
        print_faults(error.faults, spoken)
        raise click.exceptions.Exit(2) from None


def _one(name: str, charter: str, spoken: str) -> Dispute:
    found = _disputes(charter, spoken).get(name)
    if found is None or found.state != "open":
        _fail("dispute-unknown", spoken, name=name)
    return found


def _fail(key: str, spoken: str, **values: str) -> NoReturn:
    click.echo(text(f"desk.{key}", spoken, **values), err=True)
    raise click.exceptions.Exit(2)
