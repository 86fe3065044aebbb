"""The search for secrets: one cheap look, then formats, links, prose, and what is left over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from charter_lint.match.cues import compiled
from charter_lint.match.secrets.blind import find_blind
from charter_lint.match.secrets.deep import find_deep
from charter_lint.match.secrets.formats import find_formats, find_links, find_private_keys
from charter_lint.match.secrets.prose import find_told
from charter_lint.match.secrets.search import Search

if TYPE_CHECKING:
    from charter_lint.draft import Draft
    from charter_lint.match.found import Found
    from charter_lint.match.secrets.settings import Settings

TYPES = (
    "private-key", "connection-string", "url-credentials", "key", "token", "password", "entropy",
)  # fmt: skip
"""Every type that `find` knows."""

_RUN = re.compile(r"(?<!\S)(?=\S{0,400}?[\d_])\S{12}|://|PRIVATE KEY|=")


def find(draft: Draft, settings: Settings, *, least: float = 0.4) -> list[Found]:
    """Find secrets of the wanted types with at least `least` confidence, in text order."""
    search = Search(draft, settings)
    if _RUN.search(search.text):
        find_private_keys(search)
        find_links(search)
        find_formats(search)
    prose = settings.prose
    cues = (prose.password, prose.code, prose.login, prose.system, prose.entry)
    if any(p and compiled(p).search(search.flat) for p in cues):
        find_told(search)
    if _RUN.search(search.text):
        find_blind(search)
        if settings.deep:
            find_deep(search)
    return sorted((f for f in search.found if f.confidence >= least), key=lambda f: f.span)
