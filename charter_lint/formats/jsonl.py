"""JSON Lines: one object a draft, as soon as it is judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from charter_lint.formats.entry import entry_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from charter_lint.draft import Draft
    from charter_lint.lint.report import Report


def render(
    judged: Iterable[tuple[Draft, Report]], *, own_screen: bool = False, **settings: Any
) -> Iterator[str]:
    """Yield one line a draft."""
    for draft, report in judged:
        yield msgspec.json.encode(entry_of(draft, report, reveal=own_screen)).decode() + "\n"
