"""Fitting the first stage: linear heads over hashed pieces of texts and of their sentences."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, Any

import msgspec

from charter_lint.desk.learn import bounds
from charter_lint.desk.learn.errors import LearnError
from charter_lint.desk.learn.gather import FOLDS
from charter_lint.desk.learn.heads import head, learned, matrix_of, packed
from charter_lint.match.reader.grams import (
    BITS,
    letter_places,
    mark_places,
    near_places,
    word_places,
)
from charter_lint.match.reader.model import (
    BEHIND,
    FAMILY_BITS,
    FORMAT,
    NAME,
    SENTENCE_BITS,
    Head,
    Model,
    Shown,
    read,
    read_text,
)
from charter_lint.match.reader.rated import cut

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from charter_lint.desk.learn.gather import Gathered, Progress, Sentence

TEXT_STRENGTH, SENTENCE_STRENGTH = 8.0, 4.0
"""The inverse of the penalty on large weights."""
OF_RULES = 0.3
"""What an example of a rule weighs, compared with a labelled draft: it is shorter and plainer."""
FEWEST = 10
"""Flagged sentences below which a family is not learned."""
_TWICE = 2
_ADVICE, _STOP = 1, 2


class Fitted(msgspec.Struct, frozen=True):
    """A reader, the scores of every sentence by heads that had not seen it, families left out."""

    model: Model
    stop: tuple[float, ...]
    advice: tuple[float, ...]
    family: tuple[str, ...]
    few: tuple[tuple[str, int], ...]


class _Text(msgspec.Struct, frozen=True):
    """Sentences that are read as one text: their numbers, the gravest of them, its fold."""

    members: list[int]
    rank: int
    family: str
    fold: int
    closed: bool
    rules: bool


def fit(gathered: Gathered, progress: Progress | None = None) -> Fitted:
    """Learn a reader from all that is not held back; the same examples give the same reader.

    Raises LearnError where scikit-learn is not installed or where there is too little to learn.
    """
    rows = gathered.sentences
    counts: dict[str, int] = {}
    for row in rows:
        if row.family and not row.closed:
            counts[row.family] = counts.get(row.family, 0) + 1
    families = tuple(sorted(f for f, n in counts.items() if n >= FEWEST))
    if len(families) < 2 or all(row.rank for row in rows if not row.closed):
        raise LearnError("too-few", least=str(FEWEST))
    stepped = _steps(progress, 5 * (FOLDS + 1))
    texts = _texts(gathered)
    rarity = _rarity(gathered, [text for text in texts if not text.closed])
    read_texts = [
        read_text(
            [rows[i].words for i in text.members],
            {mark for i in text.members for mark in rows[i].marks},
            gathered.drafts[rows[text.members[0]].draft].platform,
            rarity,
        )
        for text in texts
    ]
    whole, small = matrix_of(read_texts, BITS), matrix_of(read_texts, FAMILY_BITS)
    known = {k: text.rank for k, text in enumerate(texts) if not text.closed}
    where = [text.fold for text in texts], [OF_RULES if t.rules else 1.0 for t in texts]
    text_stop = learned(whole, _stops(known), *where, TEXT_STRENGTH, stepped)
    text_advice = learned(whole, _advices(known), *where, TEXT_STRENGTH, stepped)
    matrix = matrix_of([read(row.words, row.beside, rarity) for row in rows], SENTENCE_BITS)
    known = {i: row.rank for i, row in enumerate(rows) if not row.closed}
    of_rules = [gathered.drafts[row.draft].source == "rules" for row in rows]
    where = [row.fold for row in rows], [OF_RULES if ours else 1.0 for ours in of_rules]
    stop = learned(matrix, _stops(known), *where, SENTENCE_STRENGTH, stepped)
    advice = learned(matrix, _advices(known), *where, SENTENCE_STRENGTH, stepped)
    scores = (
        _scores(texts, text_stop.held, stop.held),
        _scores(texts, text_advice.held, advice.held),
    )
    guessed, family_heads = _families(small, texts, families, len(rows), stepped)
    model = Model(
        name=NAME,
        format=FORMAT,
        bits=BITS,
        rarity=rarity,
        examples=gathered.digest,
        counts=dict(sorted(counts.items())),
        families=families,
        text_stop=text_stop.head,
        text_advice=text_advice.head,
        stop_head=stop.head,
        advice_head=advice.head,
        family_heads=family_heads,
        doubt=bounds.bound(gathered, scores[0], bounds.DOUBT, bounds.DOUBT),
        stop=bounds.bound(gathered, scores[0], bounds.HARMLESS_STOP, bounds.ORDINARY_STOP),
        hint=bounds.bound(gathered, scores[0], bounds.HARMLESS_HINT, bounds.ORDINARY_HINT),
        advice=bounds.bound(gathered, scores[1], bounds.HARMLESS_ADVICE, bounds.ORDINARY_ADVICE),
        ease=bounds.ease(gathered, scores[0], bounds.EASE),
        shown=_shown(rows),
    )
    few = tuple(sorted((f, n) for f, n in counts.items() if n < FEWEST))
    return Fitted(model, tuple(scores[0]), tuple(scores[1]), tuple(guessed), few)


def _steps(progress: Progress | None, of: int) -> Callable[[], None]:
    done = 0

    def stepped() -> None:
        nonlocal done
        done += 1
        if progress is not None:
            progress(done, of)

    return stepped


def _texts(gathered: Gathered) -> list[_Text]:
    """Cut every draft into the windows that it is read in."""
    rows = gathered.sentences
    found = []
    for number, sentences in gathered.by_draft().items():
        for window in cut([rows[i].words for i in sentences]):
            members = [sentences[k] for k in window]
            gravest = max(members, key=lambda i: rows[i].rank)
            found.append(
                _Text(
                    members,
                    rows[gravest].rank,
                    rows[gravest].family,
                    rows[gravest].fold,
                    rows[gravest].closed,
                    gathered.drafts[number].source == "rules",
                )
            )
    return found


def _stops(ranks: dict[int, int]) -> dict[int, bool]:
    """Tell what deserves a stop from what is harmless; what deserves advice is left out."""
    return {i: rank >= _STOP for i, rank in ranks.items() if rank != _ADVICE}


def _advices(ranks: dict[int, int]) -> dict[int, bool]:
    return {i: rank == _ADVICE for i, rank in ranks.items() if rank < _STOP}


def _scores(texts: Sequence[_Text], of_text: Sequence[float], own: Sequence[float]) -> list[float]:
    """Give each sentence the log-odds of its text, less what it falls behind the gravest."""
    found = [0.0] * len(own)
    for text, whole in zip(texts, of_text, strict=True):
        most = max(own[i] for i in text.members)
        for i in text.members:
            found[i] = whole - BEHIND * (most - own[i])
    return found


def _rarity(gathered: Gathered, texts: Sequence[_Text]) -> bytes:
    """Give the inverse document frequency of every place, 0 for those in one text only."""
    seen = [0] * (1 << BITS)
    for text in texts:
        rows = [gathered.sentences[i] for i in text.members]
        places = {p for row in rows for p in word_places(row.words)}
        places.update(letter_places(word for row in rows for word in row.words))
        places.update(p for row in rows for p in near_places(row.beside))
        platform = gathered.drafts[rows[0].draft].platform
        places.update(mark_places(platform, {mark for row in rows for mark in row.marks}))
        for place in places:
            seen[place] += 1
    steps = 255 / (log(1 + len(texts)) + 1)
    return bytes(
        round((log((1 + len(texts)) / (1 + n)) + 1) * steps) if n >= _TWICE else 0 for n in seen
    )


def _families(
    matrix: Any,  # noqa: ANN401  (SciPy has no types)
    texts: Sequence[_Text],
    families: tuple[str, ...],
    sentences: int,
    stepped: Callable[[], None],
) -> tuple[list[str], tuple[Head, ...]]:
    """Learn to tell families apart; give every sentence's by heads that had not seen it."""
    flagged = [k for k, text in enumerate(texts) if text.family in families and not text.closed]
    guessed = [""] * sentences
    for fold in range(FOLDS):
        train = [k for k in flagged if texts[k].fold != fold]
        test = [k for k, text in enumerate(texts) if text.fold == fold]
        if test and train:
            fitted = _family_heads(matrix[train], [texts[k].family for k in train], families)
            by_head = [matrix[test] @ w + b for w, b in fitted]
            for place, k in enumerate(test):
                best = max(range(len(families)), key=lambda f: by_head[f][place])
                for i in texts[k].members:
                    guessed[i] = families[best]
        stepped()
    last = _family_heads(matrix[flagged], [texts[k].family for k in flagged], families)
    stepped()
    return guessed, tuple(packed(w, b) for w, b in last)


def _family_heads(
    matrix: Any,  # noqa: ANN401
    names: list[str],
    families: tuple[str, ...],
) -> list[tuple[Any, float]]:
    found = []
    for family in families:
        target = [name == family for name in names]
        if 0 < sum(target) < len(target):
            found.append(head(matrix, target, None, SENTENCE_STRENGTH))
        else:
            found.append((matrix[0].toarray()[0] * 0.0, -1e9))
    return found


def _shown(rows: Sequence[Sentence]) -> dict[str, bytes]:
    """Keep the sentences that may be shown: flagged ones by family, look-alikes of rules."""
    found: dict[str, dict[Shown, None]] = {}
    for row in rows:
        if not row.closed and (row.family or "/" in row.rule):
            family = row.family or row.rule.split("/")[0]
            shown = Shown(row.text, family, row.rule, row.language, bool(row.rank))
            found.setdefault(row.family, {})[shown] = None
    return {family: msgspec.msgpack.encode(list(found[family])) for family in sorted(found)}
