"""`charter-lint rules`: list the rules of a charter."""

from __future__ import annotations

from fnmatch import fnmatchcase

import click

from charter_lint.cli.options import charter_option, language_option, load
from charter_lint.messages.catalogue import interface_language, text


@click.command()
@click.argument("names", nargs=-1)
@charter_option
@language_option
@click.option("--json", "as_json", is_flag=True, help="As a JSON list.")
def rules(names: tuple[str, ...], charter: str, lang: str | None, as_json: bool) -> None:
    """List rules: all, or those of a pack or pattern (finance, market/*)."""
    spoken = interface_language(lang or "")
    loaded = load(charter, lang)
    listed = [loaded.rules[i] for i in range(len(loaded.rules))]
    if names:
        listed = [
            rule
            for rule in listed
            if any(rule.family == name or fnmatchcase(rule.id, name) for name in names)
        ]
    if as_json:
        import msgspec

        rows = [
            {
                "id": rule.id,
                "severity": rule.severity,
                "effect": rule.effect,
                "title": {"fr": rule.title.fr, "en": rule.title.en},
                "owner": rule.owner,
                "file": rule.file,
            }
            for rule in listed
        ]
        click.echo(msgspec.json.format(msgspec.json.encode(rows), indent=2).decode())
        return
    for rule in listed:
        level = rule.effect if rule.effect != "finding" else rule.severity
        said = text(f"report.level-{level}", spoken)
        click.echo(f"{rule.id:42} {said:16} {rule.title.of(spoken)}")
    click.echo(text("cli.rules-count", spoken, count=str(len(listed)), charter=loaded.name))
