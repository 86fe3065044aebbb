"""What is wrong with a file of rules, and where."""

from __future__ import annotations

import msgspec


class Fault(msgspec.Struct, frozen=True):
    """One fault: `problem` is a message key, `values` fill it; `fix` is the corrected line.

    Lines and columns count from 1, columns in code points; 0 where the fault has no line.
    `warning` marks what does not stop the file from being used.
    """

    file: str
    line: int
    column: int
    problem: str
    values: dict[str, str] = {}
    fix: str = ""
    source: str = ""
    warning: bool = False


class CharterError(Exception):
    """A charter that cannot be used; `faults` says all that is wrong with it."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = sorted(faults, key=lambda f: (f.file, f.line, f.column, f.problem))
