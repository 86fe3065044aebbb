"""What the desk does with a charter's files: list, open, prove, save, copy."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from charter_lint.charter.compile import build
from charter_lint.charter.compiled import Charter
from charter_lint.charter.faults import CharterError, Fault
from charter_lint.charter.places import display, shipped_rules
from charter_lint.charter.source import Source
from charter_lint.desk.dispute import own_file, own_folder
from charter_lint.desk.dispute_place import rule_files
from charter_lint.desk.examples import run_examples
from charter_lint.desk.words_write import write_checked, write_whole
from charter_lint.draft import Draft
from charter_lint.formats.entry import entry_of
from charter_lint.hooks.desk.answers import (
    Asked,
    FaultLine,
    Listed,
    Opened,
    Proved,
    RuleLine,
    Saved,
    diff_of,
    example_line,
    fault_line,
)
from charter_lint.hooks.desk.rule_text import RuleText, hash_of, read_rule
from charter_lint.hooks.http.problem import Problem
from charter_lint.lint.judge import lint
from charter_lint.match.container import Container

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

State = tuple[tuple[str, int, int], ...]

_CALM_NS = 50_000_000
"""How much older than a compilation a file must look; clocks of file systems are coarse."""


class Workshop:
    """A company's charter under work. Pages name rules by id alone, never a path.

    Its methods block for as long as a charter compiles, and are to be called from one thread.
    Methods that take a rule raise Problem for one that the charter has no file of.
    """

    def __init__(self, path: Path) -> None:
        self._path = path.resolve()
        self._kept: tuple[tuple[Path, str] | None, State, Charter] | None = None

    def listed(self) -> Listed:
        """Give the rules, the company's own first; titles only while the charter has no faults."""
        name = self._path.stem
        try:
            found = rule_files(self._path)
        except CharterError as error:
            return Listed(charter=name, rules=(), faults=_lines(error.faults, ""))
        titles: dict[str, dict[str, str]] = {}
        faults: tuple[FaultLine, ...] = ()
        try:
            charter = self._charter(self._path, None)
            name = charter.name
            for number in range(len(charter.rules)):
                rule = charter.rules[number]
                titles[rule.id] = {"fr": rule.title.fr, "en": rule.title.en}
        except CharterError as error:
            faults = _lines(error.faults, "")
        rules = [
            RuleLine(id=rule, title=titles.get(rule, {}), own=self._is_own(path))
            for rule, path in found.items()
        ]
        ordered = sorted(rules, key=lambda r: (not r.own, r.id))
        return Listed(charter=name, rules=tuple(ordered), faults=faults)

    def opened(self, asked: Asked) -> Opened:
        """Give a rule's file."""
        path = self._file(asked.rule)
        name = display(path)
        try:
            read = read_rule(path, name)
        except CharterError as error:
            faults = _lines(error.faults, name)
            return Opened(rule=asked.rule, file=name, text="", hash="", why="broken", faults=faults)
        own = self._is_own(path)
        why = "" if own and read.same else "ends" if own else "shipped"
        return Opened(rule=asked.rule, file=name, text=read.text, hash=read.hash, why=why)  # type: ignore[arg-type]

    def proved(self, asked: Asked) -> Proved:
        """Compile the charter with the text, run the rule's examples and judge the draft."""
        path = self._file(asked.rule)
        try:
            charter = self._charter(path, asked.text)
        except CharterError as error:
            return Proved(faults=_lines(error.faults, display(path)))
        judgement = None
        if asked.draft.strip():
            draft = Draft(asked.draft)
            judgement = entry_of(draft, lint(draft, charter))
        if asked.rule not in charter.rule_numbers:
            return Proved(judgement=judgement)
        examples = tuple(example_line(o) for o in run_examples(charter, [asked.rule]))
        return Proved(used=True, examples=examples, judgement=judgement)

    def saved(self, asked: Asked) -> Saved:
        """Write exactly the text, if the file is as it was opened and gets no fault by it.

        Faults that the charter has elsewhere already do not hinder.
        """
        path = self._file(asked.rule)
        text = asked.text
        if text is None or not self._is_own(path):
            return Saved(state="kept")
        faults = self._new_faults(path, text)
        if faults:
            return Saved(state="faulty", faults=_lines(faults, display(path)))
        try:
            now = read_rule(path, display(path))
            if now.hash != asked.hash:
                return _changed(now, text)
            if not now.same:
                return Saved(state="kept")
            data = now.restore(text)
            write_whole(path, data)
            self._keep_saved(path, text)
        except CharterError as error:
            return Saved(state="faulty", faults=_lines(error.faults, display(path)))
        except OSError as error:
            return Saved(state="unwritable", detail=error.strerror or "")
        return Saved(state="saved", hash=hash_of(data))

    def copied(self, asked: Asked) -> Saved:
        """Copy a shipped rule into the company's folder, where the copy takes its place."""
        path = self._file(asked.rule)
        target = own_file(self._path, path, asked.rule)
        if target == path or target.exists():
            return Saved(state="kept")
        try:
            write_checked(self._path, {target: path.read_bytes().decode("utf-8")})
        except CharterError as error:
            return Saved(state="faulty", faults=_lines(error.faults, display(target)))
        except OSError as error:
            return Saved(state="unwritable", detail=error.strerror or "")
        return Saved(state="saved", hash=hash_of(target.read_bytes()))

    def _file(self, rule: str) -> Path:
        try:
            return rule_files(self._path)[rule]
        except (CharterError, KeyError):
            raise Problem("rule-unknown", "$.rule") from None

    def _is_own(self, path: Path) -> bool:
        inside = path.resolve().is_relative_to(own_folder(self._path).resolve())
        return inside and not path.resolve().is_relative_to(shipped_rules().resolve())

    def _new_faults(self, path: Path, text: str) -> list[Fault]:
        try:
            self._charter(path, text)
        except CharterError as error:
            faults = error.faults
        else:
            return []
        try:
            build(self._path)
            known: list[Fault] = []
        except CharterError as error:
            known = error.faults
        return [f for f in faults if f.file == display(path) or f not in known]

    def _charter(self, path: Path, text: str | None) -> Charter:
        """Compile with the text in the place of the file; the last one is kept.

        A text that is no YAML is refused before the rest is compiled.
        """
        wanted = None if text is None or _on_disk(path) == text else (path, text)
        if self._kept and self._kept[0] == wanted:
            known = self._kept[1]
            if _state(place for place, _, _ in known) == known:
                return self._kept[2]
        if text is not None:
            Source(display(path), text, path)
        started = time.time_ns()
        built = build(self._path, {path.resolve(): text} if text is not None else {})
        charter = Charter(Container(built.data))
        state = _state(str(p) for p in (*built.layout.all, *built.layout.folders))
        # A file written while the charter compiled may have been read before that.
        calm = all(changed < started - _CALM_NS for _, changed, _ in state)
        self._kept = (wanted, state, charter) if calm else None
        return charter

    def _keep_saved(self, path: Path, text: str) -> None:
        """Keep what was compiled with a text as what the files say, now that they do."""
        if self._kept and self._kept[0] == (path, text):
            known = self._kept[1]
            state = _state(place for place, _, _ in known)
            written = {str(path), str(path.parent)}
            same = all(a == b or a[0] in written for a, b in zip(known, state, strict=True))
            self._kept = (None, state, self._kept[2]) if same else None


def _on_disk(path: Path) -> str | None:
    try:
        return read_rule(path, "").text
    except (CharterError, OSError):
        return None


def _state(places: Iterable[str]) -> State:
    return tuple(_status(place) for place in places)


def _status(place: str) -> tuple[str, int, int]:
    try:
        status = os.stat(place)  # noqa: PTH116  (hundreds of files)
    except OSError:
        return place, 0, 0
    return place, status.st_mtime_ns, status.st_size


def _lines(faults: Iterable[Fault], name: str) -> tuple[FaultLine, ...]:
    return tuple(fault_line(f, name) for f in faults)


def _changed(now: RuleText, text: str) -> Saved:
    return Saved(state="changed", hash=now.hash, diff=diff_of(now.text, text), disk=now.text)
