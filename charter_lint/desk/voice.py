"""Voice: countable facts about how a text speaks, beside a charter's target and good posts."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

import msgspec

from charter_lint.desk.ease import SAMPLE, reading_ease
from charter_lint.match.reading import sentence
from charter_lint.match.scan import Scan
from charter_lint.nlp.models import EngineMissing
from charter_lint.nlp.sentence import TooLong

if TYPE_CHECKING:
    from collections.abc import Iterable

    from charter_lint.charter.compiled import Charter
    from charter_lint.draft import Draft

ENOUGH = 40
"""Words below which shares of a text tell nothing, so that nothing is compared."""


class Fact(msgspec.Struct, frozen=True, kw_only=True):
    """One measure: its value, the charter's bounds, the median of the good posts.

    None where there is none: a measure that needs spaCy without it, reading ease of few words.
    """

    name: str
    value: float | None
    least: float | None = None
    most: float | None = None
    good: float | None = None

    @property
    def outside(self) -> bool:
        """Say whether the value misses the charter's target."""
        if self.value is None:
            return False
        low = self.least is not None and self.value < self.least
        return low or (self.most is not None and self.value > self.most)


class Voice(msgspec.Struct, frozen=True, kw_only=True):
    """The facts of one text; `short` says that it is too short to be compared with anything.

    `missing` names what spaCy lacked for the measures that need it, "" if nothing.
    """

    language: str
    words: int
    short: bool
    facts: tuple[Fact, ...]
    missing: str = ""


def voice(draft: Draft, charter: Charter, good: Iterable[Draft] = ()) -> Voice:
    """Count a text, and the good posts it is to be set beside."""
    counted, missing = _count(draft, charter)
    others = [_count(post, charter)[0] for post in good]
    words = int(counted["words"] or 0)
    short = words < ENOUGH
    facts = []
    for name, value in counted.items():
        target = charter.head.voice.get(name)
        known = [v for other in others if (v := other[name]) is not None]
        facts.append(
            Fact(
                name=name,
                value=value,
                least=target.least if target and not short else None,
                most=target.most if target and not short else None,
                good=median(known) if known and not short else None,
            )
        )
    return Voice(
        language=draft.language, words=words, short=short, facts=tuple(facts), missing=missing
    )


def _count(draft: Draft, charter: Charter) -> tuple[dict[str, float | None], str]:
    """Give every measure by its name, in the order of VOICE_MEASURES."""
    scan = Scan(draft, charter.index)
    words = [w for w in draft.tokens.accented if w[0].isalpha()]
    spoken = [
        sum(draft.tokens.raw[i][0].isalpha() for i in tokens) for tokens in draft.sentence_tokens
    ]
    lengths = [length for length in spoken if length]
    count = len(words)

    def hits(name: str) -> float:
        term = charter.head.voice_terms.get(name, -1)
        return float(len(scan.hits(term))) if term >= 0 else 0.0

    def share(number: float) -> float:
        return 100 * number / count if count else 0.0

    ease = reading_ease(words, len(lengths), draft.language) if count >= SAMPLE else None
    read, missing = _read(scan)
    return {
        "words": float(count),
        "sentences": float(len(lengths)),
        "sentence-words": count / len(lengths) if lengths else 0.0,
        "longest-sentence": float(max(lengths, default=0)),
        "first-person": share(hits("first-person")),
        "people": read["people"],
        "places": read["places"],
        "numbers": share(hits("numbers")),
        "verbs-per-noun": read["verbs-per-noun"],
        "passives": read["passives"],
        "stock": hits("stock"),
        "buzzwords": share(hits("buzzwords")),
        "hashtags": float(len(draft.blocks.hashtags)),
        "reading-ease": ease,
    }, missing


def _read(scan: Scan) -> tuple[dict[str, float | None], str]:
    """Count what only spaCy sees: verbs and nouns, passives, people and places by their names."""
    nothing: dict[str, float | None] = dict.fromkeys(
        ("people", "places", "verbs-per-noun", "passives")
    )
    people: set[str] = set()
    places: set[str] = set()
    verbs = nouns = passives = 0
    try:
        for number in range(len(scan.draft.sentences)):
            said = sentence(scan, number)
            if said is None:
                continue
            for token in said.doc("syntax"):
                verbs += token.pos_ == "VERB"
                nouns += token.pos_ == "NOUN"
                passives += token.dep_ in ("auxpass", "aux:pass")
            for entity in said.doc("names").ents:
                if entity.label_ in ("PER", "PERSON"):
                    people.add(entity.text)
                elif entity.label_ in ("LOC", "GPE", "FAC"):
                    places.add(entity.text)
    except EngineMissing as missing:
        return nothing, str(missing)
    except TooLong as length:
        return nothing, f"{length}"
    return {
        "people": float(len(people)),
        "places": float(len(places)),
        "verbs-per-noun": verbs / nouns if nouns else float(verbs),
        "passives": float(passives),
    }, ""
