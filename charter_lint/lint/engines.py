"""Engines that a charter requires: those that are missing leave every draft unjudged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from charter_lint.lint.report import NotChecked

if TYPE_CHECKING:
    from charter_lint.charter.compiled import Charter


def missing_engines(charter: Charter) -> list[NotChecked]:
    """Give an entry for each engine the charter requires that is not there."""
    found = []
    for engine in charter.head.required:
        if engine == "grammar":
            found.extend(_grammar(charter))
            continue
        reason = _missing(engine)
        if reason:
            values = {"engine": engine, "reason": reason}
            found.append(
                NotChecked(what=engine, reason="engine-missing", values=values, required=True)
            )
    return found


def _grammar(charter: Charter) -> list[NotChecked]:
    from charter_lint.lint.grammar import settings_of  # noqa: PLC0415  (only when required)
    from charter_lint.nlp.grammar.available import unavailable  # noqa: PLC0415

    reason = unavailable(settings_of(charter.head))
    if reason is None:
        return []
    key = f"grammar.reason-{reason.reason}"
    return [NotChecked(what="grammar", reason=key, values=reason.details, required=True)]


def _missing(engine: str) -> str:
    """Name what is missing of an engine, "" if nothing is."""
    if engine == "spacy":
        from charter_lint.nlp.models import missing_model  # noqa: PLC0415  (only when required)

        return missing_model()
    if engine == "secrets":
        from importlib.util import find_spec  # noqa: PLC0415  (only when required)

        return "" if find_spec("kingfisher_sdk") else "kingfisher-secret-scanner"
    return ""
