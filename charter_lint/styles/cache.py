"""Keeps compiled styles on disk, under a name made from everything they were compiled from."""

from __future__ import annotations

import contextlib
import hashlib
import os
from typing import TYPE_CHECKING

import msgspec

from charter_lint.styles.model import Compiled

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_FORMAT = b"styles-1"  # to be changed whenever the meaning of what is kept changes


def key(sources: Iterable[tuple[str, bytes]]) -> str:
    """Give the name for a set of source files, from their names and contents."""
    digest = hashlib.blake2b(_FORMAT, digest_size=20)
    for name, content in sources:
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def read(folder: Path, name: str) -> Compiled | None:
    """Give what is kept under *name*, or None; a damaged file counts as missing."""
    try:
        data = folder.joinpath(f"{name}.styles").read_bytes()
        return msgspec.msgpack.decode(data, type=Compiled)
    except (OSError, msgspec.DecodeError):
        return None


def write(folder: Path, name: str, compiled: Compiled) -> None:
    """Keep *compiled*, whole or not at all; a folder that can't be written to is left alone."""
    import tempfile  # noqa: PLC0415 - only what isn't kept is written

    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, path = tempfile.mkstemp(dir=folder, prefix=name, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(msgspec.msgpack.encode(compiled))
            os.replace(path, folder / f"{name}.styles")  # noqa: PTH105 - one call, atomic
        except OSError:
            os.unlink(path)  # noqa: PTH108
            raise
