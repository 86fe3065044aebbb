"""Metric: a number computed over the draft that passes a bound."""

from __future__ import annotations

import ast
import operator
from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta

from charter_lint.checks.base import Match, match_of
from charter_lint.checks.base import Options as Common

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from charter_lint.checks.base import Needs
    from charter_lint.match.scan import Scan

_OPERATORS: dict[type[ast.AST], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: lambda a, b: a / b if b else 0.0,
}
_COMPARE: dict[type[ast.AST], Callable[[float, float], bool]] = {
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
}
COUNTS = (
    "characters",
    "words",
    "sentences",
    "paragraphs",
    "hashtags",
    "mentions",
    "links",
    "emoji",
    "questions",
    "exclamations",
    "shouted",
    "numbers",
    "long_words",
)
"""Names a condition may use; long words have seven letters or more, as in Björnsson's LIX."""
_LONG = 7
_EMOJI_FROM = "\u2600"


VALUES: tuple[str, ...] = ("value",)
"""Placeholders that this kind fills in a rule's messages."""


class Options(Common, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Flags the draft when a condition over counts holds, as `hashtags > 5`."""

    condition: Annotated[
        str, Meta(min_length=3, description="a comparison, as words / sentences > 30")
    ]


class Plan(msgspec.Struct, frozen=True, array_like=True):
    """The condition as written; it was checked when the charter was compiled."""

    condition: str


def plan(options: Options, needs: Needs) -> Plan:
    """Plan the check; a condition that cannot be read is a fault."""
    needs.gate([])
    try:
        _value(ast.parse(options.condition, mode="eval").body, dict.fromkeys(COUNTS, 1.0))
    except (SyntaxError, ValueError) as error:
        needs.fault(
            "metric-condition", "condition", detail=str(error.args[0]), names=", ".join(COUNTS)
        )
    return Plan(options.condition)


def find(plan: Plan, scan: Scan) -> Iterator[Match]:
    """Give the first sentence as the place when the condition holds; {value} is its left side."""
    if not len(scan.draft.tokens):
        return
    counts = count(scan)
    body = ast.parse(plan.condition, mode="eval").body
    if _value(body, counts):
        left = _value(body.left, counts) if isinstance(body, ast.Compare) else 0.0
        tokens = scan.draft.sentence_tokens[0]
        yield match_of(scan.draft, tokens.start, tokens.stop, (("value", f"{left:g}"),))


def count(scan: Scan) -> dict[str, float]:
    """Count what conditions may ask about; all are numbers of things in the draft."""
    draft = scan.draft
    raw = draft.tokens.raw
    words = [w for w in raw if w[0].isalpha()]
    blocks = draft.blocks
    found = {
        "characters": len(draft.text),
        "words": len(words),
        "sentences": len(draft.sentences),
        "paragraphs": len(blocks.paragraphs),
        "hashtags": len(blocks.hashtags),
        "mentions": len(blocks.mentions),
        "links": len(blocks.urls),
        "emoji": sum(w >= _EMOJI_FROM and not w[0].isalnum() for w in raw),
        "questions": raw.count("?"),
        "exclamations": raw.count("!"),
        "shouted": sum(len(w) > 2 and w.isupper() for w in words),
        "numbers": sum(w[0].isdigit() for w in raw),
        "long_words": sum(len(w) >= _LONG for w in words),
    }
    return {name: float(value) for name, value in found.items()}


def _value(node: ast.AST, counts: dict[str, float]) -> float:
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return float(node.value)
    if isinstance(node, ast.Name) and node.id in counts:
        return counts[node.id]
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        return _OPERATORS[type(node.op)](_value(node.left, counts), _value(node.right, counts))
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in _COMPARE:
        compare = _COMPARE[type(node.ops[0])]
        return float(compare(_value(node.left, counts), _value(node.comparators[0], counts)))
    if isinstance(node, ast.BoolOp):
        values = [_value(v, counts) for v in node.values]
        return float(all(values) if isinstance(node.op, ast.And) else any(values))
    raise ValueError(node.id if isinstance(node, ast.Name) else type(node).__name__)
