"""Turns a Vale style into rules of our own, for those who want to edit on from there.

What a rule flags is kept, its way of flagging becomes ours: fixed words and phrases match
whatever their accents and hyphens, expressions stay expressions. Vale's scopes, levels
below error, exceptions and links have no counterpart in a rule; the first comment of each
file says where it comes from.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from charter_lint.messages.styles import TEXTS
from charter_lint.styles.actions import options
from charter_lint.styles.compile import Words, compile_rule
from charter_lint.styles.dialect import DialectError
from charter_lint.styles.model import Notice
from charter_lint.styles.source import Fields, RuleFile, inherited, rule_files

if TYPE_CHECKING:
    from pathlib import Path

    from charter_lint.styles.model import Rule

_PHRASE = re.compile(r"[^\W_]+(?:[ '’-][^\W_]+)*")
_MOST = 200  # characters of a message in our rules


def convert(folder: Path) -> dict[str, str]:
    """Give our rules for a style's folder: file name → YAML. `left_out` tells what has none."""
    return _converted(folder)[0]


def left_out(folder: Path) -> list[Notice]:
    """Give the rules of a style that can't be put into our format."""
    return _converted(folder)[1]


def _converted(folder: Path) -> tuple[dict[str, str], list[Notice]]:
    made: dict[str, str] = {}
    left: list[Notice] = []
    for name, path in rule_files(folder):
        file = RuleFile(name, path)
        data = inherited(file, [folder.parent])
        kind = str(data.get("extends"))
        shown = name.replace(".", "/", 1)
        check: dict[str, Any] | None = None
        try:
            fields = Fields(file, data)
            if kind in ("existence", "substitution"):
                rule = compile_rule(name, kind, fields, fields.text("level"), Words([], ""))
                check = _existence(rule) if kind == "existence" else _substitution(rule)
                kept = len(check["any"]) if check and kind == "substitution" else 0
                if kept < len(rule.alternatives) and kind == "substitution" and check:
                    lost = f"{len(rule.alternatives) - kept}/{len(rule.alternatives)}"
                    left.append(Notice(shown, "partly", lost, str(path)))
        except DialectError as error:
            left.append(Notice(shown, "pattern", str(error), str(path)))
            continue
        if check is None:
            left.append(Notice(shown, "not-convertible", kind, str(path)))
            continue
        target = name.partition(".")[2].replace(".", "-").lower() + ".yaml"
        made[target] = _written(name, rule, check)
    return made, left


def _existence(rule: Rule) -> dict[str, Any] | None:
    phrases: list[str] = []
    expressions: list[str] = []
    for each in rule.alternatives:
        if each.fixed and each.folds and each.left and each.right and _PHRASE.fullmatch(each.text):
            phrases.append(each.text)
        elif each.fixed:
            before, after = "\\b" if each.left else "", "\\b" if each.right else ""
            case = "(?i:" if each.folds else "(?:"
            expressions.append(f"{before}{case}{re.escape(each.text)}){after}")
        else:
            expressions.append(each.text)
    check: dict[str, Any] = {"kind": "existence"}
    if phrases:
        check["any"] = list(dict.fromkeys(phrases))
    if expressions:
        check["regex"] = list(dict.fromkeys(expressions))
    return check if phrases or expressions else None


def _substitution(rule: Rule) -> dict[str, Any] | None:
    """Give the swaps of fixed words, without those of expressions; None where nothing is left."""
    swaps: dict[str, str] = {}
    for each in rule.alternatives:
        if not each.fixed or not _PHRASE.fullmatch(each.text):
            continue
        better = options(rule.swaps[each.key]) or [""]
        swaps.setdefault(each.text, better[0])
    return {"kind": "substitution", "any": swaps} if swaps else None


def _written(name: str, rule: Rule, check: dict[str, Any]) -> str:
    values = ["{replacement}", "{match}"] if rule.kind == "substitution" else ["{match}"]
    message = _message(rule.message, values)
    title = name.partition(".")[2]
    made = {
        "title": {"fr": title, "en": title},
        "severity": "review" if rule.level == "error" else "advise",
        "message": {"fr": message, "en": message},
        "instead": dict(TEXTS["instead-replaced" if rule.kind == "substitution" else "instead"]),
        "owner": "communication",
        "check": check,
    }
    return f"# From the Vale rule {name}.\n" + yaml.safe_dump(
        made, allow_unicode=True, sort_keys=False, width=100
    )


def _message(form: str, values: list[str]) -> str:
    """Put our placeholders where the style's message has `%s`."""
    left = iter(values)
    text = re.sub(r"%(?:\[\d+\])?s", lambda _: next(left, "{match}"), form)
    text = re.sub(r"'(\{\w+\})'", r"“\1”", text.replace("%%", "%"))
    return text if len(text) <= _MOST else text[: _MOST - 1].rstrip() + "…"
