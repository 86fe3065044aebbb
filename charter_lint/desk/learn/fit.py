"""Fitting the first stage: linear heads over hashed pieces, thresholds from held-out folds."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, Any

import msgspec

from charter_lint.desk.learn.errors import LearnError
from charter_lint.desk.learn.gather import FOLDS
from charter_lint.match.reader.grams import (
    BITS,
    letter_places,
    near_places,
    platform_places,
    word_places,
)
from charter_lint.match.reader.model import (
    FAMILY_BITS,
    FORMAT,
    NAME,
    WHOLE,
    Head,
    Model,
    Read,
    Shown,
    read,
    read_whole,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from charter_lint.desk.learn.gather import Gathered, Progress, Sentence

STRENGTH = 4.0
"""The inverse of the penalty on large weights."""
FEWEST = 10
"""Flagged sentences below which a family is not learned."""
HARMLESS_STOP, ORDINARY_STOP, HARMLESS_ADVICE, ORDINARY_ADVICE = 0.02, 0.005, 0.03, 0.03
"""Shares of harmless and of ordinary drafts that may get a review, or any advice."""
NEVER = -100.0
"""The log-odds of what nothing was learned of."""
_TWICE = 2
_DOUBT = 0.15
_ADVICE, _STOP = 1, 2


class Fitted(msgspec.Struct, frozen=True):
    """A reader, the scores of every sentence by heads that had not seen it, families left out."""

    model: Model
    stop: tuple[float, ...]
    advice: tuple[float, ...]
    family: tuple[str, ...]
    few: tuple[tuple[str, int], ...]


def fit(gathered: Gathered, progress: Progress | None = None) -> Fitted:
    """Learn a reader from all that is not held back; the same examples give the same reader.

    Raises LearnError where scikit-learn is not installed or where there is too little to learn.
    """
    rows = gathered.sentences
    known = [i for i, row in enumerate(rows) if not row.closed]
    counts: dict[str, int] = {}
    for i in known:
        if rows[i].family:
            counts[rows[i].family] = counts.get(rows[i].family, 0) + 1
    families = tuple(sorted(f for f, n in counts.items() if n >= FEWEST))
    if len(families) < 2 or all(rows[i].rank for i in known):
        raise LearnError("too-few", least=str(FEWEST))
    open_drafts = [d for d in gathered.drafts if not d.closed]
    rarity = _rarity([rows[i] for i in known], (d.platform for d in open_drafts))
    read_rows = [read(row.words, row.beside, rarity) for row in rows]
    matrix, small = _matrix(read_rows, BITS), _matrix(read_rows, FAMILY_BITS)
    by_draft = gathered.by_draft()
    whole = _matrix(_wholes(gathered, by_draft, rarity), BITS)
    steps = 4 * (FOLDS + 1)
    done = 0

    def stepped() -> None:
        nonlocal done
        done += 1
        if progress is not None:
            progress(done, steps)

    folds = [row.fold for row in rows]
    stop = _learned(
        matrix,
        {i: rows[i].rank >= _STOP for i in known if rows[i].rank != _ADVICE},
        folds,
        stepped,
    )
    advice = _learned(
        matrix, {i: rows[i].rank == _ADVICE for i in known if rows[i].rank < _STOP}, folds, stepped
    )
    order = list(by_draft)
    worst = [max(rows[i].rank for i in by_draft[number]) for number in order]
    open_ = [k for k, number in enumerate(order) if not gathered.drafts[number].closed]
    draft = _learned(
        whole,
        {k: worst[k] >= _STOP for k in open_ if worst[k] != _ADVICE},
        [rows[by_draft[number][0]].fold for number in order],
        stepped,
    )
    of_draft = dict(zip(order, draft.held, strict=True))
    stops = [own + WHOLE * of_draft[row.draft] for own, row in zip(stop.held, rows, strict=True)]
    scores = [stops, advice.held]
    flagged = [i for i in known if rows[i].family in families]
    guessed = [""] * len(rows)
    for fold in range(FOLDS):
        train = [i for i in flagged if rows[i].fold != fold]
        test = [i for i, row in enumerate(rows) if row.fold == fold]
        if test and train:
            values = _families(small[train], [rows[i].family for i in train], families)
            by_head = [small[test] @ w + b for w, b in values]
            for place, i in enumerate(test):
                guessed[i] = families[max(range(len(by_head)), key=lambda k: by_head[k][place])]
        stepped()
    family_heads = tuple(
        _packed(w, b)
        for w, b in _families(small[flagged], [rows[i].family for i in flagged], families)
    )
    stepped()
    stop_at, advice_at = thresholds(gathered, scores)
    model = Model(
        name=NAME,
        format=FORMAT,
        bits=BITS,
        rarity=rarity,
        examples=gathered.digest,
        counts=dict(sorted(counts.items())),
        families=families,
        stop_head=stop.head,
        draft_head=draft.head,
        advice_head=advice.head,
        family_heads=family_heads,
        doubt_stop=min(stop_at, _at(gathered, scores[0], _DOUBT, ordinary=False)),
        doubt_advice=advice_at,
        stop=stop_at,
        advice=advice_at,
        shown=msgspec.Raw(msgspec.msgpack.encode(_shown(rows))),
    )
    few = tuple(sorted((f, n) for f, n in counts.items() if n < FEWEST))
    return Fitted(model, tuple(scores[0]), tuple(scores[1]), tuple(guessed), few)


class _Learned(msgspec.Struct, frozen=True):
    """A head, and the judgement of every row by heads that had seen none of its fold."""

    head: Head
    held: list[float]


def _learned(
    matrix: Any,  # noqa: ANN401  (SciPy has no types)
    target: dict[int, bool],
    folds: list[int],
    stepped: Callable[[], None],
) -> _Learned:
    """Learn a head from the rows that `target` names; judge all rows by folds."""
    held = [0.0] * len(folds)
    for fold in range(FOLDS):
        train = [i for i in target if folds[i] != fold]
        test = [i for i, other in enumerate(folds) if other == fold]
        if test and 0 < sum(target[i] for i in train) < len(train):
            weights, bias = _head(matrix[train], [target[i] for i in train])
            for i, value in zip(test, matrix[test] @ weights + bias, strict=True):
                held[i] = float(value)
        stepped()
    if len(set(target.values())) < 2:
        return _Learned(Head(bytes(1 << BITS), 1.0, NEVER), held)
    head = _packed(*_head(matrix[list(target)], list(target.values())))
    stepped()
    return _Learned(head, held)


def _wholes(gathered: Gathered, by_draft: dict[int, list[int]], rarity: bytes) -> list[Read]:
    return [
        read_whole(
            [gathered.sentences[i].words for i in members],
            gathered.drafts[number].platform,
            rarity,
        )
        for number, members in by_draft.items()
    ]


def thresholds(gathered: Gathered, scores: list[list[float]]) -> tuple[float, float]:
    """Choose the scores above which a draft is stopped, or advised, at the shares allowed.

    `scores` are those for a stop and for advice, of heads that had not seen the sentence.
    """
    stop = max(
        _at(gathered, scores[0], HARMLESS_STOP, ordinary=False),
        _at(gathered, scores[0], ORDINARY_STOP, ordinary=True),
    )
    advice = max(
        _at(gathered, scores[1], HARMLESS_ADVICE - HARMLESS_STOP, ordinary=False),
        _at(gathered, scores[1], ORDINARY_ADVICE - ORDINARY_STOP, ordinary=True),
    )
    return stop, advice


def _rarity(rows: Sequence[Sentence], platforms: Iterable[str]) -> bytes:
    """Give the inverse document frequency of every place, 0 for those in one sentence only."""
    seen = [0] * (1 << BITS)
    for row in rows:
        kinds = (word_places(row.words), letter_places(row.words), near_places(row.beside))
        for place in {p for places in kinds for p in places}:
            seen[place] += 1
    for platform in platforms:
        for place in platform_places(platform):
            seen[place] += 1
    steps = 255 / (log(1 + len(rows)) + 1)
    return bytes(
        round((log((1 + len(rows)) / (1 + n)) + 1) * steps) if n >= _TWICE else 0 for n in seen
    )


def _matrix(rows: Sequence[Read], bits: int) -> Any:  # noqa: ANN401  (SciPy has no types)
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


def _head(matrix: Any, target: list[bool]) -> tuple[Any, float]:  # noqa: ANN401
    """Fit a logistic regression with balanced classes; deterministic."""
    try:
        from sklearn.linear_model import LogisticRegression  # noqa: PLC0415  (training only)
    except ImportError:
        raise LearnError("needs-learn") from None
    fitted = LogisticRegression(
        C=STRENGTH, class_weight="balanced", solver="liblinear", dual=True, tol=1e-2, random_state=0
    ).fit(matrix, target)
    return fitted.coef_[0], float(fitted.intercept_[0])


def _families(matrix: Any, names: list[str], families: tuple[str, ...]) -> list[tuple[Any, float]]:  # noqa: ANN401
    found = []
    for family in families:
        target = [name == family for name in names]
        if 0 < sum(target) < len(target):
            found.append(_head(matrix, target))
        else:
            found.append((matrix[0].toarray()[0] * 0.0, -1e9))
    return found


def _packed(weights: Any, bias: float) -> Head:  # noqa: ANN401
    """Round weights to one signed byte each."""
    largest = float(abs(weights).max()) or 1.0
    scale = largest / 127
    return Head((weights / scale).round().astype("int8").tobytes(), scale, bias)


def _at(gathered: Gathered, scores: list[float], share: float, *, ordinary: bool) -> float:
    """Give the score that at most this share of the harmless drafts exceed, pooled."""
    highest: dict[int, float] = {}
    for row, score in zip(gathered.sentences, scores, strict=True):
        draft = gathered.drafts[row.draft]
        plain = draft.source.startswith("ordinary")
        if row.closed or draft.findings or plain is not ordinary or draft.source == "rules":
            continue
        if draft.kind not in ("clean", "lookalike", ""):
            continue
        highest[row.draft] = max(score, highest.get(row.draft, score))
    ranked = sorted(highest.values(), reverse=True)
    if not ranked:
        return max(scores, default=0.0)
    return ranked[min(int(share * len(ranked)), len(ranked) - 1)]


def _shown(rows: Sequence[Sentence]) -> tuple[Shown, ...]:
    """Keep the sentences that findings may show: flagged ones, and look-alikes of rules."""
    found = []
    for row in rows:
        if not row.closed and (row.family or "/" in row.rule):
            family = row.family or row.rule.split("/")[0]
            found.append(Shown(row.text, family, row.rule, row.language, bool(row.rank)))
    return tuple(dict.fromkeys(found))
