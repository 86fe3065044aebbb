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
    data = {
        "texts": texts_of(_AREAS),
        "platforms": msgspec.json.decode(_part("charter_lint.hooks.page", "platforms.json")),
        "longest": longest,
    }
    return put_together("charter_lint.hooks.page", "page", data)


def texts_of(areas: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """Give the texts of these areas by language and key, as they are to be shown."""
    return {language: _texts(areas, language) for language in LANGUAGES}


def put_together(package: str, name: str, data: object) -> Page:
    """Make one file of NAME.html, NAME.css and NAME.js of a package, and of what it is to know."""
    style, script, html = (_part(package, f"{name}.{kind}") for kind in ("css", "js", "html"))
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


def _part(package: str, name: str) -> str:
    return files(package).joinpath(name).read_text(encoding="utf-8")


def _texts(areas: tuple[str, ...], language: str) -> dict[str, str]:
    return {
        key: typeset(said[language], language) for name in areas for key, said in area(name).items()
    }


def _hash(part: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()
