"""Charters held in memory for a long-running program, renewed when their files change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from charter_lint.charter.load import cached_charter, load_charter
from charter_lint.charter.places import choose

if TYPE_CHECKING:
    from charter_lint.charter.compiled import Charter


class HeldCharters:
    """Charters by file; a charter that is held has its rows decoded already.

    To be used from one thread: msgspec must not decode a charter's rows in two.
    """

    def __init__(self, wanted: str = "") -> None:
        self._wanted = wanted
        self._held: dict[Path, Charter] = {}

    def charter_for(self, folder: Path) -> Charter:
        """Give the charter asked for at the start, else that of a folder's drafts, as it is now.

        Raises CharterError with the faults of a charter that cannot be used.
        """
        base = Path.cwd() if self._wanted else folder
        path = choose(self._wanted, base).resolve()
        held = self._held.get(path)
        fresh = cached_charter(path)
        if held is not None and fresh is not None:
            if fresh.head.revision == held.head.revision:
                return held
        elif fresh is None:
            fresh = load_charter(path)
        self._held[path] = fresh
        return fresh
