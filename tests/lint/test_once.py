"""Each thing is said once, however many findings there are."""

from __future__ import annotations

from random import Random

from charter_lint.draft.spans import Span
from charter_lint.lint.once import gravest_first, said_once
from charter_lint.lint.report import Finding

RULES = ("claims/first", "claims/second", "green/vague")


def _finding(rule: str, severity: str, start: int, end: int) -> Finding:
    return Finding(
        rule=rule,
        severity=severity,
        span=Span(start, end),
        match="",
        title={},
        message={},
        instead={},
    )


def _plainly(found: list[Finding]) -> list[Finding]:
    """Compare each finding with all that are kept, as the definition says."""
    kept: list[Finding] = []
    for finding in sorted(found, key=gravest_first):
        if not any(_repeats(finding, other) for other in kept):
            kept.append(finding)
    return kept


def _repeats(finding: Finding, kept: Finding) -> bool:
    if finding.rule == kept.rule:
        return kept.span.overlaps(finding.span)
    family, other = (f.rule.split("/")[0] for f in (finding, kept))
    milder = finding.severity == "advise" != kept.severity
    return milder and family == other and kept.span.contains(finding.span)


def test_advice_inside_a_graver_finding_of_its_family_is_not_said() -> None:
    graver = _finding("claims/first", "review", 0, 20)
    inside = _finding("claims/second", "advise", 5, 9)
    beside = _finding("claims/second", "advise", 15, 25)
    other = _finding("green/vague", "advise", 5, 9)
    assert said_once([inside, other, beside, graver]) == [graver, other, beside]


def test_overlapping_findings_of_one_rule_are_said_once() -> None:
    first = _finding("claims/first", "review", 0, 8)
    wider = _finding("claims/first", "review", 4, 30)
    block = _finding("claims/first", "block", 6, 7)
    assert said_once([first, wider]) == [first]
    assert said_once([first, wider, block]) == [block]


def test_as_if_all_were_compared_with_all() -> None:
    random = Random(7)
    for _ in range(400):
        found = [
            _finding(
                random.choice(RULES),
                random.choice(("advise", "review", "block")),
                start := random.randrange(60),
                start + random.randrange(1, 15),
            )
            for _ in range(random.randrange(25))
        ]
        assert said_once(found) == _plainly(found)
