"""Which rules run on which files, and on which of their parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from charter_lint.styles.model import LEVELS
from charter_lint.styles.scope import applies, families

if TYPE_CHECKING:
    from collections.abc import Sequence

    from charter_lint.styles.model import Compiled, Section

_GATED = ("existence", "substitution", "conditional")


class Plan:
    """What runs on the files that the same sections of a configuration match."""

    def __init__(self, compiled: Compiled, sections: Sequence[Section]) -> None:
        self.levels: dict[int, str] = {}
        self.base, self.running = _running(compiled, sections, self.levels)
        asked: set[str] = set()
        for index in self.running:
            asked |= families(compiled.rules[index].scope)
        self.paragraphs = "paragraph" in asked
        self.sentences = "sentence" in asked
        # A rule may ask for an inline element anywhere in the configuration.
        self.inline = frozenset(
            name for rule in compiled.rules for name in families(rule.scope)
        ) & {"link", "strong", "emphasis", "code"}
        every = [compiled.config.general, *sections]
        self.block_ignores = [each for section in every for each in section.block_ignores]
        self.token_ignores = [each for section in every for each in section.token_ignores]
        self.comments = [section.comments for section in sections if section.comments]
        names = dict.fromkeys(name for section in sections for name in section.vocab)
        self.vocab = [compiled.vocabularies[name] for name in names]
        self.scopes: dict[str, Scope] = {}


class Scope:
    """The rules that run on blocks of one kind."""

    def __init__(self, compiled: Compiled, running: Sequence[int], block: str) -> None:
        rules = [each for each in running if applies(compiled.rules[each].scope, block)]
        self.gated = frozenset(each for each in rules if compiled.rules[each].kind in _GATED)
        self.always = [each for each in rules if each not in self.gated]
        self.members: dict[int, tuple[int, tuple[str, ...]]] = {}
        """The alternatives of these rules: rule, and what else a match must hold."""
        self.blind: list[tuple[int, int]] = []
        """Alternatives that nothing is known about: rule, number."""


def _running(
    compiled: Compiled, sections: Sequence[Section], levels: dict[int, str]
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Give the styles and the rules that run, and fill in the levels sections give."""
    config = compiled.config
    base = config.general.styles or ()
    checks: dict[str, bool] = {}
    given: dict[str, str] = {}
    unset: set[str] = set()
    for section in sections:
        if section.styles is not None:
            base = section.styles
            if not base:
                checks = dict.fromkeys(config.general.checks, False)
                given, unset = {}, set()
        checks.update(section.checks)
        unset -= set(section.checks)
        given.update(section.levels)
        for name in section.unset:
            checks.pop(name, None)
            given.pop(name, None)
            unset.add(name)
        for name in section.vocab:
            checks[f"Vale.{name}.Terms"] = checks[f"Vale.{name}.Avoid"] = True
    general = {name: on for name, on in config.general.checks.items() if name not in unset}
    running = []
    for index, rule in enumerate(compiled.rules):
        style = rule.name.partition(".")[0]
        level = given.get(rule.name) or given.get(style) or rule.level
        if LEVELS.index(level) < config.minimum:
            continue
        if level != rule.level:
            levels[index] = level
        on = checks.get(rule.name, checks.get(style))
        if on is None:
            on = general.get(rule.name, general.get(style, style in base))
        if on:
            running.append(index)
    return base, tuple(running)
