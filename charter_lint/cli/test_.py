"""`charter-lint test`: run the examples inside rules."""

from __future__ import annotations

from contextlib import suppress
from fnmatch import fnmatchcase
from pathlib import Path

import click

from charter_lint.cli.options import charter_option, language_option, load
from charter_lint.messages.catalogue import interface_language, text


@click.command(name="test")
@click.argument("names", nargs=-1)
@charter_option
@language_option
@click.option("--quiet", "-q", is_flag=True, help="Print the summary only.")
@click.option("--strict", is_flag=True, help="Fail for phrases without an example, too.")
@click.option("--watch", is_flag=True, help="Run again when a file changes, until Ctrl-C.")
def test(
    names: tuple[str, ...],
    charter: str,
    lang: str | None,
    quiet: bool,
    strict: bool,
    watch: bool,
) -> None:
    """Run the examples of rules, by id or pattern (finance/*); all of them without one.

    Exits 1 when an example does not do what it says; with --strict, also when a phrase has none.
    Examples that need spaCy are only counted where it is not installed.
    """
    while watch:
        from charter_lint.charter.places import choose
        from charter_lint.desk.watch import states, wait_for_change

        path = choose(charter or "examples", Path.cwd()).resolve()
        before = states(path)
        with suppress(click.exceptions.Exit):  # faults are printed; the next save may mend them
            _run(names, charter, lang, quiet, strict)
        wait_for_change(path, before)
    raise click.exceptions.Exit(_run(names, charter, lang, quiet, strict))


def _run(names: tuple[str, ...], charter: str, lang: str | None, quiet: bool, strict: bool) -> int:
    from charter_lint.desk.examples import NO_SPACY, run_examples, unused_phrases

    spoken = interface_language(lang or "")
    loaded = load(charter or "examples", lang)
    wanted = [
        rule
        for rule in loaded.rule_numbers
        if not names or any(fnmatchcase(rule, n) or rule.split("/")[0] == n for n in names)
    ]
    if names and not wanted:
        raise click.BadParameter(", ".join(names), param_hint="NAMES")
    outcomes = list(run_examples(loaded, wanted))
    unread = sum(o.reason == NO_SPACY for o in outcomes)
    failed = [o for o in outcomes if not o.ok and o.reason != NO_SPACY]
    unused = unused_phrases(loaded, wanted)
    for outcome in [] if quiet else failed:
        click.echo(f"{outcome.rule} [{outcome.language}] {outcome.text}")
        if outcome.reason != "fired":
            reason, _, name = outcome.reason.partition(":")
            why = text(f"cli.reason-{reason}", spoken, name=name)
            wanted_ = "should-flag" if outcome.flagged else "should-read"
            click.echo("    " + text(f"cli.test-{wanted_}", spoken, reason=why))
        else:
            click.echo("    " + text("cli.test-should-allow", spoken, match=outcome.match))
    for entry in [] if quiet else unused:
        click.echo(f"{entry.rule} [{entry.language}] {text('cli.unused', spoken)} : {entry.phrase}")
    counts = {
        "rules": str(len(wanted)),
        "examples": str(len(outcomes)),
        "failed": str(len(failed)),
        "unused": str(len(unused)),
    }
    click.echo(text("cli.tested", spoken, **counts))
    if unread:
        click.echo(text("cli.tests-unread", spoken, count=str(unread)))
    return 1 if failed or (strict and unused) else 0
