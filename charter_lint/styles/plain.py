"""Recognises drafts that need no Markdown parser: paragraphs, addresses, simple lists.

Most posts are that. What is not recognised here for certain is left to the parser.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape
from typing import NamedTuple

# Signs of Markdown anywhere in a text, and at the start or end of its lines.
_INSIDE = r"<[A-Za-z/!?]|\\|`|\]\(|\]:|\]\[|\[\^|&(?:#|\w+;)"
_EDGES = (
    r"|[ \t]$|^[ \t>=|:~]|^(?:-{2,}|\*|_|#{1,6}(?:[ \t]|$)|\$\$|[+;]{3}"
    r"|(?:[-+]|\d{1,9}[.)])(?:$|\t|[ ]{2}|[ ](?:[-+*>=|~:]|#{1,6}(?:[ \t]|$)|\d{1,9}[.)])))"
)
_MARKER = r"([-+]|\d{1,9}[.)]) (?=\S)"
_LISTED = rf"^(?:{_MARKER}|\d+\.)"
# What may open emphasis, strike text out or begin a formula; it takes two of a sign for that.
_OPENING = (
    r"\*+(?=[^\s*])|(?<![^\W_])_+(?=[^\s_])|~+(?=[^\s~])|\$[^\s$](?:[^$]|\$\d)*(?<![\s\\])\$(?!\d)"
)
_PAIRED = "*_~$"
_LINK = (
    r"(?:(?<=[\s*_~(])|^)(?:"
    r"(?P<url>(?:https?|ftp)://[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+(?::\d+)?"
    r"(?:[/#?][-a-zA-Z0-9@:%_+.~#$!?&/=();,'\">^{}\[\]`]*)?)"
    r"|(?P<www>www\.[-a-zA-Z0-9@:%._+~#=]{1,256}\.[a-z]+"
    r"(?:[/#?][-a-zA-Z0-9@:%_+.~#!?&/=();,'\">^{}\[\]`]*)?)"
    r"|(?P<mail>[a-zA-Z0-9][a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]*"
    r"@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
    r"(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+)(?![-_])"
    r")"
)


class Paragraph(NamedTuple):
    """A paragraph of a draft: its place and its text."""

    start: int
    text: str


def paragraphs(text: str) -> list[Paragraph] | None:
    """Give the paragraphs of a draft that holds nothing else, not even an address; else None."""
    if _lines(_INSIDE + _EDGES).search(text) or _lines(_LISTED).search(text):
        return None
    if _paired(text) or (("://" in text or "www." in text or "@" in text) and bare_links(text)):
        return None
    found = []
    at = 0
    for piece in text.split("\n\n"):
        body = piece.strip("\n")
        if body:
            found.append(Paragraph(at + piece.index(body), body))
        at += len(piece) + 2
    return found


def simple_html(text: str) -> str | None:
    """Give the HTML of a draft of paragraphs, addresses and tight lists; None if it has more."""
    bare = text
    for start, end, _ in bare_links(text):
        bare = bare[:start] + "x" * (end - start) + bare[end:]
    if _lines(_INSIDE + _EDGES).search(bare) or _paired(bare):
        return None
    made: list[str] = []
    before = ""
    for chunk in re.split(r"\n{2,}", text.strip("\n")) if text.strip() else ():
        blocks = _blocks(chunk.split("\n"))
        if blocks is None or (before and blocks[0][0] == before):
            return None  # a list with blank lines in it, or something unclear
        before = blocks[-1][0]
        made += [_block_html(kind, texts) for kind, texts in blocks]
    return "".join(made)


def _blocks(lines: list[str]) -> list[tuple[str, list[str]]] | None:
    """Split lines into paragraphs (kind: nothing) and lists (kind: the sign of their items)."""
    blocks: list[tuple[str, list[str]]] = []
    for line in lines:
        found = re.match(_MARKER, line)
        kind = found[1][-1] if found else ""
        last = blocks[-1][0] if blocks else None
        if found and kind in ".)" and last == "" and found[1][:-1] != "1":
            kind, found = "", None  # only a list that begins with 1 may interrupt a paragraph
        if found and last and last != kind:
            return None
        content = line[found.end() :] if found else line
        if blocks and not found:
            blocks[-1][1][-1] += "\n" + content
        elif blocks and last == kind:
            blocks[-1][1].append(content)
        else:
            blocks.append((kind, [content]))
    return blocks


def _block_html(kind: str, texts: list[str]) -> str:
    if not kind:
        return f"<p>{_anchored(texts[0])}</p>\n"
    tag = "ul" if kind in "-+" else "ol"
    items = "".join(f"<li>{_anchored(text)}</li>\n" for text in texts)
    return f"<{tag}>\n{items}</{tag}>\n"


def _anchored(text: str) -> str:
    """Write text as HTML, addresses in it as links."""
    at = 0
    parts = []
    for start, end, href in bare_links(text):
        parts.append(f'{escape(text[at:start])}<a href="{escape(href)}">')
        parts.append(f"{escape(text[start:end])}</a>")
        at = end
    return "".join([*parts, escape(text[at:])])


def _paired(text: str) -> bool:
    """Say whether signs that come in pairs may mean something."""
    if not any(text.count(sign) > 1 for sign in _PAIRED if sign in text):
        return False
    return _lines(_OPENING).search(text) is not None


def bare_links(text: str) -> list[tuple[int, int, str]]:
    """Give addresses that stand in the text without any markup, and where they lead."""
    found = []
    for each in _lines(_LINK).finditer(text):
        body = each[0]
        size = len(body)
        while size > 1 and body[size - 1] in "?!.,:*_~":
            size -= 1
        if body[size - 1] == ")":
            head = body[:size]
            size -= max(0, head.count(")") - head.count("("))
        elif body[size - 1] == ";" and (entity := re.search(r"&\w+;$", body[:size])):
            size = entity.start()
        body = body[:size]
        before = "mailto:" if each["mail"] else "http://" if each["www"] else ""
        found.append((each.start(), each.start() + size, before + body))
    return found


@cache
def _lines(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE)
