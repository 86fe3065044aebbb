"""Linear heads: logistic regressions over places, balanced classes, judged by folds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from charter_lint.desk.learn.errors import LearnError
from charter_lint.desk.learn.gather import FOLDS
from charter_lint.match.reader.model import Head, Read

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
) -> Learned:
    """Learn a head from the rows that `target` names, each as weighty as said; judge all rows."""
    held = [0.0] * len(folds)
    for fold in range(FOLDS):
        train = [i for i in target if folds[i] != fold]
        test = [i for i, other in enumerate(folds) if other == fold]
        if test and 0 < sum(target[i] for i in train) < len(train):
            weights, bias = head(
                matrix[train], [target[i] for i in train], [weight[i] for i in train], strength
            )
            for i, value in zip(test, matrix[test] @ weights + bias, strict=True):
                held[i] = float(value)
        stepped()
    if len(set(target.values())) < 2:
        return Learned(Head(bytes(matrix.shape[1]), 1.0, NEVER), held)
    chosen = list(target)
    fitted = head(matrix[chosen], list(target.values()), [weight[i] for i in chosen], strength)
    stepped()
    return Learned(packed(*fitted), held)


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
    return Head((weights / scale).round().astype("int8").tobytes(), scale, bias)
