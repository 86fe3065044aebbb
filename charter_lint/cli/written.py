"""Files that a command writes: whole or not at all."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, TextIO, cast

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Open a text file that takes its place when the block ends well; else nothing is left.

    What is no regular file (a pipe, /dev/stdout) is written to directly. Raises OSError.
    """
    if path.exists() and not path.is_file():
        with path.open("w", encoding="utf-8", newline="") as file:
            yield file
        return
    made = NamedTemporaryFile(  # noqa: SIM115  (closed below, before it is moved)
        "w", encoding="utf-8", newline="", dir=path.parent, prefix=f".{path.name}.", delete=False
    )
    try:
        with made as file:
            yield cast("TextIO", file)
        Path(made.name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(made.name).unlink()
        raise
