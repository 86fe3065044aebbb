"""Identifier: numbers and addresses that lead to a person, with checksums and cues."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, cast

import msgspec
from msgspec import Meta

from charter_lint.checks.base import Match
from charter_lint.checks.base import Options as Common

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from charter_lint.checks.base import Needs
    from charter_lint.match.found import Found
    from charter_lint.match.scan import Scan

VALUES: tuple[str, ...] = ()
"""Placeholders that this kind fills in a rule's messages."""

_NUMBER_WORD = "number-word"


class Options(Common, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Flags identifiers of the types named; the company's public contacts are silent."""

    types: Annotated[
        list[str], Meta(min_length=1, description="phone, email, iban, card, nir, address…")
    ]
    regions: Annotated[
        tuple[str, ...], Meta(description="countries whose phone numbers to know")
    ] = (
        "FR",
        "GB",
        "US",
    )


class Plan(msgspec.Struct, frozen=True, array_like=True):
    """Types to report, and the detector's settings, decoded only when a draft may hold some."""

    types: frozenset[str]
    settings: msgspec.Raw


def plan(options: Options, needs: Needs) -> Plan:
    """Plan the check: digits, an at sign or a row of number words are its gate."""
    from charter_lint.match.identifiers import (  # noqa: PLC0415  (compile time only)
        TYPES,
        settings_of,
        with_public,
    )

    for i, name in enumerate(options.types):
        if name not in TYPES:
            needs.unknown("type-unknown", name, TYPES, "types", i)
    data = cast("Mapping[str, Any]", needs.data("identifiers"))
    settings = settings_of(data, regions=options.regions)
    if needs.file("drill"):
        reserved = frozenset({"phone", "email"})
        settings = msgspec.structs.replace(settings, judge_reserved=reserved)
    settings = with_public(settings, needs.names("contact"), needs.names("site"))
    words = data["words"]
    needs.concept(_NUMBER_WORD, [w for listed in words["numbers"].values() for w in listed])
    spoken = [w for w in words["at"] if len(w) > 2 and w.isalpha()]
    ats = "|".join(w for w in (*words["at"], *words["at_loose"]) if w.isalpha())
    spoken.append(f"({ats}) …3 ({'|'.join(words['dot'])})")
    three = " … ".join([f"@{_NUMBER_WORD}"] * 3)
    needs.gate([needs.needles(["@digits", "@at-sign", three, *spoken])])
    return Plan(frozenset(options.types), msgspec.Raw(msgspec.msgpack.encode(settings)))


def find(plan: Plan, scan: Scan) -> Iterator[Match]:
    """Give identifiers of the wanted types with the detector's confidence."""
    for found in _all(plan, scan):
        if found.type in plan.types:
            yield Match(found.span, confidence=found.confidence)


def _all(plan: Plan, scan: Scan) -> list[Found]:
    """Search once a draft, whatever the number of rules that ask."""
    key = ("identifiers", bytes(plan.settings))
    known = scan.shared.get(key)
    if known is None:
        from charter_lint.match import identifiers  # noqa: PLC0415  (only behind the gate)

        settings = msgspec.msgpack.decode(plan.settings, type=identifiers.Settings)
        known = scan.shared[key] = identifiers.find(scan.draft, settings)
    return cast("list[Found]", known)
