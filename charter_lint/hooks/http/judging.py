"""Judging in a few threads, with a line that is never longer than it is allowed to be."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future, ThreadPoolExecutor
from time import perf_counter, sleep
from typing import TYPE_CHECKING

import msgspec

from charter_lint.draft import Draft
from charter_lint.formats.entry import Entry, entry_of
from charter_lint.hooks.http.problem import Problem
from charter_lint.lint.judge import lint
from charter_lint.lint.report import Report

if TYPE_CHECKING:
    from charter_lint.charter.compiled import Charter

_PAUSE = 0.02
WARM = (
    "Merci à toute l'équipe pour ces deux journées ; le projet avance bien.",
    "Thanks to the whole team for these two days; our work goes on at example.com.",
    "Ok bravo",
    "Heute fahren wir mit dem Zug in die Stadt, und morgen bleiben wir alle zu Hause.",
)
"""Harmless texts that make a charter decode, and the language finder load, what posts need."""

_RARE = "The parcel 7kq2x9w4m1z8r5t3bn6 is on its way."
"""A text with a run of signs for which the scanner of secrets is loaded."""


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement ready to be sent; `seconds` is the time in the thread."""

    draft: Draft
    body: bytes
    entry: Entry
    report: Report
    seconds: float


class Judge:
    """Threads that judge, and how many posts are in their hands."""

    def __init__(self, threads: int, queue: int) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="judge")
        self._limit = threads + queue
        self.held = 0

    async def judge(self, draft: Draft, charter: Charter, seconds: float) -> Judged:
        """Judge a draft within `seconds`; raises Problem when too many wait or time runs out.

        A post whose time runs out while it waits is never begun; one that is being judged keeps
        its place until its thread is free again, so that the line says what is really going on.
        """
        if self.held >= self._limit:
            raise Problem("busy")
        self.held += 1
        loop = asyncio.get_running_loop()
        future = self._pool.submit(_judged, draft, charter)
        future.add_done_callback(lambda f: _tell(loop, self._release, f))
        try:
            return await asyncio.wait_for(asyncio.wrap_future(future), seconds)
        except asyncio.TimeoutError:
            raise Problem("too-slow") from None

    async def room(self, seconds: float) -> None:
        """Wait until a quarter of the line is free; raises Problem after `seconds`.

        Long runs wait here, so that they leave room for people.
        """
        for _ in range(max(1, int(seconds / _PAUSE))):
            if self.held * 4 < self._limit:
                return
            await asyncio.sleep(_PAUSE)
        raise Problem("busy")

    def _release(self, _: Future[Judged]) -> None:
        self.held -= 1

    def warm(self, charter: Charter) -> None:
        """Judge a few harmless texts, so that the first post is not slower than the rest."""
        for sample in WARM:
            draft = Draft(sample)
            _judged(draft, charter)
            _ = draft.languages

    def warm_all(self, charter: Charter) -> None:
        """Judge an example of each rule, so that engines used by few posts are loaded as well."""
        self.warm(charter)
        _judged(Draft(_RARE), charter)
        for number in range(len(charter.examples)):
            flagged = (e.text for _, f, e in charter.examples[number].rows if f)
            _judged(Draft(next(flagged, WARM[0])), charter)
            sleep(_PAUSE)

    def close(self) -> None:
        """Let the threads end; posts that still wait are dropped."""
        self._pool.shutdown(wait=False, cancel_futures=True)


def _tell(loop: asyncio.AbstractEventLoop, call: object, future: Future[Judged]) -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(call, future)  # type: ignore[arg-type]


def _judged(draft: Draft, charter: Charter) -> Judged:
    start = perf_counter()
    report = lint(draft, charter)
    entry = entry_of(draft, report)
    body = msgspec.json.encode(entry)
    spent = perf_counter() - start
    return Judged(draft=draft, body=body, entry=entry, report=report, seconds=spent)
