"""Runs one rule on one block: what each of Vale's kinds of check reports."""

from __future__ import annotations

import re
from operator import eq
from typing import TYPE_CHECKING

from charter_lint.styles.actions import fixes, listed, options, replaced
from charter_lint.styles.document import Hit
from charter_lint.styles.engine import Runner, shadow
from charter_lint.styles.message import fill

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from charter_lint.styles.block import Block
    from charter_lint.styles.document import Document
    from charter_lint.styles.model import Expression, Rule
    from charter_lint.styles.sweep import Match, Runners

    Vocab = Sequence[tuple[Expression | None, Expression | None]]


class Checker:
    """The checks of one set of compiled rules; keeps the expressions they have needed."""

    def __init__(self, runners: Runners) -> None:
        self._runners = runners
        self._made: dict[str, Runner] = {}
        self._checks: dict[str, Callable[..., list[Hit]]] = {
            "existence": self._existence,
            "substitution": self._substitution,
            "occurrence": self._occurrence,
            "repetition": self._repetition,
            "consistency": self._consistency,
            "conditional": self._conditional,
            "capitalization": self._capitalization,
            "metric": self._metric,
            "readability": self._readability,
            "spelling": self._spelling,
        }

    def of(self, kind: str) -> Callable[..., list[Hit]]:
        """Give the check of one kind.

        It takes a rule, a block, the document, the numbers of the rule's alternatives that
        the block may hold, and vocabularies whose words are accepted; it gives hits.
        """
        return self._checks[kind]

    def _runner(self, expression: Expression) -> Runner:
        made = self._made.get(expression.text)
        if made is None:
            made = self._made[expression.text] = Runner(
                expression.text, expression.weight, rich=expression.rich
            )
        return made

    def _searches(self, expression: Expression | None, text: str) -> bool:
        return expression is not None and (
            self._runner(expression).search(shadow(text)) is not None
        )

    def _within(self, expression: Expression | None, block: Block, start: int, end: int) -> bool:
        if expression is None:
            return False
        return any(
            found.start() <= start and end <= found.end()
            for found in self._runner(expression).every(block.seen)
        )

    def _excused(
        self, rule: Rule, block: Block, start: int, end: int, word: str, vocab: Vocab
    ) -> bool:
        if self._searches(rule.excepted, word) or self._within(rule.phrases, block, start, end):
            return True
        return any(
            self._searches(words, word) or self._within(phrases, block, start, end)
            for words, phrases in vocab
        )

    def _existence(
        self, rule: Rule, block: Block, document: Document, numbers: Sequence[int], vocab: Vocab
    ) -> list[Hit]:
        del document
        hits = []
        plain = rule.excepted is None and not vocab
        for found in self._runners.matches(block, numbers):
            text = block.text[found.start : found.end]
            if plain or not self._excused(rule, block, found.start, found.end, text.strip(), vocab):
                hits.append(_hit(rule, found.start, found.end, text, found.groups))
        return hits

    def _substitution(
        self, rule: Rule, block: Block, document: Document, numbers: Sequence[int], vocab: Vocab
    ) -> list[Hit]:
        del document
        hits = []
        for found in self._runners.matches(block, numbers):
            observed = block.text[found.start : found.end]
            expected = _expected(rule, found, observed)
            if self._already(rule, expected, observed):
                continue
            if self._excused(rule, block, found.start, found.end, observed, vocab):
                continue
            hits.append(_swap(rule, found, observed, expected))
        return hits

    def _already(self, rule: Rule, expected: str, observed: str) -> bool:
        """Say whether the text is what the swap asks for."""
        if rule.action == "replace":
            return observed in options(expected)
        if all(char.isalpha() or char.isdecimal() or char in " -" for char in expected):
            if rule.settings.get("terms"):
                return " ".join(observed.split()) == expected
            return observed == expected
        source = expected
        if rule.settings.get("terms"):
            from charter_lint.styles.compile import term_pattern  # noqa: PLC0415 - seldom

            source = term_pattern(expected)
        made = self._made.get("^" + source)
        if made is None:
            from charter_lint.styles.dialect import DialectError, translate  # noqa: PLC0415

            try:
                made = Runner(translate(f"^(?:{source})$").text, 9, rich=True)
                made.search("")
            except (DialectError, ValueError, re.error):
                return expected == observed
            except Exception as error:  # the `regex` package's own error has no other base
                if type(error).__module__.partition(".")[0] not in ("regex", "_regex_core"):
                    raise
                return expected == observed
            self._made["^" + source] = made
        return made.search(shadow(observed)) is not None

    def _occurrence(
        self, rule: Rule, block: Block, document: Document, numbers: Sequence[int], vocab: Vocab
    ) -> list[Hit]:
        del document, numbers, vocab
        found = self._runner(rule.expressions[0]).every(block.seen)
        count, most, least = len(found), rule.settings["max"], rule.settings["min"]
        if not ((most > 0 and count > most) or (least > 0 and count < least)):
            return []
        message = fill(rule.message, count)
        description = fill(rule.description, count)
        if not found:
            word = re.search(r"[^\t\n\f\r ]+", block.text)
            if word is None:
                return [Hit(1, 1, "", message, description, placed=False)]
            return [Hit(word.start(), word.end(), word[0], message, description,
                        rule.action, rule.params)]  # fmt: skip
        for each in found:
            text = block.text[each.start() : each.end()]
            if text.strip() and text.strip("*@"):
                return [Hit(each.start(), each.end(), text, message, description,
                            rule.action, rule.params)]  # fmt: skip
        return []

    def _repetition(
        self, rule: Rule, block: Block, document: Document, numbers: Sequence[int], vocab: Vocab
    ) -> list[Hit]:
        del document, numbers
        hits: list[Hit] = []
        settings = rule.settings
        folds, alpha, most = settings["folds"], settings["alpha"], settings["max"]
        text = block.text
        runner = self._runner(rule.expressions[0])
        words = runner.texts(block.seen) if settings["tight"] else None
        if words is not None:
            low = list(map(str.lower, words)) if folds else words
            if not any(map(eq, low, low[1:])):
                return hits
        from charter_lint.styles.sentences import split  # noqa: PLC0415 - seldom

        previous, before, count = "", -1, 0
        for found in runner.every(block.seen):
            start, end = found.span()
            word = text[start:end].strip()
            same = word != "" and (word == previous or (folds and word.lower() == previous.lower()))
            if same and (not alpha or word.isalpha()):
                count += 1
                if count > most and before >= 0:
                    whole = text[before:end]
                    if len(split(whole)) == 1 and not self._excused(
                        rule, block, before, end, whole, vocab
                    ):
                        hit = _hit(rule, before, end, whole, ())
                        hits.append(
                            hit._replace(
                                message=fill(rule.message, word),
                                description=fill(rule.description, word),
                            )
                        )
                        count = 0
            previous, before = word, start
        return hits

    def _consistency(
        self, rule: Rule, block: Block, document: Document, numbers: Sequence[int], vocab: Vocab
    ) -> list[Hit]:
        del numbers, vocab
        hits = []
        for number, expression in enumerate(rule.expressions):
            start = end = -1
            names = [f"{rule.name}\0{number}\0{group}" for group in ("one", "two")]
            for found in self._runner(expression).every(block.seen):
                side = 0 if found.start("one") >= 0 else 1
                start, end = found.span(("one", "two")[side])
                document.defined.append(names[side])
            if start >= 0 and all(name in document.defined for name in names):
                hit = _hit(rule, start, end, block.text[start:end], ())
                hits.append(hit._replace(placed=False))
        return hits

    def _conditional(
        self, rule: Rule, block: Block, document: Document, numbers: Sequence[int], vocab: Vocab
    ) -> list[Hit]:
        del vocab, numbers
        second = self._runner(rule.expressions[1])
        needs = rule.settings["needs"]
        if needs and not any(each in block.folded for each in needs):
            pass
        elif rule.settings["captures"]:
            for found in second.every(block.seen):
                spans = [found.span(group) for group in range(1, found.re.groups + 1)]
                document.defined += [block.text[a:b] for a, b in spans if 0 <= a < b]
        elif second.search(block.seen) is not None:
            return []
        hits = []
        for found in self._runner(rule.expressions[0]).every(block.seen):
            start, end = found.span()
            text = block.text[start:end]
            if rule.settings["captures"] and text in document.defined:
                continue
            if self._excused(rule, block, start, end, text, ()):
                continue
            hits.append(_hit(rule, start, end, text, ())._replace(placed=False))
        return hits

    def _capitalization(
        self, rule: Rule, block: Block, document: Document, numbers: Sequence[int], vocab: Vocab
    ) -> list[Hit]:
        del document, numbers, vocab
        from charter_lint.styles import capitals  # noqa: PLC0415 - for headings only

        expected, good = capitals.judge(rule, block.text, self._runner, self._searches)
        if good:
            return []
        params = rule.params
        if rule.action == "replace" and not params and rule.settings["match"] in (
            "$title", "$sentence",
        ):  # fmt: skip
            params = (expected,)
        text = block.text
        return [
            Hit(0, len(text), text, fill(rule.message, text, expected),
                fill(rule.description, text, expected), rule.action, params)
        ]  # fmt: skip

    def _metric(
        self, rule: Rule, block: Block, document: Document, numbers: Sequence[int], vocab: Vocab
    ) -> list[Hit]:
        del numbers, vocab
        from charter_lint.styles import metrics  # noqa: PLC0415 - for summaries only

        value = metrics.measured(rule, block.text, document.metrics)
        if value is None:
            return []
        shown = f"{value:.2f}"
        message, description = fill(rule.message, shown), fill(rule.description, shown)
        return [Hit(1, 1, "", message, description, placed=False)]

    def _spelling(
        self, rule: Rule, block: Block, document: Document, numbers: Sequence[int], vocab: Vocab
    ) -> list[Hit]:
        del document, numbers
        from charter_lint.styles import spelling  # noqa: PLC0415 - few rules spell

        def excused(word: str) -> bool:
            return self._excused(rule, block, 0, 0, word, vocab)

        return spelling.hits(rule, block, excused, Hit)

    def _readability(
        self, rule: Rule, block: Block, document: Document, numbers: Sequence[int], vocab: Vocab
    ) -> list[Hit]:
        del document, numbers, vocab
        from charter_lint.styles import metrics  # noqa: PLC0415 - for summaries only

        grade = metrics.grade(rule, block.text)
        if grade is None:
            return []
        shown = f"{grade:.2f}"
        message, description = fill(rule.message, shown), fill(rule.description, shown)
        return [Hit(1, 1, "", message, description, placed=False)]


def _hit(
    rule: Rule, start: int, end: int, text: str, groups: Sequence[str | None]
) -> Hit:  # fmt: skip
    params = rule.params
    if not rule.action:
        description = fill(rule.description, text) if rule.description else ""
        return Hit(start, end, text, fill(rule.message, text), description)
    if rule.matchcase and rule.action == "replace":
        from charter_lint.styles.cases import recased  # noqa: PLC0415 - few rules ask for it

        params = tuple(recased(each, text) for each in params)
    second = text
    if rule.message.count("%") > 1 or "[" in rule.message or rule.description:
        made = fixes(rule.action, params, text, [each or "" for each in groups])
        if made:
            second = made[0] if len(made) == 1 else listed(made)
    return Hit(
        start, end, text, fill(rule.message, text, second),
        fill(rule.description, text, second) if rule.description else "", rule.action, params,
    )  # fmt: skip


def _expected(rule: Rule, found: Match, observed: str) -> str:
    """Give what a swap puts in place of the text; `$1` in it re-reads the key's groups."""
    expected = rule.swaps[found.key]
    if rule.settings["capitalize"] and observed == _capital(observed):
        expected = _capital(expected)
    if "$" in expected and re.search(r"\$\d+", expected):
        source = rule.keys[found.key]
        if rule.settings["folds"]:
            source = "(?i)" + source
        made = replaced(source, expected, observed)
        return expected if made is None else made
    return expected


def _capital(text: str) -> str:
    """Make the first letter a capital, if it is an ASCII one."""
    return text[0].upper() + text[1:] if text and text[0].isascii() else text


def _swap(rule: Rule, found: Match, observed: str, expected: str) -> Hit:
    action, params, message = rule.action, rule.params, rule.message
    if action == "replace" and not params:
        made = options(expected)
        if rule.settings["capitalize"] and observed == _capital(observed):
            made = [_capital(each) for each in made]
        if rule.matchcase:
            from charter_lint.styles.cases import recased  # noqa: PLC0415 - few rules

            made = [recased(each, observed) for each in made]
        params = tuple(made)
        expected = listed(made)
        message = _unquoted(message)
    elif action != "replace":
        from charter_lint.styles.terms import recased_term  # noqa: PLC0415 - for vocabularies

        expected = recased_term(expected, observed)
        if rule.settings.get("terms") and expected != observed and _plain(expected):
            action, params = "replace", (_wrapped(expected, observed),)
    return Hit(
        found.start, found.end, observed, fill(message, expected, observed),
        fill(rule.description, expected, observed) if rule.description else "", action, params,
    )  # fmt: skip


def _unquoted(message: str) -> str:
    """Take the quotes from the first of two quoted `%s`: a list of options has its own."""
    for each in ("'%s'", '"%s"'):
        if message.count(each) == 2:
            message = message.replace(each, "%s", 1)
    return message


def _plain(term: str) -> bool:
    return not re.search(r"[\\+*?()|\[\]{}^$]", term)


def _wrapped(expected: str, observed: str) -> str:
    """Keep the line breaks between the words of what is replaced."""
    words = expected.split()
    gaps = re.findall(r"\s+", observed)
    if len(gaps) != len(words) - 1:
        return expected
    return "".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=True))
