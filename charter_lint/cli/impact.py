"""`charter-lint impact`: what a change of the charter does to a corpus of posts."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from charter_lint.cli.options import charter_option, day_of, language_option, load
from charter_lint.cli.output import print_faults, print_input_error
from charter_lint.messages.catalogue import interface_language, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import NoReturn

    from charter_lint.desk.impact import Impact
    from charter_lint.desk.verdicts import Judged
    from charter_lint.draft import Draft


@click.command()
@charter_option
@click.option(
    "--corpus",
    type=click.Path(path_type=Path),
    default=None,
    help="Posts (JSON Lines, a file or a folder); else the invented ones that come along.",
)
@click.option(
    "--from",
    "source",
    default="HEAD",
    metavar="REV|PATH",
    help="Compare with the charter of this git revision, file or folder (else HEAD).",
)
@click.option(
    "--format", "-f", "form", type=click.Choice(["text", "json", "markdown"]), default="text"
)
@click.option(
    "--fail-on",
    type=click.Choice(["advise", "review", "block"]),
    default="review",
    show_default=True,
    help="From which severity a post counts as stopped.",
)
@click.option("--examples", default=5, show_default=True, help="Posts shown of each kind.")
@click.option("--jobs", "-j", default=0, help="Processes (else one a core).")
@click.option("--date", "day", default="", metavar="YYYY-MM-DD", help="Day (else today).")
@language_option
def impact(
    charter: str,
    corpus: Path | None,
    source: str,
    form: str,
    fail_on: str,
    examples: int,
    jobs: int,
    day: str,
    lang: str | None,
) -> None:
    """Compare the charter now with an earlier one over a corpus of posts.

    Exits 0 when it was compared, 2 when it could not be.
    """
    from charter_lint.charter.faults import CharterError
    from charter_lint.charter.places import choose
    from charter_lint.desk.changes import GitError
    from charter_lint.desk.impact import compare
    from charter_lint.desk.impact_said import as_json, as_markdown, as_text
    from charter_lint.desk.revision import NoEarlier, earlier_state
    from charter_lint.desk.verdicts import compile_both, judge_both

    spoken = interface_language(lang or "")
    if ".bundle" in (charter or os.environ.get("CHARTER_LINT_CHARTER", "")):
        _refuse("no-bundle", spoken)
    name = load(charter, lang).name
    path = choose(charter, Path.cwd()).resolve()
    posts = _posts(corpus, day, spoken)
    _tell(text("desk_impact.reading", spoken, posts=str(len(posts)), source=source))
    with tempfile.TemporaryDirectory(prefix="charter-lint-") as folder:
        try:
            earlier = earlier_state(source, path, Path(folder) / "then")
            both = compile_both(earlier, path, Path(folder))
            judged = judge_both(posts, both, jobs or os.cpu_count() or 1)
            followed = _progress(judged, len(posts), spoken)
            found = compare(followed, source, name, fail_on, both.changed)
        except NoEarlier as error:
            _refuse(error.problem, spoken, **error.values)
        except GitError as error:
            _refuse("git-missing" if "missing" in error.problem else "git-failed", spoken,
                    detail=error.detail)  # fmt: skip
        except CharterError as error:
            print_faults(error.faults, spoken)
            raise click.exceptions.Exit(2) from None
    if form == "json":
        click.echo(as_json(found))
    else:
        told = _with_reasons(found, spoken)
        shown = max(0, examples)
        markdown = form == "markdown"
        click.echo(as_markdown(told, spoken, shown) if markdown else as_text(told, spoken, shown))
    if found.unjudged:
        raise click.exceptions.Exit(2)


def _posts(corpus: Path | None, day: str, spoken: str) -> list[Draft]:
    from charter_lint.desk.corpus import read_corpus
    from charter_lint.draft import Context
    from charter_lint.draft.readers import InputError

    try:
        posts, faults = read_corpus(corpus, Context(date=day_of(day)))
    except InputError as error:
        print_input_error(error, spoken)
        raise click.exceptions.Exit(2) from None
    for fault in faults:
        print_input_error(fault, spoken)
    if faults:
        _refuse("corpus-broken", spoken, count=str(len(faults)))
    return posts


def _progress(
    judged: Iterable[tuple[Draft, Judged, Judged]], count: int, spoken: str
) -> Iterator[tuple[Draft, Judged, Judged]]:
    """Tell on standard error how far it is: on one line of a terminal, else each fifth."""
    live = sys.stderr.isatty()
    step = 100 if live else max(1, -(-count // 5))
    for done, each in enumerate(judged, 1):
        yield each
        if done % step == 0 or done == count:
            said = text("desk_impact.progress", spoken, done=str(done), all=str(count))
            click.echo(f"\r{said}" if live else said, err=True, nl=not live or done == count)


def _with_reasons(found: Impact, spoken: str) -> Impact:
    """Put words for the message keys of what was missing."""
    import msgspec

    def said(reason: str) -> str:
        place = reason if "." in reason else f"report.{reason}"
        try:
            return text(place, spoken)
        except (KeyError, ModuleNotFoundError):
            return reason

    missing = {said(reason): count for reason, count in found.missing.items()}
    return msgspec.structs.replace(found, missing=missing)


def _tell(said: str) -> None:
    click.echo(said, err=True)


def _refuse(problem: str, spoken: str, **values: str) -> NoReturn:
    click.echo(text(f"desk_impact.{problem}", spoken, **values), err=True)
    raise click.exceptions.Exit(2)
