"""Regular expressions that are compiled when they are first used.

Compiling costs more than judging a post, and most posts need few of them.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Pattern:
    """A regular expression of `re`, with the methods of a compiled one that are used here."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression; raises re.error at first use for a broken one."""
        return re.compile(self.pattern, self.flags)

    def search(self, text: str) -> re.Match[str] | None:
        """Find the first match anywhere."""
        return self.compiled.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """Match at the beginning."""
        return self.compiled.match(text)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Match the whole text."""
        return self.compiled.fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find all matches."""
        return self.compiled.finditer(text)

    def sub(self, new: str, text: str) -> str:
        """Replace all matches."""
        return self.compiled.sub(new, text)
