"""Vectors of training sentences, kept on disk by the hash of each, so that learning can resume."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from charter_lint.charter.cache import folder

if TYPE_CHECKING:
    from pathlib import Path

    from charter_lint.desk.learn.gather import Progress
    from charter_lint.nlp.encoder.base import Encoder

_BATCH = 128
_DIGEST = 16


def embedded(sentences: list[str], encoder: Encoder, progress: Progress | None = None) -> Any:  # noqa: ANN401
    """Encode training sentences, those that are not yet on disk; never a draft's.

    Gives an array of 32-bit floats, one row a sentence. The file holds hashes and vectors only.
    """
    import numpy as np  # noqa: PLC0415  (training only)

    path = _path(encoder)
    record = _DIGEST + 4 * encoder.dimension
    known: dict[bytes, bytes] = {}
    if path is not None and path.is_file():
        stored = path.read_bytes()
        for at in range(0, len(stored) - record + 1, record):
            known[stored[at : at + _DIGEST]] = stored[at + _DIGEST : at + record]
        if len(stored) % record:  # a run that was cut off in the middle of a record
            path.write_bytes(stored[: len(stored) - len(stored) % record])
    keys = [hashlib.sha256(s.encode()).digest()[:_DIGEST] for s in sentences]
    missing = {k: s for k, s in zip(keys, sentences, strict=True) if k not in known}
    listed = list(missing.items())
    for at in range(0, len(listed), _BATCH):
        batch = listed[at : at + _BATCH]
        vectors = np.asarray(encoder.encode([s for _, s in batch]), dtype="<f4")
        rows = [(key, v.tobytes()) for (key, _), v in zip(batch, vectors, strict=True)]
        known.update(rows)
        if path is not None:
            with path.open("ab") as file:
                file.write(b"".join(key + row for key, row in rows))
        if progress is not None:
            progress(min(at + _BATCH, len(listed)), len(listed))
    return np.frombuffer(b"".join(known[k] for k in keys), dtype="<f4").reshape(len(keys), -1)


def _path(encoder: Encoder) -> Path | None:
    place = folder()
    if place is None:
        return None
    name = hashlib.sha256(encoder.name.encode()).hexdigest()[:12]
    return place / f"vectors-{name}.bin"
