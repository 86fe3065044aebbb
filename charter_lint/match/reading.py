"""spaCy's reading of a draft's sentences, kept as long as the draft is judged."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, cast

from charter_lint.nlp.sentence import Sentence

if TYPE_CHECKING:
    from charter_lint.match.scan import Scan


def sentence(scan: Scan, number: int) -> Sentence | None:
    """Give a French or English sentence of the draft by its number; None in another language."""
    draft = scan.draft
    language = draft.languages[number]
    if language not in ("fr", "en"):
        return None
    key = ("spacy", number)
    known = scan.shared.get(key)
    if known is None:
        start, end = draft.sentences[number]
        known = scan.shared[key] = Sentence(draft.folded.text[start:end], language)
    return cast("Sentence", known)


def tokens_between(scan: Scan, start: int, end: int) -> tuple[int, int]:
    """Give the draft's tokens in a folded range: the first, and the one after the last."""
    tokens = scan.draft.tokens
    return bisect_right(tokens.ends, start), bisect_left(tokens.starts, end)
