"""Reads HTML as a browser's tokenizer does: tags with their attributes, text, comments."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

START, END, VOID, TEXT, COMMENT, OTHER = range(6)

_TAG = re.compile(
    r"<!--(?P<comment>.*?)(?:--!?>|\Z)"
    r"|<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*)(?P<attrs>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>"
    r"|<(?P<other>[!?/][^>]*)>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s=/>\"']+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+))?")
_RAW = {"script", "style", "iframe", "noembed", "noframes", "noscript", "xmp", "plaintext"}
_TITLES = {"textarea", "title"}


class Piece(NamedTuple):
    """One token: a tag's name, or text as written with its entities resolved."""

    kind: int
    data: str
    attributes: dict[str, str] = {}


def pieces(html: str) -> Iterator[Piece]:
    """Give the tokens of *html* in order."""
    at = 0
    while True:
        found = _TAG.search(html, at)
        if found is None:
            if at < len(html):
                yield Piece(TEXT, unescape(html[at:]))
            return
        if found.start() > at:
            yield Piece(TEXT, unescape(html[at : found.start()]))
        at = found.end()
        if found["comment"] is not None:
            yield Piece(COMMENT, found["comment"])
        elif found["name"] is None:
            yield Piece(OTHER, found["other"])
        else:
            name = found["name"].lower()
            if found["close"]:
                yield Piece(END, name)
                continue
            given = found["attrs"]
            void = given.endswith("/")
            yield Piece(VOID if void else START, name, _attributes(given) if given else {})
            if not void and (name in _RAW or name in _TITLES):
                end = re.compile(rf"</{name}[\s/>]", re.IGNORECASE).search(html, at)
                stop = end.start() if end else len(html)
                if stop > at:
                    inside = html[at:stop]
                    yield Piece(TEXT, unescape(inside) if name in _TITLES else inside)
                at = stop


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in _ATTRIBUTE.finditer(text):
        value = each[2] or ""
        if value[:1] in ("'", '"'):
            value = value[1:-1]
        found.setdefault(each[1].lower(), unescape(value))
    return found
