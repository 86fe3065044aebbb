"""A draft under search: what is claimed already, what stands around a place, how sure it is."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from charter_lint.draft.fold import fold_word
from charter_lint.match.claims import Claims
from charter_lint.match.cues import compiled, flat, matches
from charter_lint.match.found import Found
from charter_lint.match.identifiers.settings import Settings, public_key

if TYPE_CHECKING:
    from charter_lint.draft import Draft

SURE = 0.6  # from here a finding has its rule's severity
WARNING = 0.4  # from here it is advice

_WEIGHT = 0.35  # what a cue adds, a counter-cue or an example takes away
_BEFORE = 70
_AFTER = 35
_EXAMPLE_BEFORE = 40
_KNOWN = 0.15  # what a number printed everywhere as an example loses
_SILENT = 0.1  # confidence of reserved and public data


class View:
    """The working state of one search; lives no longer than the call of `find`."""

    def __init__(self, draft: Draft, settings: Settings) -> None:
        self.draft = draft
        self.settings = settings
        self.text = draft.folded.text
        self.found: list[Found] = []
        self._claims = Claims()

    @cached_property
    def flat(self) -> str:
        """The folded text without case or accents, offset for offset."""
        return flat(self.text)

    def wants(self, *types: str) -> bool:
        """Say whether one of the types is asked for."""
        wanted = self.settings.wanted
        return not wanted or any(t in wanted for t in types)

    def free(self, start: int, end: int) -> bool:
        """Say whether nothing has claimed any of the range."""
        return self._claims.free(start, end)

    def claim(self, start: int, end: int) -> None:
        """Keep later detectors off the range."""
        self._claims.claim(start, end)

    def around(self, start: int, end: int, reach: int = 0) -> tuple[str, str]:
        """Give the folded words before and after a range, bounded by its sentence.

        A sentence that ends in a colon, or in a line that has no end sign, still speaks of what
        follows it; `reach` sentences before it do in any case.
        """
        sentences = self.draft.sentences
        at = max(0, bisect_right(sentences, (start, len(self.text) + 1)) - 1)
        first, last = (sentences[at].start, sentences[at].end) if sentences else (0, len(self.text))
        if at and reach:
            at = max(0, at - reach)
            first = sentences[at].start
        elif at and _leads_on(self.text[sentences[at - 1].start : first]):
            first = sentences[at - 1].start
        while last < end and at + 1 < len(sentences):
            at += 1
            last = sentences[at].end
        before = self.text[max(first, start - _BEFORE) : start]
        return fold_word(before), fold_word(self.text[end : max(end, min(last, end + _AFTER))])

    def weigh(
        self, kind: str, start: int, end: int, reach: int = 0
    ) -> tuple[float, tuple[str, ...]]:
        """Sum what the words around speak for or against a type."""
        cues = self.settings.cues.get(kind)
        before, after = self.around(start, end, reach)
        total, reasons = 0.0, []
        if cues is not None:
            sign = _nearest(cues.cue, cues.counter, before) or _first(cues.cue, cues.counter, after)
            if sign:
                total += _WEIGHT * sign
                reasons.append("cue" if sign > 0 else "counter-cue")
        example = self.settings.words.example
        if example and compiled(example).search(before[-_EXAMPLE_BEFORE:]):
            total -= _WEIGHT
            reasons.append("example")
        return total, tuple(reasons)

    def add(
        self,
        kind: str,
        start: int,
        end: int,
        normal: str,
        base: float,
        *reasons: str,
        floor: float = 0.0,
        most: float = 1.0,
        reach: int = 0,
    ) -> float:
        """Judge a candidate, note it if its type is wanted, and give its confidence.

        `floor` is the least confidence a counter-cue or an example may leave, `most` the greatest
        a cue may give.
        """
        why: tuple[str, ...]
        if self.settings.public and (
            normal.casefold() in self.settings.public or public_key(normal) in self.settings.public
        ):
            score, why = _SILENT, ("public",)
        elif kind not in self.settings.judge_reserved and self._reserved(kind, normal):
            score, why = _SILENT, ("reserved",)
        else:
            change, why = self.weigh(kind, start, end, reach)
            score = base + change
            if "example" in why and self._reserved(kind, normal):
                score, floor = _SILENT, 0.0
            if matches(self.settings.known.get(kind, ""), normal):
                score, why = min(score, SURE) - _KNOWN, (*why, "known")
            score = min(max(score, floor), most)
        score = round(min(1.0, max(0.0, score)), 2)
        if self.wants(kind):
            span = self.draft.folded.original(start, end)
            self.found.append(Found(kind, span, score, normal, (*reasons, *why)))
        return score

    def _reserved(self, kind: str, normal: str) -> bool:
        return matches(self.settings.reserved.get(kind, ""), normal)


def _leads_on(sentence: str) -> bool:
    head = sentence.rstrip()
    return head.endswith((":", "-", "=", ">", ",")) or (
        "\n" in sentence[len(head) :] and not head.endswith((".", "!", "?", "…"))
    )


def _nearest(cue: str, counter: str, before: str) -> int:
    """Give 1 where the cue stands nearest to the end, -1 where the counter-cue does, else 0."""
    for_it = max((m.end() for m in compiled(cue).finditer(before)), default=-1) if cue else -1
    against = (
        max((m.end() for m in compiled(counter).finditer(before)), default=-1) if counter else -1
    )
    return (for_it > against) - (against > for_it) or (1 if for_it > 0 else 0)


def _first(cue: str, counter: str, after: str) -> int:
    for_it = compiled(cue).search(after) if cue else None
    against = compiled(counter).search(after) if counter else None
    if for_it and (not against or for_it.start() <= against.start()):
        return 1
    return -1 if against else 0
