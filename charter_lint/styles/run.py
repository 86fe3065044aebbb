"""Runs compiled styles on drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from charter_lint.styles.checks import Checker
from charter_lint.styles.filenames import matches
from charter_lint.styles.judgement import Judged, Judgement
from charter_lint.styles.plan import Plan, Scope
from charter_lint.styles.sweep import Runners

if TYPE_CHECKING:
    from collections.abc import Sequence

    from charter_lint.styles.block import Block
    from charter_lint.styles.model import Alert, Compiled

_SUFFIX = {"markdown": ".md", "plain": ".txt", "html": ".html"}


class Styles:
    """Compiled styles, ready to judge; safe to share, as drafts leave nothing in it."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self.notices = compiled.notices
        """Rules that cannot be run, and settings that are not followed, with reasons."""
        alternatives = [each for rule in compiled.rules for each in rule.alternatives]
        self._owner = [
            index for index, rule in enumerate(compiled.rules) for _ in rule.alternatives
        ]
        self._runners = Runners(alternatives)
        checker = Checker(self._runners)
        self.checks = [checker.of(rule.kind) for rule in compiled.rules]
        """For each rule, what runs it."""
        self._plans: dict[tuple[int, ...], Plan] = {}
        self._words = compiled.words
        self._known = frozenset(compiled.words)
        gated = {each for owners in compiled.owners for each in owners}
        gated.update(each for owners in compiled.words.values() for each in owners)
        self._blind = [each for each in range(len(alternatives)) if each not in gated]
        self._alternatives = alternatives
        self._needles: Any = None

    @property
    def rules(self) -> tuple[str, ...]:
        """The names of the rules that run, as in alerts."""
        return tuple(rule.name.replace(".", "/", 1) for rule in self._compiled.rules)

    def check(self, text: str, *, syntax: str = "markdown", name: str = "") -> list[Alert]:
        """Give the alerts for one draft, in order of place; see `judge` for what was given up."""
        return list(self.judge(text, syntax=syntax, name=name).alerts)

    def judge(self, text: str, *, syntax: str = "markdown", name: str = "") -> Judged:
        """Judge one draft.

        *syntax* is `markdown`, `plain` or `html`. *name* decides which sections of a .vale.ini
        apply; without a suffix it is taken for a file of that syntax.
        """
        dot = name.rfind(".")
        suffix = name[dot:] if dot > name.rfind("/") + 1 else ""
        if not suffix:
            suffix = _SUFFIX[syntax]
            name += suffix
        plan = self._plan(name)
        if not plan.running:
            return Judged((), ())
        judgement = Judgement(self, self._compiled, plan, text, suffix)
        return judgement.run(syntax)

    def _plan(self, name: str) -> Plan:
        sections = self._compiled.config.sections
        key = tuple(
            number for number, section in enumerate(sections) if matches(section.glob, name)
        )
        plan = self._plans.get(key)
        if plan is None:
            plan = Plan(self._compiled, [sections[number] for number in key])
            self._plans[key] = plan
        return plan

    def scope(self, plan: Plan, block: str) -> Scope:
        """Give the rules of a plan that run on blocks called *block*."""
        made = plan.scopes.get(block)
        if made is None:
            made = plan.scopes[block] = Scope(self._compiled, plan.running, block)
            owner, gated = self._owner, made.gated
            made.blind = [(owner[each], each) for each in self._blind if owner[each] in gated]
            made.members = {
                number: (rule, self._alternatives[number].also)
                for number, rule in enumerate(owner)
                if rule in gated
            }
        return made

    def candidates(self, block: Block, scope: Scope) -> dict[int, list[int]]:
        """Give the alternatives that the block may hold, in order, by rule."""
        numbers = block.numbers
        if numbers is None:
            numbers = block.numbers = self._numbers(block)
        found: dict[int, list[int]] = {}
        members = scope.members
        for number in numbers:
            member = members.get(number)
            if member is None:
                continue
            rule, also = member
            if also:
                folded = block.folded
                if not any(each in folded for each in also):
                    continue
            if rule in found:
                found[rule].append(number)
            else:
                found[rule] = [number]
        for rule, number in scope.blind:
            found.setdefault(rule, []).append(number)
            found[rule].sort()
        return found

    def _numbers(self, block: Block) -> list[int]:
        """Look once for all that the rules look for in a text."""
        numbers: set[int] = set()
        words = self._words
        for word in self._known & block.words:
            numbers.update(words[word])
        if self._needles is None:
            self._needles = _automaton(self._compiled.needles)
        owners = self._compiled.owners
        if self._needles is not False:
            matched = self._needles.find_matches_as_indexes(block.folded, overlapping=True)
            for needle in {each[0] for each in matched}:
                numbers.update(owners[needle])
        return sorted(numbers)


def _automaton(needles: Sequence[str]) -> Any:  # noqa: ANN401 - an extension's type
    if not needles:
        return False
    from ahocorasick_rs import AhoCorasick, Implementation  # noqa: PLC0415

    return AhoCorasick(
        list(needles), implementation=Implementation.ContiguousNFA, store_patterns=False
    )
