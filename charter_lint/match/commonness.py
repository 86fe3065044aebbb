"""How often a word or a shape is expected in a post, for the choice of anchors and gates.

The numbers are only compared with one another: a rare word is 1, the commonest 4,000.
"""

from __future__ import annotations

from functools import cache

from charter_lint.draft.language import of_words

COMMON, BRIEF, RARE = 1000, 20, 1
_TINY, _SHORT = 2, 3
SHAPE_COST = {
    "number": 300, "percent": 50, "money": 50, "date": 200, "year": 100, "quarter": 30, "time": 80,
    "emoji": 400, "digits": 60, "at-sign": 10, "token-run": 20, "name": 500, "full-name": 300,
    "shouted": 100, "hashtag": 300, "mention": 100, "url": 100, "email": 20, "item": 300,
}  # fmt: skip
"""Expected frequency of each shape."""


@cache
def word_cost(word: str) -> float:
    """Give the expected frequency of a folded word: function words and short ones are common."""
    if len(word) <= _TINY:
        return 4 * COMMON
    if of_words((word,))[1] or not word[0].isalnum():
        return COMMON * (4 if len(word) <= _SHORT else 1)
    return BRIEF if len(word) <= _SHORT else RARE
