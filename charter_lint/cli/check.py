"""`charter-lint check`: judge drafts."""

from __future__ import annotations

import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from charter_lint.cli.narrow import changes_since, known_of, only_changed
from charter_lint.cli.options import DAY, charter_option, day_of, language_option, load, pin_option
from charter_lint.cli.output import print_input_error
from charter_lint.cli.reports import Wanted, write_reports
from charter_lint.draft.context import Context
from charter_lint.draft.readers import InputError, files_in, read_bytes, read_file
from charter_lint.formats.names import format_names
from charter_lint.lint.judge import lint
from charter_lint.lint.report import RANK
from charter_lint.messages.catalogue import interface_language, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.charter.compiled import Charter
    from charter_lint.draft import Draft
    from charter_lint.lint.report import Report

_PROGRESS_SECONDS = 1.0
_HISTORY = 50  # last posts that are looked at


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@charter_option
@pin_option
@click.option(
    "--format",
    "-f",
    "form",
    default="text",
    metavar="NAME",
    help="Output format: text, json, sarif…",
)
@click.option("--output", "-o", type=click.Path(path_type=Path), help="Write to this file.")
@click.option(
    "--also", multiple=True, metavar="FORMAT=FILE", help="Write a further report, as sarif=x.sarif."
)
@click.option("--diff", "revision", metavar="REV", help="Only findings in lines changed since REV.")
@click.option(
    "--baseline",
    "known_file",
    type=click.Path(path_type=Path),
    help="Leave out what this file knows (charter-lint baseline write).",
)
@click.option("--text", "given", default=None, help="Check this text.")
@click.option("--platform", default="", help="linkedin, x, facebook, instagram, blog, email…")
@click.option("--role", default="", help="Role of the author: employee, executive, spokesperson…")
@click.option("--account", type=click.Choice(["official", "personal"]), help="Account used.")
@click.option("--audience", default="", help="public, customers, staff…")
@click.option("--date", "day", default="", metavar=DAY, help="Day of publication (else today).")
@click.option("--action", type=click.Choice(["post", "like", "share", "comment"]), help="Action.")
@click.option("--language", type=click.Choice(["fr", "en"]), help="Language of the draft.")
@click.option("--author", default="", help="Name of the author.")
@click.option("--media", multiple=True, help="An image or video that goes with it.")
@click.option(
    "--history",
    type=click.Path(path_type=Path),
    help="The author's last posts (JSON Lines): pieces told one after the other add up.",
)
@click.option("--reveal", is_flag=True, help="Show masked matches; on a terminal only.")
@click.option(
    "--fail-on",
    type=click.Choice(["advise", "review", "block", "never"]),
    default="review",
    show_default=True,
    help="Exit 1 from this severity on.",
)
@language_option
@click.option("--quiet", "-q", is_flag=True, help="Print nothing for drafts that may go out.")
@click.option("--no-color", is_flag=True, help="No colours.")
@click.option(
    "--jobs",
    "-j",
    type=click.IntRange(1, 64),
    default=1,
    help="Processes to judge in.",
    metavar="N",
)
@click.option("--all", "every", is_flag=True, help="Show all findings, not the first three.")
def check(
    paths: tuple[Path, ...] = (),
    charter: str = "",
    pin: str = "",
    form: str = "text",
    output: Path | None = None,
    also: tuple[str, ...] = (),
    revision: str | None = None,
    known_file: Path | None = None,
    given: str | None = None,
    platform: str = "",
    role: str = "",
    account: str | None = None,
    audience: str = "",
    day: str = "",
    action: str | None = None,
    language: str | None = None,
    author: str = "",
    media: tuple[str, ...] = (),
    history: Path | None = None,
    reveal: bool = False,
    fail_on: str = "review",
    lang: str | None = None,
    quiet: bool = False,
    no_color: bool = False,
    jobs: int = 1,
    every: bool = False,
) -> None:
    """Check drafts: files, folders, - for standard input, or a pasted text.

    Exits 0 when nothing reaches --fail-on, 1 when something does, 2 when a draft could not be
    judged.
    """
    spoken = interface_language(lang or "")
    reports = _reports(form, output, also)
    if reveal and (output or not sys.stdout.isatty()):
        click.echo(text("cli.reveal-terminal", spoken), err=True)
        raise click.exceptions.Exit(2)
    context = Context(
        platform=platform,
        role=role,
        account=account or "",
        audience=audience,
        date=day_of(day),
        action=action or "",
        language=language or "",
        author=author,
        media=media,
    )
    loaded = load(f"{charter}#{pin}" if pin else charter, lang)
    run = _Run(spoken, fail_on)
    changes = changes_since(revision, spoken) if revision else None
    known = known_of(known_file, spoken) if known_file else None
    nothing = changes is not None and not paths and given is None and not changes
    if changes and not paths and given is None:
        paths = tuple(sorted(changes))
    drafts = run.readable(iter(()) if nothing else _drafts(paths, given, context, spoken))
    earlier = tuple(_history(history, context, spoken))
    counted = run.counted(drafts, quiet=quiet)
    judged = _judged(counted, loaded, charter, jobs, earlier)
    if changes is not None:
        judged = only_changed(judged, changes)
    if known is not None:
        judged = ((draft, known.without_known(draft, report)) for draft, report in judged)
    settings = {
        "language": spoken,
        "quiet": quiet,
        "every": every,
        "no_color": no_color,
        "reveal": reveal,
    }
    write_reports(run.noted(judged), reports, settings)
    raise click.exceptions.Exit(run.code)


class _Run:
    """What the exit code depends on: bad input, incomplete judgements, grave findings."""

    def __init__(self, language: str, fail_on: str) -> None:
        self.code = 0
        self._language = language
        self._bound = RANK.get(fail_on, 99)

    def readable(self, drafts: Iterator[Draft | InputError]) -> Iterator[Draft]:
        for draft in drafts:
            if isinstance(draft, InputError):
                print_input_error(draft, self._language)
                self.code = 2
            elif not draft.text.strip():
                print_input_error(InputError("text-empty", draft.name), self._language)
                self.code = 2
            else:
                yield draft

    def counted(self, drafts: Iterator[Draft], *, quiet: bool) -> Iterator[Draft]:
        """Show how far a long run is, on a terminal that does not get the report itself."""
        shown = not quiet and sys.stderr.isatty() and not sys.stdout.isatty()
        last = monotonic()
        number = 0
        for number, draft in enumerate(drafts, 1):
            yield draft
            if shown and monotonic() - last > _PROGRESS_SECONDS:
                last = monotonic()
                said = text("cli.progress", self._language, count=str(number))
                click.echo(f"\r{said}", nl=False, err=True)
        if shown and number:
            click.echo("\r" + " " * 40 + "\r", nl=False, err=True)

    def noted(self, judged: Iterator[tuple[Draft, Report]]) -> Iterator[tuple[Draft, Report]]:
        for draft, report in judged:
            if not report.judged:
                self.code = 2
            elif RANK[report.verdict] >= self._bound and self.code == 0:
                self.code = 1
            yield draft, report


def _judged(
    drafts: Iterator[Draft], loaded: Charter, charter: str, jobs: int, earlier: tuple[Draft, ...]
) -> Iterator[tuple[Draft, Report]]:
    if jobs == 1 or earlier or loaded.head.revision.startswith("sha256:"):
        return ((draft, lint(draft, loaded, earlier)) for draft in drafts)
    from charter_lint.lint.parallel import lint_many

    return lint_many(drafts, charter, Path.cwd(), jobs)


def _history(path: Path | None, context: Context, language: str) -> Iterator[Draft]:
    """Read the author's last posts; those of another author are left out, and only few are kept.

    A line that cannot be read ends the run: a mosaic must not look checked against half of it.
    """
    if path is None:
        return
    posts = []
    for draft in read_file(path, Context()):
        if isinstance(draft, InputError):
            print_input_error(draft, language)
            raise click.exceptions.Exit(2)
        if not (context.author and draft.context.author) or (
            context.author.casefold() == draft.context.author.casefold()
        ):
            posts.append(draft)
    yield from posts[-_HISTORY:]


def _drafts(
    paths: tuple[Path, ...], given: str | None, context: Context, language: str
) -> Iterator[Draft | InputError]:
    if given is not None:
        yield from read_bytes(given.encode("utf-8", "surrogateescape"), "--text", "", context)
        return
    listed = paths or (Path("-"),)
    try:
        for path in listed:
            if str(path) == "-":
                yield from _standard_input(context, language)
            else:
                for file in files_in([path]):
                    yield from read_file(file, context)
    except InputError as error:
        yield error


def _standard_input(context: Context, language: str) -> Iterator[Draft | InputError]:
    if sys.stdin.isatty():
        click.echo(text("cli.paste", language), err=True)
    data = sys.stdin.buffer.read()
    if sys.stdin.isatty():
        click.echo("", err=True)
    yield from read_bytes(data, text("cli.pasted", language), "", context)


def _reports(form: str, output: Path | None, also: tuple[str, ...]) -> list[Wanted]:
    """Read which formats go where; a format nobody knows is told with the nearest one."""
    wanted = [Wanted(form, output)]
    for each in also:
        name, sign, file = each.partition("=")
        if not sign or not file:
            raise click.BadParameter(f"{each} → {each}=FILE", param_hint="--also")
        wanted.append(Wanted(name, Path(file)))
    for one in wanted:
        if one.form not in format_names():
            from difflib import get_close_matches

            near = get_close_matches(one.form, format_names(), 1)
            said = ", ".join(format_names()) + (f" → {near[0]} ?" if near else "")
            raise click.BadParameter(said, param_hint="--format")
    files = [one.file.resolve() for one in wanted if one.file]
    if len(files) != len(set(files)):
        raise click.BadParameter(str(files[-1]), param_hint="--output, --also")
    return wanted
