"""Dates of birth: a full date right after words that say so."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from charter_lint.match.cues import compiled

if TYPE_CHECKING:
    from charter_lint.match.identifiers.view import View

_FAR = 60  # characters a date may stand after the words "date of birth"
_CLOSE = 20  # and after "born", which says many things
_OLDEST = 1925  # who was born earlier is told of in history books
_CENTURY = 30  # two-digit years above it are of the last century
_BASE = 0.65
_GAP = re.compile(r"[.!]\s|\d")


def find_births(view: View) -> None:
    """Add dates of birth; the span is the date."""
    cues = view.settings.cues
    named, told = (cues[k].cue if k in cues else "" for k in ("birth-date", "birth"))
    counter = cues["birth"].counter if "birth" in cues else ""
    if not any(p and compiled(p).search(view.flat) for p in (named, told)):
        return
    for found in dates(tuple(view.settings.words.months)).finditer(view.flat):
        start, end = found.span()
        if _year(found) < _OLDEST:
            continue
        before = view.flat[max(0, start - 2 * _FAR) : start]
        sure = _follows(named, before, _FAR)
        if not sure:
            if not _follows(told, before, _CLOSE):
                continue
            if counter and compiled(counter).search(view.around(start, end)[0]):
                continue
        normal = re.sub(r"\s+", " ", found[0])
        view.add("birth-date", start, end, normal, _BASE, "shape", "cue", floor=0.4)
        view.claim(start, end)


def _follows(cue: str, before: str, far: int) -> bool:
    ends = [m.end() for m in compiled(cue).finditer(before)] if cue else []
    return bool(ends) and len(before) - ends[-1] <= far and not _GAP.search(before[ends[-1] :])


def _year(found: re.Match[str]) -> int:
    year = next(y for y in found.groupdict().values() if y)
    if len(year) == 4:
        return int(year)
    return int(year) + (1900 if int(year) > _CENTURY else 2000)


@cache
def dates(months: tuple[str, ...]) -> re.Pattern[str]:
    """Give the pattern of a full date over flat text."""
    named = "|".join(sorted(months, key=len, reverse=True))
    year = r"(?:19|20)\d\d"
    return re.compile(
        rf"(?<![\w/.])(?<!\d-)(?:\d{{1,2}}\s?[/.\- ]\s?\d{{1,2}}\s?[/.\- ]\s?(?P<y1>{year}|\d\d)"
        rf"|\d{{1,2}}(?:er|st|nd|rd|th)?(?: of)?[ -](?:{named})\.?,?[ -](?P<y2>{year}|\d\d)"
        rf"|(?:{named})\.? \d{{1,2}}(?:st|nd|rd|th)?,? (?P<y3>{year})"
        rf"|(?P<y4>{year})-\d\d-\d\d)(?![\w/-])"
    )
