"""What spaCy changes on labelled drafts: findings gained and lost, by rule and by context.

Used by `drafts.py --spacy-gain`. A finding is right where it overlaps a label; one that spaCy adds
is a gain if it is right, one that it takes away is a gain if it is not.
"""

from __future__ import annotations

import collections
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from charter_lint.draft import Context, Draft
from charter_lint.lint.trace import trace_rule
from charter_lint.nlp.models import EngineMissing
from charter_lint.nlp.sentence import Sentence

Finding = tuple[str, tuple[int, int]]


@contextmanager
def no_spacy() -> Iterator[list[int]]:
    """Make spaCy missing; gives a list to which each sentence that would be read adds one."""
    whole = Sentence.doc
    asked: list[int] = []

    def missing(self: Sentence, *_: object, **__: object) -> Any:
        asked.append(len(self.text))
        raise EngineMissing("spacy")

    Sentence.doc = missing  # type: ignore[method-assign]
    try:
        yield asked
    finally:
        Sentence.doc = whole  # type: ignore[method-assign]


def changes(
    draft: dict[str, Any], charter: Any, today: str, judged: Callable[[Draft, Any], Any]
) -> tuple[bool, list[tuple[str, str, str, bool, str]]]:
    """Judge a draft without spaCy and, where it would be asked, with it.

    Gives whether it was asked, and for each finding that differs: "+" or "-", the rule, the
    context, whether the change is right, and the severity.
    """

    def fresh() -> Draft:
        return Draft(draft["text"], Context(platform=draft["platform"], date=today))

    with no_spacy() as asked:
        without = judged(fresh(), charter)
    if not asked:
        return False, []
    with_it = judged(fresh(), charter)
    before = {(f.rule, tuple(f.span)) for f in without.findings}
    after = {(f.rule, tuple(f.span)) for f in with_it.findings}
    labels = [(draft["text"].find(x["quote"]), len(x["quote"])) for x in draft["findings"]]
    found = []
    for sign, report, other in (("+", with_it, before), ("-", without, after)):
        for finding in report.findings:
            if (finding.rule, tuple(finding.span)) in other:
                continue
            start, end = finding.span
            right = any(start < a + n and end > a for a, n in labels)
            context = _context(fresh(), charter, finding, sign)
            found.append((sign, finding.rule, context, right == (sign == "+"), finding.severity))
    return True, found


def _context(draft: Draft, charter: Any, finding: Any, sign: str) -> str:
    """Name the context by which a finding is silent on one side."""
    if finding.rule not in charter.rule_numbers:
        return finding.rule.split("/")[0]
    if sign == "+":
        with no_spacy():
            steps = trace_rule(draft, charter, finding.rule)
    else:
        steps = trace_rule(draft, charter, finding.rule)
    reasons = [s.reason for s in steps if s.span.overlaps(finding.span) and s.reason]
    return reasons[0].partition(":")[2] if reasons else "beside another finding"


def print_gain(part: str, drafts: int, asked: int, found: list[tuple[Any, ...]]) -> None:
    """Print what changed in one part of the drafts."""
    print(f"— {part}: {asked} of {drafts} drafts reach spaCy ({asked / drafts:.1%})")
    for title, column in (("rule", 1), ("context", 2)):
        table: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
        for row in found:
            table[row[column]][row[0] + ("right" if row[3] else "wrong")] += 1
        for name, counts in sorted(table.items(), key=lambda item: -item[1].total()):
            said = "  ".join(f"{key} {counts[key]}" for key in sorted(counts))
            print(f"  {title} {name:36} {said}")
