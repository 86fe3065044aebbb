"""spaCy's reading of a draft's sentences, kept as long as the draft is judged."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, cast

from charter_lint.nlp.models import EngineMissing
from charter_lint.nlp.sentence import LONGEST, Sentence, TooLong

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


def true_of(
    scan: Scan, question: str, match: tuple[int, int], cue: tuple[int, int] | None = None
) -> bool | None:
    """Ask a question of nlp.syntax about a match, or a cue and a match, given in tokens.

    None in a third language, where a match goes on over several sentences, so that the grammar of
    one settles nothing, or where spaCy cannot be asked; the last is remembered in `scan.unread`.
    False where the cue stands in another sentence than the match.
    """
    from charter_lint.nlp.syntax import OF_CUES, OF_MATCHES  # noqa: PLC0415

    asked = OF_CUES.get(question) or OF_MATCHES[question]
    draft = scan.draft
    number = draft.sentence_of[cue[0] if cue is not None and question in OF_CUES else match[0]]
    tokens = draft.sentence_tokens[number]
    told = max(match[0], tokens.start), min(match[1], tokens.stop)
    if told[0] >= told[1]:
        return False
    if told != match and cue is not None:
        return None
    said = sentence(scan, number)
    if said is None:
        return None
    whole = draft.sentences[number]

    def place(tokens: tuple[int, int]) -> tuple[int, int]:
        start, end = draft.tokens.starts[tokens[0]], draft.tokens.ends[tokens[1] - 1]
        return start - whole.start, min(end, whole.end) - whole.start

    try:
        return asked(said.doc(), place(cue or told), place(told))
    except EngineMissing as missing:
        values = {"engine": "spaCy", "reason": str(missing)}
        scan.unread = ("engine-missing", values)
    except TooLong as length:
        values = {"length": str(length), "most": str(LONGEST)}
        scan.unread = ("sentence-too-long", values)
    return None


def tokens_between(scan: Scan, start: int, end: int) -> tuple[int, int]:
    """Give the draft's tokens in a folded range: the first, and the one after the last."""
    tokens = scan.draft.tokens
    return bisect_right(tokens.ends, start), bisect_left(tokens.starts, end)
