"""What a judgement says: findings, verdict, what was not checked."""

from __future__ import annotations

import msgspec

from charter_lint.draft.spans import Span

RANK = {"pass": 0, "advise": 1, "review": 2, "block": 3}
"""Severities and verdicts by gravity."""

MASK = "••••"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """A rule broken at a place; texts are filled in, in both languages.

    `span` counts code points of the original text. `masked` findings must not show their match
    but on the author's own screen. `final` ones nobody overrides.
    """

    rule: str
    severity: str
    span: Span
    match: str
    title: dict[str, str]
    message: dict[str, str]
    instead: dict[str, str]
    why: dict[str, str] = {}
    source: tuple[str, ...] = ()
    owner: str = ""
    contact: str = ""
    point: str = ""
    masked: bool = False
    confidence: float = 1.0
    replacement: str = ""
    like: str = ""
    capped: str = ""
    eased: str = ""
    final: bool = False

    @property
    def family(self) -> str:
        """The pack of the rule."""
        return self.rule.split("/")[0]


class NotChecked(msgspec.Struct, frozen=True, kw_only=True):
    """Something that was not judged: what, and a message key for why."""

    what: str
    reason: str
    values: dict[str, str] = {}
    required: bool = False


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """A kind word that is no finding: a right, a channel, what is good about the post."""

    kind: str
    text: dict[str, str]
    rule: str = ""
    span: Span | None = None


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """The judgement of one draft.

    `hushed` are the rules whose advice is not said, for the text reads as harmless ones do.
    """

    verdict: str
    findings: tuple[Finding, ...]
    notes: tuple[Note, ...]
    not_checked: tuple[NotChecked, ...]
    guarded: tuple[str, ...]
    waived: tuple[str, ...]
    shadow: tuple[str, ...]
    charter: str
    revision: str
    hushed: tuple[str, ...] = ()

    @property
    def judged(self) -> bool:
        """Say whether all that the charter requires was checked."""
        return not any(entry.required for entry in self.not_checked)


def with_findings(report: Report, findings: tuple[Finding, ...]) -> Report:
    """Give a report with only these of its findings, and the verdict that they make."""
    if len(findings) == len(report.findings):
        return report
    verdict = max((f.severity for f in findings), key=RANK.__getitem__, default="pass")
    return msgspec.structs.replace(report, findings=findings, verdict=verdict)
