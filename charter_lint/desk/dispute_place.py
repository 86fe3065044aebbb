"""Where a charter's disputes and the files of its rules are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from charter_lint.charter import files
from charter_lint.charter.compile import _own_folders
from charter_lint.charter.faults import CharterError
from charter_lint.charter.merge import merge
from charter_lint.charter.places import shipped_charters

if TYPE_CHECKING:
    from pathlib import Path


def is_own(charter: Path) -> bool:
    """Say whether a charter is a company's, which waivers and disputes may stand beside."""
    return charter.parent != shipped_charters()


def rule_files(charter: Path) -> dict[str, Path]:
    """Give the file of each rule by its id; raises CharterError."""
    sources = files.chain(charter)
    merged, faults = merge(sources)
    if merged is None:
        raise CharterError(faults)
    return dict(files.layout(sources, merged.packs, _own_folders(sources)).rules)
