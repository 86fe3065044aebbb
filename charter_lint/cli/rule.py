"""`charter-lint rule`: explain one rule."""

from __future__ import annotations

import click

from charter_lint.cli.options import charter_option, language_option, load
from charter_lint.messages.catalogue import interface_language, text


@click.command()
@click.argument("name")
@charter_option
@language_option
def rule(name: str, charter: str, lang: str | None) -> None:
    """Explain a rule: what it flags, why, what to write instead, its source and its examples."""
    from charter_lint.formats.layout import wrap

    spoken = interface_language(lang or "")
    loaded = load(charter, lang)
    number = loaded.rule_numbers.get(name)
    if number is None:
        from charter_lint.charter.hints import nearest

        near = nearest(name, loaded.rule_numbers)
        click.echo(text("faults.rule-unknown", spoken, name=name, near=near), err=True)
        raise click.exceptions.Exit(2)
    found = loaded.rules[number]
    level = found.effect if found.effect != "finding" else found.severity
    click.secho(f"{found.title.of(spoken)}", bold=True)
    click.echo(f"{found.id} · {text(f'report.level-{level}', spoken)} · {found.file}\n")
    match = text("cli.rule-match", spoken)
    for key, said in (
        ("what", found.message.of(spoken).replace("{match}", match)),
        ("why", found.why.of(spoken) if found.why else ""),
        ("instead", found.instead.of(spoken).replace("{match}", match)),
        ("owner", _owner(found.owner, found.contact or loaded.head.contacts.get(found.owner, ""))),
        ("changed", found.changed),
    ):
        if said:
            click.echo(wrap(f"{text(f'cli.rule-{key}', spoken)} {said}", 80, "", "  "))
    for source in found.source:
        mark = text(f"cli.mark-{source.mark}", spoken)
        where = f" ({source.jurisdiction})" if source.jurisdiction else ""
        day = f", {source.verified}" if source.verified else ""
        said = f"{text('cli.rule-source', spoken)} {source.text}{where} — {mark}{day}"
        click.echo(wrap(said, 80, "", "  "))
    rows = loaded.examples[number].rows
    for flagged, key in ((True, "flags"), (False, "allows")):
        listed = [e.text for language, f, e in rows if f is flagged and language == spoken]
        if listed:
            click.echo("\n" + text(f"cli.rule-{key}", spoken))
            for example in listed:
                click.echo(wrap(example, 80, "  ✗ " if flagged else "  ✓ ", "    "))


def _owner(owner: str, contact: str) -> str:
    return f"{owner} ({contact})" if contact else owner
