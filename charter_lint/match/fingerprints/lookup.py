"""The search for copied passages in a draft."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import msgspec

from charter_lint.draft.spans import Span
from charter_lint.match.fingerprints.grams import Gram, Parameters, grams_of
from charter_lint.match.fingerprints.index import Index, key_of
from charter_lint.match.fingerprints.store import read_index
from charter_lint.match.found import Found

if TYPE_CHECKING:
    from pathlib import Path

    from charter_lint.draft import Draft

_COMMON = 2  # documents that may share a hash before it counts as everybody's wording
_SAME = 0.5  # share of hashes from which two documents are versions of one
_SURE_HITS, _MANY_HITS = 2, 3
_SURE, _DOUBTFUL = 0.9, 0.5
_TELLING = re.compile(r"[^\W\d_]{5,}")  # words that small words and numbers are not
_SURE_WORDS, _DOUBT_WORDS = 4, 3
_APART = 120  # characters without a hit that part two copied passages


class Lookup(msgspec.Struct, frozen=True):
    """An index made ready for search: which documents a hash speaks for.

    `common` are the hashes of public documents and of everybody's wording.
    """

    key: bytes
    parameters: Parameters
    labels: tuple[str, ...]
    documents: dict[int, tuple[int, ...]]
    common: frozenset[int]

    def __repr__(self) -> str:
        return f"Lookup({len(self.labels)} documents)"


def open_index(path: Path, pepper: bytes) -> Lookup:
    """Read an index and make it ready; raise VaultError if it or the pepper cannot be used."""
    index = read_index(path)
    return lookup_of(index, key_of(index, pepper, str(path)))


def lookup_of(index: Index, key: bytes) -> Lookup:
    """Leave out what public documents say and what more than two documents share."""
    secret = [d for d in index.documents if not d.public]
    public = {h for d in index.documents if d.public for h in d.numbers()}
    holders: dict[int, list[int]] = defaultdict(list)
    for i, document in enumerate(secret):
        for number in document.numbers():
            if number not in public:
                holders[number].append(i)
    family = _families(holders, [len(d.hashes) // 8 for d in secret])
    kept = {
        number: tuple(who)
        for number, who in holders.items()
        if len({family[i] for i in who}) <= _COMMON
    }
    common = frozenset(public | holders.keys() - kept.keys())
    return Lookup(key, index.parameters, tuple(d.label for d in secret), kept, common)


def find(draft: Draft, lookup: Lookup) -> list[Found]:
    """Find passages copied from the documents; `normal` of a finding is the document's label.

    Two shared runs of words or more are sure (0.9), a single one is a doubt (0.5). A single turn
    of phrase made of little but small words and numbers is everybody's and counts for nothing, and
    so does a run that shares words with a common one: it stands at the edge of a common passage.
    """
    hits: dict[int, list[Gram]] = defaultdict(list)
    grams = list(grams_of(draft.folded.text, lookup.key, lookup.parameters))
    common = [g for g in grams if g.hash in lookup.common]
    for gram in grams:
        documents = lookup.documents.get(gram.hash, ())
        if documents and not any(g.start < gram.end and gram.start < g.end for g in common):
            for document in documents:
                hits[document].append(gram)
    found = []
    for document, shared in hits.items():
        passages = _passages(shared)
        distinct = len({g.hash for g in shared})
        telling = sum(len(_TELLING.findall(draft.folded.text, *p)) for p in passages)
        sure = distinct >= _MANY_HITS or (distinct >= _SURE_HITS and telling >= _SURE_WORDS)
        if not sure and telling < _DOUBT_WORDS:
            continue
        confidence = _SURE if sure else _DOUBTFUL
        label = lookup.labels[document]
        for start, end in passages:
            span = draft.folded.original(start, end)
            found.append(Found("fingerprint", span, confidence, label, (f"runs:{distinct}",)))
    return sorted(found, key=lambda f: (f.span, f.normal))


def _passages(shared: list[Gram]) -> list[Span]:
    passages: list[Span] = []
    for gram in shared:
        if passages and gram.start - passages[-1].end <= _APART:
            passages[-1] = Span(passages[-1].start, max(passages[-1].end, gram.end))
        else:
            passages.append(Span(gram.start, gram.end))
    return passages


def _families(holders: dict[int, list[int]], sizes: list[int]) -> list[int]:
    """Number documents so that versions of one document have one number."""
    shared: Counter[tuple[int, int]] = Counter()
    for who in holders.values():
        if len(who) > 1:
            shared.update((a, b) for i, a in enumerate(who) for b in who[i + 1 :])
    family = list(range(len(sizes)))
    for (a, b), count in shared.items():
        if count > _SAME * min(sizes[a], sizes[b]):
            old, new = family[b], family[a]
            family = [new if f == old else f for f in family]
    return family
