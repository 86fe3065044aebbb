"""Judging posts by two charters side by side, in several processes."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

import msgspec

from charter_lint.charter.compile import build
from charter_lint.charter.compiled import Charter
from charter_lint.charter.faults import CharterError, Fault
from charter_lint.charter.load import load_charter
from charter_lint.desk.shortcut import changed_rules, compile_only, parts_of
from charter_lint.draft import Draft
from charter_lint.lint.judge import lint
from charter_lint.lint.parallel import in_order
from charter_lint.match.container import Container

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from charter_lint.desk.revision import Earlier
    from charter_lint.desk.shortcut import Parts
    from charter_lint.lint.parallel import Parcel
    from charter_lint.lint.report import Report

Hit = tuple[str, str, int, int, bool]
"""A finding: rule, severity, start, end, masked."""


class Judged(msgspec.Struct, frozen=True):
    """What a report says that a comparison needs."""

    verdict: str
    hits: tuple[Hit, ...]
    shadow: tuple[str, ...]
    missing: tuple[str, ...]
    judged: bool


UNTOUCHED = Judged("pass", (), (), (), judged=True)
"""Stands for both judgements of a post that are known to be alike."""


Pair = tuple[Judged, Judged]


class Compiled(msgspec.Struct, frozen=True):
    """A charter in a file, compiled, or as `load_charter` takes it where `written`."""

    file: str
    written: bool = False


class Both(msgspec.Struct, frozen=True):
    """Two charters to judge by; `changed` are the rules that differ, None where more than rules do.

    `narrow` are the two with nothing but those rules: a post that neither touches is judged alike.
    """

    before: Compiled
    after: Compiled
    changed: tuple[str, ...] | None = None
    narrow: tuple[Compiled, ...] = ()


def compile_both(earlier: Earlier, path: Path, folder: Path) -> Both:
    """Compile an earlier charter, in a process where its packs take today's place, and today's.

    Files are written to `folder`. Raises CharterError; places of an earlier charter's faults begin
    with its name.
    """
    after = Compiled(str(path), written=True)
    with ProcessPoolExecutor(
        1, mp_context=get_context("spawn"), initializer=stand_in, initargs=(earlier,)
    ) as pool:
        taken = pool.submit(_parts, earlier)
        whole = pool.submit(_compile, earlier, str(folder / "then.charter"))
        now = parts_of(path)
        parts, faults = taken.result()
        if faults:
            raise CharterError(faults)
        changed = changed_rules(parts, now)
        narrow: tuple[Compiled, ...] = ()
        if changed:
            only = str(folder / "then-changed.charter")
            small = pool.submit(_compile, earlier, only, changed)
            (folder / "now-changed.charter").write_bytes(compile_only(path, changed))
            narrow = (Compiled(only), Compiled(str(folder / "now-changed.charter")))
            faults = small.result()
        faults = [*whole.result(), *faults]
    if faults:
        raise CharterError(faults)
    before = Compiled(str(folder / "then.charter"))
    return Both(before, after, None if changed is None else tuple(changed), narrow)


def judge_both(
    posts: Iterable[Draft], both: Both, jobs: int
) -> Iterator[tuple[Draft, Judged, Judged]]:
    """Judge each post by both charters; give them in the order they came.

    A post that no changed rule touches comes as UNTOUCHED on both sides.
    """
    if both.changed == ():
        yield from ((post, UNTOUCHED, UNTOUCHED) for post in posts)
        return
    for post, pair in in_order(posts, jobs, _judge, _open, (both,)):
        before, after = pair or (UNTOUCHED, UNTOUCHED)
        yield post, before, after


_state: list[Charter] = []


def _parts(earlier: Earlier) -> tuple[Parts | None, list[Fault]]:
    try:
        return parts_of(Path(earlier.charter)), []
    except CharterError as error:
        return None, _named(error, earlier)


def _compile(earlier: Earlier, file: str, rules: list[str] | None = None) -> list[Fault]:
    path = Path(earlier.charter)
    try:
        data = build(path).data if rules is None else compile_only(path, rules)
    except CharterError as error:
        return _named(error, earlier)
    Path(file).write_bytes(data)
    return []


def _named(error: CharterError, earlier: Earlier) -> list[Fault]:
    return [msgspec.structs.replace(f, file=f"{earlier.name}: {f.file}") for f in error.faults]


def stand_in(earlier: Earlier) -> None:
    """Let this process take an earlier state's packs for those that come with the package."""
    for name in ("rules", "charters"):
        if folder := getattr(earlier, name):
            package = ModuleType(f"charter_lint.{name}")
            package.__path__ = [folder]
            sys.modules[package.__name__] = package


def _open(both: Both) -> None:
    _state[:] = [
        load_charter(c.file) if c.written else Charter(Container(Path(c.file).read_bytes()))
        for c in (both.before, both.after, *both.narrow)
    ]


def _judge(parcels: list[Parcel]) -> list[Pair | None]:
    before, after, *narrow = _state
    found: list[Pair | None] = []
    for text, context, name, line in parcels:
        draft = Draft(text, context, name=name, line=line)
        if narrow and not any(_touches(lint(draft, charter)) for charter in narrow):
            found.append(None)
        else:
            found.append((_judged(lint(draft, before)), _judged(lint(draft, after))))
    return found


def _touches(report: Report) -> bool:
    """Say whether any rule had a match or could not run."""
    return bool(
        report.findings
        or report.guarded
        or report.shadow
        or any(n.what not in _OF_THE_POST for n in report.not_checked)
    )


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
