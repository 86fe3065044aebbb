"""Models by name through sentence-transformers or fastembed, for those who have them."""

from __future__ import annotations

from typing import Any


class SentenceTransformers:
    """A model of sentence-transformers, which must already lie on this machine."""

    def __init__(self, model: str) -> None:
        from sentence_transformers import SentenceTransformer  # noqa: PLC0415

        self._model = SentenceTransformer(model, local_files_only=True)
        self.name = f"sentence-transformers:{model}"
        self.dimension = int(self._model.get_sentence_embedding_dimension() or 0)

    def encode(self, sentences: list[str]) -> Any:  # noqa: ANN401
        """Encode in one batch."""
        return self._model.encode(sentences, normalize_embeddings=True, show_progress_bar=False)


class FastEmbed:
    """A model of fastembed, which must already lie on this machine."""

    def __init__(self, model: str) -> None:
        from fastembed import TextEmbedding  # noqa: PLC0415

        self._model = TextEmbedding(model_name=model, local_files_only=True)
        self.name = f"fastembed:{model}"
        self.dimension = len(next(iter(self._model.embed(["a"]))))

    def encode(self, sentences: list[str]) -> Any:  # noqa: ANN401
        """Encode in one batch."""
        import numpy as np  # noqa: PLC0415

        found = np.asarray(list(self._model.embed(sentences)), dtype=np.float32)
        return found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)
