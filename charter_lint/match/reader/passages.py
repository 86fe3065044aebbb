"""The sentences of a draft as the reader sees them: company facts stand for what they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.draft import Span  # noqa: TC004  (never decoded)
    from charter_lint.match.scan import Scan

Facts = Mapping[str, int]
"""The class of each list of company facts that stands for itself, by the list's name."""


class Passage(msgspec.Struct, frozen=True):
    """A sentence: its original span, its folded words with facts as `@concept`, its language."""

    span: Span
    words: tuple[str, ...]
    language: str
    number: int


def passages_of(scan: Scan, facts: Facts) -> list[Passage]:
    """Give the sentences that hold a word; `facts` are the class numbers of a company's facts."""
    draft = scan.draft
    named = _named(scan, facts)
    words = draft.tokens.words
    found = []
    for number, tokens in enumerate(draft.sentence_tokens):
        if not tokens:
            continue
        folded = draft.sentences[number]
        read = tuple(_read(words, tokens, named))
        if any(w.isalpha() or w[0] == "@" for w in read):
            span = draft.folded.original(folded.start, folded.end)
            found.append(Passage(span, read, draft.languages[number], number))
    return found


def text_of(
    scan: Scan, passage: Passage, facts: Facts, stand_ins: Mapping[str, tuple[str, str]]
) -> str:
    """Give the original sentence as an encoder reads it.

    `stand_ins` are the phrases that take the place of a fact, in French and English.
    """
    draft = scan.draft
    side = 0 if passage.language == "fr" else 1
    tokens = draft.sentence_tokens[passage.number]
    parts: list[str] = []
    at = passage.span.start
    for first, (after, name) in sorted(_named(scan, facts).items()):
        if first < tokens.start or after > tokens.stop:
            continue
        span = draft.span_of(first, after)
        if span.start >= at:
            parts.extend((draft.text[at : span.start], stand_ins[name][side]))
            at = span.end
    parts.append(draft.text[at : passage.span.end])
    return " ".join("".join(parts).split())


def _named(scan: Scan, facts: Facts) -> dict[int, tuple[int, str]]:
    """Give the facts named, the longest at each first token: its end and its concept."""
    found: dict[int, tuple[int, str]] = {}
    for name, number in facts.items():
        for hit in scan.class_hits(number):
            if found.get(hit.first, (0, ""))[0] < hit.after:
                found[hit.first] = (hit.after, name)
    return found


def _read(words: list[str], tokens: range, named: dict[int, tuple[int, str]]) -> Iterator[str]:
    after = 0
    for i in tokens:
        if i in named and i >= after:
            after, name = named[i]
            yield f"@{name}"
        elif i >= after:
            word = words[i]
            yield "0" if word[0].isdigit() else word
