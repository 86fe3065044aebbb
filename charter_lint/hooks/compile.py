"""Compiles a charter into the cache and prints its faults as JSON, for a server to call."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import msgspec

from charter_lint.charter.faults import CharterError
from charter_lint.charter.load import load_charter


def main(path: str) -> None:
    """Compile the charter of a file; lower in priority than the server that waits for it."""
    if hasattr(os, "nice"):
        os.nice(5)
    faults = []
    try:
        load_charter(Path(path))
    except CharterError as error:
        faults = error.faults
    sys.stdout.buffer.write(msgspec.json.encode(faults))


if __name__ == "__main__":
    main(sys.argv[1])
