"""Random-looking strings beside a word that says what they open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from charter_lint.match.cues import compiled
from charter_lint.match.secrets.search import entropy

if TYPE_CHECKING:
    from charter_lint.match.secrets.search import Search

_RUN = re.compile(
    r"(?<![\w/+.=-])[A-Za-z0-9+/_~-][A-Za-z0-9+/_.~=-]{10,300}[A-Za-z0-9=_~-](?![\w/+])"
)
_GROUPS = re.compile(r"(?<![\w-])(?:[A-Z0-9]{4,8}-){2,7}[A-Z0-9]{4,8}(?![\w-])")
_HEX = re.compile(r"[0-9a-f]+", re.IGNORECASE)
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_BEFORE, _AFTER = 60, 30
_RANDOM, _RANDOM_HEX = 3.2, 2.8  # bits a character
_LONG = 16


def find_blind(search: Search) -> None:
    """Add strings with high entropy near a word for a key or a token; hashes stay silent."""
    prose = search.settings.prose
    if not prose.key:
        return
    for pattern in (_RUN, _GROUPS):
        for found in pattern.finditer(search.text):
            value = found[0].rstrip(".-")
            start, end = found.start(), found.start() + len(value)
            if not search.free(start, end) or search.placeholder(value) or not _random(value):
                continue
            kind = _kind(search, start, end)
            if kind:
                search.add(kind, start, end, 0.7, "entropy", "cue")


def _random(value: str) -> bool:
    if _UUID.fullmatch(value) or value.isalpha() or sum(c.isdigit() for c in value) < 2:
        return False
    if _HEX.fullmatch(value):
        return len(value) >= _LONG and entropy(value) >= _RANDOM_HEX and not value.isdigit()
    if re.fullmatch(r"[\d.,:/_-]+", value) or not re.search(r"[A-Za-z]", value):
        return False
    words = re.split(r"[-_./]", value)
    told = [w for w in words if w.isalpha() and len(w) > 2]
    if len(told) * 2 >= len(words) or (len(value) < _LONG and not _GROUPS.fullmatch(value)):
        return False
    return entropy(value) >= _RANDOM


def _kind(search: Search, start: int, end: int) -> str:
    """Give the type that the nearest word before, or else after, names; "" for none."""
    prose, flat = search.settings.prose, search.flat
    head = flat[max(0, start - _BEFORE) : start]
    tail = flat[end : end + _AFTER]
    stop = max((m.end() for m in re.finditer(r"\n\s*\n|[.!?]\s", head)), default=0)
    head = head[stop:]
    ends = {
        kind: max((m.end() for m in compiled(pattern).finditer(head)), default=-1)
        for kind, pattern in (("key", prose.key), ("token", prose.token), ("", prose.not_secret))
    }
    best = max(ends, key=lambda k: ends[k])
    if ends[best] >= 0:
        return "" if ends[""] >= 0 else best
    if compiled(prose.not_secret).search(tail):
        return ""
    if compiled(prose.token).search(tail):
        return "token"
    return "key" if compiled(prose.key).search(tail) else ""
