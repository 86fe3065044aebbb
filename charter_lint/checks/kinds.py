"""Finding the kinds of check: the modules of this package that declare `Options`."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, cast

import charter_lint.checks as package

if TYPE_CHECKING:
    from charter_lint.checks.base import Kind

_NO_KINDS = frozenset({"base", "kinds", "tree"})


@cache
def kind_names() -> tuple[str, ...]:
    """Give the names of all kinds, in alphabetical order."""
    names = (module.name for module in iter_modules(package.__path__))
    return tuple(sorted(n for n in names if n not in _NO_KINDS and not n.startswith("_")))


@cache
def kind_of(name: str) -> Kind:
    """Import one kind; raises KeyError for an unknown name."""
    if name not in kind_names():
        raise KeyError(name)
    return cast("Kind", import_module(f"charter_lint.checks.{name}"))
