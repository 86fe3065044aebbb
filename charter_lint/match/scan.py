"""One pass over a draft: which concepts and terms of an index stand in it, and where."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from charter_lint.match.index import CAPITAL, LANGUAGES, LETTERS
from charter_lint.match.shapes import SHAPES
from charter_lint.match.walk import PASS, Walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from charter_lint.draft import Draft
    from charter_lint.match.index import Anchor, Bucket, Class, Index, Member
    from charter_lint.match.reader.sight import Learned

_TAG_PART = 4  # letters of each half of a hashtag that is taken apart
_FOREIGN_FROM = "\u0370"

Pending = dict[int, list[tuple["Anchor", int, int]]]
"""Sequences to match by level, each with the range of its anchor."""


class Hit(NamedTuple):
    """A range of token numbers, `after` exclusive; `branch` is the phrase's number in its term."""

    first: int
    after: int
    branch: int = 0


def _longest_first(place: tuple[int, int]) -> tuple[int, int]:
    return place[0], -place[1]


class Scan:
    """The hits of an index in one draft.

    `candidates` are the checks that a gate let through. `hits` and `class_hits` answer for terms
    and concepts; classes and shapes that set nothing going are looked for only when asked. `shared`
    is where checks of one kind keep what they compute once a draft. `earlier` are scans of the
    author's last posts, made when a check asks; `unread` is why spaCy could not be asked, as a
    message's key and its values. `learned` is what the reader needs, None where nobody asks it.
    """

    def __init__(
        self,
        draft: Draft,
        index: Index,
        history: Sequence[Draft] = (),
        learned: Learned | None = None,
    ) -> None:
        self.draft = draft
        self.index = index
        self.learned = learned
        self._history = history
        self._class_rows = index.classes.rows
        self._sequence_rows = index.sequences.rows
        self.shared: dict[object, object] = {}
        self.unread: tuple[str, dict[str, str]] | None = None
        self._tokens = draft.tokens
        self._words = draft.tokens.words
        self._readings = draft.tokens.readings
        numbers = {name: i for i, name in enumerate(LANGUAGES)}
        spoken = [numbers.get(name, -1) for name in draft.languages]
        self._spoken = [spoken[s] for s in draft.sentence_of]
        self._classes: dict[int, list[Hit]] = {}
        self._found: dict[int, dict[int, list[int]]] = {}
        self._found_back: dict[int, dict[int, list[int]]] = {}
        self._terms: dict[int, dict[Hit, None]] = defaultdict(dict)
        self._gated: dict[int, None] = {}
        self._opened: set[tuple[int, int]] = set()
        self._names: list[tuple[int, Hit]] | None = []
        self._walk = Walk(self)
        self._present_words = set(self._words)
        self._present: set[int] = set()
        self._run()
        self._hits: dict[int, list[Hit]] = {}

    @cached_property
    def earlier(self) -> tuple[Scan, ...]:
        """Scans of the posts that came before, in the order given."""
        return tuple(Scan(past, self.index, (), self.learned) for past in self._history)

    @property
    def candidates(self) -> list[int]:
        """Checks whose gate was hit, in the order of their numbers."""
        return sorted(self._gated)

    def hits(self, term: int) -> list[Hit]:
        """Give the hits of a term, sorted."""
        known = self._hits.get(term)
        if known is None:
            record = self.index.terms[term]
            found = list(self._terms.get(term, ()))
            for number, branch in record.classes:
                found.extend(
                    Hit(h.first, h.after, branch)
                    for h in self.class_hits(number)
                    if self.speaks(record.language, h.first)
                )
            known = self._hits[term] = sorted(set(found)) if len(found) > 1 else found
        return known

    def class_hits(self, number: int) -> list[Hit]:
        """Give the hits of a concept, a lemma or a shape, in no order."""
        known = self._classes.get(number)
        if known is None:
            known = self._classes[number] = list(self._all_hits(number, self._class_rows[number]))
        return known

    def from_token(self, number: int, at: int) -> Iterable[int]:
        """Give the ends of the hits of a class that begin at a token, the longest first."""
        record = self._class_rows[number]
        if record.shape:
            self._by_ends(number)
        ends = list(self._found.get(number, {}).get(at, ()))
        members = self.index.lazy(self._words[at]).get(number)
        if members and any(self.fits_member(at, m) for m in members):
            ends.append(at + 1)
        for word, after in self._readings.get(at, ()):
            members = self.index.lazy(word).get(number)
            if members and any(self.speaks(m.language, at) for m in members):
                ends.append(after)
        for below, language in record.includes:
            if self.speaks(language, at):
                ends.extend(self.from_token(below, at))
        return sorted(ends, reverse=True) if len(ends) > 1 else ends

    def to_token(self, number: int, after: int) -> Iterable[int]:
        """Give the beginnings of the hits of a class that end before a token, the longest first."""
        record = self._class_rows[number]
        if record.shape:
            self._by_ends(number)
        starts = list(self._found_back.get(number, {}).get(after, ()))
        at = after - 1
        members = self.index.lazy(self._words[at]).get(number)
        if members and any(self.fits_member(at, m) for m in members):
            starts.append(at)
        for word, first in self._walk.backward.get(after, ()):
            members = self.index.lazy(word).get(number)
            if members and any(self.speaks(m.language, first) for m in members):
                starts.append(first)
        for below, language in record.includes:
            if self.speaks(language, at):
                starts.extend(self.to_token(below, after))
        return sorted(starts) if len(starts) > 1 else starts

    def speaks(self, language: int, at: int) -> bool:
        """Say whether a phrase of this language may stand at this token."""
        return not language or self._spoken[at] in (0, language)

    def fits_member(self, at: int, member: Member) -> bool:
        """Say whether the word at a token is this member of a class, in language and accents."""
        return self.speaks(member.language, at) and self.fits(
            at, self._words[at], member.form, member.exact, strict=member.strict
        )

    def fits(self, at: int, word: str, form: str, exact: int, *, strict: bool) -> bool:
        """Compare accents: those that the draft writes must be the phrase's own.

        A word without accents stands for the accented one unless it is itself another word
        (marche, marché) and the author does write accents elsewhere.
        """
        tokens = self._tokens
        if exact == LETTERS:
            return tokens.raw[at] == form
        if exact == CAPITAL and not (tokens.raw[at][0].isupper() or self._in_tag(at)):
            return False
        accented = tokens.accented[at]
        if accented == (form or word):
            return True
        if accented == word:
            return not strict or self.draft.sloppy or tokens.raw[at].isupper()
        return any(c >= _FOREIGN_FROM for c in accented)

    def _run(self) -> None:
        bucket_of = self.index.bucket
        parts = list(self._tag_parts())
        for others in self._readings.values():
            self._present_words.update(word for word, _ in others)
        for word in self._present_words:
            self._present |= self.index.present(word)
        pending: Pending = defaultdict(list)
        for i, word in enumerate(self._words):
            bucket = bucket_of(word)
            if bucket is not None:
                self._take(bucket, i, pending)
        for i, others in self._readings.items():
            for word, after in others:
                bucket = bucket_of(word)
                if bucket is not None:
                    self._take_reading(bucket, i, after, pending)
        for i, part in parts:
            self._take_reading(part, i, i + 1, pending)
        for number in self.index.eager:
            for hit in self.class_hits(number):
                self._propagate(number, self._class_rows[number], hit, pending)
        while pending or self._names is not None:
            # Names and classes made of words come first, then classes made of classes, then
            # terms (level -1).
            level = min((k for k in pending if k >= 0), default=-1)
            if level != 0 and self._names is not None:
                self._settle_names(pending)
                continue
            for anchor, first, after in pending.pop(level):
                self._match(anchor, first, after, pending)

    def _take(self, bucket: Bucket, i: int, pending: Pending) -> None:
        for member in bucket.eager:
            if self.fits_member(i, member):
                self._add_class(member.owner, Hit(i, i + 1), pending)
        if not bucket.anchors:
            return
        words, classes = self._present_words, self._present
        for anchor in self.index.anchors(bucket.word, self._spoken[i]):
            if (
                words.issuperset(anchor.words)
                and classes.issuperset(anchor.classes)
                and (not anchor.beside or self._beside(anchor, i, i + 1))
            ):
                atom = self._sequence_rows[anchor.sequence].atoms[anchor.at]
                if self.fits(i, atom.word, atom.form, atom.exact, strict=atom.strict):
                    pending[anchor.level].append((anchor, i, i + 1))

    def _take_reading(self, bucket: Bucket, i: int, after: int, pending: Pending) -> None:
        for member in bucket.eager:
            if self.speaks(member.language, i):
                self._add_class(member.owner, Hit(i, after), pending)
        for anchor in bucket.anchors:
            if self.speaks(anchor.language, i) and self._possible(anchor):
                pending[anchor.level].append((anchor, i, after))

    def _possible(self, anchor: Anchor) -> bool:
        """Say whether the draft holds all words and simple classes that a sequence needs."""
        return self._present_words.issuperset(anchor.words) and self._present.issuperset(
            anchor.classes
        )

    def _beside(self, anchor: Anchor, first: int, after: int) -> bool:
        """See cheaply whether the neighbour that a sequence needs can stand there."""
        at = after if anchor.beside > 0 else first - 1
        if not 0 <= at < len(self._words):
            return False
        word = self._words[at]
        fits = (
            word == anchor.neighbour
            if anchor.neighbour
            else anchor.kind in self.index.present(word)
        )
        return fits or word in PASS or bool(self._readings)

    def _tag_parts(self) -> Iterator[tuple[int, Bucket]]:
        """Take hashtags in one lower-case run apart where both parts are words of the index."""
        words = self._words
        for i in range(1, len(words)):
            word = words[i]
            if words[i - 1] != "#" or len(word) < 2 * _TAG_PART or self.index.bucket(word):
                continue
            for cut in range(_TAG_PART, len(word) - _TAG_PART + 1):
                parts = self.index.bucket(word[:cut]), self.index.bucket(word[cut:])
                if parts[0] and parts[1]:
                    self._readings.setdefault(i, []).extend(
                        [(word[:cut], i + 1), (word[cut:], i + 1)]
                    )
                    yield i, parts[0]
                    yield i, parts[1]
                    break

    def _settle_names(self, pending: Pending) -> None:
        """Take the names found so far as hits, but for those inside a longer one."""
        names, self._names = self._names or [], None
        inside: set[tuple[int, int]] = set()
        furthest = -1
        for first, after in sorted({(h.first, h.after) for _, h in names}, key=_longest_first):
            if after <= furthest:
                inside.add((first, after))
            furthest = max(furthest, after)
        for number, hit in names:
            if (hit.first, hit.after) not in inside:
                self._add_class(number, hit, pending)

    def _add_class(self, number: int, hit: Hit, pending: Pending) -> None:
        record = self._class_rows[number]
        if record.fact:
            if self._names is not None:
                self._names.append((number, hit))
                return
            if not self._dated(record):
                return
        by_start = self._found.setdefault(number, {})
        ends = by_start.setdefault(hit.first, [])
        if hit.after in ends:
            return
        ends.append(hit.after)
        self._found_back.setdefault(number, {}).setdefault(hit.after, []).append(hit.first)
        self._propagate(number, record, hit, pending)

    def _propagate(self, number: int, record: Class, hit: Hit, pending: Pending) -> None:
        """Let a hit of a class open gates, anchor sequences and reach the classes above."""
        spoken = self._spoken[hit.first]
        if record.gates and (number, spoken) not in self._opened:
            self._opened.add((number, spoken))
            for check, language in record.gates:
                if not language or spoken in (0, language):
                    self._gated[check] = None
        for anchor in record.anchors:
            if (
                (not anchor.language or spoken in (0, anchor.language))
                and self._possible(anchor)
                and (not anchor.beside or self._beside(anchor, hit.first, hit.after))
            ):
                pending[anchor.level].append((anchor, hit.first, hit.after))
        for above, language in record.parents:
            parent = self._class_rows[above]
            if parent.eager and self.speaks(language, hit.first):
                self._propagate(above, parent, hit, pending)

    def _match(self, anchor: Anchor, first: int, after: int, pending: Pending) -> None:
        sequence = self._sequence_rows[anchor.sequence]
        place = self._walk.match(sequence.atoms, anchor.at, first, after)
        if place is None:
            return
        if sequence.is_class:
            self._add_class(sequence.owner, Hit(*place), pending)
            return
        hit = Hit(*place, sequence.branch)
        if hit not in self._terms[sequence.owner]:
            self._terms[sequence.owner][hit] = None
            self._gate(sequence.owner)

    def _gate(self, term: int) -> None:
        check = self.index.terms[term].check
        if check >= 0:
            self._gated[check] = None

    def _dated(self, record: Class) -> bool:
        """Say whether a class holds on the draft's day; what is secret stays so without a day."""
        day = self.draft.context.date
        return not day or (record.since <= day and (not record.until or day < record.until))

    def _all_hits(self, number: int, record: Class) -> Iterator[Hit]:
        if record.shape:
            for a, b in SHAPES[record.shape](self.draft):
                yield Hit(a, b)
            return
        ways, shapes = self.index.closure(number)
        for below in shapes:
            self._by_ends(below)
        for below in self._found.keys() & ways.keys():
            for languages in ways[below]:
                for first, ends in self._found[below].items():
                    if all(self.speaks(language, first) for language in languages):
                        for after in ends:
                            yield Hit(first, after)
        for first, after, member, languages in self._asked.get(number, ()):
            fits = member is None or self.fits_member(first, member)
            if fits and all(self.speaks(language, first) for language in languages):
                yield Hit(first, after)

    @cached_property
    def _asked(self) -> dict[int, list[tuple[int, int, Member | None, tuple[int, ...]]]]:
        """Memberships of the draft's words in classes that checks ask about, by class.

        Each is a range, the membership whose accents must fit (None for another reading of the
        word, which has none), and languages that must be spoken there.
        """
        found: dict[int, list[tuple[int, int, Member | None, tuple[int, ...]]]] = defaultdict(list)
        asked = self.index.asked
        for i, word in enumerate(self._words):
            for number, member, languages in asked(word):
                found[number].append((i, i + 1, member, languages))
        for i, others in self._readings.items():
            for word, after in others:
                for number, member, languages in asked(word):
                    found[number].append((i, after, None, (member.language, *languages)))
        return found

    def _by_ends(self, number: int) -> None:
        """Sort the hits of a shape by their ends, once."""
        if number not in self._found:
            self._found[number], self._found_back[number] = {}, {}
            for hit in self.class_hits(number):
                self._found[number].setdefault(hit.first, []).append(hit.after)
                self._found_back[number].setdefault(hit.after, []).append(hit.first)

    def _in_tag(self, i: int) -> bool:
        at = self._tokens.starts[i]
        blocks = self.draft.blocks
        return any(
            s.start <= at < s.end for s in (*blocks.hashtags, *blocks.mentions, *blocks.urls)
        )
