"""Waiting until a file of a charter changes."""

from __future__ import annotations

from time import sleep
from typing import TYPE_CHECKING

from charter_lint.charter.places import SUFFIXES, shipped_rules

if TYPE_CHECKING:
    from pathlib import Path

States = dict[str, tuple[int, int]]
"""Path → time of the last change in nanoseconds, and size."""


def states(charter: Path) -> States:
    """Give the state of each YAML file beside and below a charter, and of the shipped rules."""
    found: States = {}
    for folder in dict.fromkeys((charter.parent, shipped_rules())):
        deep = folder.rglob("*") if folder == shipped_rules() else _near(folder)
        for path in deep:
            if path.suffix in SUFFIXES:
                try:
                    seen = path.stat()
                except FileNotFoundError:
                    continue
                found[str(path)] = (seen.st_mtime_ns, seen.st_size)
    return found


def wait_for_change(charter: Path, before: States, seconds: float = 1.0) -> None:
    """Return once the files differ from `before`; looks every so many seconds."""
    while states(charter) == before:
        sleep(seconds)


def _near(folder: Path) -> list[Path]:
    """Give a charter's neighbours and what lies in folders of rules, not a whole checkout."""
    found = list(folder.glob("*"))
    for each in [p for p in found if p.is_dir() and not p.name.startswith(".")]:
        found.extend((*each.glob("*"), *each.glob("*/*")))
    return found
