"""Finds a rule's matches from those of its alternatives that a text can hold at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from charter_lint.styles.engine import Runner

if TYPE_CHECKING:
    from collections.abc import Sequence

    from charter_lint.styles.block import Block
    from charter_lint.styles.model import Alternative


class Match(NamedTuple):
    """Where an alternative matches, the swap it belongs to, and the groups it caught."""

    start: int
    end: int
    key: int
    groups: tuple[str | None, ...] = ()


class Runners:
    """The expressions of alternatives, by their number, made when first asked for."""

    def __init__(self, alternatives: Sequence[Alternative]) -> None:
        self._alternatives = alternatives
        self._made: dict[int, Runner] = {}

    def __getitem__(self, number: int) -> Runner:
        made = self._made.get(number)
        if made is None:
            each = self._alternatives[number]
            made = self._made[number] = Runner(each.text, each.weight, rich=each.rich)
        return made

    def matches(self, block: Block, numbers: Sequence[int]) -> list[Match]:
        """Give what the alternation of the alternatives *numbers* (ascending) matches.

        As with one expression, the leftmost match wins, then the first alternative; the
        next search begins where the last match ended.
        """
        if len(numbers) == 1 and not self._alternatives[numbers[0]].fixed:
            return self._of_one(block, numbers[0])
        found: list[tuple[int, int, int]] = []
        running: list[list[Any]] = []
        for number in numbers:
            each = self._alternatives[number]
            if each.fixed:
                _fixed(block, each, number, found)
            else:
                runner = self[number]
                text = block.text if runner.odd else block.seen
                match = runner.search(text)
                if match is not None:
                    running.append([match, number, runner, text])
        if not running:
            return self._of_fixed(found)
        return self._merged(found, running)

    def _of_one(self, block: Block, number: int) -> list[Match]:
        runner = self._made.get(number) or self[number]
        text = block.text if runner.odd else block.seen
        found = runner.search(text)
        made = []
        while found is not None:
            start, end = found.span()
            made.append(Match(start, end, self._alternatives[number].key, found.groups()))
            if end > len(text) - (start == end):
                break
            found = runner.search(text, end + (start == end))
        return made

    def _of_fixed(self, found: list[tuple[int, int, int]]) -> list[Match]:
        if len(found) > 1:
            found.sort()
        made: list[Match] = []
        end = -1
        for start, number, stop in found:
            if start >= end:
                made.append(Match(start, stop, self._alternatives[number].key))
                end = stop
        return made

    def _merged(self, found: list[tuple[int, int, int]], running: list[list[Any]]) -> list[Match]:
        found.sort()
        made: list[Match] = []
        at, position = 0, 0
        while True:
            while position < len(found) and found[position][0] < at:
                position += 1
            best: Any = found[position] if position < len(found) else None
            winner = None
            for state in list(running):
                if state[0].start() < at:
                    state[0] = state[2].search(state[3], at)
                    if state[0] is None:
                        running.remove(state)
                        continue
                key = (state[0].start(), state[1])
                if best is None or key < best[:2]:
                    best, winner = (*key, state[0].end()), state
            if best is None:
                return made
            start, number, stop = best
            key = self._alternatives[number].key
            if winner is None:
                made.append(Match(start, stop, key))
            else:
                made.append(Match(start, stop, key, winner[0].groups()))
            at = stop if stop > start else stop + 1
            if not running and position >= len(found):
                return made


def _fixed(block: Block, each: Alternative, number: int, found: list[tuple[int, int, int]]) -> None:
    """Add the places of a fixed string that has the boundaries it asks for."""
    text = block.folded if each.folds else block.text
    wanted = each.text
    size = len(wanted)
    at = text.find(wanted)
    while at >= 0:
        end = at + size
        if (not each.left or _boundary(block.seen, at)) and (
            not each.right or _boundary(block.seen, end)
        ):
            found.append((at, number, end))
        at = text.find(wanted, at + 1)


def _boundary(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at] if at < len(text) else " "
    return (before.isalnum() or before == "_") != (after.isalnum() or after == "_")
