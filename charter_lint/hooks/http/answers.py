"""What the server says beside judgements: rules, charters, its own health."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from charter_lint.version import VERSION

if TYPE_CHECKING:
    from charter_lint.charter.compiled import Charter
    from charter_lint.charter.rule import Text
    from charter_lint.hooks.http.shelf import Place, Shelf


class RuleEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A rule in a list; the same keys as `charter-lint rules --json`."""

    id: str
    severity: str
    effect: str
    title: dict[str, str]
    owner: str
    file: str


class ExampleEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A text that the rule flags, or lets pass."""

    language: str
    flagged: bool
    text: str


class SourceEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule rests on; `mark`: T read in the text, S a secondary source, M from memory."""

    text: str
    jurisdiction: str
    mark: str
    verified: str


class RuleDetail(RuleEntry, frozen=True, kw_only=True):
    """A rule in full."""

    message: dict[str, str]
    instead: dict[str, str]
    why: dict[str, str]
    source: tuple[SourceEntry, ...]
    contact: str
    point: str
    changed: str
    examples: tuple[ExampleEntry, ...]


class SayingEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What the charter permits or encourages."""

    fr: str
    en: str
    encouraged: bool


class CharterEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A served charter."""

    name: str
    title: dict[str, str]
    language: str
    revision: str
    rules: int
    employer: str
    sayings: tuple[SayingEntry, ...]
    rights: dict[str, str]
    contacts: dict[str, str]


class CharterHealth(msgspec.Struct, frozen=True, kw_only=True):
    """The state of a served charter.

    `state` is "current", or "kept" when its files changed and have faults; `faults` counts them
    and `place` is the file, line and column of the first.
    """

    name: str
    revision: str
    state: str
    faults: int = 0
    place: str = ""


class Health(msgspec.Struct, frozen=True, kw_only=True):
    """The state of the server."""

    live: bool
    ready: bool
    version: str
    charters: tuple[CharterHealth, ...]


def rules_of(charter: Charter, pack: str) -> tuple[RuleEntry, ...]:
    """List the rules of a charter, or those of one pack."""
    listed = (charter.rules[i] for i in range(len(charter.rules)))
    return tuple(
        RuleEntry(
            id=rule.id,
            severity=rule.severity,
            effect=rule.effect,
            title=_both(rule.title),
            owner=rule.owner,
            file=rule.file,
        )
        for rule in listed
        if not pack or rule.family == pack
    )


def rule_of(charter: Charter, number: int) -> RuleDetail:
    """Give one rule in full."""
    rule = charter.rules[number]
    return RuleDetail(
        id=rule.id,
        severity=rule.severity,
        effect=rule.effect,
        title=_both(rule.title),
        owner=rule.owner,
        file=rule.file,
        message=_both(rule.message),
        instead=_both(rule.instead),
        why=_both(rule.why),
        source=tuple(
            SourceEntry(text=s.text, jurisdiction=s.jurisdiction, mark=s.mark, verified=s.verified)
            for s in rule.source
        ),
        contact=rule.contact or charter.head.contacts.get(rule.owner, ""),
        point=rule.point,
        changed=rule.changed,
        examples=tuple(
            ExampleEntry(language=language, flagged=flagged, text=example.text)
            for language, flagged, example in charter.examples[number].rows
        ),
    )


def charters_of(shelf: Shelf) -> tuple[CharterEntry, ...]:
    """List the served charters, the first being the one for those who name none."""
    return tuple(charter_of(name, place.charter) for name, place in shelf.places.items())


def charter_of(name: str, charter: Charter) -> CharterEntry:
    """Tell of a charter: its state, what it permits and encourages, rights and contacts."""
    head = charter.head
    voices = [charter.voices[i] for i in range(len(charter.voices))]
    return CharterEntry(
        name=name,
        title=_both(head.title),
        language=head.language,
        revision=head.revision,
        rules=len(charter.rules),
        employer=head.employer,
        sayings=tuple(
            SayingEntry(fr=v.saying.fr, en=v.saying.en, encouraged=v.encouraged) for v in voices
        ),
        rights=_both(head.rights),
        contacts=head.contacts,
    )


def health_of(shelf: Shelf, *, ready: bool) -> Health:
    """Give the state of the server."""
    places = shelf.places.items()
    return Health(
        live=True,
        ready=ready,
        version=VERSION,
        charters=tuple(_health(name, place) for name, place in places),
    )


def _health(name: str, place: Place) -> CharterHealth:
    first = place.faults[0] if place.faults else None
    return CharterHealth(
        name=name,
        revision=place.charter.head.revision,
        state="kept" if first else "current",
        faults=len(place.faults),
        place=f"{first.file}:{first.line}:{first.column}" if first else "",
    )


def _both(text: Text | None) -> dict[str, str]:
    return {"fr": text.fr, "en": text.en} if text else {}
