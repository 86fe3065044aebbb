"""The parts of a post: quotes, hashtags, mentions, links, code, list items, paragraphs."""

from __future__ import annotations

import re

import msgspec

from charter_lint.draft.patterns import Pattern
from charter_lint.draft.spans import Span

_URL = Pattern(
    r"\b(?:https?://|www\.)[^\s<>\"»]+[^\s<>\"».,;:!?)\]']"
    r"|(?<![\w@.])(?:[a-z0-9-]+\.)+(?:com|org|net|fr|eu|uk|io|co|gov|edu|example|internal|corp|lan|intra|local|dev|app|info|ie|be|ch|ca|us|de)\b(?:/[^\s<>\"»]*[^\s<>\"».,;:!?)\]'])?",
    re.IGNORECASE,
)
_EMAIL = Pattern(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HASHTAG = Pattern(r"(?<![\w&/])#(\w+)")
_MENTION = Pattern(r"(?<![\w@/.])@(\w[\w.-]*\w|\w)")
_CODE = Pattern(r"```.*?(?:```|\Z)|`[^`\n]+`", re.DOTALL)
_QUOTES = Pattern(
    r"«[^«»]{1,1500}»|\"(?!\s)[^\"\n]{1,800}?(?<!\s)\"(?!\w)|(?<![\w'])'(?=\w)[^'\n]{1,200}?(?:'\w[^'\n]{0,200}?)*(?<=[\w.!?,])'(?![\w'])"
)
_QUOTED_LINE = Pattern(r"^[ \t]*>[^\n]*$", re.MULTILINE)
_ITEM = Pattern(r"^[ \t]*(?:[-*•→▶➡✅✔☑👉➤►·]|\d{1,2}[.)/])[ \t\ufe0f]*\S[^\n]*$", re.MULTILINE)
_PARAGRAPH = Pattern(r"\S(?:.*?\S)??(?=\s*\n[ \t]*\n|\s*\Z)", re.DOTALL)


class Blocks(msgspec.Struct, frozen=True):
    """Spans of each kind of part, in folded offsets, in order."""

    paragraphs: tuple[Span, ...]
    quotes: tuple[Span, ...]
    urls: tuple[Span, ...]
    emails: tuple[Span, ...]
    hashtags: tuple[Span, ...]
    mentions: tuple[Span, ...]
    code: tuple[Span, ...]
    items: tuple[Span, ...]


def blocks_of(text: str) -> Blocks:
    """Find the parts of a folded text."""
    urls = _spans(_URL, text) if _may_link(text) else ()
    at = "@" in text
    emails = _spans(_EMAIL, text) if at else ()
    quotes = _spans(_QUOTES, text) if _may_quote(text) else ()
    if ">" in text:
        quotes = tuple(sorted({*quotes, *_spans(_QUOTED_LINE, text)}))
    return Blocks(
        paragraphs=_paragraphs(text),
        quotes=quotes,
        urls=tuple(u for u in urls if not any(e.overlaps(u) for e in emails)),
        emails=emails,
        hashtags=_spans(_HASHTAG, text) if "#" in text else (),
        mentions=tuple(
            m
            for m in (_spans(_MENTION, text) if at else ())
            if not any(e.overlaps(m) for e in emails)
        ),
        code=_spans(_CODE, text) if "`" in text else (),
        items=_spans(_ITEM, text) if "\n" in text else (),
    )


def _may_link(text: str) -> bool:
    """Say cheaply whether a link can stand in a text: a dot between two letters, or ://."""
    at = text.find(".")
    while at >= 0:
        if text[at + 1 : at + 2].isalnum() and at and text[at - 1].isalnum():
            return True
        at = text.find(".", at + 1)
    return "://" in text


def _may_quote(text: str) -> bool:
    return "«" in text or '"' in text or " '" in text or text.startswith("'") or "('" in text


def _paragraphs(text: str) -> tuple[Span, ...]:
    if "\n" in text:
        return _spans(_PARAGRAPH, text)
    stripped = text.strip()
    start = text.find(stripped)
    return (Span(start, start + len(stripped)),) if stripped else ()


def _spans(pattern: Pattern, text: str) -> tuple[Span, ...]:
    return tuple(Span(*m.span()) for m in pattern.finditer(text))
