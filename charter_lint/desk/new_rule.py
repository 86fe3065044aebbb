"""Proposing the phrases of a rule from what it must flag and what it must leave alone."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

import msgspec

from charter_lint.desk.new_rule_trial import Trial
from charter_lint.desk.new_rule_words import Candidate, candidates_of, concepts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from charter_lint.desk.new_rule_trial import Hits

CONTEXTS = ("negated", "quoted", "question", "reported", "hypothetical", "warning", "fiction")
"""Contexts that a proposal may let pass, the first preferred."""

_PER_BACKGROUND_HIT = 0.5
_PER_CONTEXT = 0.9


class Sample(msgspec.Struct, frozen=True):
    """A sentence in "fr" or "en"."""

    text: str
    language: str


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """Phrases by language and the contexts that silence them.

    `missed` are flagged sentences that no phrase reaches without reaching an allowed one.
    """

    fr: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    missed: tuple[Sample, ...] = ()


def propose(
    charter: Path,
    flagged: Sequence[Sample],
    allowed: Sequence[Sample],
    background: Iterable[Sample] = (),
) -> Proposal:
    """Find few short phrases that stand in every flagged sentence and in no allowed one.

    Words, lemmas (`~`) and concepts (`@`) of the charter are tried in runs of one to four, then
    pairs of words with a gap. Where words alone cannot tell the sentences apart, one or two
    contexts (negated, quoted…) may silence the allowed ones. `background` are sentences known to
    be harmless; phrases that hit them are put last. Raises CharterError for a charter with faults.
    """
    trial = Trial(charter, CONTEXTS)
    found = concepts_of(trial.concepts(), [trial.draft(s.text, s.language) for s in flagged], trial)
    listed = candidates_of(flagged, found, trial)
    table = trial.hits(
        {lang: [c.phrase for c in listed if c.language == lang] for lang in ("fr", "en")},
        [(s.text, s.language) for s in (*flagged, *allowed)],
    )
    noise = trial.counts([(s.text, s.language) for s in background])
    listed = sorted(listed, key=lambda c: c.language != "fr")  # as the phrases are numbered
    costs = [c.cost + _PER_BACKGROUND_HIT * noise[i] for i, c in enumerate(listed)]
    tried = []
    for unless in _choices():
        chosen, missing = _cover(table, costs, len(flagged), frozenset(unless))
        price = sum(costs[n] for n in chosen) + _PER_CONTEXT * len(unless)
        tried.append((missing, price, chosen, unless))
    _, _, chosen, unless = min(tried)
    return _proposal(listed, chosen, unless, table, flagged)


def _choices() -> Iterable[tuple[str, ...]]:
    yield ()
    for count in (1, 2):
        yield from combinations(CONTEXTS, count)


def _cover(
    table: Hits, costs: Sequence[float], flagged: int, unless: frozenset[str]
) -> tuple[list[int], int]:
    """Take phrases greedily, the most sentences for the least cost first; give them, and misses."""
    reach: dict[int, set[int]] = {}
    for number, texts in table.items():
        fires = {t for t, hits in texts.items() if any(not silent & unless for silent in hits)}
        if fires and max(fires) < flagged:
            reach[number] = fires
    chosen: list[int] = []
    left = set(range(flagged))
    while left:
        best = max(
            reach,
            key=lambda n: (len(reach[n] & left) / costs[n], len(reach[n]), -costs[n], -n),
            default=None,
        )
        if best is None or not reach[best] & left:
            break
        chosen.append(best)
        left -= reach.pop(best)
    for number in list(chosen):  # what the later ones cover as well
        others = set().union(*(_fires(table, n, unless) for n in chosen if n != number))
        if _fires(table, number, unless) <= others:
            chosen.remove(number)
    return chosen, len(left)


def _fires(table: Hits, number: int, unless: frozenset[str]) -> set[int]:
    return {t for t, hits in table[number].items() if any(not s & unless for s in hits)}


def _proposal(
    listed: Sequence[Candidate],
    chosen: Sequence[int],
    unless: tuple[str, ...],
    table: Hits,
    flagged: Sequence[Sample],
) -> Proposal:
    reached: set[int] = set().union(*(_fires(table, n, frozenset(unless)) for n in chosen))
    phrases: dict[str, list[str]] = {"fr": [], "en": []}
    for number, language in product(chosen, phrases):
        if listed[number].language == language:
            phrases[language].append(listed[number].phrase)
    return Proposal(
        fr=tuple(phrases["fr"]),
        en=tuple(phrases["en"]),
        unless=unless,
        missed=tuple(s for i, s in enumerate(flagged) if i not in reached),
    )
