"""An impact as text, Markdown or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from charter_lint.desk.impact import KINDS
from charter_lint.messages.catalogue import text

if TYPE_CHECKING:
    from charter_lint.desk.impact import Change, Impact, RuleCount

_AREA = "desk_impact"
_COUNTS = ("before", "after", "new", "gone", "graver", "milder", "shadow")


def as_json(impact: Impact) -> str:
    """Give all of an impact as JSON."""
    return msgspec.json.format(msgspec.json.encode(impact), indent=2).decode()


def as_text(impact: Impact, language: str, shown: int) -> str:
    """Give an impact as lines for a terminal, with so many examples a kind."""
    lines = [_head(impact, language), *(f"  {line}" for line in _counts(impact, language))]
    if impact.rules:
        width = max(len(r.rule) for r in impact.rules)
        lines.extend(["", text(f"{_AREA}.rules", language)])
        lines.extend(f"  {r.rule:<{width}}  {_figures(r, language)}" for r in impact.rules)
    for kind in KINDS:
        changes = [c for c in impact.changes if c.kind == kind]
        if not changes or not shown:
            continue
        lines.extend(["", text(f"{_AREA}.{kind}", language)])
        for change in changes[:shown]:
            lines.append(f"  {change.post}: {_step(change, language)}  {_rules(change)}")
            lines.extend([f"      {change.excerpt}"] if change.excerpt else [])
        lines.extend(f"  {line}" for line in _more(len(changes) - shown, language))
    return "\n".join([*lines, *_gaps(impact, language)])


def as_markdown(impact: Impact, language: str, shown: int) -> str:
    """Give an impact as Markdown for a merge request."""
    lines = [f"### {_cell(_head(impact, language))}", ""]
    lines.extend(f"- {line}" for line in _counts(impact, language))
    if impact.rules:
        names = [text(f"{_AREA}.{name}", language) for name in ("rule", *_COUNTS)]
        lines.extend(["", f"| {' | '.join(names)} |", "|-|" + "-:|" * len(_COUNTS)])
        for rule in impact.rules:
            found = [getattr(rule, name) for name in _COUNTS]
            figures = " | ".join("–" if count is None else str(count) for count in found)
            lines.append(f"| `{rule.rule}` | {figures} |")
    for kind in KINDS:
        changes = [c for c in impact.changes if c.kind == kind]
        if not changes or not shown:
            continue
        title = f"{text(f'{_AREA}.{kind}', language)} ({len(changes)})"
        lines.extend(["", f"<details><summary>{title}</summary>", ""])
        lines.extend(
            f"- {_cell(c.post)} · {_step(c, language)} · {_cell(_rules(c))}"
            + (f"<br>{_cell(c.excerpt)}" if c.excerpt else "")
            for c in changes[:shown]
        )
        lines.extend(f"- {line}" for line in _more(len(changes) - shown, language))
        lines.extend(["", "</details>"])
    return "\n".join([*lines, *_gaps(impact, language)])


def _head(impact: Impact, language: str) -> str:
    return text(
        f"{_AREA}.head",
        language,
        charter=impact.charter,
        source=impact.source,
        posts=str(impact.posts),
    )


def _counts(impact: Impact, language: str) -> list[str]:
    lines = [
        text(f"{_AREA}.count-{kind}", language, count=str(impact.counts[kind])) for kind in KINDS
    ]
    if not impact.changes:
        lines = [text(f"{_AREA}.nothing", language)]
    if impact.touched < impact.posts:
        lines.append(text(f"{_AREA}.touched", language, count=str(impact.touched)))
    return lines


def _figures(rule: RuleCount, language: str) -> str:
    said = [] if rule.before is None else [f"{rule.before} → {rule.after}"]
    for name, sign in (("new", "+"), ("gone", "-"), ("graver", ""), ("milder", ""), ("shadow", "")):
        count = getattr(rule, name)
        if count:
            said.append(f"{sign}{count} {text(f'{_AREA}.{name}', language)}")
    return "  ".join(said)


def _step(change: Change, language: str) -> str:
    steps = [text(f"{_AREA}.verdict-{v}", language) for v in (change.before, change.after)]
    return " → ".join(dict.fromkeys(steps))


def _rules(change: Change) -> str:
    moved = [f"{rule} ({before} → {after})" for rule, before, after in change.moved]
    return " ".join([*(f"+{r}" for r in change.new), *(f"-{r}" for r in change.gone), *moved])


def _more(count: int, language: str) -> list[str]:
    return [text(f"{_AREA}.more", language, count=str(count))] if count > 0 else []


def _gaps(impact: Impact, language: str) -> list[str]:
    lines = [
        text(f"{_AREA}.missing", language, reason=reason, count=str(count))
        for reason, count in sorted(impact.missing.items())
    ]
    if impact.unjudged:
        lines.append(text(f"{_AREA}.unjudged", language, count=str(impact.unjudged)))
    return ["", *lines] if lines else []


def _cell(written: str) -> str:
    """Keep a post's own signs from becoming Markdown, links or mentions of people."""
    quoted = written.replace("&", "&amp;").replace("<", "&lt;").replace("@", "@\u2060")
    for sign in "\\`*_[]|#!~":
        quoted = quoted.replace(sign, f"\\{sign}")
    return quoted
