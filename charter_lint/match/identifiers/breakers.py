"""Digits that are something else: dates, links, hashes, amounts, versions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from charter_lint.match.identifiers.view import View

_LINK = re.compile(r"(?:https?|ftp)://[^\s<>\"»]+|\bwww\.[^\s<>\"»]+", re.IGNORECASE)
_CARRIER = re.compile(
    r"(?:wa\.me|api\.whatsapp|t\.me|tel:|://(?:[^/\s]*@)?\d{1,3}(?:\.\d{1,3}){3}|maps|\?q=|@-?\d)",
    re.IGNORECASE,
)
_UUID = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b", re.IGNORECASE)
_HASH = re.compile(r"\b(?=[0-9]*[a-f])(?=[a-f]*[0-9])(?:[0-9a-f]{7,12}|[0-9a-f]{32,128})\b")
_DATE = re.compile(
    r"(?<![\d/.\-])(?:(?:0?[1-9]|[12]\d|3[01])([/.\-])(?:0?[1-9]|1[0-2])\1(?:(?:19|20)\d\d|\d\d)"
    r"|(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])/(?:(?:19|20)\d\d|\d\d)"
    r"|(?:19|20)\d\d([/.\-])(?:0?[1-9]|1[0-2])\2(?:0?[1-9]|[12]\d|3[01]))(?![/.\-]?\d)"
)
_TIME = re.compile(r"(?<![\d])(?:[01]?\d|2[0-3])(?:h|:)[0-5]\d(?!\d|[:\s]\d\d\b)", re.IGNORECASE)
_AMOUNT = re.compile(
    r"[$€£]\s?\d[\d .,]*\d(?:\s?(?:k|m|bn|million))?\b"
    r"|(?<![\d+.])\d{1,3}(?:[ .,]\d{3})*(?:,\d{1,2})?\s?(?:[€$£%]|euros?\b|dollars?\b|eur\b|"
    r"usd\b|gbp\b|k€|m€|md€)",
    re.IGNORECASE,
)
_DOI = re.compile(r"\b10\.\d{4,9}/\S+|\barxiv:\s?\d{4}\.\d{4,5}", re.IGNORECASE)


def claim_breakers(view: View) -> None:
    """Claim links, hashes, dates, times and amounts, so that no number reaches into them."""
    text = view.text
    if "://" in text or "www." in text.lower():
        for found in _LINK.finditer(text):
            if not _CARRIER.search(found[0]):
                view.claim(*found.span())
    for pattern in (_UUID, _HASH, _DOI):
        for found in pattern.finditer(text):
            view.claim(*found.span())
    for pattern in (_DATE, _AMOUNT, _TIME):
        for found in pattern.finditer(text):
            view.claim(*found.span())
