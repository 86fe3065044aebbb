"""Grammar as a stage of judging: LanguageTool's findings as advice, where a charter wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from charter_lint.draft.spans import Span
from charter_lint.lint.report import Finding, NotChecked
from charter_lint.lint.waivers import waived
from charter_lint.messages.catalogue import LANGUAGES, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from charter_lint.charter.compiled import Charter, Head
    from charter_lint.draft import Draft
    from charter_lint.nlp.grammar import Problem, Settings

    Check = Callable[[str, str, Settings, "Sequence[Span] | None"], "list[Problem]"]

FAMILY = "grammar"
_SHOWN = 3
_TYPOGRAPHY = ("TYPOGRAPH", "CAT_TYPOGRAPHIE")
_SPELLING = ("TYPOS",)


class Grammar(NamedTuple):
    """What LanguageTool said of a draft, the rules that a waiver covered, and what it could not."""

    findings: list[Finding]
    waived: list[str]
    missed: list[NotChecked]


def grammar(
    draft: Draft, charter: Charter, secret: Iterable[Span] = (), check: Check | None = None
) -> Grammar:
    """Have the French and English sentences of a draft read for grammar.

    `secret` are spans that no finding may repeat: what overlaps one is left out. `check` takes the
    place of `charter_lint.nlp.grammar.check`.
    """
    from charter_lint.nlp.grammar import (  # noqa: PLC0415  (only where a charter asks for it)
        GrammarUnavailable,
    )
    from charter_lint.nlp.grammar import check as ask  # noqa: PLC0415

    settings = settings_of(charter.head)
    hidden = list(secret)
    said = Grammar([], [], [])
    for language in LANGUAGES:
        within = [
            draft.folded.original(*sentence)
            for sentence, spoken in zip(draft.sentences, draft.languages, strict=True)
            if spoken == language
        ]
        if not within:
            continue
        try:
            problems = (check or ask)(draft.text, language, settings, within)
        except GrammarUnavailable as reason:
            missed = _missed(reason, charter.head)
            if missed not in said.missed:
                said.missed.append(missed)
            continue
        for problem in problems:
            span = Span(problem.start, problem.end)
            if any(span.overlaps(other) for other in hidden):
                continue
            finding = _finding(problem, span, draft, charter.head)
            if waived(finding.rule, finding.match, draft, charter.head.waivers) is not None:
                said.waived.append(finding.rule)
            else:
                said.findings.append(finding)
    return said


def settings_of(head: Head) -> Settings:
    """Give what a charter says of LanguageTool: its server, rules off, words of its own."""
    from charter_lint.nlp.grammar import Settings  # noqa: PLC0415

    host = _host(head.grammar_url)
    return Settings(
        url=head.grammar_url or None,
        hosts=frozenset({host}) if host else frozenset(),
        ignore=frozenset(head.ignored),
        off=frozenset(head.grammar_off),
    )


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # the client says what is wrong with it
        return ""


def _missed(reason: object, head: Head) -> NotChecked:
    key = getattr(reason, "reason", "answer")
    return NotChecked(
        what=FAMILY,
        reason=f"grammar.reason-{key}",
        values=dict(getattr(reason, "details", {})),
        required=FAMILY in head.required,
    )


def _finding(problem: Problem, span: Span, draft: Draft, head: Head) -> Finding:
    better = tuple(r for r in problem.replacements if r.strip())[:_SHOWN]
    message = " ".join(problem.message.split())
    return Finding(
        rule=f"{FAMILY}/{problem.rule}",
        severity="advise",
        span=span,
        match=draft.text[span.start : span.end],
        title={s: text(f"grammar.title-{_sort(problem)}", s) for s in LANGUAGES},
        message=dict.fromkeys(LANGUAGES, message),
        instead={s: _instead(better, s) for s in LANGUAGES},
        owner="communication",
        contact=head.contacts.get("communication", ""),
        replacement=better[0] if len(better) == 1 else "",
    )


def _sort(problem: Problem) -> str:
    if problem.category.startswith(_TYPOGRAPHY):
        return "typography"
    return "spelling" if problem.category in _SPELLING else "grammar"


def _instead(better: tuple[str, ...], language: str) -> str:
    if not better:
        return text("grammar.instead-none", language)
    key = f"grammar.{'instead-last' if len(better) > 1 else 'instead-one'}"
    quoted = [text("grammar.instead-one", language, word=word) for word in better]
    if len(quoted) == 1:
        return quoted[0]
    return text(key, language, words=", ".join(quoted[:-1]), word=quoted[-1])
