"""Fitting the second stage: heads over an encoder's vectors and the first stage's score."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from charter_lint.desk.learn.embeddings import embedded
from charter_lint.desk.learn.errors import LearnError
from charter_lint.desk.learn.fit import thresholds
from charter_lint.desk.learn.gather import FOLDS
from charter_lint.match.reader.model import Second
from charter_lint.nlp.encoder.load import encoder_of, missing_encoder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from charter_lint.desk.learn.fit import Fitted
    from charter_lint.desk.learn.gather import Gathered, Progress, Sentence
    from charter_lint.match.reader.model import Model

STRENGTH = 1.0
_ADVICE, _STOP = 1, 2


def with_second(
    fitted: Fitted, gathered: Gathered, name: str, progress: Progress | None = None
) -> Model:
    """Add a second stage on an encoder to a reader.

    The first stage's score that it learns from is that of heads which had not seen the sentence.
    Raises LearnError where the encoder is not installed.
    """
    import numpy as np  # noqa: PLC0415  (training only)

    lacks = missing_encoder(name)
    if lacks:
        raise LearnError("encoder-missing", name=lacks)
    encoder = encoder_of(name)
    rows = gathered.sentences
    vectors = embedded([row.read for row in rows], encoder, progress)
    wide = _wide(rows, vectors)
    known = [i for i, row in enumerate(rows) if not row.closed]
    table, biases, held = [], [], []
    for rank, first in ((_STOP, fitted.stop), (_ADVICE, fitted.advice)):
        matrix = np.hstack([wide, np.asarray(first, dtype=np.float32)[:, None]])
        chosen = [i for i in known if rank == _ADVICE or rows[i].rank != _ADVICE]
        if rank == _ADVICE:
            chosen = [i for i in known if rows[i].rank < _STOP]
        target = np.array([row.rank >= rank for row in rows])
        scores = _by_folds(rows, matrix, chosen, rank)
        weights, bias = _head(matrix[chosen], target[chosen])
        table.append(weights)
        biases.append(bias)
        held.append([float(s) for s in scores])
    families = fitted.model.families
    flagged = [i for i in known if rows[i].family in families]
    blank = np.zeros((len(rows), 1), dtype=np.float32)
    matrix = np.hstack([wide, blank])
    for family in families:
        target = np.array([rows[i].family == family for i in flagged])
        weights, bias = _head(matrix[flagged], target)
        table.append(weights)
        biases.append(bias)
    stop, advice = thresholds(gathered, held)
    return msgspec.structs.replace(
        fitted.model,
        second=Second(
            encoder=name,
            dimension=encoder.dimension,
            weights=np.asarray(table, dtype="<f4").tobytes(),
            biases=tuple(biases),
            stop=stop,
            advice=advice,
        ),
    )


def held_out(fitted: Fitted, gathered: Gathered, name: str) -> list[float]:
    """Give the scores for a stop of heads that had not seen the sentence."""
    import numpy as np  # noqa: PLC0415  (training only)

    rows = gathered.sentences
    vectors = embedded([row.read for row in rows], encoder_of(name))
    first = np.asarray(fitted.stop, dtype=np.float32)[:, None]
    matrix = np.hstack([_wide(rows, vectors), first])
    chosen = [i for i, row in enumerate(rows) if not row.closed and row.rank != _ADVICE]
    return [float(s) for s in _by_folds(rows, matrix, chosen, _STOP)]


def _by_folds(rows: Sequence[Sentence], matrix: Any, chosen: list[int], rank: int) -> Any:  # noqa: ANN401
    import numpy as np  # noqa: PLC0415  (training only)

    target = np.array([row.rank >= rank for row in rows])
    scores = np.zeros(len(rows))
    for fold in range(FOLDS):
        train = [i for i in chosen if rows[i].fold != fold]
        test = [i for i, row in enumerate(rows) if row.fold == fold]
        if test and 0 < target[train].sum() < len(train):
            weights, bias = _head(matrix[train], target[train])
            scores[test] = matrix[test] @ weights + bias
    return scores


def _wide(rows: Sequence[Sentence], vectors: Any) -> Any:  # noqa: ANN401  (NumPy arrays)
    """Lay beside each sentence the mean of its neighbours and of its draft."""
    import numpy as np  # noqa: PLC0415  (training only)

    of_draft: dict[int, list[int]] = {}
    for i, row in enumerate(rows):
        of_draft.setdefault(row.draft, []).append(i)
    beside = np.zeros_like(vectors)
    mean = np.zeros_like(vectors)
    for members in of_draft.values():
        mean[members] = vectors[members].mean(axis=0)
        for place, i in enumerate(members):
            near = [members[k] for k in (place - 1, place + 1) if 0 <= k < len(members)]
            if near:
                beside[i] = vectors[near].mean(axis=0)
    return np.hstack([vectors, beside, mean])


def _head(matrix: Any, target: Any) -> tuple[Any, float]:  # noqa: ANN401
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415  (training only)

    fitted = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=500).fit(
        matrix, target
    )
    return fitted.coef_[0], float(fitted.intercept_[0])
