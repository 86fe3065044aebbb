"""The search for identifiers: one cheap look, then each type in the order in which they claim."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from charter_lint.match.identifiers.address import find_addresses
from charter_lint.match.identifiers.birth import find_births
from charter_lint.match.identifiers.breakers import claim_breakers
from charter_lint.match.identifiers.card import find_cards
from charter_lint.match.identifiers.chains import chains_of
from charter_lint.match.identifiers.company import find_companies, find_vat
from charter_lint.match.identifiers.documents import find_documents
from charter_lint.match.identifiers.email import find_emails
from charter_lint.match.identifiers.health import find_nhs
from charter_lint.match.identifiers.iban import find_accounts, find_ibans
from charter_lint.match.identifiers.national import find_ninos, find_ssns
from charter_lint.match.identifiers.network import find_ips, find_positions
from charter_lint.match.identifiers.nir import find_nirs
from charter_lint.match.identifiers.phone import find_phones
from charter_lint.match.identifiers.plates import find_plates
from charter_lint.match.identifiers.references import find_files, find_references
from charter_lint.match.identifiers.view import WARNING, View

if TYPE_CHECKING:
    from charter_lint.draft import Draft
    from charter_lint.match.found import Found
    from charter_lint.match.identifiers.settings import Settings, Words

TYPES = (
    "phone", "email", "address", "iban", "bank-account", "card", "nir", "siren", "siret", "vat",
    "nino", "nhs", "ssn", "plate-fr", "plate-uk", "passport", "id-card", "ip", "gps",
    "birth-date", "patient-ref", "customer-ref",
)  # fmt: skip
"""Every type that `find` knows."""


def find(draft: Draft, settings: Settings, *, least: float = WARNING) -> list[Found]:
    """Find identifiers of the wanted types with at least `least` confidence, in text order.

    From 0.6 a finding has its rule's severity, from 0.4 it is advice; below, with a lower
    `least`, stand numbers that are public, reserved or doubtful.
    """
    view = View(draft, settings)
    if not _worth_a_look(view, settings.words):
        return []
    find_emails(view)
    if _DIGITS.search(view.text) or _spoken(settings.words).search(view.flat):
        _find_numbers(view)
    kept = [f for f in view.found if f.confidence >= least]
    return sorted(kept, key=lambda f: (f.span, -f.confidence))


_DIGITS = re.compile(r"\d")


def _find_numbers(view: View) -> None:
    find_births(view)
    claim_breakers(view)
    find_ips(view)
    find_positions(view)
    find_ibans(view)
    find_accounts(view)
    find_references(view)
    find_vat(view)
    find_documents(view)
    chains = chains_of(view)
    find_nirs(view, chains)
    find_cards(view, chains)
    find_companies(view, chains)
    find_nhs(view, chains)
    find_ninos(view)
    find_ssns(view, chains)
    find_phones(view, chains)
    find_files(view)
    find_plates(view)
    find_addresses(view)


def _worth_a_look(view: View, words: Words) -> bool:
    text = view.text
    return (
        _DIGITS.search(text) is not None
        or "@" in text
        or _said_at(words).search(view.flat) is not None
        or _spoken(words).search(view.flat) is not None
    )


def _said_at(words: Words) -> re.Pattern[str]:
    return _said_at_pattern(words.at, words.at_loose, words.dot)


@cache
def _said_at_pattern(
    at: tuple[str, ...], loose: tuple[str, ...], dot: tuple[str, ...]
) -> re.Pattern[str]:
    said = "|".join(re.escape(w) for w in (*at, *loose))
    long = "|".join(re.escape(w).replace("\\ ", "[ -]") for w in at if len(w) > 2)
    point = "|".join(re.escape(w) for w in dot)
    return re.compile(
        rf"[\[({{<_*~|/\"'#=-]\s*(?:{said}|a)\s*[\])}}>_*~|/\"'#=-]|\b(?:{long or said})\b"
        rf"|\w (?:{said}) \w+ ?(?:\.|{point})"
    )


def _spoken(words: Words) -> re.Pattern[str]:
    return _spoken_pattern(tuple(words.numbers))


@cache
def _spoken_pattern(numbers: tuple[str, ...]) -> re.Pattern[str]:
    one = "|".join(sorted(map(re.escape, numbers), key=len, reverse=True))
    return re.compile(rf"\b(?:{one})\b(?:[\s,.\-]+(?:{one})\b){{2,}}")
