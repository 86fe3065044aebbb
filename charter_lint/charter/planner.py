"""What a kind of check gets from the compiler while it plans a check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from charter_lint.charter.charter_file import Fact, FactSheet
from charter_lint.charter.facts import fact_list
from charter_lint.charter.hints import unknown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from charter_lint.charter.faults import Fault
    from charter_lint.charter.source import Source
    from charter_lint.match.builder import Builder


class Planner:
    """Passes phrases on to the index and remembers gates and faults of one check.

    `phrases` lists what was asked for as (term, number of the phrase, language, phrase); `reads`
    says that the check asks the reader.
    """

    def __init__(
        self,
        builder: Builder,
        source: Source,
        keys: tuple[object, ...],
        check: int,
        facts: FactSheet,
        data: dict[str, object],
        files: dict[str, str],
    ) -> None:
        self.faults: list[Fault] = []
        self.always = False
        self.reads = False
        self.phrases: list[tuple[int, int, str, str]] = []
        self._builder = builder
        self._source = source
        self._keys = keys
        self._check = check
        self._facts = facts
        self._data = data
        self._files = files

    def term(self, phrases: dict[str, list[str]], *path: object) -> int:
        """Add phrases to the index, and note them for the coverage of examples.

        What must be absent (below `none`) is not noted.
        """
        term = self._builder.term(phrases, (self._source, (*self._keys, *path)))
        if "none" not in path:
            spoken = [(language, p) for language, listed in phrases.items() for p in listed]
            self.phrases.extend((term, n, language, p) for n, (language, p) in enumerate(spoken))
        return term

    def needles(self, phrases: list[str]) -> int:
        """Add phrases that only gate the check, so that no example needs to use them."""
        return self._builder.term({"any": phrases}, (self._source, self._keys))

    def gate(self, terms: Iterable[int]) -> None:
        """Let the terms gate the check; with none it runs on every draft."""
        listed = list(terms)
        self.always = self.always or not listed
        for term in listed:
            self._builder.gate(term, self._check)

    def cost(self, term: int) -> float:
        """Say how common a term is."""
        return self._builder.cost(term)

    def names(self, fact: str) -> list[str]:
        """Give the names in a list of the company's facts."""
        found: list[str] = []
        for entry in fact_list(self._facts, fact):
            fact_ = Fact(name=entry) if isinstance(entry, str) else entry
            found.extend((fact_.name, *fact_.also))
        return found

    def file(self, key: str) -> str:
        """Give the path of a file that the charter names."""
        return self._files.get(key, "")

    def data(self, name: str) -> object:
        """Give the value of a data file."""
        return self._data.get(name)

    def family(self, name: str, *path: object) -> None:
        """Note that the reader is asked; report a family that nobody knows."""
        self.reads = True
        known = self._data.get("reader")
        families = known.get("families") if isinstance(known, dict) else None
        names = families if isinstance(families, dict) else {}
        if name not in names:
            self.unknown("family-unknown", name, names, *path)

    def concept(self, name: str, words: list[str]) -> None:
        """Add a concept of the kind's own."""
        self._builder.concept(name, words)

    def unknown(self, problem: str, name: str, known: Iterable[str], *path: object) -> None:
        """Report a name that nobody knows: a value, or a key where the path ends with it."""
        key = path[-1:] == (name,)
        keys = (*self._keys, *path)
        self.faults.append(unknown(self._source, problem, keys, name, known, key=key))

    def fault(self, problem: str, *path: object, **values: str) -> None:
        """Report a fault of the options."""
        self.faults.append(self._source.fault_of(problem, (*self._keys, *path), values))
