"""Asking the reader as one piece of evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from charter_lint.checks.base import CannotRun
from charter_lint.match.reader.model import ModelError
from charter_lint.match.reader.sight import sight_of

if TYPE_CHECKING:
    from charter_lint.match.scan import Scan


def resembles(scan: Scan, family: str, tokens: range) -> bool:
    """Say whether a sentence that a range touches resembles a family's flagged examples.

    Raises CannotRun where the reader is off, missing, or has not learned the family.
    """
    try:
        sight = sight_of(scan)
    except ModelError as error:
        raise CannotRun("reader", error.reason, {"name": ""}) from None
    if family not in sight.model.families:
        raise CannotRun("reader", "reader.not-learned", {"name": family})
    numbers = scan.draft.sentence_of
    touched = range(numbers[tokens.start], numbers[tokens.stop - 1] + 1) if tokens else ()
    return any(sight.like(family, number) for number in touched)
