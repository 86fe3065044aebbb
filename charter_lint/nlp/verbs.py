"""Verbs of a parsed sentence: their tense and mood, who does it and to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from charter_lint.nlp.trees import outermost

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SUBJECTS = ("nsubj", "nsubjpass", "nsubj:pass", "nsubj:caus")
_OBJECTS = ("obj", "dobj", "iobj", "dative")
_PASSIVE = frozenset({"nsubjpass", "nsubj:pass", "auxpass", "aux:pass"})
_SHARED = ("conj", "aux", "auxpass", "aux:pass", "aux:tense", "cop", "xcomp")
"""Relations of verbs that have the subject of the verb above them."""
_PARTS = ("conj", "flat", "flat:name", "compound", "appos", "nmod", "fixed")
"""Relations of words that name the same, or more of the same."""
_AGENTS = ("agent", "obl:agent")
_RELATIVE = ("acl:relcl", "relcl")
_WILL = frozenset({"will", "'ll", "wo", "shall"})
_WOULD = frozenset({"would", "'d", "could", "might"})
_GOING = frozenset({"go", "going", "vais", "vas", "va", "allons", "allez", "vont"})


_TAKEN_IN = frozenset(
    """
    read reads reading hear hears heard hearing ask asks asked asking wonder wondered
    lis lisons lu lisais lire entends entendons entendu entendais demande demandons demandé
    """.split()
)
"""Verbs whose subject takes the words in, or does not know: they are somebody else's."""


def bearing(match: list[Any]) -> Iterator[Any]:
    """Give the verbs that bear a match: its own outermost ones, or the first above it."""
    for root in outermost(match):
        node = root
        while node.pos_ not in ("VERB", "AUX") and node.head != node:
            if _is_told(node) or (node.dep_ == "amod" and not _is_told(node.head)):
                break
            node = node.head
        yield node


def last(match: list[Any]) -> Iterator[Any]:
    """Give the last verb of a match; where it has none, those that bear it."""
    for token in reversed(match):
        if token.pos_ in ("VERB", "AUX") and token.dep_ != "amod":
            bound = token.dep_.startswith("aux") and token.head.pos_ == "VERB"
            yield token.head if bound else token
            return
    yield from bearing(match)


def owners(name: Any) -> Iterator[Any]:  # noqa: ANN401
    """Give the possessives of a noun: "my", "mon"."""
    return iter(_children(name, ("poss", "det")))


def subjects(verb: Any) -> Iterator[Any]:  # noqa: ANN401
    """Give a verb's subjects; a verb set beside another, or an auxiliary, has the other's."""
    found = _children(verb, SUBJECTS)
    while not found and verb.head != verb and verb.dep_ in _SHARED:
        verb = verb.head
        found = _children(verb, SUBJECTS)
    if verb.dep_ in _RELATIVE and all(name.pos_ == "PRON" for name in found):
        found.append(verb.head)
    yield from found


def speakers(verb: Any) -> Iterator[Any]:  # noqa: ANN401
    """Give who says it: the subject; in the passive the agent, as "I was promised by them"."""
    return doers(verb) if passive(verb) else subjects(verb)


def takes_in(verb: Any) -> bool:  # noqa: ANN401
    """Say whether the subject of a verb does not say something, but reads, hears or asks it."""
    return verb.lower_ in _TAKEN_IN


def doers(verb: Any) -> Iterator[Any]:  # noqa: ANN401
    """Give who does or is it: the subject, in the passive the agent; an adjective's noun."""
    if verb.dep_ == "amod":
        yield verb.head
    elif passive(verb):
        for agent in _children(verb, _AGENTS):
            yield agent
            yield from _children(agent, ("pobj",))
    else:
        yield from subjects(verb)


def undergoers(verb: Any) -> Iterator[Any]:  # noqa: ANN401
    """Give to whom it is done: the objects, in the passive the subject."""
    yield from subjects(verb) if passive(verb) else _children(verb, _OBJECTS)


def named(found: Iterable[Any]) -> Iterator[Any]:
    """Give tokens with the parts of their names and what stands beside them with "and"."""
    for token in found:
        yield token
        yield from named(_children(token, _PARTS))


def beside(verb: Any) -> Iterator[Any]:  # noqa: ANN401
    """Give what is set before a verb beside its subject: "la ville et moi, on dit"."""
    for token in _children(verb, ("dislocated", "obl", "obl:mod")):
        if token.i < verb.i:
            yield from named([token])


def past(verb: Any) -> bool:  # noqa: ANN401
    """Say whether a verb is in a past tense."""
    if future(verb) or conditional(verb):
        return False
    helpers = list(_helpers(verb))
    if any("Imp" in t.morph.get("Tense") for t in helpers):
        return True
    finite = [t for t in helpers if "Fin" in t.morph.get("VerbForm")]
    if any("Past" in t.morph.get("Tense") for t in finite):
        return True
    participle = "Past" in verb.morph.get("Tense") and "Part" in verb.morph.get("VerbForm")
    return participle and any(t.dep_ in ("aux", "aux:tense") for t in helpers)


def future(verb: Any) -> bool:  # noqa: ANN401
    """Say whether a verb is in the future, the near one included."""
    helpers = list(_helpers(verb))
    if any("Fut" in t.morph.get("Tense") or t.lower_ in _WILL for t in helpers):
        return True
    near = verb.dep_ in ("xcomp", "ROOT", "conj") and "Inf" in verb.morph.get("VerbForm")
    return near and any(t.lower_ in _GOING for t in (verb.head, *helpers))


def conditional(verb: Any) -> bool:  # noqa: ANN401
    """Say whether a verb is in the conditional."""
    return any("Cnd" in t.morph.get("Mood") or t.lower_ in _WOULD for t in _helpers(verb))


def order(verb: Any) -> bool:  # noqa: ANN401
    """Say whether a verb gives an order."""
    if "Imp" in verb.morph.get("Mood"):
        return True
    return (
        verb.tag_ == "VB"
        and verb.dep_ == "ROOT"
        and not any(
            c.dep_ in (*SUBJECTS, "aux") and c.lower_ not in ("do", "don't") for c in verb.children
        )
    )


def passive(verb: Any) -> bool:  # noqa: ANN401
    """Say whether a verb is in the passive."""
    return any(child.dep_ in _PASSIVE for child in verb.children)


def _is_told(word: Any) -> bool:  # noqa: ANN401
    """Say whether something is said to be this: "… est nul"."""
    return any(child.dep_ == "cop" for child in word.children)


def _helpers(verb: Any) -> Iterator[Any]:  # noqa: ANN401
    yield verb
    for child in verb.children:
        if child.dep_.startswith(("aux", "cop")):
            yield child


def _children(token: Any, relations: tuple[str, ...]) -> list[Any]:  # noqa: ANN401
    return [child for child in token.children if child.dep_ in relations]
