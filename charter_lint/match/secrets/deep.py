"""Token-like runs that no own format explains, asked of Kingfisher's several hundred formats."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from charter_lint.match.secrets.search import Search

# Long runs with letters and digits mixed; words, numbers, plain links and hashes are none.
_RUN = re.compile(
    r"(?<![\w+/=.~-])(?=[\w+/=.~-]{0,300}?\d)(?=[\w+/=.~-]{0,300}?[A-Za-z])[\w+/=~-][\w+/=.~-]{17,600}[\w=]"
)
_PLAIN = re.compile(
    r"[0-9a-f]{7,128}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?:[\d.,/-]+)|"
    r"[A-Z]{2}\d{2}[A-Z0-9]{10,30}",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"[.,;:)\]!?*'\"](?=[\s)\]!?.\"']|\Z)")
_KEYS = ("key", "secret", "credential")


def find_deep(search: Search) -> None:
    """Add what the scanner knows; it is loaded only when an unexplained run is seen."""
    runs = [m for m in _RUN.finditer(search.text) if _odd(search, m)]
    if not runs:
        return
    # Same length in bytes as in characters, and no sign that touches the end of a token.
    plain = re.sub(r"[^\x00-\x7f]", " ", search.text)
    plain = _SIGNS.sub(" ", plain)
    for finding in _scanner(search.settings.cache).scan(plain):
        secret = finding.secret
        place = finding.location
        start, end = place["start_offset"], place["end_offset"]
        value = search.text[start:end]
        if value != secret or not search.free(start, end) or search.placeholder(value):
            continue
        if not any(m.start() < end and start < m.end() for m in runs):
            continue
        name = finding.rule_id.lower()
        kind = "key" if any(word in name for word in _KEYS) else "token"
        confidence = 0.9 if finding.confidence == "high" else 0.6
        search.add(kind, start, end, confidence, "format", "scanner")


def _odd(search: Search, run: re.Match[str]) -> bool:
    text = run[0]
    if not search.free(*run.span()) or _PLAIN.fullmatch(text):
        return False
    around = search.text[max(0, run.start() - 40) : run.start()]
    if re.search(r"(?:://|www\.|@)\S*$", around):
        return False
    digits = sum(c.isdigit() for c in text)
    return digits >= 2 and text.count("-") < len(text) / 5


@cache
def _scanner(cache_dir: str) -> Any:  # noqa: ANN401  (a compiled class)
    import kingfisher_sdk  # noqa: PLC0415  (0.4 s: only when a token-like run is seen)
    from platformdirs import user_cache_dir  # noqa: PLC0415

    folder = Path(cache_dir or user_cache_dir("charter-lint")) / "formats"
    rules = kingfisher_sdk.Rules(confidence="medium", cache_dir=str(folder))
    return kingfisher_sdk.Scanner(rules, base64=False)
