"""What an assistant may ask: a judgement and how it came about, rules, permissions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from charter_lint.charter.compiled import Charter
from charter_lint.charter.hints import nearest
from charter_lint.draft.context import Context
from charter_lint.draft.draft import Draft
from charter_lint.formats.entry import Entry, entry_of
from charter_lint.hooks.http.answers import (
    CharterEntry,
    RuleDetail,
    RuleEntry,
    charter_of,
    rule_of,
    rules_of,
)
from charter_lint.lint.judge import lint

LONGEST = 200_000
"""Characters of the longest text that is judged."""


class ToolError(Exception):
    """An answer that cannot be given; `problem` is a message key, `values` fill it."""

    def __init__(self, problem: str, **values: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.values = values


class Check(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A draft, and what is known of it."""

    text: Annotated[str, Meta(description="the whole draft, word for word")]
    platform: Annotated[str, Meta(description="linkedin, x, facebook, instagram, blog, email…")] = (
        ""
    )
    role: Annotated[str, Meta(description="of the author: employee, executive, spokesperson…")] = ""
    account: Literal["", "official", "personal"] = ""
    audience: Annotated[str, Meta(description="public, customers, staff…")] = ""
    date: Annotated[str, Meta(description="of publication: YYYY-MM-DD, else today")] = ""
    action: Literal["", "post", "like", "share", "comment"] = ""
    language: Literal["", "fr", "en"] = ""
    author: Annotated[str, Meta(description="the author's name, to recognise self-mention")] = ""
    media: Annotated[tuple[str, ...], Meta(description="images and videos that go with it")] = ()


class Explain(Check, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A draft, and the rule of which the whole way is told."""

    rule: Annotated[str, Meta(description="id of one rule; empty: all that nearly spoke")] = ""


class Trace(msgspec.Struct, frozen=True, kw_only=True):
    """How a judgement came about, in lines of plain text; what must not be repeated is masked."""

    verdict: str
    trace: str


class Rules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which rules to list."""

    pack: Annotated[str, Meta(description="one family, as finance; all when empty")] = ""


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which rule to tell."""

    id: Annotated[str, Meta(description="as in a finding, as finance/guaranteed-return")]


class Permissions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nothing has to be said."""


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """Rules of a charter."""

    rules: tuple[RuleEntry, ...]


class Tool(msgspec.Struct, frozen=True):
    """A tool: what it tells the assistant of itself, its arguments, its answer, its work."""

    description: str
    arguments: type[msgspec.Struct]
    answer: type[msgspec.Struct]
    work: Callable[[Any, Charter], msgspec.Struct]

    def call(self, arguments: dict[str, Any], charter: Charter) -> msgspec.Struct:
        """Give the answer; raises ToolError, with no value of the arguments."""
        try:
            asked = msgspec.convert(arguments, self.arguments)
        except msgspec.ValidationError as error:
            raise ToolError("arguments-wrong", detail=str(error)) from None
        return self.work(asked, charter)


def _check(asked: Check, charter: Charter) -> Entry:
    draft = _draft(asked)
    return entry_of(draft, lint(draft, charter))


def _explain(asked: Explain, charter: Charter) -> Trace:
    from charter_lint.desk.explain import explain, explained_rules  # noqa: PLC0415  (when asked)
    from charter_lint.desk.explanation import as_text  # noqa: PLC0415

    draft = _draft(asked)
    known = explained_rules(charter)
    if asked.rule and asked.rule not in known:
        raise ToolError("rule-unknown", name=nearest(asked.rule, known))
    told = explain(draft, charter, asked.rule)
    return Trace(verdict=told.report.verdict, trace=as_text(draft, told, asked.language or "en"))


def _draft(asked: Check) -> Draft:
    if len(asked.text) > LONGEST:
        raise ToolError("text-long", limit=str(LONGEST))
    if not asked.text.strip() or "\0" in asked.text:
        raise ToolError("text-none")
    given = {f: getattr(asked, f) for f in Check.__struct_fields__ if f != "text"}
    return Draft(asked.text, Context(**{**given, "date": _day(asked.date)}))


def _day(given: str) -> str:
    if not given:
        return date.today().isoformat()  # noqa: DTZ011  (the author's own day)
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        raise ToolError("date-wrong") from None


def _rules(asked: Rules, charter: Charter) -> Listed:
    found = rules_of(charter, asked.pack)
    if not found:
        families = {rule.id.split("/")[0] for rule in rules_of(charter, "")}
        raise ToolError("pack-unknown", name=nearest(asked.pack, families))
    return Listed(rules=found)


def _rule(asked: Rule, charter: Charter) -> RuleDetail:
    number = charter.rule_numbers.get(asked.id)
    if number is None:
        raise ToolError("rule-unknown", name=nearest(asked.id, charter.rule_numbers))
    return rule_of(charter, number)


def _permissions(_: Permissions, charter: Charter) -> CharterEntry:
    return charter_of(charter.name, charter)


TOOLS: dict[str, Tool] = {
    "check": Tool(
        "Judge a draft (French or English) by the company's charter before anybody publishes it. "
        "verdict: pass, advise, review (someone should read it first) or block (change it first). "
        "Each finding says where (code points), why, what to write instead, and its source. "
        "What could not be checked is in not_checked: a pass is only a pass for the rest; "
        "judged=false means that there is no verdict. After a rewrite, check the new text again.",
        Check,
        Entry,
        _check,
    ),
    "explain": Tool(
        "Tell how a judgement came about: what each rule saw, and which context, guard, fact or "
        "waiver silenced it. For a verdict that surprises; check gives the verdict itself.",
        Explain,
        Trace,
        _explain,
    ),
    "rules": Tool(
        "List the rules of the charter, all or one family's. Ask before you write, not after.",
        Rules,
        Listed,
        _rules,
    ),
    "rule": Tool(
        "Tell one rule in full: what it flags, why, what to write instead, its sources, and "
        "examples of what it flags and what it lets pass.",
        Rule,
        RuleDetail,
        _rule,
    ),
    "permissions": Tool(
        "Tell what the charter permits and encourages, people's rights, and whom to ask. A charter "
        "is no list of bans: do not take out of a draft what is permitted here.",
        Permissions,
        CharterEntry,
        _permissions,
    ),
}
"""Every tool by its name."""
