"""What an editor tells on demand: a finding in full, and what can be done about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol import types

from charter_lint.messages.catalogue import text

if TYPE_CHECKING:
    from collections.abc import Callable

    from charter_lint.hooks.lsp.judged import Judged
    from charter_lint.lint.report import Finding

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~&@-])")


def hover_of(judged: Judged, position: types.Position, language: str) -> types.Hover | None:
    """Tell the findings, and the kind words, at a position; None where there is nothing."""
    at = judged.places.offset(position)
    found = judged.findings_in(at, at)
    parts = [_told(finding, language) for finding, _ in found]
    own = at - judged.shift
    parts.extend(
        _plain(note.text[language])
        for note in judged.report.notes
        if note.span and note.span.start <= own <= note.span.end
    )
    if not parts:
        return None
    content = types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(parts))
    return types.Hover(content, found[0][1].range if found else None)


def actions_of(
    judged: Judged, uri: str, asked: types.Range, language: str
) -> list[types.CodeAction]:
    """Give what can be done about the findings in a range."""
    start, end = judged.places.offset(asked.start), judged.places.offset(asked.end)
    found = judged.findings_in(start, end)
    made = (act(f, d, uri, language) for f, d in found for act in ACTIONS)
    return [action for action in made if action]


def _rewrite(
    finding: Finding, diagnostic: types.Diagnostic, uri: str, language: str
) -> types.CodeAction | None:
    """Offer the rule's replacement; a secret has none."""
    if not finding.replacement or finding.masked:
        return None
    edit = types.TextEdit(diagnostic.range, finding.replacement)
    return types.CodeAction(
        title=text("editor.rewrite", language, words=finding.replacement),
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic],
        edit=types.WorkspaceEdit(changes={uri: [edit]}),
        is_preferred=True,
    )


ACTIONS: tuple[Callable[[Finding, types.Diagnostic, str, str], types.CodeAction | None], ...] = (
    _rewrite,
)
"""What is offered for each finding, in this order; None where there is nothing to offer."""


def _told(finding: Finding, language: str) -> str:
    level = text(f"report.severity-{finding.severity}", language)
    lines = [
        f"**{_plain(finding.title[language])}** · {_plain(level)} · `{finding.rule}`",
        _plain(finding.message[language]),
    ]
    if finding.instead[language]:
        lines.append(f"{text('report.instead', language)} {_plain(finding.instead[language])}")
    if finding.why.get(language):
        lines.append(_plain(finding.why[language]))
    lines += [_plain(text("report.source", language, source=s)) for s in finding.source]
    if finding.point:
        lines.append(_plain(text("report.point", language, point=finding.point)))
    if finding.capped:
        lines.append(_plain(text("report.capped", language)))
    if finding.eased:
        lines.append(_plain(text("report.eased", language)))
    if finding.contact:
        lines.append(_plain(text("report.contact", language, contact=finding.contact)))
    return "\n\n".join(lines)


def _plain(said: str) -> str:
    """Take the meaning of every sign of Markdown away: a draft's words are not ours to format."""
    return _SPECIAL.sub(r"\\\1", " ".join(said.split()))
