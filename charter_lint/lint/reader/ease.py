"""What rules mark in a text that reads as harmless ones do is advice, no more."""

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
    """Make advice of reviews and blocks in texts that read as harmless ones do.

    Only for rules whose examples the reader has learned, as they are today, and not for those of
    `firm`. A finding made milder says in `eased` what it was. Where the reader is off or cannot be
    used, everything stays as it is.
    """
    if all(f.severity == "advise" or f.rule in firm for f in found):
        return list(found)
    try:
        sight = sight_of(scan)
    except ModelError:
        return list(found)
    marks = charter.head.reader.examples
    model = sight.model
    told = []
    for finding in found:
        learned = finding.rule in marks and model.rules.get(finding.rule) == marks[finding.rule]
        if finding.severity != "advise" and learned and finding.rule not in firm:
            stop = sight.stop_at(finding.span)
            bound = model.ease_block if finding.severity == "block" else model.ease
            if stop is not None and stop < bound:
                told.append(structs.replace(finding, severity="advise", eased=finding.severity))
                continue
        told.append(finding)
    return told
