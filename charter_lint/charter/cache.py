"""Compiled charters kept on disk, found by the state of their files, named by their content."""

# No `from __future__ import annotations` here: msgspec would compile every annotation at start-up.
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

import msgspec

from charter_lint.match.container import Container, ContainerError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from charter_lint.charter.files import Layout

VARIABLE = "CHARTER_LINT_CACHE"
"""Environment variable with another folder for the cache; "off" uses none."""
_STAMP = ".stamp"
_DATA = ".charter"


class Stamp(msgspec.Struct, frozen=True):
    """The state of a charter's files when it was compiled, and the name of the result."""

    charter: str
    program: str
    states: tuple[tuple[str, int, int], ...]
    content: str


def folder() -> Path | None:
    """Give the cache folder; None where it is switched off."""
    chosen = os.environ.get(VARIABLE, "")
    if chosen == "off":
        return None
    if chosen:
        return Path(chosen)
    if sys.platform == "linux":
        # What platformdirs gives here, without its import, which costs as much as judging a post.
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        return Path(base) / "charter-lint"
    from platformdirs import user_cache_path  # noqa: PLC0415

    return user_cache_path("charter-lint")


def look(cache: Path, charter: Path, program: str) -> tuple[Container, str] | None:
    """Give the compiled charter and its content hash, if no file of it has changed since."""
    stamp_path = cache / (_key(charter) + _STAMP)
    try:
        stamp = msgspec.msgpack.decode(stamp_path.read_bytes(), type=Stamp)
        if (stamp.charter, stamp.program) != (str(charter), program) or any(
            _state(name) != (size, changed) for name, size, changed in stamp.states
        ):
            return None
        return Container.open(cache / (stamp.content + _DATA)), stamp.content
    except (OSError, msgspec.MsgspecError, ContainerError, ValueError):
        return None


def states(cache: Path, charter: Path) -> tuple[tuple[str, int, int], ...]:
    """Give the state that the files of the last good compilation have now; those gone have none."""
    try:
        stamp = msgspec.msgpack.decode((cache / (_key(charter) + _STAMP)).read_bytes(), type=Stamp)
    except (OSError, msgspec.MsgspecError):
        return ()
    return tuple((n, *_state(n)) for n, _, _ in stamp.states if os.path.exists(n))  # noqa: PTH110


def keep(cache: Path, charter: Path, program: str, layout: "Layout", data: bytes) -> str:
    """Store a compiled charter; give its content hash. Raises OSError where nothing can be kept."""
    content = content_hash(layout.all, program)
    cache.mkdir(parents=True, exist_ok=True)
    _write(cache / (content + _DATA), data)
    names = [*layout.all, *layout.folders]
    states = tuple((str(path), *_state(str(path))) for path in names)
    stamp = Stamp(str(charter), program, states, content)
    path = cache / (_key(charter) + _STAMP)
    _forget(cache, path, content)
    _write(path, msgspec.msgpack.encode(stamp))
    return content


def _forget(cache: Path, stamp: Path, content: str) -> None:
    """Remove what the charter was compiled to before, so that the cache does not grow."""
    try:
        old = msgspec.msgpack.decode(stamp.read_bytes(), type=Stamp).content
        if old != content:
            (cache / (old + _DATA)).unlink(missing_ok=True)
    except (OSError, msgspec.MsgspecError):
        return


def content_hash(paths: "Iterable[Path]", program: str) -> str:
    """Hash names and bytes of files, in the order given; 32 hexadecimal digits."""
    import hashlib  # noqa: PLC0415  (only when something changed)

    digest = hashlib.blake2b(program.encode(), digest_size=16)
    for path in paths:
        digest.update(f"\0{path.name}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _key(charter: Path) -> str:
    return f"{crc32(str(charter).encode()):08x}"


def _state(name: str) -> tuple[int, int]:
    """Give size and time of change; of a folder, the time tells of files that came or went."""
    try:
        state = os.stat(name)  # noqa: PTH116  (called for each file of each run)
    except FileNotFoundError:
        return 0, 0
    return (0 if name.endswith(os.sep) else state.st_size), state.st_mtime_ns


def _write(path: Path, data: bytes) -> None:
    """Write as a whole or not at all, whoever else writes."""
    import tempfile  # noqa: PLC0415  (only when something changed)

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
