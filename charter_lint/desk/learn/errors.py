"""Why a reader could not be learned."""

from __future__ import annotations


class LearnError(Exception):
    """Learning stopped; `reason` is a message key of the area `reader`, with its values."""

    def __init__(self, reason: str, **values: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values
