"""What the formats for machines say of a finding and of what was not checked, in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from charter_lint.messages.catalogue import text

if TYPE_CHECKING:
    from charter_lint.formats.entry import Entry, FindingEntry
    from charter_lint.lint.report import NotChecked, Report


def finding_said(finding: FindingEntry, language: str) -> str:
    """Give message, rewrite and contact in one paragraph; never the match of a masked finding."""
    parts = [finding.message[language]]
    if finding.instead[language]:
        parts.append(f"{text('report.instead', language)} {finding.instead[language]}")
    if finding.contact:
        parts.append(text("report.contact", language, contact=finding.contact))
    return " ".join(parts)


def not_checked_said(entry: NotChecked, language: str) -> str:
    """Give the sentence that tells what was not checked, and whether the charter requires it."""
    key = entry.reason if "." in entry.reason else f"report.{entry.reason}"
    said = text(key, language, **entry.values)
    outer = "not-checked-required" if entry.required else "not-checked"
    return text(f"report.{outer}", language, said=said)


def unjudged_said(report: Report, language: str) -> str:
    """Give why a draft could not be judged; "" where it was."""
    if report.judged:
        return ""
    reasons = (not_checked_said(n, language) for n in report.not_checked if n.required)
    return " ".join((text("report.verdict-unjudged", language), *reasons))


def file_of(entry: Entry) -> str:
    """Give the file or id of a draft with forward slashes; "draft" for one without a name."""
    return entry.id.replace("\\", "/") or "draft"
