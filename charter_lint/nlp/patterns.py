"""spaCy's own patterns: what is wrong with them, and where they match in a sentence."""

from __future__ import annotations

import json
import re
import warnings
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from charter_lint.nlp.models import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.nlp.sentence import Sentence

ATTRIBUTES = tuple(
    """
    ORTH TEXT LOWER POS TAG MORPH DEP LEMMA SHAPE NORM LENGTH SPACY IS_ALPHA IS_ASCII IS_DIGIT
    IS_LOWER IS_UPPER IS_TITLE IS_PUNCT IS_SPACE IS_BRACKET IS_QUOTE IS_LEFT_PUNCT IS_RIGHT_PUNCT
    IS_CURRENCY IS_STOP LIKE_NUM LIKE_URL LIKE_EMAIL OP
    """.split()
)
"""What a pattern may ask of a token; entities have a kind of their own."""
RELATIONS = tuple("< > << >> . .* ; ;* $+ $- $++ $-- >+ >- >++ >-- <+ <- <++ <--".split())
"""What DependencyMatcher may ask of two tokens."""
LABELS = {
    "person": frozenset({"PER", "PERSON"}),
    "organization": frozenset({"ORG"}),
    "place": frozenset({"LOC", "GPE", "FAC"}),
    "other": frozenset({"MISC", "NORP", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"}),
}
"""Kinds of entities, with the labels of the French and the English model."""

_LINK_KEYS = ("RIGHT_ID", "RIGHT_ATTRS", "LEFT_ID", "REL_OP")
_OPERATOR = re.compile(r"[!?+*]|\{(?:\d+|\d+,\d*|,\d+)\}")
_BY_LEMMA = "LEMMA"


class Wrong(NamedTuple):
    """A fault of a pattern: its problem, the path to it, the name that is wrong, names known."""

    problem: str
    path: tuple[object, ...]
    name: str
    known: tuple[str, ...] = ()


def token_faults(pattern: list[dict[str, Any]]) -> Iterator[Wrong]:
    """Give what is wrong with a pattern for spaCy's Matcher; an empty pattern matches nothing."""
    if not pattern:
        yield Wrong("pattern-bad", (), "[]")
    for i, token in enumerate(pattern):
        yield from _attribute_faults(token, (i,))
    if pattern and all(token.get("OP") in ("?", "*", "!") for token in pattern):
        yield Wrong("pattern-bad", (), "OP")


def dependency_faults(pattern: list[dict[str, Any]]) -> Iterator[Wrong]:
    """Give what is wrong with a pattern for spaCy's DependencyMatcher."""
    if not pattern:
        yield Wrong("pattern-bad", (), "[]")
    named: list[str] = []
    for i, link in enumerate(pattern):
        for key in link:
            if key not in _LINK_KEYS:
                yield Wrong("attribute-unknown", (i, key), str(key), _LINK_KEYS)
        needed = _LINK_KEYS if i else _LINK_KEYS[:2]
        for key in needed:
            if key not in link:
                yield Wrong("pattern-key-missing", (i,), key)
        relation = link.get("REL_OP")
        if i and relation is not None and relation not in RELATIONS:
            yield Wrong("operator-unknown", (i, "REL_OP"), str(relation), RELATIONS)
        left = link.get("LEFT_ID")
        if i and left is not None and left not in named:
            yield Wrong("pattern-id-unknown", (i, "LEFT_ID"), str(left), tuple(named))
        named.append(str(link.get("RIGHT_ID")))
        attributes = link.get("RIGHT_ATTRS", {})
        if isinstance(attributes, dict):
            yield from _attribute_faults(attributes, (i, "RIGHT_ATTRS"))
        else:
            yield Wrong("pattern-bad", (i, "RIGHT_ATTRS"), str(attributes))


def refused(pattern: list[dict[str, Any]], *, linked: bool) -> str:
    """Say what spaCy itself says against a pattern, "" where it takes it or is not there."""
    try:
        import spacy  # noqa: PLC0415  (only charters with such rules, and once)
        from spacy.matcher import DependencyMatcher, Matcher  # noqa: PLC0415
    except ImportError:
        return ""
    vocab = spacy.blank("xx").vocab
    matcher = (DependencyMatcher if linked else Matcher)(vocab, validate=True)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            matcher.add("pattern", [pattern])
    except Exception as error:  # noqa: BLE001  (an author's pattern may break anything there)
        lines = [line.strip() for line in str(error).splitlines() if line.strip()]
        return lines[-1] if lines else type(error).__name__
    return ""


def pipes_for(patterns: str) -> str:
    """Give the entry of `models.PIPES` that patterns, as JSON, need."""
    return "lemmas" if _BY_LEMMA in patterns else "syntax"


def token_spans(sentence: Sentence, patterns: str) -> list[tuple[int, int]]:
    """Give where token patterns (a JSON list) match; of overlapping places the longest."""
    from spacy.util import filter_spans  # noqa: PLC0415

    pipes = pipes_for(patterns)
    doc = sentence.doc(pipes)
    spans = _matcher(sentence.language, pipes, patterns)(doc, as_spans=True)
    return [(span.start_char, span.end_char) for span in filter_spans(spans)]


def dependency_spans(sentence: Sentence, patterns: str) -> list[tuple[int, int]]:
    """Give where dependency patterns (a JSON list) match, from the first token to the last."""
    pipes = pipes_for(patterns)
    doc = sentence.doc(pipes)
    found: dict[tuple[int, int], None] = {}
    for _, tokens in _linked_matcher(sentence.language, pipes, patterns)(doc):
        first, last = doc[min(tokens)], doc[max(tokens)]
        found[first.idx, last.idx + len(last)] = None
    return sorted(found)


def entity_spans(sentence: Sentence, kinds: frozenset[str]) -> list[tuple[int, int]]:
    """Give where entities of some kinds of LABELS stand."""
    labels = frozenset().union(*(LABELS[kind] for kind in kinds))
    doc = sentence.doc("names")
    return [(e.start_char, e.end_char) for e in doc.ents if e.label_ in labels]


@cache
def _matcher(language: str, pipes: str, patterns: str) -> Any:  # noqa: ANN401
    from spacy.matcher import Matcher  # noqa: PLC0415

    made = Matcher(load(language, pipes).vocab)
    made.add("pattern", json.loads(patterns))
    return made


@cache
def _linked_matcher(language: str, pipes: str, patterns: str) -> Any:  # noqa: ANN401
    from spacy.matcher import DependencyMatcher  # noqa: PLC0415

    made = DependencyMatcher(load(language, pipes).vocab)
    made.add("pattern", json.loads(patterns))
    return made


def _attribute_faults(token: dict[str, Any], path: tuple[object, ...]) -> Iterator[Wrong]:
    for key, value in token.items():
        if str(key) not in ATTRIBUTES:
            yield Wrong("attribute-unknown", (*path, key), str(key), ATTRIBUTES)
        elif key == "OP" and not _OPERATOR.fullmatch(str(value)):
            yield Wrong("operator-unknown", (*path, key), str(value), ("!", "?", "+", "*"))
        elif isinstance(value, dict):
            for name in ("REGEX", "NOT_REGEX"):
                if name in value:
                    yield from _regex_faults(value[name], (*path, key, name))


def _regex_faults(value: object, path: tuple[object, ...]) -> Iterator[Wrong]:
    try:
        re.compile(str(value))
    except re.error as error:
        yield Wrong("pattern-bad", path, str(error))
