"""Grammar through LanguageTool, on this machine or on a server the company names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from charter_lint.nlp.grammar.model import GrammarUnavailable, Problem, Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from charter_lint.draft.spans import Span

__all__ = ["GrammarUnavailable", "Problem", "Settings", "check"]


def check(
    text: str, language: str, settings: Settings, within: Sequence[Span] | None = None
) -> list[Problem]:
    """Give the problems of a French (`fr`) or English (`en`) text, in order.

    With `within`, only sentences that overlap one of these spans are read: the French sentences
    of a text in two languages, say.

    Raises GrammarUnavailable, with the reason, whenever the whole text could not be checked: the
    caller says *not checked: grammar*. The first call may start the server and then takes its time;
    every other answer comes within the settings' budget or not at all. Answers are kept by sentence
    hash, in memory only.
    """
    from charter_lint.nlp.grammar.session import session_of  # noqa: PLC0415

    return session_of(settings).check(text, language, within)
