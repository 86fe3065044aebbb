"""What a rule would have reviewed is advice, no more, where place and text read as harmless."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from charter_lint.match.reader.model import ModelError
from charter_lint.match.reader.sight import sight_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from charter_lint.charter.compiled import Charter
    from charter_lint.lint.report import Finding
    from charter_lint.match.scan import Scan

CERTAIN = frozenset(
    {"identifier", "secret", "sealed", "fingerprint", "mosaic", "required", "resembles"}
)
"""Kinds of check that do not rest on wording: what they find is never made milder."""


def eased(
    scan: Scan, charter: Charter, found: Sequence[Finding], firm: Collection[str]
) -> list[Finding]:
    """Make advice of reviews where the text and the sentences marked both read as harmless ones do.

    Only for rules whose examples the reader has learned, as they are today, not for those of
    `firm`, and never of a block. A finding made milder says in `eased` what it was. Where the
    reader is off or cannot be used, everything stays as it is.
    """
    if all(f.severity != "review" or f.rule in firm for f in found):
        return list(found)
    try:
        sight = sight_of(scan)
    except ModelError:
        return list(found)
    marks = charter.head.reader.examples
    known = sight.model.rules
    told = []
    for finding in found:
        learned = finding.rule in marks and known.get(finding.rule) == marks[finding.rule]
        if finding.severity == "review" and learned and finding.rule not in firm:
            stop = sight.stop_at(finding.span)
            if stop is not None and stop < sight.model.ease:
                told.append(structs.replace(finding, severity="advise", eased="review"))
                continue
        told.append(finding)
    return told
