"""The clipboard: its text, and its changes."""

from __future__ import annotations

from hashlib import sha256
from time import sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

INTERVAL = 0.6
"""Seconds between two looks at the clipboard."""


class NoClipboardError(Exception):
    """There is no clipboard here, or no program that can read it."""


def paste() -> str:
    """Give the text of the clipboard, "" when it holds none; raises NoClipboardError."""
    import pyperclip  # noqa: PLC0415  (of an extra; it looks for programs when it is imported)

    try:
        found: object = pyperclip.paste()
    except (pyperclip.PyperclipException, OSError, UnicodeDecodeError):
        raise NoClipboardError from None
    return found if isinstance(found, str) else ""


def changes(interval: float = INTERVAL) -> Iterator[str]:
    """Yield each new text of the clipboard, without end, the present one first.

    Only a hash of the last one is kept. Raises NoClipboardError.
    """
    last = b""
    while True:
        found = paste()
        mark = sha256(found.encode("utf-8", "surrogatepass")).digest()
        if mark != last and found.strip():
            last = mark
            yield found
        sleep(interval)
