"""A company's facts as concepts that rules can name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from charter_lint.charter.charter_file import Fact, FactSheet
from charter_lint.draft.fold import fold_word
from charter_lint.match.figures import figures_in
from charter_lint.match.vocabulary import Concept, Name

if TYPE_CHECKING:
    from charter_lint.charter.source import Source

NOT_CONCEPTS = frozenset({"figures", "periods"})
_SECRET = frozenset({"codename", "launch", "client", "sensitive"})


def fact_names() -> tuple[str, ...]:
    """Give the names of the lists that are concepts."""
    import msgspec  # noqa: PLC0415

    fields = msgspec.structs.fields(FactSheet)
    return tuple(f.encode_name for f in fields if f.encode_name not in NOT_CONCEPTS)


def fact_list(sheet: FactSheet, name: str) -> list[str | Fact]:
    """Give one list of the sheet by its name in the file."""
    return list(getattr(sheet, name.replace("-", "_")))


def fact_concepts(sheet: FactSheet, source: Source, heads: frozenset[str]) -> dict[str, Concept]:
    """Make a concept of every list.

    `heads` are the folded words that introduce a code name (project, opération…): without its
    head, "Projet Garance" also gives @codename-bare, which a rule should ask more evidence for.
    """
    found: dict[str, Concept] = {}
    bare: list[Name] = []
    for name in fact_names():
        names: list[Name] = []
        for i, entry in enumerate(fact_list(sheet, name)):
            place = (source, ("facts", name, i))
            fact = Fact(name=entry) if isinstance(entry, str) else entry
            for text in (fact.name, *fact.also):
                rest = _without_head(text, heads)
                if name == "codename" and rest:
                    bare.append(Name(rest, fact.from_, fact.until, place, capital=True))
                if name == "codename" and len(text.split()) == 1:
                    bare.append(Name(text, fact.from_, fact.until, place, capital=True))
                else:
                    names.append(Name(text, fact.from_, fact.until, place))
        found[name] = Concept({}, tuple(names), (source, ("facts", name)))
    found["codename-bare"] = Concept({}, tuple(bare), (source, ("facts", "codename")))
    return found


def published_figures(sheet: FactSheet) -> tuple[tuple[float, str, str], ...]:
    """Give the published figures as (value, unit, day)."""
    return tuple(
        (abs(value), unit, figure.published)
        for figure in sheet.figures
        for _, _, (value, unit) in figures_in(figure.value)
    )


def _without_head(text: str, heads: frozenset[str]) -> str:
    words = text.split()
    if len(words) > 1 and fold_word(words[0]) in heads:
        return " ".join(words[1:])
    return ""
