"""Linear heads: logistic regressions over places, balanced classes, judged by folds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from charter_lint.desk.learn.errors import LearnError
from charter_lint.desk.learn.gather import FOLDS
from charter_lint.match.reader.model import Head, Read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_TWO = 2
NEVER = -100.0
"""The log-odds of what nothing was learned of."""


class Learned(msgspec.Struct, frozen=True):
    """A head, and the judgement of every row by heads that had seen none of its fold."""

    head: Head
    held: list[float]


def learned(
    matrix: Any,  # noqa: ANN401  (SciPy has no types)
    target: dict[int, bool],
    folds: Sequence[int],
    weight: Sequence[float],
    strength: float,
    stepped: Callable[[], None],
    telling: float = 0.0,
) -> Learned:
    """Learn a head from the rows that `target` names, each as weighty as said; judge all rows.

    `telling`, from 0 to 1, is how far places count by how well each alone tells the two apart.
    """
    held = [0.0] * len(folds)
    for fold in range(FOLDS):
        train = [i for i in target if folds[i] != fold]
        test = [i for i, other in enumerate(folds) if other == fold]
        if test and 0 < sum(target[i] for i in train) < len(train):
            weights, bias = _fitted(matrix, train, target, weight, strength, telling)
            for i, value in zip(test, matrix[test] @ weights + bias, strict=True):
                held[i] = float(value)
        stepped()
    if len(set(target.values())) < _TWO:
        return Learned(Head(memoryview(bytes(matrix.shape[1])), 1.0, NEVER), held)
    fitted = _fitted(matrix, list(target), target, weight, strength, telling)
    stepped()
    return Learned(packed(*fitted), held)


def _fitted(
    matrix: Any,  # noqa: ANN401
    rows: list[int],
    target: dict[int, bool],
    weight: Sequence[float],
    strength: float,
    telling: float,
) -> tuple[Any, float]:
    chosen, flagged = matrix[rows], [target[i] for i in rows]
    much = [weight[i] for i in rows]
    if not telling:
        return head(chosen, flagged, much, strength)
    ratio = telling_of(chosen, flagged, telling)
    weights, bias = head(chosen.multiply(ratio).tocsr(), flagged, much, strength)
    return weights * ratio, bias


def telling_of(matrix: Any, target: list[bool], much: float) -> Any:  # noqa: ANN401
    """Say how well each place alone tells flagged rows from others: 1 on average.

    The absolute log-count ratio of Wang and Manning (2012), "Baselines and Bigrams: Simple, Good
    Sentiment and Topic Classification", of binary counts smoothed by 1; `much` from 0 to 1 is the
    share of it that counts.
    """
    import numpy as np  # noqa: PLC0415  (training only)

    flags = np.asarray(target)
    counts = (matrix > 0).astype("float64")
    ours = np.asarray(counts.T @ flags).ravel() + 1
    theirs = np.asarray(counts.T @ ~flags).ravel() + 1
    ratio = np.abs(np.log(ours / ours.sum()) - np.log(theirs / theirs.sum()))
    seen = ratio[ours + theirs > 2]
    mean = float(seen.mean()) if seen.size else 0.0
    return much * ratio / mean + (1 - much) if mean else np.ones_like(ratio)


def matrix_of(rows: Sequence[Read], bits: int) -> Any:  # noqa: ANN401  (SciPy has no types)
    """Lay out what was read as a sparse matrix of 2 ** bits columns."""
    try:
        from scipy import sparse  # noqa: PLC0415  (training only)
    except ImportError:
        raise LearnError("needs-learn") from None
    mask = (1 << bits) - 1
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    for row in rows:
        columns.extend(place & mask for place in row.places)
        values.extend(row.counts)
        ends.append(len(columns))
    return sparse.csr_matrix((values, columns, ends), shape=(len(rows), 1 << bits))


def less_mean(matrix: Any, groups: Sequence[int]) -> Any:  # noqa: ANN401
    """Take from every row the mean of its group's rows; groups are numbers from 0."""
    from scipy import sparse  # noqa: PLC0415  (training only)

    rows = range(len(groups))
    sums = sparse.csr_matrix(([1.0] * len(groups), (groups, rows)))
    shares = sparse.diags([1 / much for much in sums.sum(axis=1).ravel().tolist()[0]])
    return (matrix - (shares @ sums @ matrix)[list(groups)]).tocsr()


def head(
    matrix: Any,  # noqa: ANN401
    target: list[bool],
    weight: list[float] | None,
    strength: float,
) -> tuple[Any, float]:
    """Fit a logistic regression with balanced classes; deterministic.

    `strength` is the inverse of the penalty on large weights.
    """
    try:
        from sklearn.linear_model import LogisticRegression  # noqa: PLC0415  (training only)
    except ImportError:
        raise LearnError("needs-learn") from None
    fitted = LogisticRegression(
        C=strength, class_weight="balanced", solver="liblinear", dual=True, tol=1e-2, random_state=0
    ).fit(matrix, target, weight)
    return fitted.coef_[0], float(fitted.intercept_[0])


def packed(weights: Any, bias: float) -> Head:  # noqa: ANN401
    """Round weights to one signed byte each."""
    largest = float(abs(weights).max()) or 1.0
    scale = largest / 127
    return Head(memoryview((weights / scale).round().astype("int8").tobytes()), scale, bias)
