"""`charter-lint voice`: countable facts about how a draft speaks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from charter_lint.cli.options import charter_option, language_option, load
from charter_lint.messages.catalogue import interface_language, text

if TYPE_CHECKING:
    from charter_lint.desk.voice import Fact, Voice
    from charter_lint.draft import Draft
    from charter_lint.draft.readers import InputError

_WIDTHS = (44, 10, 16, 12)


@click.command()
@click.argument("path", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--beside",
    "good",
    multiple=True,
    type=click.Path(path_type=Path, exists=True),
    help="A file or folder of good posts to set it beside.",
)
@charter_option
@language_option
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def voice(
    path: Path, good: tuple[Path, ...], charter: str, lang: str | None, as_json: bool
) -> None:
    """Count how a draft speaks: first person, names, figures, verbs, buzzwords, reading ease.

    The figures are facts, not a grade: nobody can measure whether a text is authentic.
    """
    from charter_lint.desk.voice import voice as count

    spoken = interface_language(lang or "")
    loaded = load(charter, lang)
    drafts = _drafts([path], spoken)
    beside = _drafts(list(good), spoken)
    found = [(draft, count(draft, loaded, beside)) for draft in drafts]
    if as_json:
        import msgspec

        rows = [{"id": draft.name, **msgspec.to_builtins(said)} for draft, said in found]
        click.echo(msgspec.json.format(msgspec.json.encode(rows), indent=2).decode())
        return
    for i, (draft, said) in enumerate(found):
        if i:
            click.echo()
        _print(draft.name, said, spoken, beside=bool(beside))


def _drafts(paths: list[Path], language: str) -> list[Draft]:
    """Read the drafts at paths; exits 2 when one cannot be read, or holds no text."""
    import sys

    from charter_lint.cli.output import print_input_error
    from charter_lint.draft.context import Context
    from charter_lint.draft.readers import InputError, files_in, read_bytes, read_file

    context = Context()
    found: list[Draft] = []
    try:
        for path in paths:
            if str(path) == "-":
                name = text("cli.pasted", language)
                read = list(read_bytes(sys.stdin.buffer.read(), name, "", context))
            else:
                read = [d for file in files_in([path]) for d in read_file(file, context)]
            found.extend(_readable(draft) for draft in read)
    except InputError as error:
        print_input_error(error, language)
        raise click.exceptions.Exit(2) from None
    return found


def _readable(draft: Draft | InputError) -> Draft:
    from charter_lint.draft.readers import InputError

    if isinstance(draft, InputError):
        raise draft
    if not draft.text.strip():
        raise InputError("text-empty", draft.name)
    return draft


def _print(name: str, said: Voice, language: str, *, beside: bool) -> None:
    def say(key: str, **values: str) -> str:
        return text(f"voice.{key}", language, **values)

    click.secho(name, bold=True)
    if said.short:
        click.echo(say("short", words=str(said.words)))
    head = [say("measure"), say("value"), say("target")] + ([say("good")] if beside else [])
    click.echo(_row(head))
    for fact in said.facts:
        cells = [say(f"name-{fact.name}"), _number(fact.value, language), _target(fact, language)]
        if beside:
            cells.append(_number(fact.good, language))
        click.secho(_row(cells), bold=fact.outside)
    if said.missing:
        click.echo(say("missing", reason=said.missing))
    if any(f.name == "reading-ease" and f.value is not None for f in said.facts):
        click.echo(say("ease-source"))
    elif not said.short:
        click.echo(say("ease-short"))


def _row(cells: list[str]) -> str:
    first, *rest = cells
    widths = _WIDTHS[1:]
    return f"{first:{_WIDTHS[0]}}" + "".join(
        f"{cell:>{width}}" for cell, width in zip(rest, widths, strict=False)
    )


def _number(value: float | None, language: str) -> str:
    if value is None:
        return "—"
    shown = f"{value:.0f}" if value == int(value) else f"{value:.1f}"
    return shown.replace(".", ",") if language == "fr" else shown


def _target(fact: Fact, language: str) -> str:
    least, most = (_number(bound, language) for bound in (fact.least, fact.most))
    if fact.least is not None and fact.most is not None:
        return f"{least}–{most}"
    if fact.least is not None:
        return f"≥ {least}"
    return f"≤ {most}" if fact.most is not None else ""
