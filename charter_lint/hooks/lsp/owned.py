"""Which files of an editor are a charter's, by where they lie, and the faults found in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol import types

from charter_lint.charter.places import (
    NEAREST,
    SUFFIXES,
    display,
    shipped_charters,
    shipped_rules,
)
from charter_lint.hooks.lsp.judged import SOURCE
from charter_lint.messages.catalogue import text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from charter_lint.charter.faults import Fault
    from charter_lint.hooks.lsp.positions import Places

_CHARTER = re.compile(rb"^(?:packs|extends|facts):", re.MULTILINE)


def is_charters(path: Path) -> bool:
    """Say whether a file is a charter, or a rule, concept or context of one."""
    if path.suffix not in SUFFIXES:
        return False
    folders = {p.name for p in path.parents}
    return path.name == NEAREST or "rules" in folders or "charters" in folders


def charter_of(path: Path) -> Path | None:
    """Give the charter that a file belongs to, itself if it is one; None if there is none."""
    if path.name == NEAREST:
        return path
    for folder in path.parents:
        if folder.name == "rules":
            return _beside(folder)
        if folder.parent.name == "charters":
            owner = folder.with_suffix(".yaml")
            if owner.is_file():
                return owner
    return path


def _beside(rules: Path) -> Path | None:
    if rules.resolve() == shipped_rules().resolve():
        return shipped_charters() / "default.yaml"
    near = rules.parent / NEAREST
    if near.is_file():
        return near
    beside = sorted(p for p in rules.parent.iterdir() if p.suffix in SUFFIXES and p.is_file())
    return next((p for p in beside if _CHARTER.search(p.read_bytes())), None)


def shown(
    faults: Iterable[Fault], path: Path, places: Places, language: str
) -> list[tuple[Fault, types.Diagnostic]]:
    """Give the faults of a charter as one of its files shows them.

    Faults of other files are summed up at its first line: it is not usable while they last.
    """
    own = display(path)
    found = []
    others = []
    for fault in faults:
        if fault.file != own:
            others.append(fault)
            continue
        said = text(f"faults.{fault.problem}", language, **fault.values)
        level = types.DiagnosticSeverity
        severity = level.Warning if fault.warning else level.Error
        place = places.line_range(fault.line or 1, fault.column)
        found.append((fault, _diagnostic(place, said, severity, fault.problem)))
    if others:
        first = others[0]
        where = f"{first.file}:{first.line}" if first.line else first.file
        said = text("editor.faults-elsewhere", language, count=str(len(others)), where=where)
        warning = types.DiagnosticSeverity.Warning
        found.append((first, _diagnostic(places.line_range(1), said, warning)))
    return found


def unproved(places: Places, said: str) -> types.Diagnostic:
    """Say that a file is not checked."""
    return _diagnostic(places.line_range(1), said, types.DiagnosticSeverity.Warning)


def fixes_of(
    found: list[tuple[Fault, types.Diagnostic]], uri: str, asked: types.Range, language: str
) -> list[types.CodeAction]:
    """Offer the corrected line of every fault on the lines asked for."""
    actions = []
    for fault, diagnostic in found:
        line = diagnostic.range.start.line
        if not asked.start.line <= line <= asked.end.line or not fault.fix or not diagnostic.code:
            continue
        if fault.fix == fault.source:
            continue
        whole = types.Range(types.Position(line, 0), diagnostic.range.end)
        edit = types.TextEdit(whole, fault.fix.rstrip("\n"))
        actions.append(
            types.CodeAction(
                title=text("editor.correct", language, line=fault.fix.strip()),
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[diagnostic],
                edit=types.WorkspaceEdit(changes={uri: [edit]}),
                is_preferred=True,
            )
        )
    return actions


def _diagnostic(
    place: types.Range, said: str, severity: types.DiagnosticSeverity, code: str | None = None
) -> types.Diagnostic:
    return types.Diagnostic(range=place, message=said, severity=severity, code=code, source=SOURCE)
