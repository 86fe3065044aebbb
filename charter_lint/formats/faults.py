"""Faults of charters for programs: JSON, and annotations for GitHub Actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from charter_lint.formats.github import command
from charter_lint.messages.catalogue import text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from charter_lint.charter.faults import Fault


def faults_json(faults: Iterable[Fault], language: str) -> str:
    """Give {"valid": …, "faults": […]}; each fault has its message, place and corrected line."""
    listed = [{**msgspec.to_builtins(f), "message": _said(f, language)} for f in faults]
    found = {"valid": not listed, "faults": listed}
    return msgspec.json.format(msgspec.json.encode(found), indent=2).decode()


def faults_github(faults: Iterable[Fault], language: str) -> str:
    """Give one workflow command a fault."""
    lines = []
    for fault in faults:
        place = {"file": fault.file}
        if fault.line:
            place |= {"line": str(fault.line), "col": str(fault.column)}
        said = _said(fault, language)
        if fault.fix:
            said += f"\n{text('cli.fix', language)} {fault.fix}"
        lines.append(command("warning" if fault.warning else "error", place, said))
    return "".join(lines)


def _said(fault: Fault, language: str) -> str:
    return text(f"faults.{fault.problem}", language, **fault.values)
