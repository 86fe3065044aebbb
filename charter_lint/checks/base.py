"""What every kind of check has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple, Protocol

import msgspec
from msgspec import Meta

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from charter_lint.draft import Draft, Span
    from charter_lint.match.scan import Scan

Phrase = Annotated[str, Meta(min_length=1)]
PhraseList = Annotated[list[Phrase], Meta(description="phrases, see “How to write a phrase”")]

SCOPES = ("clause", "sentence", "neighbours", "paragraph", "post")
"""How far evidence may lie apart; "neighbours" is a sentence with the ones before and after."""


class Match(NamedTuple):
    """A place where a check fired.

    `span` is in the original text; `first` and `after` are token numbers, -1 where the place is no
    run of tokens; `values` fill the placeholders of the rule's messages; `confidence` is 1 unless
    the kind measures it; `branches` are the phrases used, as (term, number of the phrase).
    Where the evidence is only a part of what is marked, `first` and `after` are the evidence;
    `head` is its leading part, (-1, -1) where it has none of its own. `severity` takes the place
    of the rule's where it is given. `family` is whose flagged examples the reader sees resembled
    here: such a match is never graver than review.
    """

    span: Span
    first: int = -1
    after: int = -1
    values: tuple[tuple[str, str], ...] = ()
    confidence: float = 1.0
    branches: tuple[tuple[int, int], ...] = ()
    head: tuple[int, int] = (-1, -1)
    severity: str = ""
    family: str = ""


class CannotRun(Exception):  # noqa: N818  (a condition to report, not a fault of the caller)
    """A check cannot be run here: `what` it is, a message's key for why, and its values."""

    def __init__(self, what: str, reason: str, values: dict[str, str]) -> None:
        super().__init__(what, reason)
        self.what = what
        self.reason = reason
        self.values = values


class Options(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Options that every kind takes."""

    kind: Annotated[str, Meta(description="the kind of check")]
    unless: Annotated[
        list[str], Meta(description="contexts that take a match away: negated, quoted, reported…")
    ] = []
    about: Annotated[
        list[str],
        Meta(description="contexts of which one must hold: employer, product, work, person…"),
    ] = []


class Wordings(Options, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Options of kinds that look for phrases."""

    fr: Annotated[PhraseList, Meta(description="French phrases")] = []
    en: Annotated[PhraseList, Meta(description="English phrases")] = []
    any: Annotated[PhraseList, Meta(description="phrases of no language: names, signs")] = []

    def phrases(self) -> dict[str, list[str]]:
        """Give the phrases by language."""
        return {"fr": self.fr, "en": self.en, "any": self.any}


class Needs(Protocol):
    """What a kind may ask of the compiler while it plans a check."""

    def term(self, phrases: dict[str, list[str]], *path: object) -> int:
        """Add phrases to the index; `path` leads from the check's own mapping to them."""

    def needles(self, phrases: list[str]) -> int:
        """Add phrases that only gate the check and that no example needs to use."""

    def gate(self, terms: Iterable[int]) -> None:
        """Run the check only on drafts where one of the terms hits; no terms: on every draft."""

    def cost(self, term: int) -> float:
        """Say how common a term is; gates should be rare."""

    def names(self, fact: str) -> list[str]:
        """Give the names in a list of the company's facts, as "contact"."""

    def file(self, key: str) -> str:
        """Give the path of a file that the charter names under a key, "" where it names none."""

    def data(self, name: str) -> object:
        """Give the value of a data file by its name; None where there is none."""

    def family(self, name: str, *path: object) -> None:
        """Say that the reader is asked about a family; one that nobody knows is a fault."""

    def concept(self, name: str, words: list[str]) -> None:
        """Add a concept of the kind's own, unless it is there."""

    def unknown(self, problem: str, name: str, known: Iterable[str], *path: object) -> None:
        """Report a name that nobody knows, with the nearest known one."""

    def fault(self, problem: str, *path: object, **values: str) -> None:
        """Report a fault of the options at a path below the check's mapping."""


class Kind(Protocol):
    """A module of this package that is a kind of check."""

    Plan: type[msgspec.Struct]
    VALUES: tuple[str, ...]

    def plan(self, options: Options, needs: Needs) -> msgspec.Struct:
        """Turn authored options into what `find` needs at run time."""

    def find(self, plan: msgspec.Struct, scan: Scan) -> Iterator[Match]:
        """Give the places where the check fires."""


def match_of(
    draft: Draft,
    first: int,
    after: int,
    values: tuple[tuple[str, str], ...] = (),
    branches: tuple[tuple[int, int], ...] = (),
) -> Match:
    """Make a match of a run of tokens."""
    return Match(draft.span_of(first, after), first, after, values, 1.0, branches)


def scope_range(draft: Draft, scope: str, at: int) -> range:
    """Give the range of token numbers of the scope around a token."""
    count = len(draft.tokens)
    if scope == "post":
        return range(count)
    if scope == "clause":
        return _same(draft.clause_of, at)
    if scope == "paragraph":
        return _same(draft.paragraph_of, at)
    number = draft.sentence_of[at]
    tokens = draft.sentence_tokens
    if scope == "sentence":
        return tokens[number]
    first = tokens[max(0, number - 1)]
    last = tokens[min(len(tokens) - 1, number + 1)]
    return range(first.start, max(last.stop, tokens[number].stop))


def _same(numbers: list[int], at: int) -> range:
    first = after = at
    while first > 0 and numbers[first - 1] == numbers[at]:
        first -= 1
    while after < len(numbers) and numbers[after] == numbers[at]:
        after += 1
    return range(first, after)
