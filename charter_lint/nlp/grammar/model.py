"""What a grammar check takes and gives: settings, problems, the reason why it cannot be had."""

from __future__ import annotations

import msgspec

from charter_lint.messages.catalogue import text


class Problem(msgspec.Struct, frozen=True):
    """One of LanguageTool's findings; `start` and `end` are code-point offsets into the text."""

    start: int
    end: int
    rule: str
    category: str
    message: str
    replacements: tuple[str, ...]


class Settings(msgspec.Struct, frozen=True):
    """How to reach LanguageTool and what counts.

    `url` is the company's own server; without it one server on this machine is started and shared.
    `hosts` are the hosts beside this machine that the charter names. `ignore` are words that are
    never spelling mistakes: company terms, names, words of the charter; case doesn't matter.
    `on` and `off` change the rules and categories that rules/grammar/languagetool.yaml lets count.
    `start` says whether a server may be started. `budget` and `idle` are seconds: how long one
    answer may take, and after how long without a question the server ends.
    """

    url: str | None = None
    hosts: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()
    on: frozenset[str] = frozenset()
    off: frozenset[str] = frozenset()
    start: bool = True
    budget: float = 2.0
    idle: float = 900.0


class GrammarUnavailable(Exception):  # noqa: N818 -- a state of affairs, not a fault of the program
    """Grammar could not be checked; `reason` is a key of the messages, never text of a draft."""

    def __init__(self, reason: str, **details: str) -> None:
        self.reason = reason
        self.details = details
        super().__init__(self.text("en"))

    def text(self, language: str) -> str:
        """Say why in French (`fr`) or English (`en`), in one sentence without a full stop."""
        return text(f"grammar.reason-{self.reason}", language, **self.details)
