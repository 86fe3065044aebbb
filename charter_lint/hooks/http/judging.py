"""Judging in one thread, with a line that is never longer than it is allowed to be."""

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
"""A text for which the scanner of secrets is loaded, which stops every thread for half a second."""


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement ready to be sent; `seconds` is the time in the thread."""

    draft: Draft
    body: bytes
    entry: Entry
    report: Report
    seconds: float


class Judge:
    """The thread that judges, and how many posts are in its hands.

    There is one: judging is Python, which two threads would only share, and msgspec builds what it
    knows of a type when that is first decoded, where a second thread crashes the process. Whatever
    decodes a charter's rows must therefore go through this thread.
    """

    def __init__(self, queue: int) -> None:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="judge")
        self._limit = 1 + queue
        self.held = 0

    async def judge(self, draft: Draft, charter: Charter, seconds: float) -> Judged:
        """Judge a draft within `seconds`; raises Problem when too many wait or time runs out.

        A post whose time runs out while it waits is never begun; one that is being judged keeps
        its place until the thread is free again, so that the line says what is really going on.
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
        """Judge a few harmless texts, so that the first post is not slower than the rest.

        Blocks; not to be called in the event loop.
        """
        for sample in (*WARM, _RARE):
            self._pool.submit(_warmed, sample, charter).result()

    def warm_all(self, charter: Charter) -> None:
        """Judge an example of each rule too, one by one, so that posts come in between."""
        self.warm(charter)
        for number in range(len(charter.examples)):
            self._pool.submit(_example, number, charter).result()
            sleep(_PAUSE)

    def close(self) -> None:
        """Let the thread end; posts that still wait are dropped."""
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


def _warmed(sample: str, charter: Charter) -> None:
    draft = Draft(sample)
    _judged(draft, charter)
    _ = draft.languages


def _example(number: int, charter: Charter) -> None:
    flagged = (e.text for _, f, e in charter.examples[number].rows if f)
    _judged(Draft(next(flagged, WARM[0])), charter)
