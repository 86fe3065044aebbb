"""Parts of a charter that judging needs as they are written: dates, exceptions, sayings."""

# No `from __future__ import annotations` here: msgspec would compile every annotation at start-up.
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from charter_lint.charter.rule import Some


class Period(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Days on which other rules hold."""

    kind: Annotated[
        Literal["closed", "election", "embargo", "crisis"],
        Meta(description="closed, election, embargo or crisis"),
    ] = "closed"
    from_: Annotated[Some, Meta(description="first day, YYYY-MM-DD")] = msgspec.field(name="from")
    until: Annotated[Some, Meta(description="last day, YYYY-MM-DD")]
    about: str = ""


class Waiver(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A dated exception."""

    rule: Annotated[Some, Meta(description="the rule's id, or a pack followed by /*")]
    owner: Annotated[Some, Meta(description="who allowed it")]
    requester: Annotated[str, Meta(description="who asked; never the owner")] = ""
    reason: Annotated[Some, Meta(description="why")]
    expires: Annotated[Some, Meta(description="last day, YYYY-MM-DD")]
    match: Annotated[str, Meta(description="only for this wording")] = ""
    text: Annotated[str, Meta(description="only for the draft with this SHA-256")] = ""
    platform: Annotated[list[str], Meta(description="only on these platforms")] = []


class Saying(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A permission or an encouragement, and the posts it fits."""

    fr: Some
    en: Some
    fits: Annotated[
        list[str], Meta(description="concepts or phrases of posts that it fits, as @thanks")
    ] = []

    def of(self, language: str) -> str:
        """Give the sentence in "fr" or "en"."""
        return self.fr if language == "fr" else self.en


class Target(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a company aims for in one measure of `charter-lint voice`."""

    least: Annotated[float | None, Meta(description="from this value on")] = None
    most: Annotated[float | None, Meta(description="up to this value")] = None
