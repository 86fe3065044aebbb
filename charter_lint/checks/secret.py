"""Secret: keys, tokens and passwords that a post would give away."""

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

_CUES = ("password", "network", "code", "login", "enter", "entry")
"""Lists of the data whose words gate the search for passwords told in prose."""


class Options(Common, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Flags secrets of the types named; placeholders, hashes and UUIDs are silent."""

    types: Annotated[
        list[str],
        Meta(min_length=1, description="key, token, password, private-key, url-credentials…"),
    ]


class Plan(msgspec.Struct, frozen=True, array_like=True):
    """Types to report, and the detector's settings, decoded only behind the gate."""

    types: frozenset[str]
    settings: msgspec.Raw


def plan(options: Options, needs: Needs) -> Plan:
    """Plan the check: runs that look like tokens, and words around passwords, are its gate."""
    from charter_lint.match.secrets import TYPES, settings_of  # noqa: PLC0415  (compile time only)

    for i, name in enumerate(options.types):
        if name not in TYPES:
            needs.unknown("type-unknown", name, TYPES, "types", i)
    data = cast("Mapping[str, Any]", needs.data("secrets"))
    settings = settings_of(data)
    prose = data["prose"]
    cues = [w for name in _CUES for listed in prose.get(name, {}).values() for w in listed]
    cues += [w[:-1] + ending for w in cues if w.endswith("*") for ending in ("", "s", "e", "es")]
    plain = [w for w in dict.fromkeys(cues) if w.replace(" ", "").replace("-", "").isalnum()]
    needs.concept("secret-cue", plain)
    needs.gate([needs.needles(["@token-run", "@secret-cue"])])
    return Plan(frozenset(options.types), msgspec.Raw(msgspec.msgpack.encode(settings)))


def find(plan: Plan, scan: Scan) -> Iterator[Match]:
    """Give secrets of the wanted types with the detector's confidence."""
    for found in _all(plan, scan):
        if found.type in plan.types:
            yield Match(found.span, confidence=found.confidence)


def _all(plan: Plan, scan: Scan) -> list[Found]:
    """Search once a draft, whatever the number of rules that ask."""
    key = ("secrets", bytes(plan.settings))
    known = scan.shared.get(key)
    if known is None:
        from charter_lint.match import secrets  # noqa: PLC0415  (only behind the gate)

        settings = msgspec.msgpack.decode(plan.settings, type=secrets.Settings)
        known = scan.shared[key] = secrets.find(scan.draft, settings)
    return cast("list[Found]", known)
