"""Places in a parsed sentence: the tokens of a range, and the outermost of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

Range = tuple[int, int]
"""Offsets from the beginning of the sentence."""


def overlapping(doc: Any, place: Range) -> list[Any]:  # noqa: ANN401
    """Give the tokens that a range of the sentence touches."""
    return [t for t in doc if t.idx < place[1] and place[0] < t.idx + len(t) and not t.is_space]


def outermost(tokens: list[Any]) -> list[Any]:
    """Give the tokens that nothing else among them governs, nearest to the sentence's root.

    Evidence that lies apart has several heads; those deepest down are only company.
    """
    heads = [t for t in tokens if (t.head not in tokens or t.head == t) and not t.is_punct]
    if not heads:
        return []
    depth = {t.i: sum(1 for _ in above(t)) for t in heads}
    least = min(depth.values())
    return [t for t in heads if depth[t.i] == least]


def above(token: Any) -> Iterator[Any]:  # noqa: ANN401
    """Give what governs a token, the nearest first."""
    while token.head != token:
        token = token.head
        yield token
