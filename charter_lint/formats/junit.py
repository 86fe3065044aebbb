"""JUnit XML: a test case a draft, failed from *review* on, in error when it was not judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from charter_lint.formats.entry import entry_of
from charter_lint.formats.said import file_of, finding_said, not_checked_said, unjudged_said
from charter_lint.formats.xml import clean, document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from charter_lint.draft import Draft
    from charter_lint.formats.entry import FindingEntry
    from charter_lint.lint.report import Report


def render(
    judged: Iterable[tuple[Draft, Report]], *, language: str = "en", **settings: Any
) -> Iterator[str]:
    """Yield the document once every draft is judged."""
    suite = ET.Element("testsuite", name="charter-lint")
    counts = {"tests": 0, "failures": 0, "errors": 0}
    for draft, report in judged:
        entry = entry_of(draft, report)
        file = file_of(entry)
        case = ET.SubElement(suite, "testcase", name=clean(file), classname=clean(report.charter))
        counts["tests"] += 1
        grave = [f for f in entry.findings if f.severity != "advise"]
        said = [_line(file, f, language) for f in entry.findings]
        if unjudged := unjudged_said(report, language):
            counts["errors"] += 1
            ET.SubElement(case, "error", type="not-judged", message=clean(unjudged))
        elif grave:
            counts["failures"] += 1
            failure = ET.SubElement(
                case, "failure", type=report.verdict, message=clean(grave[0].title[language])
            )
            failure.text = clean("\n".join(said))
        rest = [not_checked_said(n, language) for n in report.not_checked if not n.required]
        if unjudged or not grave:
            rest = said + rest
        if rest:
            ET.SubElement(case, "system-out").text = clean("\n".join(rest))
    for element in (suite, root := ET.Element("testsuites")):
        for name, count in counts.items():
            element.set(name, str(count))
    root.append(suite)
    yield document(root)


def _line(file: str, f: FindingEntry, language: str) -> str:
    said = finding_said(f, language)
    return f"{file}:{f.line}:{f.column}: {f.severity}: {said} [{f.rule}]"
