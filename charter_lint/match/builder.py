"""Building an index: phrases in, sections of a container out."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from charter_lint.draft.fold import accent_word, fold, fold_word
from charter_lint.draft.tokens import tokens_of
from charter_lint.match.commonness import COMMON, RARE, SHAPE_COST, word_cost
from charter_lint.match.index import (
    ANY,
    CAPITAL,
    CLASS,
    GAP,
    LANGUAGES,
    LETTERS,
    WORD,
    Atom,
    Member,
    Sequence,
    Term,
)
from charter_lint.match.layout import Parts, atom_cost, lay_out
from charter_lint.match.lexicon import forms_of, is_known, needs_accents
from charter_lint.match.phrases import PhraseError, sequences_of
from charter_lint.match.shapes import SHAPES
from charter_lint.match.vocabulary import Concept, Fault, Name, Phrases, Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from charter_lint.match import phrases

_BRACKETS = frozenset("()[]*")


class Builder:
    """Collects concepts and terms, then lays out the index.

    Faults are collected, never raised, so that an author sees all of them at once.
    """

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        """Take the concepts by name, each with the place of its lists."""
        self.faults: list[Fault] = []
        self._concepts = dict(concepts)
        self._classes: dict[str, int] = {}
        self._names: list[str] = []
        self._shapes: list[str] = []
        self._levels: list[int] = []
        self._costs: list[float] = []
        self._gates: dict[int, list[int]] = defaultdict(list)
        self._building: list[str] = []
        self._members: list[tuple[str, Member]] = []
        self._sequences: list[Sequence] = []
        self._terms: list[list[object]] = []
        self._term_costs: list[float] = []
        self._lemmas: dict[tuple[str, str], int] = {}
        self._since: dict[int, tuple[str, str]] = {}
        self._of_class: dict[int, list[int]] = defaultdict(list)
        self._includes: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self._groups: dict[tuple[str, tuple[phrases.Sequence, ...]], int] = {}
        self._facts: set[int] = set()
        self.used_concepts: set[str] = set()
        for name, concept in self._concepts.items():
            if concept.names:  # whether a rule asks or not: a longer name hides a shorter one
                self._concept(name, concept.place)

    def term(self, written: Phrases, place: Place) -> int:
        """Add a term and give its number."""
        number = len(self._terms)
        self._terms.append([-1, 0, []])
        cost = 0.0
        languages = {key for key, phrases_ in written.items() if phrases_}
        alone = (
            LANGUAGES.index(next(iter(languages)))
            if len(languages) == 1 and "any" not in languages
            else 0
        )
        self._terms[number][1] = alone
        branch = 0
        for key, listed in written.items():
            language = "" if key == "any" else key
            for i, phrase in enumerate(listed):
                where = (*place, key, i) if len(written) > 1 or key != "any" else (*place, i)
                for sequence in self._parse(phrase, where):
                    compiled = self._atoms(sequence, language, where)
                    if compiled is None:
                        continue
                    if (
                        len(compiled) == 1
                        and compiled[0].kind == CLASS
                        and alone == LANGUAGES.index(language)
                    ):
                        classes = self._terms[number][2]
                        assert isinstance(classes, list)  # noqa: S101  (for the type checker)
                        classes.append((compiled[0].number, branch))
                        cost += self._costs[compiled[0].number]
                    else:
                        cost += self._add(
                            number, compiled, language, is_class=False, level=0, branch=branch
                        )
                branch += 1
        self._term_costs.append(cost)
        return number

    def concept(self, name: str, words: list[str]) -> None:
        """Add a concept that a kind of check needs, unless it is there."""
        self._concepts.setdefault(name, Concept({"any": words}))

    def gate(self, term: int, check: int) -> None:
        """Let hits of a term make a check a candidate."""
        self._terms[term][0] = check
        classes = self._terms[term][2]
        assert isinstance(classes, list)  # noqa: S101
        for number, _ in classes:
            self._gates[number].append(term)

    def cost(self, term: int) -> float:
        """Say how often a term is expected to hit, for the choice of gates; lower is rarer."""
        return self._term_costs[term] or RARE

    def numbers_of(self, names: Iterable[str]) -> dict[str, int]:
        """Give the numbers of those concepts that were built, by name."""
        numbers = ((name, self._classes.get(f"@{name}")) for name in names)
        return {name: number for name, number in numbers if number is not None}

    def finish(self) -> dict[str, bytes]:
        """Lay out the sections of the index."""
        self._inflect()
        terms = [Term(t[0], t[1], tuple(t[2])) for t in self._terms]  # type: ignore[arg-type]
        return lay_out(
            Parts(
                self._names,
                self._shapes,
                self._levels,
                self._costs,
                self._members,
                self._sequences,
                terms,
                self._gates,
                self._includes,
                self._since,
                self._facts,
            )
        )

    def _parse(self, phrase: str, place: Place) -> list[phrases.Sequence]:
        try:
            return sequences_of(phrase)
        except PhraseError as error:
            self.faults.append(Fault(place, error.problem, error.at, error.values))
            return []

    def _atoms(
        self, sequence: phrases.Sequence, language: str, place: Place
    ) -> tuple[Atom, ...] | None:
        atoms: list[Atom] = []
        for atom in sequence:
            if atom.kind == "word":
                atoms.append(_word(atom, language))
            elif atom.kind == "gap":
                atoms.append(Atom(GAP, number=atom.most))
            elif atom.kind == "any":
                atoms.append(Atom(ANY))
            elif atom.kind == "group":
                atoms.append(Atom(CLASS, number=self._group(atom.options, language, place)))
            else:
                number = (
                    self._lemma(atom.value, language)
                    if atom.kind == "lemma"
                    else self._concept(atom.value, place)
                )
                if number is None:
                    return None
                atoms.append(Atom(CLASS, number=number))
        return tuple(atoms)

    def _add(
        self,
        owner: int,
        atoms: tuple[Atom, ...],
        language: str,
        *,
        is_class: bool,
        level: int,
        branch: int = 0,
    ) -> float:
        number = LANGUAGES.index(language)
        if is_class and len(atoms) == 1 and atoms[0].kind == WORD:
            atom = atoms[0]
            self._members.append(
                (atom.word, Member(owner, number, atom.form, atom.exact, atom.strict))
            )
            return word_cost(atom.word)
        if is_class:
            self._of_class[owner].append(len(self._sequences))
        self._sequences.append(Sequence(owner, is_class, number, level, atoms, branch))
        return min(
            (atom_cost(a, self._costs) for a in atoms if a.kind in (WORD, CLASS)), default=COMMON
        )

    def _class(self, name: str, shape: str = "") -> int:
        number = self._classes[name] = len(self._names)
        self._names.append(name)
        self._shapes.append(shape)
        self._levels.append(0)
        self._costs.append(SHAPE_COST.get(shape, 0.0))
        return number

    def _lemma(self, lemma: str, language: str) -> int:
        languages = [language] if language else ["fr", "en"]
        name = f"~{language}:{lemma}"
        if name in self._classes:
            return self._classes[name]
        number = self._class(name)
        for each in languages:
            self._lemmas[lemma, each] = number
        self._costs[number] = 10 * word_cost(lemma)
        return number

    def _inflect(self) -> None:
        for language in ("fr", "en"):
            wanted: dict[str, list[int]] = defaultdict(list)
            for (lemma, each), number in self._lemmas.items():
                if each == language:
                    wanted[lemma].append(number)
            if not wanted:
                continue
            for lemma, forms in forms_of(frozenset(wanted), language).items():
                for form in forms:
                    for sequence in [(form,)] if form.isalpha() else _parts(form):
                        atoms = tuple(
                            _plain(fold_word(w), accent_word(w), language) for w in sequence
                        )
                        for number in wanted[lemma]:
                            self._add(number, atoms, language, is_class=True, level=0)

    def _group(self, options: tuple[phrases.Sequence, ...], language: str, place: Place) -> int:
        """Make a class of the alternatives of a bracket; equal brackets share one."""
        key = (language, options)
        known = self._groups.get(key)
        if known is not None:
            return known
        number = self._groups[key] = self._class(f"({len(self._groups)})")
        for option in options:
            self._define(number, self._atoms(option, language, place), language)
        self._level(number)
        return number

    def _define(self, number: int, atoms: tuple[Atom, ...] | None, language: str) -> None:
        """Add one phrase of a class; the class stands above those that its phrases are made of."""
        if not atoms:
            return
        if len(atoms) == 1 and atoms[0].kind == CLASS:
            below = atoms[0].number
            self._includes[number].append((below, LANGUAGES.index(language)))
            self._levels[number] = max(self._levels[number], self._levels[below])
            self._costs[number] += self._costs[below]
            return
        levels = [self._levels[a.number] for a in atoms if a.kind == CLASS]
        level = 1 + max(levels) if levels else 0
        self._levels[number] = max(self._levels[number], level)
        self._costs[number] += self._add(number, atoms, language, is_class=True, level=level)

    def _level(self, number: int) -> None:
        """Let all phrases of a class run at the class's own level, but for proper names.

        Names are all found first, so that the longer can hide the shorter.
        """
        level = self._levels[number]
        for at in self._of_class[number]:
            name = number in self._facts and self._sequences[at].level == 0
            if self._sequences[at].level != level and not name:
                self._sequences[at] = msgspec.structs.replace(self._sequences[at], level=level)

    def _concept(self, name: str, place: Place) -> int | None:
        full = f"@{name}"
        self.used_concepts.add(name)
        if full in self._classes and name not in self._building:
            return self._classes[full]
        if name in self._building:
            self.faults.append(Fault(place, "concept-cycle", 0, {"name": name}))
            return None
        if name not in self._concepts:
            if name in SHAPES:
                return self._class(full, name)
            known = (*self._concepts, *SHAPES)
            self.faults.append(Fault(place, "concept-unknown", 0, {"name": name}, known))
            return None
        self._building.append(name)
        number = self._class(full)
        concept = self._concepts[name]
        where = concept.place
        for each in concept.names:
            self._add_name(number, each)
        for key, listed in concept.phrases.items():
            language = "" if key == "any" else key
            for i, phrase in enumerate(listed):
                for sequence in self._parse(phrase, (*where, key, i)):
                    compiled = self._atoms(sequence, language, (*where, key, i))
                    self._define(number, compiled, language)
        self._level(number)
        self._building.pop()
        return number

    def _add_name(self, number: int, name: Name) -> None:
        """Add the spellings of a proper name: as written, run together, and with its initial only.

        A single word that a dictionary knows is the name only with a capital (Garance, garance).
        """
        owner = number
        self._facts.add(number)
        if name.since or name.until:
            owner = self._class(f"{self._names[number]}·{len(self._names)}")
            self._since[owner] = (name.since, name.until)
            self._facts.add(owner)
            self._costs[owner] = RARE
            self._includes[number].append((owner, 0))
        tokens = tokens_of(fold(name.text).text)
        words = tuple(
            _plain(word, accented)
            for word, accented in zip(tokens.words, tokens.accented, strict=True)
            if word not in _BRACKETS
        )
        if not words:
            return
        if len(words) == 1:
            word = words[0]
            if name.capital or is_known(word.word, "fr") or is_known(word.word, "en"):
                words = (msgspec.structs.replace(word, exact=CAPITAL),)
        elif all(w.word.isalnum() for w in words):
            joined = "".join(w.word for w in words)
            self._add(owner, (Atom(WORD, joined),), "", is_class=True, level=0)
        self._costs[number] += self._add(owner, words, "", is_class=True, level=0)


def _word(atom: phrases.Atom, language: str) -> Atom:
    form = "" if atom.form == atom.value else atom.form
    strict = bool(form) and not atom.exact and needs_accents(form, language)
    return Atom(WORD, atom.value, form, LETTERS if atom.exact else 0, strict)


def _plain(word: str, accented: str, language: str = "fr") -> Atom:
    form = "" if accented == word else accented
    return Atom(WORD, word, form, 0, bool(form) and needs_accents(form, language))


def _parts(form: str) -> list[tuple[str, ...]]:
    """Split a form of several words, as aujourd'hui."""
    return [tuple(tokens_of(fold(form).text).raw)]
