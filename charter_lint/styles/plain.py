"""Recognises drafts that hold no Markdown but paragraphs, as most posts are."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_STRONG = (
    r"<[A-Za-z/!?]|\\|`|\]\(|\]:|\]\[|\[\^|&(?:#|\w+;)|[ \t]$|^[ \t>=|:~]"
    r"|^(?:[-+*=](?:[ \t]|$)|-{2,}|\*|_|#{1,6}(?:[ \t]|$)|\d{1,9}[.)]|\$\$|[+;]{3})"
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
    """A paragraph of a draft that holds no Markdown: its place, and the links in it."""

    start: int
    text: str
    links: tuple[tuple[int, int, str], ...]


def paragraphs(text: str) -> list[Paragraph] | None:
    """Give the paragraphs of a draft that holds nothing else; None if it holds Markdown."""
    bare = text
    links: list[tuple[int, int, str]] = []
    if "://" in text or "www." in text or "@" in text:
        links = bare_links(text)
        for start, end, _ in links:
            bare = bare[:start] + "x" * (end - start) + bare[end:]
    if _lines(_STRONG).search(bare) or any(
        bare.count(sign) > 1 for sign in _PAIRED if sign in bare
    ):
        return None
    found = []
    at = 0
    for piece in text.split("\n\n"):
        body = piece.strip("\n")
        if body:
            start = at + piece.index(body)
            end = start + len(body)
            inside = tuple((a - start, b - start, href) for a, b, href in links if start <= a < end)
            found.append(Paragraph(start, body, inside))
        at += len(piece) + 2
    return found


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
