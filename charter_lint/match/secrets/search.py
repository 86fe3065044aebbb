"""A draft under search for secrets: what is claimed, and what cannot be a secret."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from charter_lint.match.claims import Claims
from charter_lint.match.cues import compiled, flat
from charter_lint.match.found import Found

if TYPE_CHECKING:
    from charter_lint.draft import Draft
    from charter_lint.match.secrets.settings import Settings


class Search:
    """The working state of one search; lives no longer than the call of `find`."""

    def __init__(self, draft: Draft, settings: Settings) -> None:
        self.draft = draft
        self.settings = settings
        self.text = draft.folded.text
        self.flat = flat(self.text)
        self.found: list[Found] = []
        self._claims = Claims()

    def free(self, start: int, end: int) -> bool:
        """Say whether nothing has claimed any of the range."""
        return self._claims.free(start, end)

    def claim(self, start: int, end: int) -> None:
        """Keep later detectors off the range."""
        self._claims.claim(start, end)

    def add(self, kind: str, start: int, end: int, confidence: float, *reasons: str) -> None:
        """Note a secret and claim its place."""
        self.claim(start, end)
        wanted = self.settings.wanted
        if not wanted or kind in wanted:
            span = self.draft.folded.original(start, end)
            self.found.append(Found(kind, span, confidence, self.text[start:end], reasons))

    def placeholder(self, value: str) -> bool:
        """Say whether a value only holds the place of a secret."""
        return any(compiled(p).search(value) for p in self.settings.placeholders)


def entropy(text: str) -> float:
    """Give Shannon's entropy of the characters in bits each."""
    count = len(text)
    return -sum(n / count * math.log2(n / count) for n in Counter(text).values()) if count else 0.0
