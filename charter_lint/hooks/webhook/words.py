"""A judgement in a few plain lines, for chats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from charter_lint.messages.catalogue import text

if TYPE_CHECKING:
    from charter_lint.formats.entry import Entry

_SHOWN = 3


def words_of(entry: Entry, language: str) -> str:
    """Say the verdict, at most three findings, notes, and what was not checked.

    Holds nothing of the draft but what messages repeat; masked passages stay masked.
    """
    count = len(entry.findings)
    key = f"verdict-{entry.verdict}{'-one' if count == 1 else ''}"
    lines = [text(f"report.{key}", language, count=str(count))]
    for number, finding in enumerate(entry.findings[:_SHOWN], 1):
        instead = f"{text('report.instead', language)} {finding.instead[language]}"
        lines.append(f"{number}. {finding.title[language]}. {finding.message[language]} {instead}")
    if count > _SHOWN:
        lines.append(text("hooks.more", language, count=str(count - _SHOWN)))
    lines.extend(note.text[language] for note in entry.notes)
    for missed in entry.not_checked:
        said = text(f"report.{missed.reason}", language, **missed.values)
        key = "not-checked-required" if missed.required else "not-checked"
        lines.append(text(f"report.{key}", language, said=said))
    return "\n".join(lines)
