"""Judges one draft: makes its blocks and runs on each the rules that apply to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from charter_lint.styles.block import Block
from charter_lint.styles.document import Document
from charter_lint.styles.engine import GivenUpError
from charter_lint.styles.model import Alert, Notice
from charter_lint.styles.scope import excluded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from charter_lint.styles.model import Compiled
    from charter_lint.styles.plain import Paragraph
    from charter_lint.styles.plan import Plan, Scope
    from charter_lint.styles.run import Styles


class Judged(msgspec.Struct, frozen=True):
    """What the styles say of one draft, and what of them could not be asked."""

    alerts: tuple[Alert, ...]
    notices: tuple[Notice, ...]
    """Rules given up on this draft; those that never run are in `Styles.notices`."""


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

    def run(self, syntax: str) -> Judged:
        """Run every rule on every block it applies to."""
        document = self.document
        if syntax != "plain":
            self._markup(syntax)
        else:
            text = document.text
            self.prose(Block(text, "text" + self.suffix, text, 0), paragraphs=True)
        raw = "raw" + self.suffix
        if self.asks(raw):
            self.block(Block(document.text, raw, document.text, 0), search=True)
        return Judged(tuple(document.finished()), tuple(self._given_up.values()))

    def _markup(self, syntax: str) -> None:
        from charter_lint.styles.plain import paragraphs  # noqa: PLC0415 - for Markdown only

        plan = self.plan
        found = None
        ignores = plan.block_ignores or plan.token_ignores or plan.comments
        if syntax == "markdown" and not ignores and not plan.inline:
            found = paragraphs(self.document.text)
        if found is None:
            from charter_lint.styles.walk import walk  # noqa: PLC0415 - most drafts are plain

            walk(self, syntax)
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
        for start, text in found:
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
        self,
        block: Block,
        scope: Scope,
        found: dict[int, list[int]],
        search: bool,  # noqa: FBT001
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
            except GivenUpError as error:
                self._given_up[index] = Notice(rule.name.replace(".", "/", 1), error.reason)
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
