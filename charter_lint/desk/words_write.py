"""Writing changed files of rules, and taking them back where the charter would have faults."""

from __future__ import annotations

import os
import tempfile
from typing import TYPE_CHECKING

from charter_lint.charter.compile import build

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write_checked(charter: Path, texts: Mapping[Path, str]) -> None:
    """Write files, then validate the whole charter; with faults all are as before.

    Raises CharterError with the faults, and OSError where a file cannot be written.
    """
    kept = {path: path.read_bytes() if path.exists() else None for path in texts}
    try:
        for path, text in texts.items():
            write_whole(path, text.encode())
        build(charter)
    except BaseException:
        for path, data in kept.items():
            if data is None:
                path.unlink(missing_ok=True)
            elif path.read_bytes() != data:
                write_whole(path, data)
        raise


def write_whole(path: Path, data: bytes) -> None:
    """Write a file as a whole or not at all, with the rights that it had; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, mode)  # noqa: PTH101
        os.replace(name, path)  # noqa: PTH105
    except BaseException:
        os.unlink(name)  # noqa: PTH108
        raise
