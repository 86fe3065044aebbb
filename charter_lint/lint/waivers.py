"""Waivers: dated exceptions to a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from charter_lint.draft.fold import fold_word

if TYPE_CHECKING:
    from charter_lint.charter.clauses import Waiver
    from charter_lint.draft import Draft


def waived(rule: str, match: str, draft: Draft, waivers: tuple[Waiver, ...]) -> Waiver | None:
    """Give the waiver that covers a finding, if there is one.

    A waiver holds up to and including its last day; on a draft without a day none holds.
    """
    context = draft.context
    for waiver in waivers:
        if waiver.rule != rule and not (
            waiver.rule.endswith("/*") and rule.startswith(waiver.rule[:-1])
        ):
            continue
        if not context.date or context.date > waiver.expires:
            continue
        if waiver.platform and context.platform not in waiver.platform:
            continue
        if waiver.match and fold_word(waiver.match) not in fold_word(match):
            continue
        if waiver.text and waiver.text != text_hash(draft.text):
            continue
        return waiver
    return None


def text_hash(text: str) -> str:
    """Give the SHA-256 of a text, hexadecimal."""
    import hashlib  # noqa: PLC0415  (few posts need it)

    return hashlib.sha256(text.encode()).hexdigest()
