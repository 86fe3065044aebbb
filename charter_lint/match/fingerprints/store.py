"""Reading and writing an index: whole or not at all, one writer at a time."""

from __future__ import annotations

import os
import tempfile
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from charter_lint.match.errors import VaultError
from charter_lint.match.fingerprints.index import Index

if TYPE_CHECKING:
    from collections.abc import Callable

_MAGIC = b"charter-lint fingerprints 1\n"
_FAMILY = b"charter-lint fingerprints "
_SUM = 16  # bytes of the checksum at the end
_MOST = 512 * 1024 * 1024  # bytes of an index
_PATIENCE = 30.0  # seconds to wait for another writer


def read_index(path: Path) -> Index:
    """Read an index; raise VaultError if it is missing, foreign, of another version or damaged."""
    place = str(path)
    try:
        if path.stat().st_size > _MOST:
            raise VaultError("index-large", place)
        data = path.read_bytes()
    except FileNotFoundError:
        raise VaultError("index-missing", place) from None
    except OSError as error:
        raise VaultError("index-unreadable", place, detail=error.strerror or "") from None
    if not data.startswith(_MAGIC):
        raise VaultError("index-version" if data.startswith(_FAMILY) else "index-foreign", place)
    body, told = data[len(_MAGIC) : -_SUM], data[-_SUM:]
    if len(data) < len(_MAGIC) + _SUM or _sum(body) != told:
        raise VaultError("index-damaged", place)
    try:
        index = msgspec.msgpack.decode(body, type=Index)
    except msgspec.DecodeError:
        raise VaultError("index-damaged", place) from None
    if any(len(d.hashes) % 8 for d in index.documents):
        raise VaultError("index-damaged", place)
    return index


def change_index(path: Path, change: Callable[[Index | None], Index]) -> Index:
    """Apply a change to the index of a file (None where there is none yet) and write the result.

    Other writers wait; a reader, or a kill in the middle, sees the old index whole. Raises
    VaultError as `read_index` does, and when another writer does not finish.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415  (only writers need it)

    path.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(f"{path}.lock", timeout=_PATIENCE)
    try:
        with lock:
            index = change(read_index(path) if path.exists() else None)
            _write(path, index)
    except Timeout:
        raise VaultError("index-busy", str(path)) from None
    except OSError as error:
        raise VaultError("index-unwritable", str(path), detail=error.strerror or "") from None
    return index


def _write(path: Path, index: Index) -> None:
    body = msgspec.msgpack.encode(index)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_MAGIC + body + _sum(body))
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _sum(body: bytes) -> bytes:
    return blake2b(body, digest_size=_SUM).digest()
