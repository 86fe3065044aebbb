"""IP addresses and positions on the globe."""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from charter_lint.match.identifiers.view import View

_DOT = r"(?:\.|\[\.\]|\(\.\))"
_V4 = re.compile(rf"(?<![\w.])\d{{1,3}}(?:{_DOT}\d{{1,3}}){{3}}(?!\.?\w|\[\.\])(?:/\d\d?\b)?")
_V6 = re.compile(
    r"(?<![\w:.])(?=[0-9a-f:]*:[0-9a-f:]*:)[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?![\w:])",
    re.IGNORECASE,
)
_PUBLIC, _PRIVATE, _SMALL = 0.5, 0.45, 0.25
_LARGE = 30  # version numbers seldom have a part above it

_DECIMAL = re.compile(
    r"(?<![\w.,-])(?:(?P<ns0>[NS])\s?)?(?P<lat>[+-]?\d{1,2}[.,]\d{3,8})\s?°?\s?(?P<ns>[NS])?\s?"
    r"[,;/ ]\s?(?:(?P<ew0>[EWO])\s?)?(?P<lon>[+-]?\d{1,3}[.,]\d{3,8})(?![\w.]*\d)\s?°?\s?"
    r"(?P<ew>[EWO]\b)?"
    r"|(?<=@)(?P<lat2>-?\d{1,2}\.\d{4,8}),(?P<lon2>-?\d{1,3}\.\d{4,8})"
    r"|(?:lat|latitude)\s?[:=]?\s?(?P<lat3>-?\d{1,2}[.,]\d{3,8})\s?°?\s?[NS]?\s?[,;/]?\s?"
    r"(?:et |and )?(?:l[oi]ng?|longitude)\s?[:=]?\s?(?P<lon3>-?\d{1,3}[.,]\d{3,8})",
    re.IGNORECASE,
)

_MINUTES = r"\s?°\s?\d{1,2}(?:[.,]\d+)?\s?['′]\s?(?:\d{1,2}(?:[.,]\d+)?\s?(?:\"|''|″)?\s?)?"
_DEGREES = re.compile(rf"(?<!\w)\d{{1,2}}{_MINUTES}[NS][,;/ ]{{0,3}}\d{{1,3}}{_MINUTES}[EWO](?!\w)")
_FINE = 4  # decimals from which a position tells a house


def find_ips(view: View) -> None:
    """Add IP addresses; private ones and versions need a cue."""
    text = view.text
    for found in _V4.finditer(text):
        number = re.sub(r"[\[\]()]", "", found[0]).split("/")[0]
        parts = [int(p) for p in number.split(".")]
        if max(parts) > 255 or not view.free(*found.span()):
            continue
        private = ip_address(".".join(map(str, parts))).is_private
        base = _SMALL if max(parts) <= _LARGE else _PRIVATE if private else _PUBLIC
        view.add("ip", *found.span(), number, base, "shape")
        view.claim(*found.span())
    for found in _V6.finditer(text) if text.count(":") > 1 else ():
        if not _is_v6(found[0]):
            continue
        private = ip_address(found[0]).is_private
        view.add("ip", *found.span(), found[0].casefold(), _PRIVATE if private else 0.6, "shape")
        view.claim(*found.span())


def _is_v6(text: str) -> bool:
    if sum(c.isalnum() for c in text) < 6 and "::" not in text:
        return False
    try:
        return bool(ip_address(text)) and any(c.isalnum() for c in text)
    except ValueError:
        return False


def find_positions(view: View) -> None:
    """Add positions: decimal degrees with enough decimals, or degrees and minutes."""
    for found in _DECIMAL.finditer(view.text):
        lat = found["lat"] or found["lat2"] or found["lat3"]
        lon = found["lon"] or found["lon2"] or found["lon3"]
        y, x = (float(v.replace(",", ".")) for v in (lat, lon))
        if abs(y) > 90 or abs(x) > 180:
            continue
        fine = min(len(re.split("[.,]", v)[1]) for v in (lat, lon)) >= _FINE
        marked = bool(found["ns"] or found["ns0"] or found["lat2"] or found["lat3"])
        base = 0.6 if fine else 0.55 if marked else 0.3
        _add(view, found, f"{y},{x}", base + 0.1 * marked)
    for found in _DEGREES.finditer(view.text) if "°" in view.text else ():
        _add(view, found, re.sub(r"\s", "", found[0]), 0.65)


def _add(view: View, found: re.Match[str], normal: str, base: float) -> None:
    if any(
        view.draft.text
        and f.type == "gps"
        and f.span.overlaps(view.draft.folded.original(*found.span()))
        for f in view.found
    ):
        return
    view.add("gps", *found.span(), normal, base, "shape")
    view.claim(*found.span())
