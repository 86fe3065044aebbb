"""Looking up a text by area and key, in the reader's language, and filling it in."""

from __future__ import annotations

import os
import re
from functools import cache
from importlib import import_module

from charter_lint.messages.typography import typeset

_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
LANGUAGES = ("fr", "en")


@cache
def area(name: str) -> dict[str, dict[str, str]]:
    """Give the texts of an area: key → {"fr": …, "en": …}."""
    texts: dict[str, dict[str, str]] = import_module(f"charter_lint.messages.{name}").TEXTS
    return texts


def text(place: str, language: str, /, **values: str) -> str:
    """Give the text at "area.key" with its placeholders filled.

    A clause between ⟨ and ⟩ is left out when one of its placeholders is empty. Raises KeyError
    for an unknown key.
    """
    name, _, key = place.partition(".")
    written = typeset(area(name)[key][language], language)
    written = re.sub(r"⟨([^⟩]*)⟩", lambda m: _clause(m[1], values), written)
    return _PLACEHOLDER.sub(lambda m: values.get(m[1], m[0]), written)


def interface_language(chosen: str = "") -> str:
    """Give "fr" or "en": as chosen, else by the locale of the environment."""
    if chosen in LANGUAGES:
        return chosen
    for name in ("CHARTER_LINT_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "fr" if value.lower().startswith("fr") else "en"
    return "en"


def _clause(written: str, values: dict[str, str]) -> str:
    empty = any(not values.get(name) for name in _PLACEHOLDER.findall(written))
    return "" if empty else written
