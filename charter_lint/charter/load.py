"""Loading a charter by name or path, from the cache where it is still good."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import msgspec

from charter_lint.charter import cache as stored
from charter_lint.charter import places
from charter_lint.charter.compiled import FORMAT, Charter
from charter_lint.match.container import Container


def load_charter(wanted: str | Path = "", folder: Path | None = None) -> Charter:
    """Load a charter by name or path.

    `wanted` is the name of a shipped charter, or a path relative to `folder` (here, by default);
    "" takes the environment's, the nearest `.charter-lint.yaml` upwards, or the default charter.
    Raises CharterError with every fault of the charter, its packs and its facts.
    """
    path = places.choose(str(wanted), folder or Path.cwd()).resolve()
    kept = cached_charter(path)
    if kept is not None:
        return kept
    program = _program()
    place = stored.folder()
    from charter_lint.charter.compile import build  # noqa: PLC0415  (YAML, schemas, dictionaries)

    built = build(path)
    content = ""
    if place is not None:
        try:
            content = stored.keep(place, path, program, built.layout, built.data)
        except OSError:
            content = ""
    if not content:
        content = stored.content_hash(built.layout.all, program)
    return _charter(Container(built.data), content)


def cached_charter(path: Path) -> Charter | None:
    """Give the charter of a file from the cache; None if it is not there or has changed since."""
    place = stored.folder()
    found = None if place is None else stored.look(place, path, _program())
    return None if found is None else _charter(*found)


def _charter(container: Container, content: str) -> Charter:
    charter = Charter(container)
    charter.head = msgspec.structs.replace(charter.head, revision=content)
    return charter


@cache
def _program() -> str:
    """Name the program's version and the state of its own code, for editable installs."""
    from charter_lint.version import VERSION  # noqa: PLC0415

    root = Path(__file__).parent.parent
    newest = max(
        entry.stat().st_mtime_ns
        for name in ("match", "checks", "charter", "draft")
        for entry in os.scandir(root / name)
        if entry.name.endswith(".py")
    )
    return f"{VERSION}/{FORMAT}/{newest}"
