"""What an encoder is."""

from __future__ import annotations

from typing import Any, Protocol


class Encoder(Protocol):
    """Turns sentences into vectors of length 1.

    `name` holds the model and its version: vectors of encoders with different names must not be
    mixed.
    """

    @property
    def name(self) -> str:
        """The model and its version."""

    @property
    def dimension(self) -> int:
        """How many numbers a vector has."""

    def encode(self, sentences: list[str]) -> Any:  # noqa: ANN401  (NumPy is not imported here)
        """Give an array of 32-bit floats, one row a sentence, in one batch."""
