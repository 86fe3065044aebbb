"""A linter for posts: judges a draft against a company's charter.

    from charter_lint import Context, Draft, lint, load_charter

    charter = load_charter("default")
    draft = Draft("Our fund offers a guaranteed return.", Context(platform="linkedin"))
    report = lint(draft, charter)
    report.verdict      # "block"

Names are imported when they are first used, so that `import charter_lint` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from charter_lint.version import VERSION

if TYPE_CHECKING:
    from charter_lint.charter.compiled import Charter
    from charter_lint.charter.faults import CharterError, Fault
    from charter_lint.charter.load import load_charter
    from charter_lint.draft import Context, Draft, Position, Span
    from charter_lint.lint.judge import lint
    from charter_lint.lint.report import Finding, NotChecked, Note, Report

__version__ = VERSION

_PLACES = {
    "Charter": "charter_lint.charter.compiled",
    "CharterError": "charter_lint.charter.faults",
    "Context": "charter_lint.draft",
    "Draft": "charter_lint.draft",
    "Fault": "charter_lint.charter.faults",
    "Finding": "charter_lint.lint.report",
    "NotChecked": "charter_lint.lint.report",
    "Note": "charter_lint.lint.report",
    "Position": "charter_lint.draft",
    "Report": "charter_lint.lint.report",
    "Span": "charter_lint.draft",
    "lint": "charter_lint.lint.judge",
    "load_charter": "charter_lint.charter.load",
}

__all__ = [
    "Charter",
    "CharterError",
    "Context",
    "Draft",
    "Fault",
    "Finding",
    "NotChecked",
    "Note",
    "Position",
    "Report",
    "Span",
    "__version__",
    "lint",
    "load_charter",
]


def __getattr__(name: str) -> object:
    if name in _PLACES:
        found: object = getattr(import_module(_PLACES[name]), name)
        globals()[name] = found
        return found
    raise AttributeError(name)
