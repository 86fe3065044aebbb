"""Compiling a charter from the files of an unpacked bundle, whatever is installed here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from charter_lint.charter import cache as stored
from charter_lint.charter.compile import _compile
from charter_lint.charter.compiled import Charter
from charter_lint.charter.faults import CharterError
from charter_lint.charter.files import Layout
from charter_lint.charter.merge import merge
from charter_lint.charter.places import display
from charter_lint.charter.source import Source
from charter_lint.match.container import Container

if TYPE_CHECKING:
    from pathlib import Path

INDEX = "bundle.index"
"""The file of an unpacked bundle that lists the others."""


class Index(msgspec.Struct, frozen=True):
    """The files of a bundle by what they are for, as paths inside it."""

    charters: tuple[str, ...]
    rules: tuple[tuple[str, str], ...]
    concepts: tuple[str, ...]
    contexts: tuple[str, ...]
    data: tuple[str, ...]
    waivers: tuple[str, ...]
    extra: tuple[str, ...]


def load_unpacked(folder: Path, revision: str, program: str, *, keep: bool) -> Charter:
    """Load the charter of an unpacked bundle; `keep` stores the result in the cache.

    The revision that its reports name is the bundle's. Raises CharterError.
    """
    place = stored.folder() if keep else None
    path = folder / INDEX
    found = None if place is None else stored.look(place, path, program)
    if found is None:
        layout = _layout(folder)
        sources = [Source.read(p, display(p)) for p in layout.charters]
        charter, faults = merge(sources)
        if charter is None:
            raise CharterError(faults)
        data = _compile(charter, sources[-1], layout, {})
        if place is not None:
            try:
                stored.keep(place, path, program, layout, data)
            except OSError:
                place = None
        container = Container(data)
    else:
        container = found[0]
    made = Charter(container)
    made.head = msgspec.structs.replace(made.head, revision=revision)
    return made


def _layout(folder: Path) -> Layout:
    index = msgspec.msgpack.decode((folder / INDEX).read_bytes(), type=Index)

    def paths(names: tuple[str, ...]) -> tuple[Path, ...]:
        return tuple(folder / name for name in names)

    return Layout(
        paths(index.charters),
        tuple((rule_id, folder / name) for rule_id, name in index.rules),
        paths(index.concepts),
        paths(index.contexts),
        paths(index.data),
        (folder,),
        paths(index.waivers),
    )
