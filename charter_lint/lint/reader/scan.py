"""Scanning a draft by a charter, with what its reader needs at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from charter_lint.charter.places import shipped_rules
from charter_lint.match.reader.sight import Learned
from charter_lint.match.scan import Scan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from charter_lint.charter.compiled import Charter
    from charter_lint.draft import Draft


def scan_of(draft: Draft, charter: Charter, history: Sequence[Draft] = ()) -> Scan:
    """Scan a draft; its checks may ask the charter's own reader, or the shipped one."""
    reader = charter.head.reader
    own = reader.file or str(shipped_rules() / "reader" / "reader.msgpack")
    return Scan(draft, charter.index, history, Learned(own, reader.facts, reader.mode == "off"))
