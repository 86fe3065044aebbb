"""The second stage: an encoder reads the sentences in doubt, what stands beside, and the draft."""

from __future__ import annotations

from functools import cache
from math import exp
from typing import TYPE_CHECKING, Any

from charter_lint.lint.reader.scores import Scored
from charter_lint.match.reader.passages import text_of
from charter_lint.match.reader.rated import family_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from charter_lint.charter.compiled import Charter
    from charter_lint.match.reader.model import Model, Read, Second
    from charter_lint.match.reader.passages import Passage
    from charter_lint.match.scan import Scan

MOST = 16
"""Sentences of a draft that its mean is taken of; more are not read for it."""


def second_opinion(
    scan: Scan,
    charter: Charter,
    model: Model,
    passages: Sequence[Passage],
    rows: Sequence[tuple[int, Read, float, float]],
) -> tuple[Scored, ...] | None:
    """Judge the sentences in doubt anew, in one batch; None where the encoder is not installed."""
    from charter_lint.nlp.encoder.load import encoder_of, missing_encoder  # noqa: PLC0415

    second = model.second
    if second is None or missing_encoder(second.encoder):
        return None
    try:
        encoder = encoder_of(second.encoder)
    except (ImportError, OSError):
        return None
    reader = charter.head.reader
    wanted = {j for i, *_ in rows for j in (i - 1, i, i + 1) if 0 <= j < len(passages)} | set(
        range(min(MOST, len(passages)))
    )
    order = sorted(wanted)
    texts = [text_of(scan, passages[i], reader.facts, reader.stand_ins) for i in order]
    vectors = dict(zip(order, encoder.encode(texts), strict=True))
    mean = sum(vectors[i] for i in range(min(MOST, len(passages)))) / min(MOST, len(passages))
    found = []
    for i, row, first_stop, first_advice in rows:
        stop, advice = opinion(
            second, vectors[i], _beside(vectors, i), mean, (first_stop, first_advice)
        )
        if stop > second.stop or advice > second.advice:
            over = stop - second.stop if stop > second.stop else advice - second.advice
            family = family_of(
                model, row, second_families(second, vectors[i], _beside(vectors, i), mean)
            )
            found.append(Scored(passages[i], family, stop > second.stop, 1 / (1 + exp(-over))))
    return tuple(found)


def features(own: Any, beside: Any, mean: Any) -> Any:  # noqa: ANN401  (NumPy arrays)
    """Lay a sentence, its neighbours' mean and its draft's mean side by side."""
    import numpy as np  # noqa: PLC0415  (in doubt only)

    return np.concatenate([own, beside, mean]).astype(np.float32)


def opinion(
    second: Second,
    own: Any,  # noqa: ANN401
    beside: Any,  # noqa: ANN401
    mean: Any,  # noqa: ANN401
    first: tuple[float, float],
) -> tuple[float, float]:
    """Give what both stages together hold of a sentence: for a stop, for advice; log-odds."""
    table = _table(second.weights, second.dimension)
    row = features(own, beside, mean)
    values = table[:2, :-1] @ row
    return (
        float(values[0] + table[0, -1] * first[0]) + second.biases[0],
        float(values[1] + table[1, -1] * first[1]) + second.biases[1],
    )


def second_families(second: Second, own: Any, beside: Any, mean: Any) -> list[float]:  # noqa: ANN401
    """Give the log-odds of each family."""
    table = _table(second.weights, second.dimension)
    values = table[2:, :-1] @ features(own, beside, mean)
    return [float(v) + b for v, b in zip(values, second.biases[2:], strict=True)]


def _beside(vectors: dict[int, Any], i: int) -> Any:  # noqa: ANN401
    near = [vectors[j] for j in (i - 1, i + 1) if j in vectors]
    return sum(near) / len(near) if near else vectors[i] * 0.0


@cache
def _table(weights: bytes, dimension: int) -> Any:  # noqa: ANN401
    import numpy as np  # noqa: PLC0415  (in doubt only)

    return np.frombuffer(weights, dtype="<f4").reshape(-1, 3 * dimension + 1)
