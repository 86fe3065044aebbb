"""Loading spaCy's French without the three seconds that one expression of its tokenizer takes.

The expression, 1.4 million characters long, keeps words as "porte-monnaie" and "prud'homme" whole;
nearly all of it are ranges of letters. With "any word character" for these it is short and says the
same of words in French letters. For others it matches no less: then the whole must be compiled.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

LONG = 500_000
"""Characters of an expression that is worth compiling late; no other one of spaCy comes near."""

_COMPILE = re.compile
_COMPILING = RLock()
_FRENCH = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿŒœ'’–—‐‑-]*\Z").match


class LateExpression:
    """Stands for a long expression, as French `TOKEN_MATCH`, until a word could match it."""

    def __init__(self, pattern: str, flags: int | re.RegexFlag, letters: tuple[str, ...]) -> None:
        """Take the expression, and the bodies of its classes of letters."""
        self.pattern = pattern
        self.flags = flags
        short = pattern
        for listed in letters:
            short = short.replace(listed, r"\w")
        self._could = _COMPILE(short, flags)

    def match(self, word: str) -> re.Match[str] | None:
        """Match as the expression would."""
        found = self._could.match(word)
        return found if found is None or _FRENCH(word) else self._compiled.match(word)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return _COMPILE(self.pattern, self.flags)


@contextmanager
def late_expressions() -> Iterator[None]:
    """Compile very long expressions late as long as it lasts, one thread at a time."""
    with _COMPILING:
        from spacy.lang.char_classes import ALPHA, ALPHA_LOWER  # noqa: PLC0415  (with spaCy only)

        whole = re.compile

        def compile_late(pattern: Any, flags: int | re.RegexFlag = 0) -> Any:  # noqa: ANN401
            if isinstance(pattern, str) and len(pattern) > LONG:
                return LateExpression(pattern, flags, (ALPHA_LOWER, ALPHA))
            return whole(pattern, flags)

        re.compile = compile_late
        try:
            yield
        finally:
            re.compile = whole
