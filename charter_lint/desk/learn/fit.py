"""Fitting the first stage: linear heads over hashed pieces of texts and of their sentences."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

import msgspec

from charter_lint.desk.learn import bounds
from charter_lint.desk.learn.errors import LearnError
from charter_lint.desk.learn.gather import FOLDS
from charter_lint.desk.learn.heads import learned, less_mean, matrix_of
from charter_lint.match.reader.grams import (
    BITS,
    letter_places,
    mark_places,
    near_places,
    seat_places,
    word_places,
)
from charter_lint.match.reader.model import (
    FAMILY_BITS,
    FORMAT,
    LIKE,
    LIKE_BITS,
    NAME,
    NAMED,
    SENTENCE_BITS,
    Model,
    Shown,
    read_text,
)
from charter_lint.match.reader.rated import behind, cut, seated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from charter_lint.desk.learn.gather import Gathered, Progress, Sentence
    from charter_lint.desk.learn.heads import Learned
    from charter_lint.match.reader.model import Read

TEXT_STRENGTH, LIKE_STRENGTH, SENTENCE_STRENGTH, SEAT_STRENGTH = 16.0, 8.0, 4.0, 2.0
"""The inverse of the penalty on large weights."""
TELLING = 0.75
"""How far a place counts by how well it alone tells the flagged from the harmless."""
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
    stepped = _steps(progress, (3 + 2 * len(families)) * (FOLDS + 1))
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
    whole = matrix_of(read_texts, BITS)
    known = {k: text.rank for k, text in enumerate(texts) if not text.closed}
    where = [text.fold for text in texts], [OF_RULES if t.rules else 1.0 for t in texts]
    text_stop = learned(whole, _stops(known), *where, TEXT_STRENGTH, stepped, TELLING)
    text_advice = learned(whole, _advices(known), *where, TEXT_STRENGTH, stepped, TELLING)
    like, apart = _families(read_texts, texts, families, where, stepped)
    most = [LIKE * max(head.held[k] for head in like) for k in range(len(texts))]
    seat = _seats(gathered, texts, rarity, stepped)
    scores = (
        _scores(texts, [a + b for a, b in zip(text_stop.held, most, strict=True)], seat.held),
        _scores(texts, [a + b for a, b in zip(text_advice.held, most, strict=True)], seat.held),
    )
    doubt = bounds.bound(gathered, scores[0], bounds.DOUBT, bounds.DOUBT)
    advice = bounds.bound(gathered, scores[1], bounds.HARMLESS_ADVICE, bounds.ORDINARY_ADVICE)
    guessed = _guessed(texts, families, like, apart, len(rows))
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
        like_heads=tuple(one.head for one in like),
        family_heads=tuple(one.head for one in apart),
        seat_head=seat.head,
        doubt=doubt,
        stop=bounds.bound(gathered, scores[0], bounds.HARMLESS_STOP, bounds.ORDINARY_STOP),
        hint=bounds.bound(gathered, scores[0], bounds.HARMLESS_HINT, bounds.ORDINARY_HINT),
        advice=advice,
        ease=bounds.below(gathered, scores[0], bounds.EASE, ("review", "block")),
        hush=bounds.below(
            gathered, list(map(max, *scores)), bounds.HUSH, ("advise", "review", "block")
        ),
        calm_stop=_calm(text_stop.held, most, doubt),
        calm_advice=_calm(text_advice.held, most, advice),
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
    """Give each sentence the log-odds of its text, less what it falls behind the likeliest."""
    found = [0.0] * len(own)
    for text, whole in zip(texts, of_text, strict=True):
        less = behind([own[i] for i in text.members])
        for i, much in zip(text.members, less, strict=True):
            found[i] = whole - much
    return found


def _calm(held: Sequence[float], like: Sequence[float], bound: float) -> float:
    """Give the log-odds below which nearly no text is above a bound, whatever it is like."""
    ranked = sorted(one for one, more in zip(held, like, strict=True) if one + more > bound)
    return ranked[int(bounds.CALM * len(ranked))] if ranked else bound


def _rarity(gathered: Gathered, texts: Sequence[_Text]) -> memoryview:
    """Give the inverse document frequency of every place, 0 for those in one text only."""
    seen = [0] * (1 << BITS)
    for text in texts:
        rows = [gathered.sentences[i] for i in text.members]
        places = {p for row in rows for p in word_places(row.words)}
        places.update(letter_places(word for row in rows for word in row.words))
        places.update(p for row in rows for p in near_places(row.beside))
        platform = gathered.drafts[rows[0].draft].platform
        places.update(mark_places(platform, {mark for row in rows for mark in row.marks}))
        for at, row in enumerate(rows):
            places.update(seat_places(at, len(rows), len(row.words), row.marks))
        for place in places:
            seen[place] += 1
    steps = 255 / (log(1 + len(texts)) + 1)
    return memoryview(
        bytes(
            round((log((1 + len(texts)) / (1 + n)) + 1) * steps) if n >= _TWICE else 0 for n in seen
        )
    )


def _families(
    read_texts: Sequence[Read],
    texts: Sequence[_Text],
    families: tuple[str, ...],
    where: tuple[Sequence[int], Sequence[float]],
    stepped: Callable[[], None],
) -> tuple[list[Learned], list[Learned]]:
    """Learn to tell each family from what is harmless, and from the other families."""
    matrix, small = matrix_of(read_texts, LIKE_BITS), matrix_of(read_texts, FAMILY_BITS)
    known = {k: text for k, text in enumerate(texts) if not text.closed}
    like, apart = [], []
    for family in families:
        ours = {
            k: text.family == family
            for k, text in known.items()
            if not text.rank or text.family == family
        }
        like.append(learned(matrix, ours, *where, LIKE_STRENGTH, stepped, TELLING))
        others = {k: text.family == family for k, text in known.items() if text.family in families}
        apart.append(learned(small, others, *where, SENTENCE_STRENGTH, stepped))
    return like, apart


def _guessed(
    texts: Sequence[_Text],
    families: tuple[str, ...],
    like: Sequence[Learned],
    apart: Sequence[Learned],
    sentences: int,
) -> list[str]:
    """Give every sentence the family that its text resembles most, by heads new to it."""
    guessed = [""] * sentences
    for k, text in enumerate(texts):
        values = [a.held[k] + NAMED * b.held[k] for a, b in zip(apart, like, strict=True)]
        for i in text.members:
            guessed[i] = families[values.index(max(values))]
    return guessed


def _seats(
    gathered: Gathered,
    texts: Sequence[_Text],
    rarity: memoryview,
    stepped: Callable[[], None],
) -> Learned:
    """Learn which sentence of a flagged text is the one, by what sets it off from the others."""
    rows = gathered.sentences
    flagged: dict[int, bool] = {}
    found: dict[int, Read] = {}
    for text in texts:
        words, marks = [rows[i].words for i in text.members], [rows[i].marks for i in text.members]
        for at, i in enumerate(text.members):
            found[i] = seated(words, marks, range(len(words)), at, rarity)
            if text.rank and not text.closed and len(words) > 1:
                flagged[i] = rows[i].rank > 0
    matrix = matrix_of([found[i] for i in range(len(rows))], SENTENCE_BITS)
    groups = [0] * len(rows)
    for k, text in enumerate(texts):
        for i in text.members:
            groups[i] = k
    of_rules = [gathered.drafts[row.draft].source == "rules" for row in rows]
    where = [row.fold for row in rows], [OF_RULES if ours else 1.0 for ours in of_rules]
    return learned(less_mean(matrix, groups), flagged, *where, SEAT_STRENGTH, stepped)


def _shown(rows: Sequence[Sentence]) -> dict[str, memoryview]:
    """Keep the sentences that may be shown: flagged ones by family, look-alikes of rules."""
    found: dict[str, dict[Shown, None]] = {}
    for row in rows:
        if not row.closed and (row.family or "/" in row.rule):
            family = row.family or row.rule.split("/")[0]
            shown = Shown(row.text, family, row.rule, row.language, bool(row.rank))
            found.setdefault(row.family, {})[shown] = None
    return {
        family: memoryview(msgspec.msgpack.encode(list(found[family]))) for family in sorted(found)
    }
