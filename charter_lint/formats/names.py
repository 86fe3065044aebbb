"""Finding formats by name: every module of this package that has a `render` is one."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, Protocol

import charter_lint.formats as package

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from charter_lint.draft import Draft
    from charter_lint.lint.report import Report

_NO_FORMATS = frozenset({"names", "entry", "faults", "layout", "said", "xml"})


class Formatter(Protocol):
    """Turns judged drafts into pieces of text as they come."""

    def __call__(self, judged: Iterable[tuple[Draft, Report]], **settings: Any) -> Iterator[str]:
        """Yield text; settings are language, color, quiet, every and own_screen."""


@cache
def format_names() -> tuple[str, ...]:
    """Give the names of all formats."""
    return tuple(
        sorted(m.name for m in iter_modules(package.__path__) if m.name not in _NO_FORMATS)
    )


def formatter_of(name: str) -> Formatter:
    """Import a format; raises KeyError for an unknown one."""
    if name not in format_names():
        raise KeyError(name)
    found: Formatter = import_module(f"charter_lint.formats.{name}").render
    return found
