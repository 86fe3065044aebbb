"""`charter-lint waive`: a dated exception to a rule, in a file of its own."""

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

_path = click.Path(path_type=Path)


@click.command()
@click.argument("rule", default="")
@click.option("--owner", default="", help="Who grants it.")
@click.option("--requester", default="", help="Who asked for it; never the owner.")
@click.option("--reason", default="", help="Why.")
@click.option("--expires", default="", metavar="YYYY-MM-DD", help="Its last day.")
@click.option("--draft", type=_path, help="Only for the text of this file (by its SHA-256).")
@click.option("--match", default="", help="Only for this wording.")
@click.option("--platform", multiple=True, help="Only on this platform (may be repeated).")
@click.option("--list", "listed", is_flag=True, help="List waivers: in use, unused, expired.")
@click.option("--against", multiple=True, type=_path, help="With --list: drafts to try them on.")
@charter_option
@language_option
def waive(
    rule: str,
    owner: str,
    requester: str,
    reason: str,
    expires: str,
    draft: Path | None,
    match: str,
    platform: tuple[str, ...],
    listed: bool,
    against: tuple[Path, ...],
    charter: str,
    lang: str | None,
) -> None:
    """Grant a waiver of RULE (an id, or PACK/*), or --list those there are.

    Accorde une dérogation à une règle, ou montre celles qui existent.

    It is written to the folder waivers beside your charter. With --list, exits 1 when one has
    expired, or covers nothing in the drafts of --against.
    """
    spoken = interface_language(lang or "")
    from charter_lint.charter.places import choose
    from charter_lint.desk.dispute_place import is_own

    if listed:
        raise click.exceptions.Exit(_list(against, charter, lang, spoken))
    from charter_lint.charter.clauses import Waiver
    from charter_lint.charter.faults import CharterError
    from charter_lint.desk.waive import write_waiver
    from charter_lint.draft.context import Context
    from charter_lint.lint.waivers import text_hash

    today = date.today().isoformat()  # noqa: DTZ011  (the owner's own day)
    given = {"RULE": rule, "--owner": owner, "--requester": requester}
    given |= {"--reason": reason, "--expires": expires}
    missing = [key for key, value in given.items() if not value.strip()]
    if missing:
        _fail("waive-missing", spoken, options=", ".join(missing))
    if owner.strip().casefold() == requester.strip().casefold():
        _fail("waive-own", spoken, name=owner)
    try:
        late = date.fromisoformat(expires).isoformat() < today
    except ValueError:
        _fail("waive-day", spoken, value=expires)
    if late:
        _fail("waive-late", spoken, value=expires)
    bound = text_hash(one_draft(draft, Context(), spoken).text) if draft else ""
    try:
        place = choose(charter, Path.cwd()).resolve()
        if not is_own(place):
            _fail("charter-own", spoken)
        granted = Waiver(
            rule=rule,
            owner=owner,
            requester=requester,
            reason=reason,
            expires=expires,
            match=match,
            text=bound,
            platform=list(platform),
        )
        file = write_waiver(place, granted, today)
    except CharterError as error:
        print_faults(error.faults, spoken)
        click.echo(text("desk.nothing-written", spoken), err=True)
        raise click.exceptions.Exit(2) from None
    except OSError as error:
        _fail("file-broken", spoken, file=str(error.filename or ""), detail=detail_of(error))
    click.echo(text("desk.waive-written", spoken, file=str(file), expires=expires))


def _list(against: tuple[Path, ...], charter: str, lang: str | None, spoken: str) -> int:
    from charter_lint.cli.output import print_input_error
    from charter_lint.desk.waive import standings
    from charter_lint.draft.context import Context
    from charter_lint.draft.readers import InputError, files_in, read_file

    today = date.today().isoformat()  # noqa: DTZ011  (the owner's own day)
    loaded = load(charter, lang)
    code = 0
    drafts = []
    for file in files_in(list(against)) if against else ():
        for draft in read_file(file, Context(date=today)):
            if isinstance(draft, InputError):
                print_input_error(draft, spoken)
                code = 2
            else:
                drafts.append(draft)
    found = standings(loaded, drafts, today)
    for each in found:
        w = each.waiver
        values = {"rule": w.rule, "owner": w.owner, "requester": w.requester, "reason": w.reason}
        values |= {"expires": w.expires, "state": text(f"desk.waive-{each.state}", spoken)}
        scope = ", ".join(x for x in (w.match, w.text[:12], *w.platform) if x)
        uses = str(each.uses) if each.uses else ""
        click.echo(text("desk.waive-line", spoken, **values, scope=scope, uses=uses))
    if not found:
        click.echo(text("desk.waive-none", spoken))
    return code or int(any(each.state in ("expired", "unused") for each in found))


def _fail(key: str, spoken: str, **values: str) -> NoReturn:
    click.echo(text(f"desk.{key}", spoken, **values), err=True)
    raise click.exceptions.Exit(2)
