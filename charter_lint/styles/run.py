"""Runs compiled styles on drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from charter_lint.styles.block import Block
from charter_lint.styles.checks import Checker
from charter_lint.styles.document import Document
from charter_lint.styles.engine import TooSlowError
from charter_lint.styles.filenames import matches
from charter_lint.styles.model import LEVELS, Alert, Notice
from charter_lint.styles.scope import applies, excluded, families
from charter_lint.styles.sweep import Runners

if TYPE_CHECKING:
    from collections.abc import Sequence

    from charter_lint.styles.model import Compiled, Section
    from charter_lint.styles.plain import Paragraph

_SUFFIX = {"markdown": ".md", "plain": ".txt"}
_GATED = ("existence", "substitution", "conditional")


class Judged(msgspec.Struct, frozen=True):
    """What the styles say of one draft, and what of them could not be asked."""

    alerts: tuple[Alert, ...]
    notices: tuple[Notice, ...]
    """Rules given up on this draft; those that never run are in `Styles.notices`."""


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
        self.blind: list[tuple[int, int]] = []
        """Alternatives that nothing is known about: rule, number."""


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
        self._also = {
            number: each.also for number, each in enumerate(alternatives) if each.also
        }
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

        *syntax* is `markdown` or `plain`. *name* decides which sections of a .vale.ini
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
        return judgement.run(markdown=syntax == "markdown")

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
            made.blind = [
                (self._owner[each], each) for each in self._blind if self._owner[each] in made.gated
            ]
        return made

    def candidates(self, block: Block, scope: Scope) -> dict[int, list[int]]:
        """Give the alternatives that the block may hold, in order, by rule."""
        numbers = block.numbers
        if numbers is None:
            numbers = block.numbers = self._numbers(block)
        found: dict[int, list[int]] = {}
        owner, gated = self._owner, scope.gated
        for number in numbers:
            rule = owner[number]
            if rule in gated:
                also = self._also.get(number)
                if also is not None:
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

class Judgement:
    """One draft being judged."""

    def __init__(
        self, styles: Styles, compiled: Compiled, plan: Plan, text: str, suffix: str
    ) -> None:
        self.styles = styles
        self.config = compiled.config
        self.plan = plan
        self.suffix = suffix
        self._rules = compiled.rules
        self._given_up: dict[int, Notice] = {}
        self.document = Document(text, plan.base, plan.levels)

    def run(self, *, markdown: bool) -> Judged:
        """Run every rule on every block it applies to."""
        document = self.document
        if markdown:
            self._markdown()
        else:
            text = document.text
            self.prose(Block(text, "text" + self.suffix, text, 0), paragraphs=True)
        raw = "raw" + self.suffix
        if self.asks(raw):
            self.block(Block(document.text, raw, document.text, 0), search=True)
        return Judged(tuple(document.finished()), tuple(self._given_up.values()))

    def _markdown(self) -> None:
        from charter_lint.styles.plain import paragraphs  # noqa: PLC0415 - for Markdown only

        plan = self.plan
        found = None
        if not (plan.block_ignores or plan.token_ignores or plan.comments or plan.inline):
            found = paragraphs(self.document.text)
        if found is None or any(each.links for each in found):
            from charter_lint.styles.walk import walk  # noqa: PLC0415 - most drafts are plain

            walk(self, found)
        else:
            self._plain(found)
        document = self.document
        document.reset_comments()
        scope = "summary" + self.suffix
        if self.asks(scope):
            summary = "".join(text + "\n\n" for text in document.summary)
            self.block(Block(summary, scope, document.text, line=0), search=True)

    def _plain(self, found: Sequence[Paragraph]) -> None:
        document = self.document
        scope = "text" + self.suffix
        document.metrics["paragraphs"] = len(found)
        for start, text, _ in found:
            document.summary.append(text)
            block = Block(text, scope, document.text, start)
            block.lazy = True
            self.prose(block, paragraphs=True)

    def asks(self, block: str) -> bool:
        """Say whether any rule runs on blocks called *block*."""
        scope = self.styles.scope(self.plan, block)
        return bool(scope.gated or scope.always)

    def prose(self, block: Block, *, paragraphs: bool) -> None:
        """Judge a block, its paragraphs and its sentences."""
        search = "\n" in block.text
        if block.offset < 0:
            block.offset = _found_once(block)
        if self.plan.paragraphs and paragraphs:
            at = 0
            pieces = block.text.split("\n\n")
            for number, piece in enumerate(pieces):
                whole = piece if number == len(pieces) - 1 else piece + "\n\n"
                self._part(block, whole, "paragraph." + block.scope, at, search=search)
                at += len(whole)
        if self.plan.sentences:
            self._sentences(block, search=search)
        self.block(block, search=search)

    def _sentences(self, block: Block, *, search: bool) -> None:
        """Judge the sentences, if a rule for sentences could match anything in the block."""
        name = "sentence." + block.scope
        scope = self.styles.scope(self.plan, name)
        found = self.styles.candidates(block, scope) if scope.gated else {}
        if not found and not scope.always:
            return
        from charter_lint.styles.sentences import split  # noqa: PLC0415 - where rules ask for it

        text = block.text
        for start, end in split(text):
            offset = block.offset + start if block.offset >= 0 else -1
            self._judge(block.part(text[start:end], name, start, offset), scope, found, search)

    def _part(self, block: Block, text: str, scope: str, start: int, *, search: bool) -> None:
        offset = block.offset + start if block.offset >= 0 else -1
        self.block(block.part(text, scope, start, offset), search=search)

    def block(self, block: Block, *, search: bool) -> None:
        """Judge one block."""
        scope = self.styles.scope(self.plan, block.scope)
        found = self.styles.candidates(block, scope) if scope.gated else {}
        if found or scope.always:
            self._judge(block, scope, found, search)

    def _judge(
        self, block: Block, scope: Scope, found: dict[int, list[int]], search: bool  # noqa: FBT001
    ) -> None:
        """Run rules on a block: those whose alternatives were found, and those always run."""
        document, rules, checks = self.document, self._rules, self.styles.checks
        vocab = self.plan.vocab
        document.begin()
        for index in sorted([*found, *scope.always]):
            rule = rules[index]
            if document.switches and document.off(rule.name):
                continue
            if index in self._given_up:
                continue
            seen = block
            if block.inline and (names := excluded(rule.scope)):
                seen = block.without(names)
            try:
                hits = checks[index](rule, seen, document, found.get(index, ()), vocab)
            except TooSlowError:
                self._given_up[index] = Notice(rule.name.replace(".", "/", 1), "too-slow")
                continue
            for hit in hits:
                if document.switches and document.off(f"{rule.name}[{hit.match}]"):
                    continue
                document.add(index, rule, hit, block, search=search)


def _found_once(block: Block) -> int:
    """Give where a block's text stands in the draft, if it does so exactly once."""
    context, text = block.context, block.text
    if text == context:
        return 0
    if len(context) > 8 << 10:
        return -1
    first = context.find(text)
    if first < 0 or context.find(text, first + len(text)) >= 0:
        return -1
    return first


def _automaton(needles: Sequence[str]) -> Any:  # noqa: ANN401 - an extension's type
    if not needles:
        return False
    from ahocorasick_rs import AhoCorasick, Implementation  # noqa: PLC0415

    return AhoCorasick(
        list(needles), implementation=Implementation.ContiguousNFA, store_patterns=False
    )


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
