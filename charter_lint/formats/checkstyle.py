"""Checkstyle XML, which many review tools read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from charter_lint.formats.entry import entry_of
from charter_lint.formats.said import file_of, finding_said, not_checked_said
from charter_lint.formats.xml import clean, document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from charter_lint.draft import Draft
    from charter_lint.lint.report import Report

_LEVELS = {"block": "error", "review": "warning", "advise": "info"}
_VERSION = "8.0"  # of the format


def render(
    judged: Iterable[tuple[Draft, Report]], *, language: str = "en", **settings: Any
) -> Iterator[str]:
    """Yield the document once every draft is judged."""
    root = ET.Element("checkstyle", version=_VERSION)
    for draft, report in judged:
        entry = entry_of(draft, report)
        file = ET.SubElement(root, "file", name=clean(file_of(entry)))
        for f in entry.findings:
            said = clean(finding_said(f, language))
            place = {"line": str(f.line), "column": str(f.column)}
            level = _LEVELS[f.severity]
            source = f"charter-lint.{f.rule}"
            ET.SubElement(
                file, "error", {**place, "severity": level, "message": said, "source": source}
            )
        for missed in report.not_checked:
            level = "error" if missed.required else "warning"
            said = clean(not_checked_said(missed, language))
            source = f"charter-lint.not-checked.{missed.what}"
            ET.SubElement(
                file, "error", {"line": "1", "severity": level, "message": said, "source": source}
            )
    yield document(root)
