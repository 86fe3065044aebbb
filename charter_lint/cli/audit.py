"""`charter-lint audit`: the charter itself, linted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from charter_lint.cli.options import charter_option, language_option, load
from charter_lint.messages.catalogue import interface_language, text

if TYPE_CHECKING:
    from charter_lint.desk.audit import Remark


@click.command()
@charter_option
@click.option("--format", "-f", "form", type=click.Choice(["text", "json"]), default="text")
@language_option
def audit(charter: str, form: str, lang: str | None) -> None:
    """Look for what is vague, one-sided, over-broad or missing in a charter, each with a remedy.

    Exits 0 when nothing is grave, 1 when something is, 2 for a charter that cannot be read.
    """
    from charter_lint.desk.audit import audit as examine

    spoken = interface_language(lang or "")
    loaded = load(charter, lang)
    remarks = examine(loaded)
    grave = sum(r.grave for r in remarks)
    if form == "json":
        click.echo(_json(loaded.name, remarks))
    else:
        for remark in remarks:
            click.echo(_said(remark, spoken) + "\n")
        key = "total" if remarks else "clean"
        said = text(
            f"desk_audit.{key}",
            spoken,
            charter=loaded.name,
            count=str(len(remarks)),
            grave=str(grave),
        )
        click.echo(said)
    if grave:
        raise click.exceptions.Exit(1)


def _said(remark: Remark, spoken: str) -> str:
    from charter_lint.messages.desk_audit import SOURCES

    said = text(f"desk_audit.{remark.problem}", spoken, **remark.values)
    if remark.grave:
        said += f" [{text('desk_audit.grave', spoken)}]"
    remedy = text(f"desk_audit.{remark.problem}-remedy", spoken, **remark.values)
    lines = [
        text("desk_audit.place", spoken, place=remark.place, said=said),
        "    " + text("desk_audit.remedy", spoken, remedy=remedy),
    ]
    if source := SOURCES.get(remark.problem):
        lines.append("    " + text("desk_audit.source", spoken, source=source))
    return "\n".join(lines)


def _json(name: str, remarks: list[Remark]) -> str:
    import msgspec

    from charter_lint.messages.desk_audit import SOURCES

    listed = [
        {
            **msgspec.to_builtins(remark),
            "said": _both(remark, ""),
            "remedy": _both(remark, "-remedy"),
            "source": SOURCES.get(remark.problem, ""),
        }
        for remark in remarks
    ]
    value = {"charter": name, "grave": sum(r.grave for r in remarks), "remarks": listed}
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()


def _both(remark: Remark, part: str) -> dict[str, str]:
    key = f"desk_audit.{remark.problem}{part}"
    return {language: text(key, language, **remark.values) for language in ("fr", "en")}
