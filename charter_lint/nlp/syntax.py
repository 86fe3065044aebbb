"""Questions to a parsed sentence: what a cue reaches, who speaks, who acts, and when.

The French model follows Universal Dependencies, the English one ClearNLP's labels; both are asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from charter_lint.nlp import clauses, verbs
from charter_lint.nlp.trees import overlapping

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from charter_lint.nlp.trees import Range

_I_WE = frozenset({"je", "j'", "nous", "moi", "i", "we", "me"})
_WE = frozenset({"nous", "on", "we"})
_THEY = frozenset({"il", "elle", "ils", "elles", "he", "she", "they"})


def in_scope(doc: Any, cue: Range, match: Range) -> bool:  # noqa: ANN401
    """Say whether a negation's cue reaches the match; where the words are not found, it does.

    "Not only", "ne … pas seulement" and "rien que" assert. A cue does not reach a clause that is
    set beside its own, that turns ("mais", "but") or that gives the cause.
    """
    return clauses.reaches(doc, overlapping(doc, cue), overlapping(doc, match))


def is_supposed(doc: Any, cue: Range, match: Range) -> bool:  # noqa: ANN401
    """Say whether the match is supposed, not stated.

    It is within the clause of the cue ("if …", "imagine that …"), its verb is in the conditional,
    or it states nothing: an order ("if you vote, say so"), or what somebody is to do ("whether
    to wait"). What follows from an "if" in the indicative is stated: "if it hurts, X cures it".
    """
    opened, told = overlapping(doc, cue), overlapping(doc, match)
    if clauses.holds_clause(opened, told) or clauses.leaves_open(opened):
        return True
    bearers = list(verbs.bearing(told))
    if any(verbs.conditional(verb) for verb in bearers):
        return True
    return bool(bearers) and all(verbs.order(v) and not clauses.adds(v, told) for v in bearers)


def said_by_others(doc: Any, cue: Range, _match: Range) -> bool:  # noqa: ANN401
    """Say whether the verb of a cue, as "says that", has another subject than I or we.

    What I read, hear or ask, and what I am told, is not my word either. "Nous le disons" may be
    read as a noun: then the pronoun just before it says who speaks.
    """
    words = overlapping(doc, cue)
    if any(verbs.takes_in(t) for t in words):
        return True
    said = [t for t in words if t.pos_ in ("VERB", "AUX")]
    if words and not said:
        ahead = doc[max(0, words[0].i - 2) : words[0].i]
        return not any(t.lower_ in _I_WE for t in ahead)
    return not any(
        name.lower_ in _I_WE
        for verb in said
        for name in (*verbs.named(verbs.speakers(verb)), *verbs.beside(verb))
    )


def does(doc: Any, cue: Range, match: Range) -> bool:  # noqa: ANN401
    """Say whether the cue does what the match says, or is it: "X insults …", "… by X", "X is …".

    Of several verbs the last one counts: "she was away when X stole".
    """
    found = (name for verb in verbs.last(overlapping(doc, match)) for name in verbs.doers(verb))
    return _names(found, overlapping(doc, cue))


def undergoes(doc: Any, cue: Range, match: Range) -> bool:  # noqa: ANN401
    """Say whether what the match says is done to the cue: "… insults X", "X was insulted"."""
    found = (n for verb in verbs.last(overlapping(doc, match)) for n in verbs.undergoers(verb))
    return _names(found, overlapping(doc, cue))


def takes_part(doc: Any, cue: Range, match: Range) -> bool:  # noqa: ANN401
    """Say whether the cue does it or undergoes it, or owns who does: "my code is …"."""
    told = overlapping(doc, match)
    found = [
        name
        for verb in (*verbs.last(told), *verbs.bearing(told))
        for name in (*verbs.doers(verb), *verbs.undergoers(verb))
    ]
    owners = [owner for name in found for owner in verbs.owners(name)]
    return _names([*found, *owners], overlapping(doc, cue)) or any(
        t in told for t in overlapping(doc, cue)
    )


def is_past(doc: Any, _cue: Range, match: Range) -> bool:  # noqa: ANN401
    """Say whether the verb of the match is in a past tense."""
    return any(verbs.past(verb) for verb in verbs.bearing(overlapping(doc, match)))


def is_future(doc: Any, _cue: Range, match: Range) -> bool:  # noqa: ANN401
    """Say whether the verb of the match is in the future, the near one included."""
    return any(verbs.future(verb) for verb in verbs.bearing(overlapping(doc, match)))


def is_conditional(doc: Any, _cue: Range, match: Range) -> bool:  # noqa: ANN401
    """Say whether the verb of the match is in the conditional: "would", "pourrait"."""
    return any(verbs.conditional(verb) for verb in verbs.bearing(overlapping(doc, match)))


def is_imperative(doc: Any, _cue: Range, match: Range) -> bool:  # noqa: ANN401
    """Say whether the verb of the match gives an order: no subject, in its bare form."""
    return any(verbs.order(verb) for verb in verbs.bearing(overlapping(doc, match)))


def is_passive(doc: Any, _cue: Range, match: Range) -> bool:  # noqa: ANN401
    """Say whether the verb of the match is in the passive: somebody has it done to them."""
    return any(verbs.passive(verb) for verb in verbs.bearing(overlapping(doc, match)))


def by_us(doc: Any, _cue: Range, match: Range) -> bool:  # noqa: ANN401
    """Say whether we are the subject of the match's verb."""
    return _has_subject(doc, match, _WE)


def by_them(doc: Any, _cue: Range, match: Range) -> bool:  # noqa: ANN401
    """Say whether he, she or they are the subject of the match's verb."""
    return _has_subject(doc, match, _THEY)


OF_CUES: dict[str, Callable[[Any, Range, Range], bool]] = {
    "scope": in_scope,
    "others": said_by_others,
    "supposed": is_supposed,
    "subject": does,
    "object": undergoes,
    "party": takes_part,
}
"""What may be asked of a cue and a match."""
OF_MATCHES: dict[str, Callable[[Any, Range, Range], bool]] = {
    "past": is_past,
    "future": is_future,
    "conditional": is_conditional,
    "imperative": is_imperative,
    "passive": is_passive,
    "we": by_us,
    "they": by_them,
}
"""What may be asked of a match by itself."""


def _names(found: Iterable[Any], cue: list[Any]) -> bool:
    return any(name in cue for name in verbs.named(found))


def _has_subject(doc: Any, match: Range, words: frozenset[str]) -> bool:  # noqa: ANN401
    found = verbs.bearing(overlapping(doc, match))
    return any(name.lower_ in words for verb in found for name in verbs.subjects(verb))
