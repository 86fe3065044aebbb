"""What styles are compiled to and what they report: plain values, all of them immutable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from pathlib import Path

LEVELS = ("suggestion", "warning", "error")


class StylesError(Exception):
    """Styles or their configuration that cannot be read; nothing is judged.

    `problem` and `fix` are keys of `messages.styles` (the latter's after `fix-`); `explain`
    puts them into words.
    """

    def __init__(
        self, path: Path | str, line: int, column: int, problem: str, fix: str, detail: str = ""
    ) -> None:
        super().__init__(f"{path}:{line}:{column}: {problem} {detail}".rstrip())
        self.detail = detail
        self.path = path
        self.line = line
        self.column = column
        self.problem = problem
        self.fix = fix


class Notice(msgspec.Struct, frozen=True):
    """Something that is not judged, and why: `reason` is a key of `messages.styles`."""

    rule: str
    """Named as in findings, or empty where no one rule is meant."""
    reason: str
    detail: str = ""
    path: str = ""
    line: int = 0


class Action(msgspec.Struct, frozen=True, gc=False):
    """What an editor may do about an alert."""

    name: str = ""
    params: tuple[str, ...] = ()


class Alert(msgspec.Struct, frozen=True, gc=False):
    """One finding of a style's rule.

    `start` and `end` are code-point offsets into the text, end exclusive. `line`, and
    `column` with `last` (inclusive) are what Vale prints, from 1.
    """

    rule: str
    start: int
    end: int
    line: int
    column: int
    last: int
    message: str
    severity: str
    match: str
    link: str = ""
    description: str = ""
    action: Action = Action()

    @property
    def span(self) -> tuple[int, int]:
        """First and last column, as Vale prints them."""
        return (self.column, self.last)


class Alternative(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One way in which a rule matches: a fixed string, or an expression."""

    key: int
    """Which of the rule's swaps it belongs to; 0 elsewhere."""
    text: str
    """The fixed string (folded if `folds`), or the expression."""
    fixed: bool
    left: bool = False
    right: bool = False
    folds: bool = False
    rich: bool = False
    """The expression needs the `regex` package."""
    weight: int = 0
    """Endless repeats in the expression that can get entangled; see `degree`."""
    needles: tuple[str, ...] = ()
    """Folded literals of which a match must hold one; empty if nothing is known."""
    also: tuple[str, ...] = ()
    """Others of which it must hold one too."""
    words: tuple[str, ...] = ()
    """Folded literals of which it must hold one as whole words; instead of `needles`."""


class Expression(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A translated expression that is run as a whole."""

    text: str
    rich: bool
    weight: int


class Rule(msgspec.Struct, frozen=True, array_like=True):
    """One rule of a style, compiled."""

    name: str
    """`Style.Rule`, as in Vale."""
    kind: str
    message: str
    description: str
    link: str
    level: str
    limit: int
    scope: tuple[str, ...]
    action: str
    params: tuple[str, ...]
    matchcase: bool
    alternatives: tuple[Alternative, ...] = ()
    swaps: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    """The swaps' own expressions, for those whose values refer to groups."""
    excepted: Expression | None = None
    phrases: Expression | None = None
    expressions: tuple[Expression, ...] = ()
    settings: dict[str, Any] = {}


class Section(msgspec.Struct, frozen=True, array_like=True):
    """What one `[glob]` of a .vale.ini says about the files it matches."""

    glob: str
    styles: tuple[str, ...] | None
    checks: dict[str, bool]
    levels: dict[str, str]
    unset: tuple[str, ...]
    vocab: tuple[str, ...]
    block_ignores: tuple[str, ...]
    token_ignores: tuple[str, ...]
    comments: tuple[str, ...]


class Config(msgspec.Struct, frozen=True, array_like=True):
    """A .vale.ini, read."""

    path: str
    paths: tuple[str, ...]
    minimum: int
    vocab: tuple[str, ...]
    word_template: str
    ignored_scopes: tuple[str, ...]
    skipped_scopes: tuple[str, ...]
    ignored_classes: tuple[str, ...]
    formats: dict[str, str]
    general: Section
    sections: tuple[Section, ...]
    parameters: dict[str, dict[str, str]]
    levels: dict[str, str]
    """Levels that the `[*]` section gives to rules or styles."""


class Compiled(msgspec.Struct, frozen=True, array_like=True):
    """Everything that judging needs, as it is kept in the cache."""

    config: Config
    rules: tuple[Rule, ...]
    words: dict[str, tuple[int, ...]]
    """Word -> alternatives, numbered over all rules, that hold this whole word."""
    needles: tuple[str, ...]
    owners: tuple[tuple[int, ...], ...]
    """For each needle, the alternatives it stands for."""
    vocabularies: dict[str, tuple[Expression | None, Expression | None]]
    """For a section's vocabulary, what it accepts: words, and phrases."""
    notices: tuple[Notice, ...]
