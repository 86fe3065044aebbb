"""References of patients and customers: a number right after the words that name it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from charter_lint.match.cues import compiled

if TYPE_CHECKING:
    from charter_lint.match.identifiers.view import View

_NUMBER = r"(?=[a-z/_-]{0,8}\d)[a-z0-9](?:[a-z0-9/_.-]{2,22}[a-z0-9])|\d{2,4}(?: \d{2,4}){1,4}"
_LEAST, _LEAST_FILE = 4, 5  # digits
_PHONE = re.compile(r"0[1-9]\d{8,9}")
_BASE = 0.3
_FILE = 0.65


def find_references(view: View) -> None:
    """Add the references that follow a cue; the cue itself is the evidence."""
    for kind in ("patient-ref", "customer-ref"):
        for start, end, number in _after(view, kind):
            view.add(kind, start, end, number, _BASE, "shape", floor=0.4)
            view.claim(start, end)


def find_files(view: View) -> None:
    """Add numbers after "the file", a patient's or a customer's by other words of the sentence."""
    for start, end, number in _after(view, "file", _LEAST_FILE):
        context = " ".join(view.around(start, end))
        for kind in ("patient-ref", "customer-ref"):
            whose = view.settings.cues.get(f"whose-{kind}")
            if whose is not None and compiled(whose.cue).search(context):
                view.add(kind, start, end, number, _FILE, "shape", "cue", most=_FILE)
                view.claim(start, end)
                break


def _after(view: View, name: str, least: int = _LEAST) -> list[tuple[int, int, str]]:
    """Give place and bare form of each number that follows the cues of that name."""
    cues = view.settings.cues.get(name)
    if cues is None:
        return []
    follows = _follows(view.settings.words.reference_links)
    out = []
    for words in compiled(cues.cue).finditer(view.flat):
        found = follows.match(view.flat, words.end())
        if found is None or not view.free(*found.span("number")):
            continue
        number = re.sub(r"[^0-9a-z]", "", found["number"]).upper()
        if _PHONE.fullmatch(number):
            continue
        if sum(c.isdigit() for c in number) >= least:
            out.append((*found.span("number"), number))
    return out


@cache
def _follows(links: tuple[str, ...]) -> re.Pattern[str]:
    """Give the pattern of a number that follows its name over a few linking words."""
    link = (
        rf"(?:(?:{'|'.join(map(re.escape, links))})\.?[\s:#=\"«-]{{0,3}}){{0,3}}" if links else ""
    )
    return re.compile(rf"[\s:#=,.(\"«°-]{{0,4}}{link}(?P<number>{_NUMBER})(?!\w)")
