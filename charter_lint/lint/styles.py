"""Vale styles as a stage of judging: their alerts become findings named Style/Rule."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from charter_lint.draft.spans import Span
from charter_lint.lint.report import Finding, NotChecked

if TYPE_CHECKING:
    from charter_lint.charter.compiled import Charter
    from charter_lint.draft import Draft
    from charter_lint.styles import Alert, Styles

_SEVERITY = {"error": "review", "warning": "advise", "suggestion": "advise"}
_SYNTAX = {"markdown": "markdown", "html": "html"}


def judge_styles(draft: Draft, charter: Charter) -> tuple[list[Finding], list[NotChecked]]:
    """Judge a draft by the Vale styles that the charter names.

    A style that cannot be read leaves the draft unjudged; a rule of it that cannot be run, or took
    too long here, is told and the rest holds.
    """
    from charter_lint.styles import StylesError  # noqa: PLC0415  (only where styles are named)

    try:
        styles = _styles(charter.head.folder, charter.head.styles)
    except StylesError as error:
        values = {
            "path": str(error.path),
            "line": str(error.line),
            "detail": error.detail or error.problem,
        }
        return [], [
            NotChecked(what="styles", reason="styles-unusable", values=values, required=True)
        ]
    syntax = _SYNTAX.get(draft.context.syntax, "plain")
    judged = styles.judge(draft.text, syntax=syntax, name="")
    missed = [
        NotChecked(
            what="styles",
            reason=f"styles.{notice.reason}",
            values={"rule": notice.rule, "detail": notice.detail, "path": notice.path},
        )
        for notice in (*styles.notices, *judged.notices)
    ]
    return [_finding(alert) for alert in judged.alerts], missed


def _finding(alert: Alert) -> Finding:
    both = {"fr": alert.message, "en": alert.message}
    better = ", ".join(alert.action.params) if alert.action.name == "replace" else ""
    instead = {"fr": better or alert.message, "en": better or alert.message}
    return Finding(
        rule=alert.rule,
        severity=_SEVERITY[alert.severity],
        span=Span(alert.start, alert.end),
        match=alert.match,
        title={"fr": alert.rule, "en": alert.rule},
        message=both,
        instead=instead,
        source=(alert.link,) if alert.link else (),
        replacement=alert.action.params[0] if better and len(alert.action.params) == 1 else "",
    )


@lru_cache(maxsize=8)
def _styles(folder: str, named: tuple[str, ...]) -> Styles:
    from charter_lint.charter.cache import folder as cache_folder  # noqa: PLC0415
    from charter_lint.styles import load  # noqa: PLC0415

    paths = [Path(folder) / name for name in named]
    cache = cache_folder()
    kept = cache / "styles" if cache else None
    if len(paths) == 1 and paths[0].suffix == ".ini":
        return load(paths[0], kept)
    return load(paths, kept)
