"""JSON: one object for all drafts of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from charter_lint.formats.entry import VERSION, Entry, entry_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from charter_lint.draft import Draft
    from charter_lint.lint.report import Report


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """The whole answer."""

    version: int
    drafts: tuple[Entry, ...]


def render(
    judged: Iterable[tuple[Draft, Report]], *, own_screen: bool = False, **settings: Any
) -> Iterator[str]:
    """Yield the document once every draft is judged."""
    entries = tuple(entry_of(draft, report, reveal=own_screen) for draft, report in judged)
    encoded = msgspec.json.encode(Document(version=VERSION, drafts=entries))
    yield msgspec.json.format(encoded, indent=2).decode() + "\n"
