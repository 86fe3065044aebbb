"""Scanning a draft by a charter, with what its reader needs at hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from charter_lint.charter.places import shipped_rules
from charter_lint.match.reader.model import ModelError, load_model
from charter_lint.match.reader.sight import Learned
from charter_lint.match.scan import Scan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from charter_lint.charter.compiled import Charter
    from charter_lint.draft import Draft


def scan_of(draft: Draft, charter: Charter, history: Sequence[Draft] = ()) -> Scan:
    """Scan a draft; its checks may ask the charter's own reader, or the shipped one."""
    reader = charter.head.reader
    current = reader.examples if reader.current else None
    learned = Learned(reader_file(charter), reader.facts, reader.mode == "off", current)
    return Scan(draft, charter.index, history, learned)


def reader_file(charter: Charter) -> str:
    """Give the path of a charter's own reader, or of the shipped one."""
    return charter.head.reader.file or str(shipped_rules() / "reader" / "reader.msgpack")


def older_than(charter: Charter) -> list[str]:
    """Give the rules whose examples have changed since the charter's reader learned from them.

    A reader that is off, missing or broken is older than none.
    """
    if charter.head.reader.mode == "off":
        return []
    try:
        return load_model(Path(reader_file(charter))).older(charter.head.reader.examples)
    except ModelError:
        return []
