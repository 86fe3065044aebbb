"""Judging posts by two charters side by side, in several processes."""

from __future__ import annotations

import sys
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import msgspec

from charter_lint.charter.compile import build
from charter_lint.charter.compiled import Charter
from charter_lint.charter.faults import CharterError, Fault
from charter_lint.charter.load import load_charter
from charter_lint.draft import Draft
from charter_lint.lint.judge import lint
from charter_lint.match.container import Container

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from concurrent.futures import Future

    from charter_lint.desk.revision import Earlier
    from charter_lint.draft.context import Context
    from charter_lint.lint.report import Report

_BATCH = 64  # posts that go to a process at once
_AHEAD = 3  # batches a process that may be under way

Parcel = tuple[str, "Context", str, int]

Hit = tuple[str, str, int, int, bool]
"""A finding: rule, severity, start, end, masked."""


class Judged(msgspec.Struct, frozen=True):
    """What a report says that a comparison needs."""

    verdict: str
    hits: tuple[Hit, ...]
    shadow: tuple[str, ...]
    missing: tuple[str, ...]
    judged: bool


class Compiled(msgspec.Struct, frozen=True):
    """A charter in a file, compiled, or as `load_charter` takes it where `written`.

    `reader` is the model it reads with, "" for its own.
    """

    file: str
    reader: str = ""
    written: bool = False


def compile_earlier(earlier: Earlier, file: Path) -> Compiled:
    """Compile an earlier charter into a file, in a process where its packs take today's place.

    Raises CharterError; places of its faults begin with the name of the earlier state.
    """
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        faults = pool.submit(_compile, earlier, str(file)).result()
    if faults:
        raise CharterError(faults)
    model = Path(earlier.rules) / "reader" / "reader.msgpack" if earlier.rules else None
    return Compiled(str(file), str(model) if model and model.is_file() else "")


def judge_both(
    posts: Iterable[Draft], before: Compiled, after: Compiled, jobs: int
) -> Iterator[tuple[Draft, Judged, Judged]]:
    """Judge each post by both charters; give them in the order they came."""
    source = iter(posts)
    waiting: deque[tuple[list[Draft], Future[list[tuple[Judged, Judged]]]]] = deque()
    pool = ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_open, initargs=(before, after)
    )
    with pool:
        while True:
            while len(waiting) < _AHEAD * jobs and (batch := list(islice(source, _BATCH))):
                parcels: list[Parcel] = [(d.text, d.context, d.name, d.line) for d in batch]
                waiting.append((batch, pool.submit(_judge, parcels)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            for post, (one, other) in zip(batch, future.result(), strict=True):
                yield post, one, other


_state: list[Charter] = []


def open_compiled(compiled: Compiled) -> Charter:
    """Open a compiled charter, or a written one from the cache."""
    if compiled.written:
        return load_charter(compiled.file)
    charter = Charter(Container(Path(compiled.file).read_bytes()))
    reader = charter.head.reader
    if compiled.reader and not reader.file:
        read = msgspec.structs.replace(reader, file=compiled.reader)
        charter.head = msgspec.structs.replace(charter.head, reader=read)
    return charter


def _compile(earlier: Earlier, file: str) -> list[Fault]:
    stand_in(earlier)
    try:
        Path(file).write_bytes(build(Path(earlier.charter)).data)
    except CharterError as error:
        return [msgspec.structs.replace(f, file=f"{earlier.name}: {f.file}") for f in error.faults]
    return []


def stand_in(earlier: Earlier) -> None:
    """Let this process take an earlier state's packs for those that come with the package."""
    for name in ("rules", "charters"):
        if folder := getattr(earlier, name):
            package = ModuleType(f"charter_lint.{name}")
            package.__path__ = [folder]
            sys.modules[package.__name__] = package


def _open(before: Compiled, after: Compiled) -> None:
    _state[:] = [open_compiled(before), open_compiled(after)]


def _judge(parcels: list[Parcel]) -> list[tuple[Judged, Judged]]:
    found = []
    for text, context, name, line in parcels:
        draft = Draft(text, context, name=name, line=line)
        before, after = (_judged(lint(draft, charter)) for charter in _state)
        found.append((before, after))
    return found


def _judged(report: Report) -> Judged:
    return Judged(
        verdict=report.verdict,
        hits=tuple(
            (f.rule, f.severity, f.span.start, f.span.end, f.masked) for f in report.findings
        ),
        shadow=report.shadow,
        missing=tuple(sorted({n.reason for n in report.not_checked if n.what not in _OF_THE_POST})),
        judged=report.judged,
    )


_OF_THE_POST = frozenset({"media", "links", "language"})
