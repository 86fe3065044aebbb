"""Reading concepts and contexts, shipped and own, into what the index is built from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from charter_lint.charter import places
from charter_lint.charter.facts import fact_concepts, published_figures
from charter_lint.charter.faults import CharterError, Fault
from charter_lint.charter.shape import check
from charter_lint.charter.source import NONE_UNSAVED, Source
from charter_lint.charter.vocabulary import ConceptFile, ContextFile, Cues
from charter_lint.draft.fold import fold_word
from charter_lint.match.contexts import Context
from charter_lint.match.vocabulary import Concept

if TYPE_CHECKING:
    from pathlib import Path

    from charter_lint.charter.charter_file import FactSheet
    from charter_lint.charter.source import Unsaved
    from charter_lint.match.builder import Builder

_OF_CUES = frozenset({"scope", "others", "supposed", "subject", "object", "party"})
_HEADS = "project-head"
"""The concept whose words introduce a code name."""


def open_source(path: Path, faults: list[Fault], unsaved: Unsaved = NONE_UNSAVED) -> Source | None:
    """Read a file that must hold a mapping; what is wrong goes to `faults`."""
    try:
        source = Source.read(path, places.display(path), unsaved)
    except CharterError as error:
        faults.extend(error.faults)
        return None
    if not isinstance(source.value, dict):
        faults.append(source.fault("file-not-mapping", ()))
        return None
    return source


def read_concepts(
    paths: tuple[Path, ...],
    facts: FactSheet,
    charter: Source,
    faults: list[Fault],
    unsaved: Unsaved = NONE_UNSAVED,
) -> dict[str, Concept]:
    """Read all concepts and add the company's facts as concepts of their own.

    Of two concepts of one name the one in a company's own folder wins; in one folder it is a fault.
    """
    found: dict[str, Concept] = {}
    where: dict[str, Path] = {}
    for path in paths:
        source = open_source(path, faults, unsaved)
        if source is None:
            continue
        for name, value in source.value.items():
            written, wrong = check(source, value, ConceptFile, (name,))
            faults.extend(wrong)
            if written is None:
                continue
            if name in where and where[name].parent == path.parent:
                first = places.display(where[name])
                faults.append(
                    source.fault("concept-twice", (name,), key=True, name=name, first=first)
                )
            where[name] = path
            phrases = {"fr": written.fr, "en": written.en, "any": written.any}
            found[name] = Concept(phrases, (), (source, (name,)))
    for name, concept in fact_concepts(facts, charter, _heads(found)).items():
        shared = found.get(name, concept)
        found[name] = Concept(shared.phrases, concept.names, shared.place)
    return found


def read_contexts(
    paths: tuple[Path, ...],
    facts: FactSheet,
    builder: Builder,
    faults: list[Fault],
    unsaved: Unsaved = NONE_UNSAVED,
) -> dict[str, Context]:
    """Read all contexts, adding their cues to the index; an own one replaces the shipped one."""
    found: dict[str, Context] = {}
    for path in paths:
        source = open_source(path, faults, unsaved)
        if source is None:
            continue
        written, wrong = check(source, source.value, ContextFile)
        faults.extend(wrong)
        if written is not None:
            figures = published_figures(facts) if written.figures else ()
            found[path.stem] = _context(path.stem, written, source, builder, figures, faults)
    return found


def _context(
    name: str,
    written: ContextFile,
    source: Source,
    builder: Builder,
    figures: tuple[tuple[float, str, str], ...],
    faults: list[Fault],
) -> Context:
    spoken: dict[str, Cues] = {"fr": written.fr, "en": written.en, "any": written.any}

    def term(side: str) -> int:
        phrases = {language: list(getattr(cues, side)) for language, cues in spoken.items()}
        if not any(phrases.values()):
            return -1
        return builder.term(phrases, (source, (), side))

    before, after, anywhere = term("before"), term("after"), term("anywhere")
    cued = max(before, after, anywhere) >= 0
    if not cued:
        faults.extend(
            source.fault("question-without-cues", ("grammar", i), name=name_)
            for i, name_ in enumerate(written.grammar)
            if name_ in _OF_CUES
        )
    return Context(
        name,
        before,
        after,
        anywhere,
        written.window,
        written.window_after,
        written.bounds,
        written.anywhere_bounds,
        written.inside,
        tuple(written.blocks),
        tuple((key, tuple(values)) for key, values in written.draft.items()),
        figures,
        tuple(written.grammar) if cued else (),
        () if cued else tuple(written.grammar),
        written.unread == "holds",
    )


def _heads(found: dict[str, Concept]) -> frozenset[str]:
    heads = found.get(_HEADS)
    listed = heads.phrases.values() if heads else ()
    return frozenset(fold_word(word) for words in listed for word in words)
