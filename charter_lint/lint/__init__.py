"""From a draft and a charter to a report."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from charter_lint.charter.compiled import Charter
    from charter_lint.draft import Draft
    from charter_lint.lint.report import Report


class _Callable(ModuleType):
    """Lets `charter_lint.lint(draft, charter)` work for this package and for its function.

    Python binds a subpackage to its parent's attribute when it is first imported, so
    `from charter_lint import lint` may give either.
    """

    def __call__(self, draft: Draft, charter: Charter, history: Sequence[Draft] = ()) -> Report:
        from charter_lint.lint.judge import lint  # noqa: PLC0415  (judge imports this package)

        return lint(draft, charter, history)


sys.modules[__name__].__class__ = _Callable
