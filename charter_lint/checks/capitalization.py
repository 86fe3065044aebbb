"""Capitalization: shouting in capitals, or capitals where a style wants none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import msgspec
from msgspec import Meta

from charter_lint.checks.base import Match, match_of
from charter_lint.checks.base import Options as Common

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.checks.base import Needs
    from charter_lint.match.scan import Scan


VALUES: tuple[str, ...] = ("count",)
"""Placeholders that this kind fills in a rule's messages."""


class Options(Common, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Flags a sentence whose words are capitals beyond a share."""

    style: Annotated[
        Literal["shouted", "title"],
        Meta(description="shouted: WHOLE WORDS in capitals; title: Every Word Begins With One"),
    ] = "shouted"
    share: Annotated[float, Meta(gt=0, le=1, description="share of the words, 0 to 1")] = 0.6
    words: Annotated[int, Meta(ge=1, description="fewest such words in a row")] = 4


class Plan(msgspec.Struct, frozen=True, array_like=True):
    """Style, share of words (0 to 1) and fewest words."""

    style: str
    share: float
    words: int


def plan(options: Options, needs: Needs) -> Plan:
    """Plan the check: it looks at the case of words and has no needle."""
    needs.gate([])
    return Plan(options.style, options.share, options.words)


def find(plan: Plan, scan: Scan) -> Iterator[Match]:
    """Give the hull of such words in each sentence that has too many."""
    raw = scan.draft.tokens.raw
    for tokens in scan.draft.sentence_tokens:
        words = [i for i in tokens if len(raw[i]) > 1 and raw[i].isalpha()]
        capital = [i for i in words if _fits(raw[i], plan.style)]
        if len(capital) < plan.words:
            continue
        run = _longest_run(capital, words)
        if len(run) >= plan.words and (
            len(capital) >= plan.share * len(words) or plan.style == "shouted"
        ):
            yield match_of(scan.draft, run[0], run[-1] + 1, (("count", str(len(run))),))


def _fits(word: str, style: str) -> bool:
    if style == "title":
        return word[0].isupper() and not word.isupper()
    return word.isupper()


def _longest_run(capital: list[int], words: list[int]) -> list[int]:
    order = {token: n for n, token in enumerate(words)}
    best: list[int] = []
    run: list[int] = []
    for token in capital:
        if run and order[token] != order[run[-1]] + 1:
            run = []
        run.append(token)
        if len(run) > len(best):
            best = list(run)
    return best
