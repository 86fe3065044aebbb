"""The charters a server judges by, renewed when their files change."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from charter_lint.charter import cache as stored
from charter_lint.charter.compiled import Charter
from charter_lint.charter.faults import CharterError, Fault
from charter_lint.charter.load import cached_charter, load_charter
from charter_lint.charter.places import choose
from charter_lint.hooks.http.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

_COMPILE_SECONDS = 300
_AGAIN = 30
"""Looks after which a charter that could not be compiled is tried again with nothing changed."""


class Place(msgspec.Struct):
    """One served charter: its file, what it was compiled to, and what is wrong with it now."""

    path: Path
    charter: Charter
    faults: tuple[Fault, ...] = ()
    tried: tuple[tuple[str, int, int], ...] = ()
    looks: int = 0


class Shelf:
    """Served charters by name; the first is the one for those who name none.

    Raises CharterError for a charter with faults: a server does not start without its charters.
    """

    def __init__(self, wanted: tuple[str, ...], folder: Path) -> None:
        self._places: dict[str, Place] = {}
        for name in wanted:
            path = choose(name, folder).resolve()
            charter = load_charter(path)
            if charter.name in self._places:
                values = {"name": charter.name}
                raise CharterError([Fault(str(path), 0, 0, "charter-twice", values)])
            self._places[charter.name] = Place(path, charter)
        self._first = next(iter(self._places))

    def charter(self, name: str = "") -> Charter:
        """Give a charter by name; raises Problem for one that is not served."""
        place = self._places.get(name or self._first)
        if place is None:
            raise Problem("charter-unknown", "$.charter", known=", ".join(self._places))
        return place.charter

    @property
    def places(self) -> dict[str, Place]:
        """Name → charter and its state."""
        return self._places

    def look(self, prepare: Callable[[Charter], None]) -> list[str]:
        """Take up what changed on disk; give the names of charters whose state is another now.

        Blocks while a charter is compiled, so call it in a thread. A charter with faults stays as
        it was. `prepare` gets each new charter before it is used.
        """
        return [name for name, place in self._places.items() if _renew(name, place, prepare)]


def _renew(name: str, place: Place, prepare: Callable[[Charter], None]) -> bool:
    cached = cached_charter(place.path)
    if cached is not None:
        if cached.head.revision == place.charter.head.revision:
            healed, place.faults = bool(place.faults), ()
            return healed
        return _take(name, place, cached, prepare)
    folder = stored.folder()
    state = () if folder is None else stored.states(folder, place.path)
    place.looks += 1
    if place.faults and state == place.tried and place.looks < _AGAIN:
        return False
    place.tried, place.looks = state, 0
    faults = _compile(place.path)
    if not faults:
        try:
            return _take(name, place, load_charter(place.path), prepare)
        except CharterError as error:
            faults = tuple(error.faults)
        except OSError as error:
            faults = (
                Fault(place.path.name, 0, 0, "file-unreadable", {"detail": str(error.errno)}),
            )
    changed, place.faults = faults != place.faults, faults
    return changed


def _take(name: str, place: Place, charter: Charter, prepare: Callable[[Charter], None]) -> bool:
    """Use a new charter; one that took another name keeps the one it is served under."""
    if charter.name != name:
        charter.head = msgspec.structs.replace(charter.head, name=name)
    prepare(charter)
    place.charter, place.faults = charter, ()
    return True


def _compile(path: Path) -> tuple[Fault, ...]:
    """Compile in a process of its own, which leaves this one free to answer; give the faults."""
    try:
        done = subprocess.run(  # noqa: S603  (our own program)
            [sys.executable, "-m", "charter_lint.hooks.compile", str(path)],
            capture_output=True,
            timeout=_COMPILE_SECONDS,
            check=False,
        )
        return msgspec.json.decode(done.stdout, type=tuple[Fault, ...])
    except (OSError, subprocess.SubprocessError, msgspec.MsgspecError, UnicodeDecodeError):
        return ()
