"""Amounts in a text, brought to one form so that "812 M€" equals "812 millions d'euros"."""

from __future__ import annotations

import re

from charter_lint.draft.patterns import Pattern

_SCALES = {
    "k": 1e3, "mille": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "mio": 1e6, "million": 1e6,
    "millions": 1e6, "md": 1e9, "mds": 1e9, "mrd": 1e9, "bn": 1e9, "b": 1e9, "milliard": 1e9,
    "milliards": 1e9, "billion": 1e9, "billions": 1e9,
}  # fmt: skip
_UNITS = {
    "€": "€", "eur": "€", "euro": "€", "euros": "€", "$": "$", "usd": "$", "dollar": "$",
    "dollars": "$", "£": "£", "gbp": "£", "pound": "£", "pounds": "£", "%": "%", "percent": "%",
    "pour": "%", "per": "%", "pourcent": "%",
}  # fmt: skip
_FIGURE = Pattern(
    r"(?P<before>[€$£]|\b(?:EUR|USD|GBP)\b)?\s?(?P<sign>[-+])?\s?(?P<number>\d+(?:[ ,.]\d{3})*(?:[.,]\d+)?)"
    r"\s?(?P<scale>(?:k|mn|mio|mds?|mrd|bn|m|b|millions?|milliards?|mille|billions?|thousand)(?=€|\b))?"
    r"(?:\s?d[e'])?\s?(?P<after>€|\$|£|%|(?:EUR|USD|GBP|euros?|dollars?|pounds?|percent|pour ?cent|per cent)\b)?",
    re.IGNORECASE,
)

Figure = tuple[float, str]
"""A value in whole units, and its unit: €, $, £, % or ""."""


def figures_in(text: str) -> list[tuple[int, int, Figure]]:
    """Give every figure of a folded text with its offsets."""
    found = []
    for match in _FIGURE.finditer(text):
        value = _number(match["number"])
        scale = _SCALES.get((match["scale"] or "").lower(), 1.0)
        mark = (match["before"] or match["after"] or "").lower().split(" ")[0]
        if match["sign"] == "-":
            value = -value
        found.append(
            (match.start("number"), match.end(), (round(value * scale, 6), _UNITS.get(mark, "")))
        )
    return found


def _number(text: str) -> float:
    """Read French and English notation: 1 042, 1,042 and 3,86 and 3.86."""
    text = text.replace(" ", "")
    if "," in text and "." in text:
        thousands = "," if text.rindex(".") > text.rindex(",") else "."
        text = text.replace(thousands, "")
    elif re.fullmatch(r"\d{1,3}(?:[,.]\d{3})+", text):
        text = re.sub("[,.]", "", text)
    return float(text.replace(",", "."))
