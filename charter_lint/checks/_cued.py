"""What the kinds that ask spaCy have in common: cues that say where it is worth asking."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
from msgspec import Meta

from charter_lint.checks.base import CannotRun, Match, PhraseList
from charter_lint.checks.base import Options as Common
from charter_lint.match.reading import sentence, tokens_between
from charter_lint.nlp.models import EngineMissing
from charter_lint.nlp.sentence import LONGEST, TooLong

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from charter_lint.checks.base import Needs
    from charter_lint.match.scan import Scan
    from charter_lint.nlp.sentence import Sentence

Pattern = list[dict[str, Any]]


class Cues(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Phrases of which one must stand in a sentence before spaCy reads it."""

    fr: Annotated[PhraseList, Meta(description="French phrases")] = []
    en: Annotated[PhraseList, Meta(description="English phrases")] = []
    any: Annotated[PhraseList, Meta(description="phrases of no language")] = []

    def phrases(self) -> dict[str, list[str]]:
        """Give the phrases by language."""
        return {"fr": self.fr, "en": self.en, "any": self.any}


class Cued(Common, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Options of kinds that ask spaCy."""

    cues: Annotated[
        Cues, Meta(description="phrases by language; only sentences with one are read by spaCy")
    ]


class Patterned(Cued, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Options of kinds that look for spaCy's patterns."""

    fr: Annotated[
        list[list[dict[str, Any]]], Meta(description="patterns for French sentences")
    ] = []
    en: Annotated[
        list[list[dict[str, Any]]], Meta(description="patterns for English sentences")
    ] = []


class PatternPlan(msgspec.Struct, frozen=True, array_like=True):
    """The cue's term and the patterns by language, as JSON."""

    term: int
    patterns: dict[str, str]


def plan_cues(options: Cued, needs: Needs, languages: tuple[str, ...] = ("fr", "en")) -> int:
    """Add the cues to the index as the gate; each language that is looked at must have one."""
    phrases = options.cues.phrases()
    for language in languages:
        if not phrases[language] and not phrases["any"]:
            needs.fault("cues-missing", "cues", language=language)
    term = needs.term(phrases, "cues")
    needs.gate([term])
    return term


def plan_patterns(options: Patterned, needs: Needs, *, linked: bool) -> PatternPlan:
    """Check the patterns, each fault with its place, and plan the check."""
    from charter_lint.nlp import patterns  # noqa: PLC0415  (compile time only)

    given = {"fr": options.fr, "en": options.en}
    listed = {language: found for language, found in given.items() if found}
    if not listed:
        needs.fault("no-patterns")
    for language, found in listed.items():
        for i, pattern in enumerate(found):
            seek = patterns.dependency_faults if linked else patterns.token_faults
            faults = list(seek(pattern))
            for wrong in faults:
                path = (language, i, *wrong.path)
                if wrong.known:
                    needs.unknown(wrong.problem, wrong.name, wrong.known, *path)
                else:
                    needs.fault(wrong.problem, *path, detail=wrong.name)
            said = "" if faults else patterns.refused(pattern, linked=linked)
            if said:
                needs.fault("pattern-bad", language, i, detail=said)
    term = plan_cues(options, needs, tuple(listed))
    return PatternPlan(term, {k: json.dumps(v, ensure_ascii=False) for k, v in listed.items()})


def find_in(
    term: int, scan: Scan, places: Callable[[Sentence, int], list[tuple[int, int]]]
) -> Iterator[Match]:
    """Give a match for each place in the sentences where a cue stands.

    `places` takes a sentence and its first offset and gives ranges from its beginning. Raises
    CannotRun without spaCy, its model, or for a sentence that is too long.
    """
    draft = scan.draft
    cues: dict[int, int] = {}
    for hit in scan.hits(term):
        cues.setdefault(draft.sentence_of[hit.first], hit.branch)
    for number, branch in sorted(cues.items()):
        said = sentence(scan, number)
        if said is None:
            continue
        by = draft.sentences[number].start
        try:
            found = places(said, by)
        except EngineMissing as missing:
            values = {"engine": "spaCy", "reason": str(missing)}
            raise CannotRun("spacy", "engine-missing", values) from None
        except TooLong as length:
            values = {"length": str(length), "most": str(LONGEST)}
            raise CannotRun("spacy", "sentence-too-long", values) from None
        for start, end in found:
            first, after = tokens_between(scan, by + start, by + end)
            if first < after:
                span = draft.span_of(first, after)
                yield Match(span, first, after, branches=((term, branch),))
