"""Running the examples inside rules, and finding the phrases that none of them uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from charter_lint.checks.base import CannotRun
from charter_lint.draft import Context, Draft
from charter_lint.lint.reader.scan import scan_of
from charter_lint.lint.trace import trace_rule
from charter_lint.match.scan import Scan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from charter_lint.charter.compiled import Charter
    from charter_lint.charter.rule import Example
    from charter_lint.lint.trace import Step

NO_SPACY = "cannot:spacy"
"""The reason of an example that only spaCy could settle, where it is not installed."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one example; `reason` says why, where it is not what was wanted.

    Reasons: "silent" nothing matched, "unless:NAME", "about", "when", "dates" as in a trace,
    "fired" an allowed sentence was flagged, `match` being the words; "cannot:NAME" where what the
    rule needs is not there.
    """

    rule: str
    language: str
    flagged: bool
    text: str
    ok: bool
    reason: str = ""
    match: str = ""


class Unused(msgspec.Struct, frozen=True, kw_only=True):
    """A phrase of a rule that no flagged example uses."""

    rule: str
    language: str
    phrase: str


def run_examples(charter: Charter, rules: Iterable[str]) -> Iterator[Outcome]:
    """Run all examples of the rules named; raises KeyError for an unknown one."""
    for rule_id in rules:
        for language, flagged, example in charter.examples[charter.rule_numbers[rule_id]].rows:
            yield _outcome(charter, rule_id, language, example, flagged=flagged)


def unused_phrases(charter: Charter, rules: Iterable[str]) -> list[Unused]:
    """Give the phrases that hit in no flagged example of their language.

    Phrases of no language may be used by an example of either.
    """
    wanted = {charter.rule_numbers[r]: r for r in rules}
    used: set[tuple[int, int]] = set()
    listed: list[tuple[str, int, int, str, str]] = []
    scans: dict[int, list[Scan]] = {}
    for number in wanted:
        rows = charter.examples[number].rows
        scans[number] = [
            Scan(_draft(e, language), charter.index) for language, flagged, e in rows if flagged
        ]
    for number in range(len(charter.checks)):
        rule = charter.checks[number].rule
        if rule not in wanted:
            continue
        for term, branch, language, phrase in charter.phrases[number].rows:
            listed.append((wanted[rule], term, branch, language, phrase))
            if any(h.branch == branch for scan in scans[rule] for h in scan.hits(term)):
                used.add((term, branch))
    return [
        Unused(rule=rule_id, language=language, phrase=phrase)
        for rule_id, term, branch, language, phrase in listed
        if (term, branch) not in used
    ]


def _outcome(
    charter: Charter, rule_id: str, language: str, example: Example, *, flagged: bool
) -> Outcome:
    draft = _draft(example, language)
    fired: list[Step] = []
    reason = match = ""
    try:
        scan = scan_of(draft, charter)
        steps = trace_rule(draft, charter, rule_id, scan)
        fired = [s for s in steps if not s.reason]
        if flagged and not fired:
            reason = steps[0].reason if steps else "silent"
        elif fired and not flagged:
            reason = "fired"
            match = draft.text[fired[0].span.start : fired[0].span.end]
        if reason and scan.unread is not None:
            reason = NO_SPACY
    except CannotRun as error:
        reason = f"cannot:{error.what}"
    return Outcome(
        rule=rule_id,
        language=language,
        flagged=flagged,
        text=example.text,
        ok=not reason,
        reason=reason,
        match=match,
    )


def _draft(example: Example, language: str) -> Draft:
    context = msgspec.convert({"language": language, **example.context}, Context, strict=False)
    return Draft(example.text, context)
