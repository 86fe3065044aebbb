"""`charter-lint schema`: JSON Schemas for editors and for tools that read reports."""

from __future__ import annotations

import click

_NAMES = ("report", "charter", "rule", "concepts", "context")


@click.command()
@click.argument("name", type=click.Choice(_NAMES), default="report")
def schema(name: str) -> None:
    """Print the JSON Schema of a report, or of a kind of file that compliance edits."""
    import msgspec

    from charter_lint.charter.schemas import file_schema

    if name == "report":
        from charter_lint.formats.json import Document

        found = msgspec.json.schema(Document)
    else:
        found = file_schema(name)
    click.echo(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
