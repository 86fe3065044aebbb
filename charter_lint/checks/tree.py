"""Trees of evidence: all of these, any of these, none of these, within a scope."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Annotated, Literal, Union

import msgspec
from msgspec import Meta

from charter_lint.checks._read import resembles
from charter_lint.checks.base import SCOPES, Phrase, PhraseList, scope_range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.checks.base import Needs
    from charter_lint.match.scan import Hit, Scan

Scope = Literal["clause", "sentence", "neighbours", "paragraph", "post"]

Node = Union[Phrase, PhraseList, "Group"]
"""A phrase, a list of phrases of which one must stand, or a group."""


class Group(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Evidence that must come together."""

    all: Annotated[list[Node], Meta(description="each of these must stand")] = []
    any: Annotated[list[Node], Meta(description="one of these must stand")] = []
    none: Annotated[list[Node], Meta(description="none of these may stand")] = []
    fr: Annotated[Node | None, Meta(description="the same, for French sentences only")] = None
    en: Annotated[Node | None, Meta(description="the same, for English sentences only")] = None
    within: Annotated[
        Scope | None, Meta(description="how far the evidence may lie apart; the parent's if unset")
    ] = None
    near: Annotated[int, Meta(ge=0, description="most words between neighbours; 0: no limit")] = 0
    order: Annotated[bool, Meta(description="true: in the order written")] = False
    resembles: Annotated[
        str, Meta(description="the reader sees here what this family's examples flag: market…")
    ] = ""


class Branch(msgspec.Struct, frozen=True, array_like=True):
    """A compiled node: a term ("term"), "resembles", or "all", "any", "none" over children.

    `wide` marks the whole passage from the first part to the last, across sentences too; `family`
    is whose examples the reader must see resembled.
    """

    op: str
    term: int = -1
    children: tuple[Branch, ...] = ()
    within: str = ""
    near: int = 0
    order: bool = False
    wide: bool = False
    family: str = ""


Found = tuple[int, int, tuple[tuple[int, int], ...], tuple[int, int]]
"""A range of token numbers, the branches of terms that made it, and its leading part."""


def grow(node: Node, needs: Needs, path: tuple[object, ...], language: str = "any") -> Branch:
    """Compile a node; phrases below `fr` or `en` hold in sentences of that language only."""
    if isinstance(node, str):
        return Branch("term", needs.term({language: [node]}, *path))
    if isinstance(node, list):
        return Branch("term", needs.term({language: list(node)}, *path))
    parts: list[Branch] = []
    if node.all:
        kids = tuple(grow(n, needs, (*path, "all", i), language) for i, n in enumerate(node.all))
        parts.append(Branch("all", -1, kids, "", node.near, node.order))
    if node.any:
        kids = tuple(grow(n, needs, (*path, "any", i), language) for i, n in enumerate(node.any))
        parts.append(Branch("any", -1, kids))
    spoken = [
        grow(child, needs, (*path, key), key)
        for key, child in (("fr", node.fr), ("en", node.en))
        if child is not None
    ]
    if spoken:
        parts.append(spoken[0] if len(spoken) == 1 else Branch("any", -1, tuple(spoken)))
    if node.resembles:
        parts.append(_seen(node.resembles, needs, (*path, "resembles")))
    if node.none:
        kids = tuple(grow(n, needs, (*path, "none", i), language) for i, n in enumerate(node.none))
        parts.append(Branch("none", -1, kids))
    if not parts:
        needs.fault("group-empty", *path)
        return Branch("none")
    return Branch("all", -1, tuple(parts), node.within or "")


def family_in(branch: Branch) -> str:
    """Give the family whose examples a branch asks the reader about, the first; "" for none."""
    return branch.family or next(filter(None, map(family_in, branch.children)), "")


def widened(branch: Branch) -> Branch:
    """Give the branch with every node of it marking whole passages."""
    return msgspec.structs.replace(
        branch, wide=True, children=tuple(widened(child) for child in branch.children)
    )


def gates(branch: Branch, needs: Needs) -> list[int]:
    """Choose the terms of which one must hit for the branch to hold; the rarest will do.

    An empty list says that nothing is needed, so that the check must always run.
    """
    if branch.op == "term":
        return [branch.term]
    if branch.op in ("none", "resembles"):
        return []
    options = [gates(child, needs) for child in branch.children]
    if branch.op == "any":
        return [] if not all(options) else [t for terms in options for t in terms]
    usable = [terms for terms in options if terms]
    if not usable:
        return []
    return min(usable, key=lambda terms: sum(needs.cost(t) for t in terms))


def evaluate(branch: Branch, within: str, gate: tuple[int, ...], scan: Scan) -> Iterator[Found]:
    """Give one place for each scope in which the branch holds."""
    if not len(scan.draft.tokens):
        return
    scope = branch.within or within
    ranges: dict[range, None] = {}
    for term in gate:
        for hit in scan.hits(term):
            ranges[scope_range(scan.draft, scope, hit.first)] = None
    if not gate:
        ranges[range(len(scan.draft.tokens))] = None
    seen: list[tuple[int, int]] = []
    for tokens in sorted(ranges, key=lambda r: r.start):
        found = _holds(branch, scope, tokens, scan)
        if found is not None and not any(a < found[1] and found[0] < b for a, b in seen):
            seen.append((found[0], found[1]))
            yield found


def _holds(branch: Branch, scope: str, tokens: range, scan: Scan) -> Found | None:
    """Say where the branch holds within a range of tokens; None where it does not.

    What a `none` leaves, and a resemblance, is a place of no width, (-1, -1).
    """
    if branch.within and branch.within != scope:
        return _in_scope(branch, scope, tokens, scan)
    if branch.op == "term":
        for hit in _inside(scan.hits(branch.term), tokens):
            return hit.first, hit.after, ((branch.term, hit.branch),), (hit.first, hit.after)
        return None
    if branch.op == "resembles":
        return (-1, -1, (), (-1, -1)) if resembles(scan, branch.family, tokens) else None
    if branch.op == "none":
        held = any(_holds(child, scope, tokens, scan) for child in branch.children)
        return None if held else (-1, -1, (), (-1, -1))
    if branch.op == "any":
        places = (_holds(child, scope, tokens, scan) for child in branch.children)
        return next((place for place in places if place is not None), None)
    if branch.near or branch.order:
        return _together(branch, scope, tokens, scan)
    parts: list[Found | None] = [None] * len(branch.children)
    # The reader costs most, and may be missing: it is asked last, where all else holds.
    order = sorted(range(len(parts)), key=lambda i: bool(family_in(branch.children[i])))
    for i in order:
        parts[i] = _holds(branch.children[i], scope, tokens, scan)
        if parts[i] is None:
            return None
    return _hull(parts, scope, scan, wide=branch.wide)


def _inside(hits: list[Hit], tokens: range) -> Iterator[Hit]:
    """Give the hits, which are sorted, that lie within a range of tokens."""
    for place in range(bisect_left(hits, (tokens.start,)), len(hits)):
        hit = hits[place]
        if hit.first >= tokens.stop:
            return
        if hit.after <= tokens.stop:
            yield hit


def _seen(family: str, needs: Needs, path: tuple[object, ...]) -> Branch:
    needs.family(family, *path)
    if "none" in path:
        needs.fault("resembles-in-none", *path)
    return Branch("resembles", family=family)


def _in_scope(branch: Branch, scope: str, tokens: range, scan: Scan) -> Found | None:
    """Evaluate a branch that has its own scope: a wider one around, or narrower ones inside."""
    own = branch.within
    bare = msgspec.structs.replace(branch, within="")
    if SCOPES.index(own) > SCOPES.index(scope):
        return _holds(bare, own, scope_range(scan.draft, own, tokens.start), scan)
    at = tokens.start
    while at < tokens.stop:
        inner = scope_range(scan.draft, own, at)
        found = _holds(bare, own, inner, scan)
        if found is not None:
            return found
        at = max(inner.stop, at + 1)
    return None


def _hull(places: list[Found | None], scope: str, scan: Scan, *, wide: bool) -> Found | None:
    """Join places; across sentences the first part leads, and only its sentence unless `wide`."""
    if any(place is None for place in places):
        return None
    solid = [place for place in places if place is not None and place[0] >= 0]
    branches = tuple(b for place in solid for b in place[2])
    if not solid:
        return (-1, -1, (), (-1, -1))
    if not wide and scope not in ("clause", "sentence"):
        number = scan.draft.sentence_of[solid[0][0]]
        near = [p for p in solid if scan.draft.sentence_of[p[0]] == number]
    else:
        near = solid
    return min(p[0] for p in near), max(p[1] for p in near), branches, solid[0][3]


def _together(branch: Branch, scope: str, tokens: range, scan: Scan) -> Found | None:
    """Find hits of all children close to one another, in their order where that is asked."""
    lists: list[list[Hit]] = []
    others: list[Found | None] = []
    terms: list[int] = []
    for child in branch.children:
        if child.op == "term":
            lists.append(list(_inside(scan.hits(child.term), tokens)))
            terms.append(child.term)
        else:
            others.append(_holds(child, scope, tokens, scan))
    if any(other is None for other in others):
        return None
    for start in lists[0] if lists else []:
        chain = [start]
        for hits in lists[1:]:
            fitting = [h for h in hits if _close(chain[-1], h, branch)]
            if not fitting:
                break
            chain.append(min(fitting, key=lambda h: abs(h.first - chain[-1].after)))
        else:
            branches = tuple((t, h.branch) for t, h in zip(terms, chain, strict=True))
            head = (chain[0].first, chain[0].after)
            return min(h.first for h in chain), max(h.after for h in chain), branches, head
    return None


def _close(one: Hit, other: Hit, branch: Branch) -> bool:
    if branch.order and other.first < one.after:
        return False
    if other.first < one.after and one.first < other.after:
        return False
    gap = other.first - one.after if other.first >= one.after else one.first - other.after
    return not branch.near or gap <= branch.near
