"""What a rule would have said is milder, or not said, where place and text read as harmless."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import structs

from charter_lint.match.reader.model import ModelError
from charter_lint.match.reader.sight import sight_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from charter_lint.charter.compiled import Charter
    from charter_lint.lint.report import Finding
    from charter_lint.match.reader.sight import Sight
    from charter_lint.match.scan import Scan

CERTAIN = frozenset(
    {"identifier", "secret", "sealed", "fingerprint", "mosaic", "required", "resembles"}
)
"""Kinds of check that do not rest on wording: what they find is never made milder."""


class Eased(NamedTuple):
    """The findings that stay, and the rules whose advice is not said."""

    findings: list[Finding]
    hushed: list[str]


def eased(scan: Scan, charter: Charter, found: Sequence[Finding], firm: Collection[str]) -> Eased:
    """Weigh findings against how the text and the sentences marked read.

    A review becomes advice where both read as harmless ones do, or where another sentence of the
    text is by far the likelier one and the one marked, read alone, is not in doubt; the finding
    says in `eased` what it was. Advice is not said where both read as harmless ones nearly always
    do. Only for rules whose examples the reader has learned, as they are today, not for those of
    `firm`, and never for a block. Where the reader is off or cannot be used, everything stays as
    it is.
    """
    marks = charter.head.reader.examples

    def open_to_it(finding: Finding) -> bool:
        return finding.severity != "block" and finding.rule not in firm and finding.rule in marks

    if not any(map(open_to_it, found)):
        return Eased(list(found), [])
    try:
        sight = sight_of(scan)
    except ModelError:
        return Eased(list(found), [])
    known = sight.model.rules
    told: list[Finding] = []
    hushed: list[str] = []
    for finding in found:
        if not open_to_it(finding) or known.get(finding.rule) != marks[finding.rule]:
            told.append(finding)
        elif finding.severity == "review" and _reads_milder(sight, finding):
            told.append(structs.replace(finding, severity="advise", eased="review"))
        elif finding.severity == "advise" and _reads_harmless(sight, finding):
            hushed.append(finding.rule)
        else:
            told.append(finding)
    return Eased(told, hushed)


def _reads_milder(sight: Sight, finding: Finding) -> bool:
    read = sight.at(finding.span)
    if read is None:
        return False
    model = sight.model
    return read.stop < model.ease or (read.behind and read.alone < model.hint)


def _reads_harmless(sight: Sight, finding: Finding) -> bool:
    read = sight.at(finding.span)
    return read is not None and max(read.stop, read.advice) < sight.model.hush
