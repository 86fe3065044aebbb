"""Stop asking a server that fails, and try again later."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from charter_lint.nlp.grammar.model import GrammarUnavailable

if TYPE_CHECKING:
    from types import TracebackType

_FAILURES = 2  # in a row
_PAUSE = 30.0  # seconds
# These say something about the text, not about the server.
_NO_FAILURE = frozenset({"incomplete"})
# These may pass; any other reason stays until somebody does something about it.
_PASSING = frozenset({"slow", "down"})


class Breaker:
    """A context around each question; after two failures in a row it repeats the last, unasked.

    A failure that cannot pass by itself is repeated from the first.
    After 30 seconds one question goes through again, and its success closes the matter.
    """

    def __init__(self) -> None:
        self._failures = 0
        self._until = 0.0
        self._last: GrammarUnavailable | None = None

    def __enter__(self) -> None:
        """Raise the last failure again during a pause."""
        if self._last and time.monotonic() < self._until:
            raise GrammarUnavailable(self._last.reason, **self._last.details)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Count a failure, or forget the earlier ones."""
        if error is None:
            self._failures = 0
        elif isinstance(error, GrammarUnavailable) and error.reason not in _NO_FAILURE:
            self._failures += 1
            if self._failures >= _FAILURES or error.reason not in _PASSING:
                self._until = time.monotonic() + _PAUSE
                self._last = error
