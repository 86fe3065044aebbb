"""Laying out an index: where each sequence hangs, which classes are eager, the tables."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

import msgspec

from charter_lint.match.commonness import RARE, word_cost
from charter_lint.match.container import pack_table
from charter_lint.match.index import (
    CLASS,
    WORD,
    Anchor,
    Atom,
    Bucket,
    Class,
    Member,
    Sequence,
    Term,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

Included = list[tuple[int, int]]
"""Classes with the language in which they are included."""


class Parts(NamedTuple):
    """All that a builder has gathered; classes are known by their numbers, terms likewise."""

    names: list[str]
    shapes: list[str]
    levels: list[int]
    costs: list[float]
    members: list[tuple[str, Member]]
    sequences: list[Sequence]
    terms: list[Term]
    gates: Mapping[int, list[int]]
    includes: Mapping[int, Included]
    days: Mapping[int, tuple[str, str]]
    facts: set[int]


def lay_out(parts: Parts) -> dict[str, bytes]:
    """Give the sections of the index."""
    by_word: dict[str, list[Anchor]] = defaultdict(list)
    by_class: dict[int, list[Anchor]] = defaultdict(list)
    simple = _simple(parts)
    for number, sequence in enumerate(parts.sequences):
        at = _anchor_of(sequence.atoms, parts.costs)
        atom = sequence.atoms[at]
        anchor = _anchored(number, at, sequence, simple)
        if atom.kind == CLASS:
            by_class[atom.number].append(anchor)
        else:
            by_word[atom.word].append(anchor)
    eager, parents = _eager(parts, by_class)
    keyed = _buckets(parts, by_word, eager)
    keys = sorted(keyed)
    return {
        "keys": b"".join(key.to_bytes(4, "little") for key in keys),
        "buckets": pack_table(keyed[key] for key in keys),
        "sequences": pack_table(parts.sequences),
        "classes": pack_table(_classes(parts, by_class, eager, parents)),
        "terms": pack_table(parts.terms),
        "eager": msgspec.msgpack.encode([i for i in sorted(eager) if parts.shapes[i]]),
    }


def atom_cost(atom: Atom, costs: list[float]) -> float:
    """Give the expected frequency of an atom."""
    return costs[atom.number] or RARE if atom.kind == CLASS else word_cost(atom.word)


def _anchor_of(atoms: tuple[Atom, ...], costs: list[float]) -> int:
    usable = [i for i, a in enumerate(atoms) if a.kind in (WORD, CLASS)]
    return min(usable, key=lambda i: atom_cost(atoms[i], costs))


def _classes(
    parts: Parts,
    by_class: dict[int, list[Anchor]],
    eager: set[int],
    parents: dict[int, Included],
) -> list[Class]:
    asked = {number for term in parts.terms for number, _ in term.classes}
    return [
        Class(
            name,
            parts.shapes[i],
            parts.levels[i],
            tuple(by_class.get(i, ())),
            tuple((parts.terms[t].check, parts.terms[t].language) for t in parts.gates.get(i, ())),
            tuple(parts.includes.get(i, ())),
            tuple(parents.get(i, ())),
            *parts.days.get(i, ("", "")),
            i in parts.facts,
            i in eager,
            i in asked,
        )
        for i, name in enumerate(parts.names)
    ]


def _eager(parts: Parts, by_class: dict[int, list[Anchor]]) -> tuple[set[int], dict[int, Included]]:
    """Find the classes whose hits set something going, and for each class those above it."""
    parents: dict[int, Included] = defaultdict(list)
    for above, included in parts.includes.items():
        for below, language in included:
            if (above, language) not in parents[below]:
                parents[below].append((above, language))
    eager = {n for n in range(len(parts.names)) if by_class.get(n) or parts.gates.get(n)}
    todo = sorted(eager)
    while todo:
        for below, _ in parts.includes.get(todo.pop(), ()):
            if below not in eager:
                eager.add(below)
                todo.append(below)
    return eager | parts.facts, parents


def _simple(parts: Parts) -> set[int]:
    """Find the classes that only single words make: a look at the words can rule them out."""
    wordy = {s.owner for s in parts.sequences if s.is_class}
    wordy |= {n for n, shape in enumerate(parts.shapes) if shape}
    above: dict[int, list[int]] = defaultdict(list)
    for number, included in parts.includes.items():
        for below, _ in included:
            above[below].append(number)
    todo = sorted(wordy)
    while todo:
        for number in above[todo.pop()]:
            if number not in wordy:
                wordy.add(number)
                todo.append(number)
    return set(range(len(parts.names))) - wordy


def _buckets(
    parts: Parts, by_word: dict[str, list[Anchor]], eager: set[int]
) -> dict[int, list[Bucket]]:
    members: dict[str, dict[Member, None]] = defaultdict(dict)
    for word, member in parts.members:
        members[word][member] = None
    keyed: dict[int, list[Bucket]] = defaultdict(list)
    for word in {**members, **by_word}:
        listed = members.get(word, {})
        bucket = Bucket(
            word,
            tuple(m for m in listed if m.owner in eager),
            tuple(m for m in listed if m.owner not in eager),
            tuple(by_word.get(word, ())),
        )
        keyed[crc32(word.encode())].append(bucket)
    return keyed


def _anchored(number: int, at: int, sequence: Sequence, simple: set[int]) -> Anchor:
    """Make an anchor with all that a draft can be asked before the sequence is looked at."""
    atoms = sequence.atoms
    others = [a for i, a in enumerate(atoms) if i != at]
    near = {d: atoms[at + d] for d in (-1, 1) if 0 <= at + d < len(atoms)}
    words = {d: atom for d, atom in near.items() if atom.kind == WORD}
    kinds = {d: a for d, a in near.items() if a.kind == CLASS and a.number in simple}
    beside, neighbour = next(iter({**words, **kinds}.items()), (0, None))
    return Anchor(
        number,
        at,
        sequence.language,
        sequence.level if sequence.is_class else -1,
        tuple(dict.fromkeys(a.word for a in others if a.kind == WORD)),
        tuple(dict.fromkeys(a.number for a in others if a.kind == CLASS and a.number in simple)),
        beside,
        neighbour.word if neighbour else "",
        neighbour.number if neighbour else 0,
    )
