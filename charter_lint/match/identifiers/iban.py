"""Bank accounts: IBAN of any country, British sort codes, French RIB, American routing numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from charter_lint.match.identifiers import checksums
from charter_lint.match.identifiers.checksums import IBAN_LENGTHS

if TYPE_CHECKING:
    from charter_lint.match.identifiers.view import View

_HEAD = re.compile(
    r"(?<!\w)[A-Za-z](?:[A-Za-z][ /_-]?[0-9OoIl][^\w\n]?[0-9OoIl](?=[\W_]{0,3}[A-Za-z0-9])"
    r"| [A-Za-z] \d \d(?= [A-Za-z0-9] ))"
)
_STEP = re.compile(r"(?:[^\w\n]{0,3}\n?[^\w\n]{0,2}|_)([A-Za-z0-9])")
_FOURS = re.compile(r"[A-Z]{2}\d\d(?:[ -]{1,2}[0-9A-Z]{4}){3,7}(?:[ -]{1,2}[0-9A-Z]{1,3})?(?!\w)")
_ZEROS = str.maketrans("OoIl", "0011")
_VALID, _FAILING = 0.95, 0.3
_SORT = re.compile(
    r"(?<![\w-])(?P<sort>\d\d[-–. ]\d\d[-–. ]\d\d|\d{6})(?=\W)"
    r"(?P<gap>[^\d.!?\n]{0,40}\n?[^\d.!?\n]{0,20})(?P<account>\d{8}|\d{4}[ -]\d{4}|"
    r"\d\d \d{3} \d{3})(?![\w-])"
)
_RIB = re.compile(
    r"(?<!\w)(?P<bank>\d{5})[ .\-/]?(?P<branch>\d{5})[ .\-/]?(?P<account>[0-9A-Z]{11}|"
    r"[0-9A-Z]{4}(?:[ .]?[0-9A-Z]){7})[ .\-/]?(?P<key>\d\d)(?!\w)"
)
_ROUTING = re.compile(r"(?<![\w-])[0-3]\d{8}(?![\w-])")


def find_ibans(view: View) -> None:
    """Add IBANs; one whose check digits fail needs a cue beside it."""
    for head in _HEAD.finditer(view.text):
        if not view.free(*head.span()):
            continue
        read = _read(view.text, head.start())
        if read is None:
            continue
        number, end, valid = read
        base = _VALID if valid else _FAILING
        floor = 0.4 if valid else 0.0
        score = view.add(
            "iban",
            head.start(),
            end,
            number,
            base,
            "shape",
            "checksum" if valid else "failing",
            floor=floor,
        )
        if valid or score > _FAILING:
            view.claim(head.start(), end)


def _read(text: str, start: int) -> tuple[str, int, bool] | None:
    """Read as many characters as the country's IBANs have; give number, end and validity."""
    country = re.sub(r"\W", "", text[start : start + 4])[:2].upper()
    length = IBAN_LENGTHS.get(country, 0)
    if not length:
        return None
    number, at = "", start
    while len(number) < length:
        step = _STEP.match(text, at)
        if step is None:
            return _broken(text, start)
        number += step[1]
        at = step.end()
    if text[at : at + 1].isalnum():
        return _broken(text, start)
    spelled = number[:2].upper() + number[2:].translate(_ZEROS).upper()
    upper = number.upper()
    if sum(c.isdigit() for c in number) < length / 2:  # prose that happens to pass
        return None
    for candidate in (upper, spelled):
        if candidate[2:4].isdigit() and checksums.iban(candidate):
            return candidate, at, True
    if not spelled[2:4].isdigit() or sum(c.isdigit() for c in spelled) < length * 0.6:
        return None
    if not _groups(text[start:at]) or not text[start : start + 1].isupper():
        return None
    return spelled, at, False


def _broken(text: str, start: int) -> tuple[str, int, bool] | None:
    """Read a number in groups of four that is too long or too short for its country."""
    found = _FOURS.match(text, start)
    return (re.sub(r"\W", "", found[0]), found.end(), False) if found else None


def _groups(quote: str) -> bool:
    """Say whether a failing number is at least written as IBANs are."""
    parts = re.split(r"[^\w]+", quote)
    return len(parts) == 1 or all(len(p) in (2, 3, 4) for p in parts)


def find_accounts(view: View) -> None:
    """Add sort code with account, RIB by its key, and routing number, each beside a cue."""
    for found in _SORT.finditer(view.text):
        if view.free(*found.span()) and "cue" in (
            *view.weigh("bank-account", *found.span())[1],
            *view.weigh("bank-account", *found.span("account"))[1],
        ):
            number = re.sub(r"\D", "", found["sort"] + found["account"])
            view.add("bank-account", *found.span(), number, 0.6, "shape", "cue", floor=0.6)
            view.claim(*found.span())
    for found in _RIB.finditer(view.text):
        if not view.free(*found.span()):
            continue
        account = re.sub(r"\W", "", found["account"])
        if checksums.rib(found["bank"], found["branch"], account, found["key"]):
            number = found["bank"] + found["branch"] + account + found["key"]
            view.add("bank-account", *found.span(), number, 0.7, "shape", "checksum")
            view.claim(*found.span())
    for found in _ROUTING.finditer(view.text):
        if view.free(*found.span()) and checksums.aba(found[0]):
            score = view.add("bank-account", *found.span(), found[0], 0.2, "checksum")
            if score > 0.4:
                view.claim(*found.span())
