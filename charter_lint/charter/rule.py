"""A rule as its author writes it."""

# No `from __future__ import annotations` here: msgspec would compile every annotation at start-up.
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

SEVERITIES = ("advise", "review", "block")
"""From mild to grave."""

Severity = Literal["advise", "review", "block"]
Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$", description="a day, YYYY-MM-DD")]
Some = Annotated[str, Meta(min_length=1)]


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A text in both languages."""

    fr: Annotated[Some, Meta(description="French text")]
    en: Annotated[Some, Meta(description="English text")]

    def of(self, language: str) -> str:
        """Give the text in "fr" or "en"."""
        return self.fr if language == "fr" else self.en


class Reference(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a rule comes from."""

    text: Annotated[Some, Meta(description="the article, case or charter, named exactly")]
    jurisdiction: Annotated[str, Meta(description="FR, EU, UK, US or empty")] = ""
    mark: Annotated[
        Literal["T", "S", "M"],
        Meta(description="T: read in the text; S: from a secondary source; M: from memory"),
    ] = "M"
    verified: Annotated[str, Meta(description="when it was last looked up, YYYY-MM-DD")] = ""


class Example(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence that the rule must flag or allow."""

    text: Some
    as_: Annotated[
        Literal["plain", "indirect", "lookalike"],
        Meta(description="plain, indirect (without its words) or lookalike (its words, harmless)"),
    ] = msgspec.field(name="as", default="plain")
    context: Annotated[
        dict[str, Any], Meta(description="the draft's context: platform, role…")
    ] = {}


Examples = list[Some | Example]


class ExamplesByLanguage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Examples in both languages."""

    fr: Annotated[Examples, Meta(description="French examples")] = []
    en: Annotated[Examples, Meta(description="English examples")] = []


class ExampleSet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The tests inside a rule."""

    flags: ExamplesByLanguage = ExamplesByLanguage()
    allows: ExamplesByLanguage = ExamplesByLanguage()


class When(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Conditions on the draft's context; all given must hold, an unknown value never does."""

    platform: Annotated[list[str], Meta(description="one of these platforms")] = []
    role: Annotated[list[str], Meta(description="the author has one of these roles")] = []
    account: Annotated[list[str], Meta(description="official or personal")] = []
    audience: Annotated[list[str], Meta(description="one of these audiences")] = []
    action: Annotated[list[str], Meta(description="post, like, share or comment")] = []
    source: Annotated[list[str], Meta(description="company, expert, employee, department")] = []
    tags: Annotated[list[str], Meta(description="one of these flags is set, as crisis")] = []
    media: Annotated[bool | None, Meta(description="true: with images or videos")] = None
    period: Annotated[
        list[str],
        Meta(description="the day lies in such a period of the charter: closed, election…"),
    ] = []
    listed: Annotated[bool | None, Meta(description="true: the company is listed")] = None


class Escalation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Another severity under a condition."""

    when: When
    severity: Severity


class RuleFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file below `rules/`; its id is pack/name after its folder and file name."""

    title: Annotated[Text, Meta(description="what the rule is about, in a few words")]
    severity: Annotated[Severity, Meta(description="advise, review or block")] = "advise"
    message: Annotated[
        Text, Meta(description="what was found and why it matters; {match} is the place")
    ]
    instead: Annotated[Text, Meta(description="what to write instead, keeping the author's idea")]
    why: Annotated[Text | None, Meta(description="the reason, for those who ask")] = None
    source: Annotated[list[Reference], Meta(description="law, case or charter clause")] = []
    jurisdiction: Annotated[list[str], Meta(description="where it holds; empty: everywhere")] = []
    owner: Annotated[Some, Meta(description="who decides on this rule")] = "compliance"
    contact: Annotated[str, Meta(description="whom an author can ask")] = ""
    point: Annotated[str, Meta(description="the charter's clause this rule serves")] = ""
    check: Annotated[
        dict[str, Any] | list[dict[str, Any]],
        Meta(description="one check, or several of which one suffices"),
    ]
    when: Annotated[When, Meta(description="conditions on the draft's context")] = When()
    escalate: Annotated[
        list[Escalation], Meta(description="other severities under a condition")
    ] = []
    from_: Annotated[str, Meta(description="first day, YYYY-MM-DD")] = msgspec.field(
        name="from", default=""
    )
    until: Annotated[str, Meta(description="the day it ends, YYYY-MM-DD")] = ""
    mode: Annotated[Literal["on", "shadow"], Meta(description="shadow: counted, not shown")] = "on"
    mask: Annotated[
        bool, Meta(description="true: the match is shown on the author's own screen only")
    ] = False
    effect: Annotated[
        Literal["finding", "guard", "note"],
        Meta(description="finding; guard: protects what it matches; note: a kind remark"),
    ] = "finding"
    always: Annotated[bool, Meta(description="true: the guard does not soften this rule")] = False
    firm: Annotated[
        bool, Meta(description="true: never made milder because the text reads as harmless")
    ] = False
    final: Annotated[
        bool, Meta(description="true: nobody publishes against it, whatever their reason")
    ] = False
    examples: Annotated[ExampleSet, Meta(description="sentences it must flag and must allow")] = (
        ExampleSet()
    )
