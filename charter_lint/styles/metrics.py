"""Measures a text: counts, the formulas of metric rules, and grades of readability."""

from __future__ import annotations

import ast
import math
import re
from typing import TYPE_CHECKING, Any

from charter_lint.styles.engine import GivenUpError
from charter_lint.styles.sentences import split
from charter_lint.styles.syllables import syllables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from charter_lint.styles.model import Rule

_WORD = r"(?:[A-Z]\.){2,}|[^\W_]+(?:'+[^\W_]+)*'*|'+[^\W_]*(?:'+[^\W_]+)*'*"
_ALWAYS = (
    "pre", "list", "blockquote", "heading_h1", "heading_h2", "heading_h3", "heading_h4",
    "heading_h5", "heading_h6",
)  # fmt: skip
_LONG, _MANY = 6, 2  # letters of a word that isn't long, syllables of one that isn't complex


_FAULTS = (
    SyntaxError, AttributeError, ArithmeticError, KeyError, TypeError, ValueError, RecursionError,
)  # fmt: skip


class FormulaError(GivenUpError):
    """A formula that can't be worked out."""

    reason = "formula"


def counts(text: str) -> dict[str, float]:
    """Count sentences, words, characters, syllables, and long and complex words."""
    found = dict.fromkeys(
        ("sentences", "words", "characters", "syllables", "long_words", "polysyllabic_words",
         "complex_words"), 0.0,
    )  # fmt: skip
    for paragraph in text.split("\n\n"):
        for start, end in split(paragraph):
            found["sentences"] += 1
            for word in re.findall(_WORD, paragraph[start:end]):
                spoken = syllables(word)
                found["words"] += 1
                found["characters"] += sum(char.isalnum() for char in word)
                found["syllables"] += spoken
                found["long_words"] += len(word.encode()) > _LONG
                found["polysyllabic_words"] += spoken > _MANY
                found["complex_words"] += spoken - word.endswith(("es", "ed", "ing")) > _MANY
    return found


def measured(rule: Rule, text: str, elements: Mapping[str, int]) -> float | None:
    """Give what a metric rule's formula makes of a text, if its condition holds of that."""
    found = counts(text)
    if not found["words"]:
        return None
    values: dict[str, float] = dict.fromkeys(_ALWAYS, 0.0)
    values.update(
        {
            name.replace(".", "_"): float(count)
            for name, count in elements.items()
            if not name.startswith("table")
        }
    )
    values.update(found)
    value = calculate(rule.settings["formula"], values)
    holds = calculate(f"{value:f} {rule.settings['condition']}", values)
    return float(value) if holds else None


def grade(rule: Rule, text: str) -> float | None:
    """Give the mean of the rule's measures of readability, if it is above the rule's grade."""
    found = counts(text)
    words, sentences = found["words"], found["sentences"]
    if not words or not sentences:
        return None
    characters = found["characters"]
    measures = {
        "SMOG": 1.0430 * math.sqrt(found["polysyllabic_words"] * 30 / sentences) + 3.1291,
        "Gunning Fog": 0.4 * (words / sentences + 100 * found["complex_words"] / words),
        "Coleman-Liau": 5.88 * characters / words - 29.6 * sentences / words - 15.8,
        "Flesch-Kincaid": 0.39 * words / sentences + 11.8 * found["syllables"] / words - 15.59,
        "Automated Readability": 4.71 * characters / words + 0.5 * words / sentences - 21.43,
    }
    asked = rule.settings["metrics"]
    if not asked:
        return None
    mean = sum(measures[name] for name in measures if name in asked) / len(asked)
    return mean if mean > rule.settings["grade"] else None


def calculate(formula: str, values: Mapping[str, float]) -> Any:  # noqa: ANN401 - number or truth
    """Work out an arithmetic formula; raises FormulaError for anything else."""
    source = formula.replace("&&", " and ").replace("||", " or ").strip()
    source = re.sub(r"!(?!=)", " not ", source)
    try:
        return _value(ast.parse(source, mode="eval").body, values)
    except FormulaError:
        raise
    except _FAULTS as error:
        raise FormulaError(formula) from error


def _value(node: ast.AST, values: Mapping[str, float]) -> Any:  # noqa: ANN401
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return node.value
    if isinstance(node, ast.Name):
        return node.id == "true" if node.id in ("true", "false") else values[node.id]
    if isinstance(node, ast.UnaryOp):
        inner = _value(node.operand, values)
        if isinstance(node.op, ast.Not):
            return not inner
        return -inner if isinstance(node.op, ast.USub) else inner
    if isinstance(node, ast.BinOp):
        return _binary(node.op, _value(node.left, values), _value(node.right, values))
    if isinstance(node, ast.BoolOp):
        parts = (_value(each, values) for each in node.values)
        return all(parts) if isinstance(node.op, ast.And) else any(parts)
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        left, right = _value(node.left, values), _value(node.comparators[0], values)
        return _compared(node.ops[0], left, right)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        name = node.func.attr
        inside = [float(_value(each, values)) for each in node.args]
        own: dict[str, Any] = {"abs": abs, "round": _rounded, "max": max, "min": min}
        return (own.get(name) or getattr(math, name))(*inside)
    raise FormulaError


def _binary(operator: ast.operator, left: Any, right: Any) -> Any:  # noqa: ANN401
    if isinstance(operator, ast.Add):
        return left + right
    if isinstance(operator, ast.Sub):
        return left - right
    if isinstance(operator, ast.Mult):
        return left * right
    if isinstance(operator, ast.Div):
        whole = isinstance(left, int) and isinstance(right, int)
        return int(left / right) if whole else left / right
    if isinstance(operator, ast.Mod):
        return math.fmod(left, right)
    raise FormulaError


def _compared(operator: ast.cmpop, left: Any, right: Any) -> bool:  # noqa: ANN401
    found: dict[type[ast.cmpop], bool] = {
        ast.Lt: left < right,
        ast.LtE: left <= right,
        ast.Gt: left > right,
        ast.GtE: left >= right,
        ast.Eq: left == right,
        ast.NotEq: left != right,
    }
    return found[type(operator)]


def _rounded(value: float) -> float:
    return math.floor(abs(value) + 0.5) * (1 if value >= 0 else -1)
