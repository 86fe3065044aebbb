"""Files of concepts and of contexts, as their authors write them."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from charter_lint.charter.rule import Some, Text

Bounds = Literal["clause", "sentence", "neighbours", "paragraph", "post"]

Question = Literal[
    "scope",
    "others",
    "supposed",
    "subject",
    "object",
    "party",
    "past",
    "future",
    "conditional",
    "imperative",
    "passive",
    "we",
    "they",
]
"""What may be asked of spaCy; see nlp.syntax."""


class ConceptFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One named vocabulary in a file of `rules/concepts/`."""

    about: Annotated[Some, Meta(description="what the concept covers, in one line")]
    fr: Annotated[list[Some], Meta(description="French phrases")] = []
    en: Annotated[list[Some], Meta(description="English phrases")] = []
    any: Annotated[list[Some], Meta(description="phrases of no language")] = []


class Cues(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Cues by where they stand; the same keys in French and in English."""

    before: Annotated[list[Some], Meta(description="cues ahead of the match")] = []
    after: Annotated[list[Some], Meta(description="cues behind the match")] = []
    anywhere: Annotated[list[Some], Meta(description="cues on either side")] = []


class ContextFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file of `rules/contexts/`; rules name it under `unless` or `about`."""

    title: Text
    about: Annotated[str, Meta(description="what it covers and where it stops")] = ""
    fr: Cues = Cues()
    en: Cues = Cues()
    any: Cues = Cues()
    window: Annotated[
        int, Meta(ge=0, description="tokens between a cue and the match behind it")
    ] = 6
    window_after: Annotated[
        int, Meta(ge=0, description="tokens between the match and a cue behind it")
    ] = 4
    bounds: Annotated[Bounds, Meta(description="what cues before and after may not cross")] = (
        "clause"
    )
    anywhere_bounds: Annotated[Bounds, Meta(description="what cues anywhere may not cross")] = (
        "sentence"
    )
    inside: Annotated[bool, Meta(description="true: a cue between parts of the match counts")] = (
        True
    )
    blocks: Annotated[
        list[Literal["quotes", "code", "question", "hashtags", "items", "urls"]],
        Meta(description="parts of the post that are such a context"),
    ] = []
    draft: Annotated[
        dict[str, list[str]],
        Meta(description="values of the draft's context, as account: [official]"),
    ] = {}
    grammar: Annotated[
        list[Question],
        Meta(
            description="asked of spaCy once a cue stands there; it counts if all is true. Of cue"
            " and match, scope: the negation reaches it; others: somebody else than I or we says"
            " it; supposed: it stands in the clause of an “if”, or in the conditional; subject:"
            " the cue does or is it; object: it is done to the cue; party: either, or it is of the"
            " cue (“my”). Of the match's own verb: the"
            " rest. Without cues one thing true of the match's verb is enough"
        ),
    ] = []
    unread: Annotated[
        Literal["holds", "fails"],
        Meta(description="whether a cue counts where spaCy cannot be asked"),
    ] = "holds"
    figures: Annotated[
        bool, Meta(description="true: holds where every figure is one the company published")
    ] = False
