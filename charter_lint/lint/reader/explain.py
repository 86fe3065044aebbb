"""Why the reader doubts a sentence: what it resembles, and which of its words weigh most."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from charter_lint.draft import Context, Draft
from charter_lint.lint.reader.scan import scan_of
from charter_lint.match.reader.model import WHOLE, Model, read, read_whole
from charter_lint.match.reader.nearest import Near, nearest
from charter_lint.match.reader.passages import passages_of
from charter_lint.match.reader.rated import family_of
from charter_lint.match.reader.sight import model_of

if TYPE_CHECKING:
    from charter_lint.charter.compiled import Charter

_MOST = 8  # words that an explanation names


class Explained(msgspec.Struct, frozen=True):
    """What the reader makes of a sentence.

    `family` is the one it resembles most; `score` is how far its log-odds are above (or, negative,
    below) what is reviewed; `words` are those that weigh most, each with what the score would lose
    without it; `flagged` and `allowed` the nearest examples, distances from 0 (the same
    words) to 1.
    """

    family: str
    score: float
    words: tuple[tuple[str, float], ...]
    flagged: Near | None
    allowed: Near | None


def explain_reader(sentence: str, charter: Charter, platform: str = "") -> Explained | None:
    """Explain a text taken as one sentence; None for one without words.

    Raises ModelError where what was learned is missing or cannot be used.
    """
    scan = scan_of(Draft(sentence, Context(platform=platform)), charter)
    model = model_of(scan)
    words = [w for p in passages_of(scan, charter.head.reader.facts) for w in p.words]
    if not words:
        return None
    score = _score(model, words, platform)
    lost = {
        word: score - _score(model, [w for w in words if w != word], platform)
        for word in dict.fromkeys(words)
        if any(map(str.isalpha, word))
    }
    heavy = sorted(lost.items(), key=lambda item: (-abs(item[1]), item[0]))[:_MOST]
    family = family_of(model, read(words, (), model.rarity))
    shown = model.examples_shown()
    return Explained(
        family=family,
        score=round(score - model.stop, 3),
        words=tuple((word, round(value, 3)) for word, value in heavy),
        flagged=nearest(words, (e for e in shown if e.flagged and e.family == family)),
        allowed=nearest(words, (e for e in shown if not e.flagged)),
    )


def _score(model: Model, words: list[str], platform: str) -> float:
    """Give the log-odds for a stop of words that are a sentence and a draft at once."""
    own = read(words, (), model.rarity).score(model.stop_head)
    return own + WHOLE * read_whole([words], platform, model.rarity).score(model.draft_head)
