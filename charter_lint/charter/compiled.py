"""A compiled charter: what judging needs, decoded row by row as it is asked for."""

# No `from __future__ import annotations` here: msgspec would compile every annotation at start-up.
from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec

from charter_lint.charter.clauses import Period, Saying, Target, Waiver
from charter_lint.charter.rule import Escalation, Example, Reference, Severity, Text, When
from charter_lint.checks.kinds import kind_of
from charter_lint.match.contexts import Context
from charter_lint.match.index import Index

if TYPE_CHECKING:
    from charter_lint.match.container import Container

FORMAT = 10
"""Raised whenever the layout of a compiled charter changes."""


class Rule(msgspec.Struct, frozen=True, array_like=True):
    """A rule without its check; `severity` is the company's own where it set one."""

    id: str
    title: Text
    severity: str
    message: Text
    instead: Text
    why: Text | None
    source: tuple[Reference, ...]
    jurisdiction: tuple[str, ...]
    owner: str
    contact: str
    point: str
    when: When
    escalate: tuple[Escalation, ...]
    since: str
    until: str
    shadow: bool
    mask: bool
    effect: str
    always: bool
    changed: str
    file: str
    final: bool = False

    @property
    def family(self) -> str:
        """The pack's name."""
        return self.id.split("/")[0]


class Check(msgspec.Struct, frozen=True, array_like=True):
    """One check of a rule: its kind, its plan, and the contexts it minds."""

    rule: int
    kind: str
    plan: msgspec.Raw
    unless: tuple[int, ...]
    about: tuple[int, ...]


class Examples(msgspec.Struct, frozen=True, array_like=True):
    """A rule's examples: (language, flagged, the example)."""

    rows: tuple[tuple[str, bool, Example], ...]


class Phrases(msgspec.Struct, frozen=True, array_like=True):
    """The phrases of a check as written: (term, number, language, phrase)."""

    rows: tuple[tuple[int, int, str, str], ...]


class Voice(msgspec.Struct, frozen=True, array_like=True):
    """A permission or encouragement with the term of posts that it fits, -1 for any post."""

    saying: Saying
    term: int
    encouraged: bool


class Family(msgspec.Struct, frozen=True):
    """What is said where a sentence resembles a family's flagged examples."""

    title: Text
    message: Text
    instead: Text
    owner: str
    severity: Severity = "review"


class Reader(msgspec.Struct, frozen=True):
    """What the reader needs of a charter.

    `mode` is "on", "off" or "encoder"; `file` a company's own reader, "" for the shipped one;
    `families` are those of the charter's packs; `facts` the classes of company facts; `stand_ins`
    what an encoder reads in their place, in French and English; `examples` marks the examples of
    each rule; with `current` only a reader that was learned from these is used.
    """

    mode: str = "off"
    file: str = ""
    families: dict[str, Family] = {}
    shadow: tuple[str, ...] = ()
    facts: dict[str, int] = {}
    stand_ins: dict[str, tuple[str, str]] = {}
    examples: dict[str, int] = {}
    current: bool = False


class Head(msgspec.Struct, frozen=True):
    """The charter itself."""

    format: int
    name: str
    title: Text | None
    language: str
    sector: str
    listed: bool
    revision: str
    contacts: dict[str, str]
    rights: Text | None
    waivers: tuple[Waiver, ...]
    required: tuple[str, ...]
    periods: tuple[Period, ...]
    grammar: bool
    grammar_url: str
    styles: tuple[str, ...]
    folder: str
    always: tuple[int, ...]
    employer: str
    ignored: tuple[str, ...] = ()
    grammar_off: tuple[str, ...] = ()
    reader: Reader = Reader()
    voice: dict[str, Target] = {}
    voice_terms: dict[str, int] = {}
    engines: dict[str, Any] = {}


class Charter:
    """A charter ready to judge drafts; made by `load_charter`."""

    def __init__(self, container: "Container") -> None:
        self.head = msgspec.msgpack.decode(container.section("head"), type=Head)
        self.index = Index(container)
        self.rules = container.table("rules", Rule)
        self.checks = container.table("checks", Check)
        self.contexts = container.table("contexts", Context)
        self.examples = container.table("examples", Examples)
        self.phrases = container.table("phrases", Phrases)
        self.voices = container.table("voices", Voice)
        self._plans: dict[int, Any] = {}

    @property
    def name(self) -> str:
        """The charter's short name."""
        return self.head.name

    @cached_property
    def rule_numbers(self) -> dict[str, int]:
        """The number of each rule by its id; decodes all rules."""
        return {self.rules[i].id: i for i in range(len(self.rules))}

    def plan(self, number: int) -> Any:  # noqa: ANN401  (each kind has its own)
        """Give the decoded plan of a check."""
        known = self._plans.get(number)
        if known is None:
            check = self.checks[number]
            known = msgspec.msgpack.decode(check.plan, type=kind_of(check.kind).Plan)
            self._plans[number] = known
        return known
