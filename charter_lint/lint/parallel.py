"""Judging a stream of drafts in several processes: order kept, memory flat."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import TYPE_CHECKING, TypeVar

from charter_lint.charter.load import load_charter
from charter_lint.draft import Draft
from charter_lint.lint.judge import lint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future
    from pathlib import Path

    from charter_lint.charter.compiled import Charter
    from charter_lint.draft.context import Context
    from charter_lint.lint.report import Report

_BATCH = 64  # drafts that go to a process at once
_AHEAD = 3  # batches a process that may be under way: more would only fill memory

Parcel = tuple[str, "Context", str, int]
"""A draft on its way to another process: text, context, name, first line."""

Judged = TypeVar("Judged")

_state: dict[str, Charter] = {}


def lint_many(
    drafts: Iterable[Draft], charter: str | Path, folder: Path, jobs: int
) -> Iterator[tuple[Draft, Report]]:
    """Judge drafts in `jobs` processes; give each with its report, in the order they came.

    `charter` and `folder` are what `load_charter` takes: every process opens the charter for
    itself, from the cache. No draft is written anywhere on its way.
    """
    return in_order(drafts, jobs, _judge, _open, (str(charter), str(folder)))


def in_order(
    drafts: Iterable[Draft],
    jobs: int,
    judge: Callable[[list[Parcel]], list[Judged]],
    opened: Callable[..., None],
    asked: tuple[object, ...],
) -> Iterator[tuple[Draft, Judged]]:
    """Give each draft with what `judge` makes of it, in the order they came.

    `judge` runs in `jobs` processes, each of which calls `opened` with `asked` when it starts.
    """
    source = iter(drafts)
    waiting: deque[tuple[list[Draft], Future[list[Judged]]]] = deque()
    pool = ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=opened, initargs=asked
    )
    with pool:
        while True:
            while len(waiting) < _AHEAD * jobs and (batch := list(islice(source, _BATCH))):
                parcels: list[Parcel] = [(d.text, d.context, d.name, d.line) for d in batch]
                waiting.append((batch, pool.submit(judge, parcels)))
            if not waiting:
                return
            done, made = waiting.popleft()
            yield from zip(done, made.result(), strict=True)


def _open(charter: str, folder: str) -> None:
    from pathlib import Path  # noqa: PLC0415

    _state["charter"] = load_charter(charter, Path(folder))


def _judge(parcels: list[Parcel]) -> list[Report]:
    return [
        lint(Draft(text, context, name=name, line=line), _state["charter"])
        for text, context, name, line in parcels
    ]
