"""One pass over a draft: which concepts and terms of an index stand in it, and where."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from charter_lint.match.index import ANY, CAPITAL, CLASS, GAP, LANGUAGES, LETTERS, WORD
from charter_lint.match.shapes import SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.draft import Draft
    from charter_lint.match.index import Atom, Bucket, Index, Sequence

_PASS = frozenset('"«»*()[]')
"""Signs that may stand between two words of a phrase."""
_FOREIGN_FROM = "\u0370"


Pending = dict[int, list[tuple["Sequence", int, int, int]]]
"""Sequences to match by level, each with its anchor and the anchor's tokens."""


class Hit(NamedTuple):
    """A range of token numbers, `after` exclusive; `branch` is the phrase's number in its term."""

    first: int
    after: int
    branch: int = 0


class Scan:
    """The hits of an index in one draft.

    `candidates` are the checks that a gate let through. `hits` and `class_hits` answer for terms
    and concepts; shapes that nothing anchors are looked for only when asked. `shared` is where
    checks of one kind keep what they compute once a draft.
    """

    def __init__(self, draft: Draft, index: Index) -> None:
        self.draft = draft
        self.index = index
        self.shared: dict[object, object] = {}
        tokens = draft.tokens
        self._words = tokens.words
        self._readings = tokens.readings
        self._back: dict[int, list[tuple[str, int]]] | None = None
        self._sentence = draft.sentence_of
        self._classes: dict[int, list[Hit]] = {}
        self._starts: dict[int, dict[int, list[int]]] = {}
        self._ends: dict[int, dict[int, list[int]]] = {}
        self._terms: dict[int, list[Hit]] = defaultdict(list)
        self._gated: dict[int, None] = {}
        self._names: list[tuple[int, Hit]] | None = []
        self._run()

    @property
    def candidates(self) -> list[int]:
        """Checks whose gate was hit, in the order of their numbers."""
        return sorted(self._gated)

    def hits(self, term: int) -> list[Hit]:
        """Give the hits of a term, sorted."""
        record = self.index.terms[term]
        found = list(self._terms.get(term, ()))
        for number, branch in record.classes:
            found.extend(
                Hit(h.first, h.after, branch)
                for h in self.class_hits(number)
                if self._speaks(record.language, h.first)
            )
        return sorted(set(found)) if len(found) > 1 else found

    def class_hits(self, number: int) -> list[Hit]:
        """Give the hits of a concept, a lemma or a shape."""
        known = self._classes.get(number)
        if known is None:
            shape = self.index.classes[number].shape
            known = [Hit(a, b) for a, b in SHAPES[shape](self.draft)] if shape else []
            self._classes[number] = known
        return known

    def _run(self) -> None:
        index, tokens = self.index, self.draft.tokens
        pending: Pending = defaultdict(list)
        for i, word in enumerate(self._words):
            bucket = index.bucket(word)
            if bucket is not None:
                self._take(bucket, i, i + 1, pending, read=False)
        for i, others in tokens.readings.items():
            for word, after in others:
                bucket = index.bucket(word)
                if bucket is not None:
                    self._take(bucket, i, after, pending, read=True)
        for number in index.eager:
            hits = self.class_hits(number)
            self._queue_class(number, hits, pending)
        while pending or self._names is not None:
            # Names and classes made of words come first, then classes made of classes, then
            # terms (level -1).
            levels = [k for k in pending if k >= 0]
            level = min(levels) if levels else -1
            if level != 0 and self._names is not None:
                self._settle_names(pending)
                continue
            for sequence, anchor, first, after in pending.pop(level):
                self._match(sequence, anchor, first, after, pending)

    def _settle_names(self, pending: Pending) -> None:
        """Take the names found so far as hits, but for those inside a longer one."""
        names, self._names = self._names or [], None
        for number, hit in names:
            inside = any(
                o.first <= hit.first
                and hit.after <= o.after
                and o.after - o.first > hit.after - hit.first
                for _, o in names
            )
            if not inside:
                self._add_class(number, hit, pending)

    def _take(
        self,
        bucket: Bucket,
        i: int,
        after: int,
        pending: Pending,
        *,
        read: bool,
    ) -> None:
        for member in bucket.members:
            if self._speaks(member.language, i) and (
                read or self._fits(i, bucket.word, member.form, member.exact, member.strict)
            ):
                self._add_class(member.owner, Hit(i, after), pending)
        for number, at in bucket.anchors:
            sequence = self.index.sequences[number]
            if not self._speaks(sequence.language, i):
                continue
            atom = sequence.atoms[at]
            if read or self._fits(i, atom.word, atom.form, atom.exact, atom.strict):
                pending[sequence.level if sequence.is_class else -1].append(
                    (sequence, at, i, after)
                )

    def _add_class(self, number: int, hit: Hit, pending: Pending) -> None:
        if self._names is not None and self.index.classes[number].fact:
            self._names.append((number, hit))
            return
        known = self._classes.setdefault(number, [])
        if hit in known or not self._dated(number):
            return
        known.append(hit)
        self._starts.pop(number, None)
        self._ends.pop(number, None)
        self._queue_class(number, [hit], pending)

    def _dated(self, number: int) -> bool:
        """Say whether a class holds on the draft's day; what is secret stays so without a day."""
        record = self.index.classes[number]
        day = self.draft.context.date
        if not day:
            return True
        return record.since <= day and (not record.until or day < record.until)

    def _queue_class(self, number: int, hits: list[Hit], pending: Pending) -> None:
        if not hits:
            return
        record = self.index.classes[number]
        for term in record.gates:
            language = self.index.terms[term].language
            if not language or any(self._speaks(language, h.first) for h in hits):
                self._gate(term)
        for sequence_number, at in record.anchors:
            sequence = self.index.sequences[sequence_number]
            level = sequence.level if sequence.is_class else -1
            for hit in hits:
                if self._speaks(sequence.language, hit.first):
                    pending[level].append((sequence, at, hit.first, hit.after))

    def _match(
        self,
        sequence: Sequence,
        anchor: int,
        first: int,
        after: int,
        pending: Pending,
    ) -> None:
        end = self._right(sequence.atoms, anchor + 1, after)
        if end < 0:
            return
        start = self._left(sequence.atoms, anchor - 1, first)
        if start < 0:
            return
        hit = Hit(start, end, sequence.branch)
        if sequence.is_class:
            self._add_class(sequence.owner, Hit(start, end), pending)
        elif hit not in self._terms[sequence.owner]:
            self._terms[sequence.owner].append(hit)
            self._gate(sequence.owner)

    def _gate(self, term: int) -> None:
        check = self.index.terms[term].check
        if check >= 0:
            self._gated[check] = None

    def _right(self, atoms: tuple[Atom, ...], k: int, at: int) -> int:
        """Match atoms from the k-th on, to the right of token `at`; give the end or -1."""
        if k == len(atoms):
            return at
        atom = atoms[k]
        if atom.kind == GAP:
            for skip in range(atom.number + 1):
                if skip and (at + skip > len(self._words) or not self._same(at - 1, at + skip - 1)):
                    return -1
                end = self._right(atoms, k + 1, at + skip)
                if end >= 0:
                    return end
            return -1
        while (
            at < len(self._words)
            and self._words[at] in _PASS
            and not (atom.kind == WORD and atom.word == self._words[at])
        ):
            at += 1
        if at >= len(self._words) or (at and not self._same(at - 1, at)):
            return -1
        for after in self._steps(atom, at):
            end = self._right(atoms, k + 1, after)
            if end >= 0:
                return end
        return -1

    def _left(self, atoms: tuple[Atom, ...], k: int, at: int) -> int:
        """Match atoms from the k-th back, to the left of token `at`; give the start or -1."""
        if k < 0:
            return at
        atom = atoms[k]
        if atom.kind == GAP:
            for skip in range(atom.number + 1):
                if skip and (at - skip < 0 or not self._same(at, at - skip)):
                    return -1
                start = self._left(atoms, k - 1, at - skip)
                if start >= 0:
                    return start
            return -1
        while (
            at > 0
            and self._words[at - 1] in _PASS
            and not (atom.kind == WORD and atom.word == self._words[at - 1])
        ):
            at -= 1
        if at <= 0 or (at < len(self._words) and not self._same(at, at - 1)):
            return -1
        for first in self._steps_back(atom, at):
            start = self._left(atoms, k - 1, first)
            if start >= 0:
                return start
        return -1

    def _steps(self, atom: Atom, at: int) -> Iterator[int]:
        if atom.kind == ANY:
            if self._words[at][0].isalnum():
                yield at + 1
            return
        if atom.kind == CLASS:
            yield from self._starting(atom.number).get(at, ())
            return
        if self._words[at] == atom.word and self._fits(
            at, atom.word, atom.form, atom.exact, atom.strict
        ):
            yield at + 1
        for word, after in self._readings.get(at, ()):
            if word == atom.word:
                yield after

    def _steps_back(self, atom: Atom, at: int) -> Iterator[int]:
        i = at - 1
        if atom.kind == ANY:
            if self._words[i][0].isalnum():
                yield i
            return
        if atom.kind == CLASS:
            yield from self._ending(atom.number).get(at, ())
            return
        if self._words[i] == atom.word and self._fits(
            i, atom.word, atom.form, atom.exact, atom.strict
        ):
            yield i
        if self._readings:
            for word, first in self._backward().get(at, ()):
                if word == atom.word:
                    yield first

    def _starting(self, number: int) -> dict[int, list[int]]:
        known = self._starts.get(number)
        if known is None:
            known = {}
            for hit in self.class_hits(number):
                known.setdefault(hit.first, []).append(hit.after)
            for ends in known.values():
                ends.sort(reverse=True)
            self._starts[number] = known
        return known

    def _ending(self, number: int) -> dict[int, list[int]]:
        known = self._ends.get(number)
        if known is None:
            known = {}
            for hit in self.class_hits(number):
                known.setdefault(hit.after, []).append(hit.first)
            for starts in known.values():
                starts.sort()
            self._ends[number] = known
        return known

    def _in_tag(self, i: int) -> bool:
        at = self.draft.tokens.starts[i]
        blocks = self.draft.blocks
        return any(
            s.start <= at < s.end for s in (*blocks.hashtags, *blocks.mentions, *blocks.urls)
        )

    def _backward(self) -> dict[int, list[tuple[str, int]]]:
        if self._back is None:
            self._back = {}
            for first, others in self._readings.items():
                for word, after in others:
                    self._back.setdefault(after, []).append((word, first))
        return self._back

    def _same(self, one: int, other: int) -> bool:
        return self._sentence[one] == self._sentence[other]

    def _speaks(self, language: int, at: int) -> bool:
        """Say whether a phrase of this language may stand at this token."""
        if not language:
            return True
        spoken = self.draft.languages[self._sentence[at]]
        return not spoken or spoken == LANGUAGES[language]

    def _fits(self, i: int, word: str, form: str, exact: int, strict: bool) -> bool:  # noqa: FBT001
        """Compare accents: those that the draft writes must be the phrase's own.

        A word without accents stands for the accented one unless it is itself another word
        (marche, marché) and the author does write accents elsewhere.
        """
        tokens = self.draft.tokens
        if exact == LETTERS:
            return tokens.raw[i] == form
        if exact == CAPITAL and not (tokens.raw[i][0].isupper() or self._in_tag(i)):
            return False
        accented = tokens.accented[i]
        if accented == (form or word):
            return True
        if accented == word:
            return not strict or self.draft.sloppy or tokens.raw[i].isupper()
        return any(c >= _FOREIGN_FROM for c in accented)
