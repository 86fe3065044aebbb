"""GitLab's code quality report: a JSON array.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import msgspec

from charter_lint.formats.entry import entry_of
from charter_lint.formats.said import file_of, finding_said, not_checked_said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from charter_lint.draft import Draft
    from charter_lint.lint.report import Report

_LEVELS = {"block": "blocker", "review": "major", "advise": "minor"}


def render(
    judged: Iterable[tuple[Draft, Report]], *, language: str = "en", **settings: Any
) -> Iterator[str]:
    """Yield the array; what was not checked stands at line 1 of its file."""
    seen: Counter[tuple[str, str]] = Counter()
    issues: list[dict[str, Any]] = []

    def add(file: str, line: int, rule: str, level: str, said: str) -> None:
        # A fingerprint must survive moved lines and hold nothing of the draft: rule, file, number.
        number = seen[file, rule]
        seen[file, rule] += 1
        mark = sha256(f"{rule}\n{file}\n{number}".encode()).hexdigest()
        issues.append(
            {
                "description": said,
                "check_name": rule,
                "fingerprint": mark,
                "severity": level,
                "location": {"path": file, "lines": {"begin": line}},
            }
        )

    for draft, report in judged:
        entry = entry_of(draft, report)
        file = file_of(entry)
        for f in entry.findings:
            add(file, f.line, f.rule, _LEVELS[f.severity], finding_said(f, language))
        for missed in report.not_checked:
            level = "blocker" if missed.required else "info"
            add(file, 1, f"not-checked/{missed.what}", level, not_checked_said(missed, language))
    yield msgspec.json.format(msgspec.json.encode(issues), indent=2).decode() + "\n"
