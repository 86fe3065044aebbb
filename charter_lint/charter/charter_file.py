"""A charter as a company writes it."""

# No `from __future__ import annotations` here: msgspec would compile every annotation at start-up.
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from charter_lint.charter.clauses import Period, Saying, Target, Waiver
from charter_lint.charter.rule import Severity, Some, Text


class Fact(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A name with more to say of it."""

    name: Some
    also: Annotated[list[Some], Meta(description="other spellings and short forms")] = []
    from_: Annotated[str, Meta(description="true from this day, YYYY-MM-DD")] = msgspec.field(
        name="from", default=""
    )
    until: Annotated[
        str, Meta(description="true until this day; a secret is public from then on")
    ] = ""
    note: Annotated[str, Meta(description="for the keepers of the charter; never shown")] = ""
    owner: str = ""


Facts = Annotated[
    list[Some | Fact], Meta(description="names, or mappings with name, also, from, until")
]


class Figure(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A figure that the company has published."""

    value: Annotated[Some, Meta(description="as written: 812 M€, 3.1 %, 98.3%")]
    about: Annotated[str, Meta(description="what it counts")] = ""
    published: Annotated[str, Meta(description="the day, YYYY-MM-DD")] = ""
    where: Annotated[str, Meta(description="the release or page")] = ""


class FactSheet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the company is and knows; each list is a concept of that name, as @employer."""

    employer: Annotated[Facts, Meta(description="the company's names")] = []
    product: Annotated[Facts, Meta(description="public products and brands")] = []
    prescription: Annotated[Facts, Meta(description="prescription medicines")] = []
    alcohol: Annotated[Facts, Meta(description="alcoholic products")] = []
    investment: Annotated[Facts, Meta(description="financial products")] = []
    competitor: Annotated[Facts, Meta(description="competitors")] = []
    partner: Annotated[Facts, Meta(description="partners that may be named")] = []
    named_client: Annotated[Facts, Meta(description="customers that agreed to be named")] = (
        msgspec.field(name="named-client", default=[])
    )
    client: Annotated[Facts, Meta(description="customers that may not be named")] = []
    codename: Annotated[Facts, Meta(description="code names of projects")] = []
    launch: Annotated[Facts, Meta(description="products not announced yet")] = []
    sensitive: Annotated[
        Facts, Meta(description="names of matters not public: places, deals, people")
    ] = []
    spokesperson: Annotated[Facts, Meta(description="who speaks for the company")] = []
    leader: Annotated[Facts, Meta(description="chief executive and directors")] = []
    party: Annotated[Facts, Meta(description="parties and candidates")] = []
    host: Annotated[Facts, Meta(description="internal hosts and domains")] = []
    ticket: Annotated[Facts, Meta(description="prefixes of internal ticket numbers, as HAL")] = []
    site: Annotated[Facts, Meta(description="the company's public sites")] = []
    contact: Annotated[Facts, Meta(description="public phone numbers and mailboxes")] = []
    place: Annotated[Facts, Meta(description="the company's sites and towns")] = []
    figures: Annotated[list[Figure], Meta(description="published figures")] = []
    periods: Annotated[list[Period], Meta(description="closed periods, elections, embargoes")] = []


class Override(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A company's own say on one rule."""

    severity: Annotated[Severity | None, Meta(description="another severity")] = None
    off: Annotated[bool, Meta(description="true: the rule does not run")] = False
    mode: Annotated[Literal["on", "shadow"] | None, Meta(description="on or shadow")] = None
    reason: Annotated[Some, Meta(description="why; shown to those who ask")]


class Grammar(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How LanguageTool is used."""

    on: bool = True
    url: Annotated[str, Meta(description="the company's own server; empty: a local one")] = ""


VOICE_MEASURES = (
    "words",
    "sentences",
    "sentence-words",
    "longest-sentence",
    "first-person",
    "people",
    "places",
    "numbers",
    "verbs-per-noun",
    "passives",
    "stock",
    "buzzwords",
    "hashtags",
    "reading-ease",
)
"""What `charter-lint voice` counts, in the order of its table."""


class CharterFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A charter: who the company is, which packs it takes, what it allows and encourages."""

    name: Annotated[Some, Meta(description="the charter's short name")]
    title: Annotated[Text | None, Meta(description="the charter's title")] = None
    language: Annotated[Literal["fr", "en"], Meta(description="the company's first language")] = (
        "en"
    )
    sector: Annotated[
        str, Meta(description="listed, finance, pharma, food, public, energy, software, retail…")
    ] = ""
    listed: Annotated[bool, Meta(description="true: the company is listed on a market")] = False
    jurisdictions: Annotated[list[str], Meta(description="whose law counts; empty: all")] = []
    extends: Annotated[list[Some], Meta(description="charters to build on, by name or path")] = []
    packs: Annotated[list[Some], Meta(description='rule packs, by name; "*" takes all')] = []
    facts: Annotated[FactSheet, Meta(description="what the company is and knows")] = FactSheet()
    permissions: Annotated[list[Saying], Meta(description="what employees may say")] = []
    encouraged: Annotated[list[Saying], Meta(description="what the company likes to read")] = []
    contacts: Annotated[dict[str, str], Meta(description="whom to ask, by the owner's name")] = {}
    rights: Annotated[Text | None, Meta(description="what protects employees' speech here")] = None
    overrides: Annotated[
        dict[str, Override], Meta(description="rule id: another severity, or off, with a reason")
    ] = {}
    waivers: Annotated[list[Waiver], Meta(description="dated exceptions")] = []
    required: Annotated[
        list[Literal["spacy", "grammar", "secrets", "sealed", "fingerprints", "reader"]],
        Meta(description="engines without which nothing is judged"),
    ] = []
    grammar: Annotated[
        bool | Literal["on", "off"] | Grammar, Meta(description="on: LanguageTool checks grammar")
    ] = False
    reader: Annotated[
        bool | Literal["on", "off", "encoder", "current"],
        Meta(
            description="off: nothing is read; encoder: asks for its second stage; current: used"
            " only while it has learned from the rules' examples as they are"
        ),
    ] = True
    styles: Annotated[
        str | list[str], Meta(description="a .vale.ini, or folders of Vale styles")
    ] = []
    sealed: Annotated[
        str, Meta(description="a lexicon of sealed code names, made by `charter-lint seal`")
    ] = ""
    fingerprints: Annotated[
        str,
        Meta(description="fingerprints of documents, made by `charter-lint fingerprint add`"),
    ] = ""
    voice: Annotated[
        dict[str, Target],
        Meta(description="targets of `charter-lint voice`: a measure, and its least or most"),
    ] = {}
    drill: Annotated[
        bool,
        Meta(description="true: reserved numbers and addresses count as real ones, for training"),
    ] = False
    rules: Annotated[
        str, Meta(description="folder of the company's own rules, beside this file")
    ] = "rules"
