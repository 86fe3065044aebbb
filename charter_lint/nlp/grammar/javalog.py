"""Keep of Java's own lines what helps to find a fault, and never a word of a draft."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST = 300
_FULL = 256 * 1024  # bytes; an older log is replaced at the next start
_FRAME = re.compile(r"\s+at [\w.$/@<>]+\([\w.: ]*\)")
_THROWN = re.compile(
    r"(?:Caused by: )?(?:java|javax|jdk|sun|com|org|morfologik)\.(?:[a-z]\w*\.)*[A-Z][\w$]*"
    r"(?:Exception|Error)(?![\w$])"
)


class Log:
    """A log file that is safe to send to somebody: events of ours, and stripped lines of Java."""

    def __init__(self, path: Path) -> None:
        full = path.exists() and path.stat().st_size > _FULL
        self._file = path.open("w" if full else "a", encoding="utf-8", errors="replace")
        self.private = False  # set when drafts may come: from then on Java's lines are stripped

    def event(self, text: str) -> None:
        """Write one of our own lines, with the time in UTC."""
        stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        self._file.write(f"{stamp} {text}\n")
        self._file.flush()

    def java(self, line: str) -> None:
        """Write what may be kept of a line that Java printed."""
        kept = stripped(line) if self.private else line[:_LONGEST]
        if kept:
            self.event(f"java: {kept}")

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def stripped(line: str) -> str:
    """Give the part of a line that cannot hold text of a draft: stack frames, exception names."""
    if _FRAME.fullmatch(line):
        return line.strip()
    found = _THROWN.match(line)
    return found[0] if found else ""
