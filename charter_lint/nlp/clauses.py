"""How far a cue reaches: through its own clause, and into which others."""

from __future__ import annotations

from typing import Any

from charter_lint.nlp.trees import above, outermost
from charter_lint.nlp.verbs import SUBJECTS

_ONLY = frozenset("seulement uniquement simplement que qu' sinon only just merely simply".split())
"""Behind a negation these assert: not only, pas seulement, rien que."""
_TURN = frozenset({"mais", "but", "or", "sauf", "except"})
_CAUSE = frozenset({"parce", "puisque", "car", "because", "since"})
_CLAUSES = ("ROOT", "conj", "parataxis")
_MARKS = frozenset("mark advmod case aux auxpass aux:pass aux:tense det neg cc fixed".split())
"""Relations of little words, which stand for the clause that they open."""


def reaches(doc: Any, cue: list[Any], match: list[Any]) -> bool:  # noqa: ANN401
    """Say whether a negation reaches a match; where either is not found, it does."""
    if not cue or not match:
        return True
    following = [t for t in doc[cue[-1].i + 1 : cue[-1].i + 3] if t.is_alpha or "'" in t.text]
    if following and following[0].lower_ in _ONLY and not _opens(following[0]):
        return False
    between = doc[cue[-1].i + 1 : match[0].i]
    if match[0].i > cue[-1].i and all(t.pos_ == "DET" for t in between):
        return True  # "Pas un bon vin.": no verb ties them
    # A negation between parts of the match is about what comes after it.
    behind = [t for t in match if t.i > cue[-1].i and not t.is_punct]
    told = behind if behind and match[0].i < cue[0].i else match
    return any(_governs(token, root) for token in cue for root in outermost(told))


def holds_clause(cue: list[Any], match: list[Any]) -> bool:
    """Say whether a match lies within the clause that a cue opens or governs."""
    if not cue or not match:
        return True
    tops = {t.head if t.dep_ in _MARKS else t for t in cue if not t.is_punct}
    return any(tops & {root, *above(root)} for root in outermost(match))


def leaves_open(cue: list[Any]) -> bool:
    """Say whether a cue opens an infinitive, which states nothing: "asked whether to wait"."""
    return any(
        t.dep_ == "mark" and "Inf" in t.head.morph.get("VerbForm") and not _own_subject(t.head)
        for t in cue
    )


def adds(verb: Any, match: list[Any]) -> bool:  # noqa: ANN401
    """Say whether a match sets a statement of its own beside a verb: "ring twice, she's ill"."""
    beside = (c for c in verb.children if c.dep_ in ("conj", "parataxis", "ccomp") and c in match)
    return any(_own_subject(child) for child in beside)


def _governs(cue: Any, root: Any) -> bool:  # noqa: ANN401
    reach = {cue, cue.head}
    below = cue
    while below.dep_ in ("det", "advmod", "neg") and below.head.dep_ not in _CLAUSES:
        # A negative subject or object negates its verb; an auxiliary passes on what it bears.
        below = below.head
        reach.add(below.head)
    node = root
    while True:
        if node in reach:
            return True
        if node.head == node or _apart(node):
            return False
        node = node.head


def _apart(clause: Any) -> bool:  # noqa: ANN401
    """Say whether a negation above does not reach into this clause."""
    if clause.dep_ == "parataxis":
        return True
    words = {child.lower_ for child in clause.children}
    if clause.dep_ in ("conj", "ccomp", "dep") and (
        words & _TURN or (clause.dep_ == "conj" and _own_subject(clause))
    ):
        return True
    return clause.dep_ == "advcl" and bool(words & _CAUSE)


def _opens(word: Any) -> bool:  # noqa: ANN401
    """Say whether "que" opens a clause: "je ne veux pas que …", and not "pas que du vin"."""
    return word.dep_ == "mark" and _own_subject(word.head)


def _own_subject(verb: Any) -> bool:  # noqa: ANN401
    return any(child.dep_ in SUBJECTS for child in verb.children)
