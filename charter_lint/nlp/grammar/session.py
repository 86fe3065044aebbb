"""The grammar check as one process uses it: its server, its memory of sentences, its patience."""

from __future__ import annotations

import hashlib
import threading
import time
import unicodedata
from collections import OrderedDict
from functools import cache
from typing import TYPE_CHECKING

from charter_lint.draft.blocks import blocks_of
from charter_lint.draft.sentences import sentences_of
from charter_lint.draft.spans import Span
from charter_lint.nlp.grammar import server
from charter_lint.nlp.grammar.address import allowed
from charter_lint.nlp.grammar.breaker import Breaker
from charter_lint.nlp.grammar.client import Client
from charter_lint.nlp.grammar.findings import Wish, findings_in
from charter_lint.nlp.grammar.model import GrammarUnavailable, Problem, Settings
from charter_lint.nlp.grammar.profile import profile
from charter_lint.nlp.grammar.register import is_missing_sign, is_offhand
from charter_lint.nlp.grammar.request import Piece, protected_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from charter_lint.draft.blocks import Blocks

_REMEMBERED = 8192  # sentences
_QUESTION = 2000  # code points in one question: 0.3 s on one slow core, 1 s if all is wrong
_SENTENCE = 5000  # a longer one is not prose
_DEATH = 1.0  # seconds in which the supervisor notices that Java died


@cache
def session_of(settings: Settings) -> Session:
    """Give this process's session for these settings."""
    return Session(settings)


class Session:
    """Checks texts; keeps the server's lease and what it said of each sentence, in memory only."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._profile = profile()
        self._ignored = {_plain(word) for entry in settings.ignore for word in entry.split()}
        self._known: OrderedDict[bytes, tuple[Problem, ...]] = OrderedDict()
        self._breaker = Breaker()
        self._lock = threading.Lock()
        self._starting = threading.Lock()
        self._lease: server.Lease | None = None
        self._client: Client | None = None

    def check(
        self, text: str, language: str, within: Sequence[Span] | None = None
    ) -> list[Problem]:
        """Give the problems of a text in order; see `charter_lint.nlp.grammar.check`."""
        data = self._profile.language(language)
        blocks = blocks_of(text)
        protected = protected_in(text, blocks, data.stand_in)
        sentences = [s for s in sentences_of(text) if _has_words(text, s, protected)]
        if within is not None:
            sentences = [s for s in sentences if any(s.overlaps(span) for span in within)]
        for sentence in sentences:
            if sentence.end - sentence.start > _SENTENCE:
                length = str(sentence.end - sentence.start)
                raise GrammarUnavailable("too-long", length=length, most=str(_SENTENCE))
        wish = Wish(self._profile, data, self._settings.on, self._settings.off)
        keys = [_key(language, text[s.start : s.end]) for s in sentences]
        with self._lock:
            known = {key: self._known[key] for key in keys if key in self._known}
        unknown = [s for s, key in zip(sentences, keys, strict=True) if key not in known]
        for batch in _batches(unknown):
            answers = self._ask(text, batch, protected, wish)
            for sentence, problems in zip(batch, answers, strict=True):
                known[_key(language, text[sentence.start : sentence.end])] = problems
        self._remember(known)
        found = [
            _moved(problem, sentence.start)
            for sentence, key in zip(sentences, keys, strict=True)
            for problem in known[key]
        ]
        found = [p for p in found if p.rule not in data.spelling or self._minds(p, text, blocks)]
        written = (_unprotected(text, s, protected) for s in sentences_of(text))
        if not found or not is_offhand(written, self._profile.offhand):
            return found
        return [p for p in found if not is_missing_sign(p, text[p.start : p.end], data)]

    def _minds(self, problem: Problem, text: str, blocks: Blocks) -> bool:
        """Say whether a spelling problem is the author's own and of no word to be ignored."""
        span = Span(problem.start, problem.end)
        if any(quote.contains(span) for quote in blocks.quotes):
            return False
        word = _plain(text[span.start : span.end])
        return not {word, word.rpartition("'")[2]} & self._ignored

    def _ask(
        self, text: str, sentences: list[Span], protected: list[Piece], wish: Wish
    ) -> list[tuple[Problem, ...]]:
        """Ask the server; if our own has died meanwhile, start it again and ask once more."""
        with self._breaker:
            try:
                return findings_in(text, sentences, protected, self._reach(), wish)
            except GrammarUnavailable as error:
                if error.reason != "down" or self._settings.url is not None or not self._died():
                    raise
                return findings_in(text, sentences, protected, self._reach(), wish)

    def _died(self) -> bool:
        until = time.monotonic() + _DEATH
        while self._lease and self._lease.touch():
            if time.monotonic() > until:
                return False
            time.sleep(0.02)
        return self._lease is not None

    def _reach(self) -> Client:
        settings = self._settings
        with self._starting:
            if settings.url is not None:
                if self._client is None:
                    url = allowed(settings.url, settings.hosts, self._profile.public_hosts)
                    self._client = Client(url, settings.budget, self._profile)
                return self._client
            if self._lease is None or self._client is None or not self._lease.touch():
                if self._lease:
                    self._lease.release()
                self._lease = None
                self._lease = server.lease(start=settings.start, idle=settings.idle)
                self._client = Client(self._lease.url, settings.budget, self._profile)
            return self._client

    def _remember(self, known: dict[bytes, tuple[Problem, ...]]) -> None:
        with self._lock:
            self._known.update(known)
            while len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)


def _key(language: str, sentence: str) -> bytes:
    text = f"{language}\0{sentence}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(text, digest_size=16).digest()


def _has_words(text: str, sentence: Span, protected: list[Piece]) -> bool:
    at = sentence.start
    for piece in protected:
        if piece.span.end <= at or piece.span.start >= sentence.end:
            continue
        if any(sign.isalpha() for sign in text[at : piece.span.start]):
            return True
        at = piece.span.end
    return any(sign.isalpha() for sign in text[at : sentence.end])


def _unprotected(text: str, sentence: Span, protected: list[Piece]) -> str:
    """Give a sentence without its links, mentions and hashtags."""
    parts = []
    at = sentence.start
    for piece in protected:
        if sentence.start <= piece.span.start < sentence.end:
            parts.append(text[at : piece.span.start])
            at = piece.span.end
    return "".join((*parts, text[at : sentence.end]))


def _batches(sentences: list[Span]) -> Iterable[list[Span]]:
    batch: list[Span] = []
    size = 0
    for sentence in sentences:
        length = sentence.end - sentence.start
        if batch and size + length > _QUESTION:
            yield batch
            batch, size = [], 0
        batch.append(sentence)
        size += length
    if batch:
        yield batch


def _moved(problem: Problem, by: int) -> Problem:
    return Problem(
        problem.start + by,
        problem.end + by,
        problem.rule,
        problem.category,
        problem.message,
        problem.replacements,
    )


def _plain(word: str) -> str:
    parts = unicodedata.normalize("NFD", word.casefold().replace("’", "'"))
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
