"""Puts the page together and names its parts by hash for the Content-Security-Policy."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

import msgspec

from charter_lint.messages.catalogue import LANGUAGES, area
from charter_lint.messages.typography import typeset

_AREAS = ("report", "page")


class Page(msgspec.Struct, frozen=True):
    """The page and the policy that goes with it."""

    html: bytes
    policy: str


@cache
def page_of(longest: int) -> Page:
    """Make the page; `longest` is the most code points that the server judges."""
    style, script, html = (_part(name) for name in ("page.css", "page.js", "page.html"))
    data = {
        "texts": {language: _texts(language) for language in LANGUAGES},
        "platforms": msgspec.json.decode(_part("platforms.json")),
        "longest": longest,
    }
    # In a script element only "<" could end it.
    encoded = msgspec.json.encode(data).decode().replace("<", "\\u003c")
    whole = (
        html.replace("/*STYLE*/", style).replace("/*DATA*/", encoded).replace("/*SCRIPT*/", script)
    )
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_hash(script)}'",
            f"style-src '{_hash(style)}'",
            "img-src data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )
    return Page(whole.encode(), policy)


def _part(name: str) -> str:
    return files("charter_lint.hooks.page").joinpath(name).read_text(encoding="utf-8")


def _texts(language: str) -> dict[str, str]:
    return {
        key: typeset(said[language], language)
        for name in _AREAS
        for key, said in area(name).items()
    }


def _hash(part: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
