"""Questions to a parsed sentence: what a negation reaches, who speaks, who acts, and when.

The French model follows Universal Dependencies, the English one ClearNLP's labels; both are asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Range = tuple[int, int]
"""Offsets from the beginning of the sentence."""

_ONLY = frozenset("seulement uniquement simplement que qu' sinon only just merely simply".split())
"""Behind a negation these assert: not only, pas seulement, rien que."""
_TURN = frozenset({"mais", "but", "or", "sauf", "except"})
_CAUSE = frozenset({"parce", "puisque", "car", "because", "since"})
_SUBJECTS = ("nsubj", "nsubjpass", "nsubj:pass", "nsubj:caus")
_PASSIVE = frozenset({"nsubjpass", "nsubj:pass", "auxpass", "aux:pass"})
_I_WE = frozenset({"je", "j'", "nous", "i", "we"})
_WE = frozenset({"nous", "on", "we"})
_THEY = frozenset({"il", "elle", "ils", "elles", "he", "she", "they"})
_WILL = frozenset({"will", "'ll", "wo", "shall"})
_GOING = frozenset({"go", "going", "vais", "vas", "va", "allons", "allez", "vont"})


def in_scope(doc: Any, cue: Range, match: Range) -> bool:  # noqa: ANN401
    """Say whether a negation's cue reaches the match; where the words are not found, it does.

    "Not only", "ne … pas seulement" and "rien que" assert. A cue does not reach a clause that is
    set beside its own, that turns ("mais", "but") or that gives the cause.
    """
    said, told = _tokens(doc, cue), _tokens(doc, match)
    if not said or not told:
        return True
    following = [
        t.lower_ for t in doc[said[-1].i + 1 : said[-1].i + 3] if t.is_alpha or "'" in t.text
    ]
    if following and following[0] in _ONLY:
        return False
    roots = [t for t in told if t.head not in told or t.head == t]
    return any(_governs(token, root) for token in said for root in roots)


def said_by_others(doc: Any, cue: Range, _match: Range) -> bool:  # noqa: ANN401
    """Say whether the verb of a cue, as "says that", has another subject than I or we."""
    verbs = [t for t in _tokens(doc, cue) if t.pos_ in ("VERB", "AUX")]
    return not any(s.lower_ in _I_WE for verb in verbs for s in _subjects(verb))


def is_past(doc: Any, _cue: Range, match: Range) -> bool:  # noqa: ANN401
    """Say whether the verb of the match is in a past tense."""
    return any(_is_past(verb) for verb in _verbs(doc, match))


def is_future(doc: Any, _cue: Range, match: Range) -> bool:  # noqa: ANN401
    """Say whether the verb of the match is in the future, the near one included."""
    return any(_is_future(verb) for verb in _verbs(doc, match))


def is_imperative(doc: Any, _cue: Range, match: Range) -> bool:  # noqa: ANN401
    """Say whether the verb of the match gives an order: no subject, in its bare form."""
    return any(_is_order(verb) for verb in _verbs(doc, match))


def is_passive(doc: Any, _cue: Range, match: Range) -> bool:  # noqa: ANN401
    """Say whether the verb of the match is in the passive: somebody has it done to them."""
    return any(c.dep_ in _PASSIVE for verb in _verbs(doc, match) for c in verb.children)


def by_us(doc: Any, _cue: Range, match: Range) -> bool:  # noqa: ANN401
    """Say whether we are the subject of the match's verb."""
    return any(s.lower_ in _WE for verb in _verbs(doc, match) for s in _subjects(verb))


def by_them(doc: Any, _cue: Range, match: Range) -> bool:  # noqa: ANN401
    """Say whether he, she or they are the subject of the match's verb."""
    return any(s.lower_ in _THEY for verb in _verbs(doc, match) for s in _subjects(verb))


OF_CUES: dict[str, Callable[[Any, Range, Range], bool]] = {
    "scope": in_scope,
    "others": said_by_others,
}
"""What may be asked of a cue and a match."""
OF_MATCHES: dict[str, Callable[[Any, Range, Range], bool]] = {
    "past": is_past,
    "future": is_future,
    "imperative": is_imperative,
    "passive": is_passive,
    "we": by_us,
    "they": by_them,
}
"""What may be asked of a match by itself."""


def _tokens(doc: Any, place: Range) -> list[Any]:  # noqa: ANN401
    return [t for t in doc if t.idx < place[1] and place[0] < t.idx + len(t) and not t.is_space]


def _governs(cue: Any, root: Any) -> bool:  # noqa: ANN401
    reach = {cue, cue.head}
    above = cue.head
    if cue.dep_ in ("det", "advmod", "neg") and above.dep_ not in ("ROOT", "conj", "parataxis"):
        # A negative subject or object negates its verb; an auxiliary passes on what it bears.
        reach.add(above.head)
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


def _own_subject(verb: Any) -> bool:  # noqa: ANN401
    return any(child.dep_ in _SUBJECTS for child in verb.children)


def _subjects(verb: Any) -> Iterator[Any]:  # noqa: ANN401
    """Give a verb's subjects; a verb set beside another, or an auxiliary, has the other's."""
    found = [child for child in verb.children if child.dep_ in _SUBJECTS]
    while (
        not found
        and verb.head != verb
        and verb.dep_
        in (
            "conj",
            "aux",
            "auxpass",
            "aux:pass",
            "aux:tense",
            "cop",
            "xcomp",
        )
    ):
        verb = verb.head
        found = [child for child in verb.children if child.dep_ in _SUBJECTS]
    yield from found


def _verbs(doc: Any, match: Range) -> Iterator[Any]:  # noqa: ANN401
    """Give the verbs that bear the match: its own outermost ones, or the first above it."""
    told = _tokens(doc, match)
    for root in (t for t in told if t.head not in told or t.head == t):
        node = root
        while node.pos_ not in ("VERB", "AUX") and node.head != node:
            if any(child.dep_ == "cop" for child in node.children):
                break
            node = node.head
        yield node


def _helpers(verb: Any) -> Iterator[Any]:  # noqa: ANN401
    yield verb
    for child in verb.children:
        if child.dep_.startswith(("aux", "cop")):
            yield child


def _is_past(verb: Any) -> bool:  # noqa: ANN401
    if _is_future(verb):
        return False
    helpers = list(_helpers(verb))
    if any("Imp" in t.morph.get("Tense") for t in helpers):
        return True
    finite = [t for t in helpers if "Fin" in t.morph.get("VerbForm")]
    if any("Past" in t.morph.get("Tense") for t in finite):
        return True
    participle = "Past" in verb.morph.get("Tense") and "Part" in verb.morph.get("VerbForm")
    return participle and any(t.dep_ in ("aux", "aux:tense") for t in helpers)


def _is_future(verb: Any) -> bool:  # noqa: ANN401
    helpers = list(_helpers(verb))
    if any("Fut" in t.morph.get("Tense") or t.lower_ in _WILL for t in helpers):
        return True
    above = verb.head
    near = verb.dep_ in ("xcomp", "ROOT", "conj") and "Inf" in verb.morph.get("VerbForm")
    return (near and above.lower_ in _GOING) or (near and any(t.lower_ in _GOING for t in helpers))


def _is_order(verb: Any) -> bool:  # noqa: ANN401
    if "Imp" in verb.morph.get("Mood"):
        return True
    return (
        verb.tag_ == "VB"
        and verb.dep_ == "ROOT"
        and not any(
            c.dep_ in (*_SUBJECTS, "aux") and c.lower_ not in ("do", "don't") for c in verb.children
        )
    )
