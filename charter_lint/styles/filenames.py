"""Matches file names against the patterns in the sections of a .vale.ini."""

from __future__ import annotations

import re
from functools import cache


def matches(pattern: str, name: str) -> bool:
    """Say whether *name* matches; `*` also crosses slashes, `{a,b}` and `[abc]` choose."""
    found = _compiled(pattern.lstrip("!")).fullmatch(name.replace("\\", "/"))
    return (found is None) == pattern.startswith("!")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    across = "**" in pattern
    made, depth, at = "", 0, 0
    while at < len(pattern):
        char = pattern[at]
        at += 1
        if char == "*":
            if pattern.startswith("*", at):
                at += 1
                if across and pattern.startswith("/", at):
                    at += 1
                    made += "(?:.*/)?"
                    continue
                made += ".*"
            else:
                made += "[^/]*" if across else ".*"
        elif char == "?":
            made += "[^/]" if across else "."
        elif char == "[" and (end := pattern.find("]", at + 1)) > 0:
            inside = pattern[at:end]
            negated = inside.startswith(("!", "^"))
            body = re.sub(r"([\\\[\]&~|^])", r"\\\1", inside[1:] if negated else inside)
            made += f"[{'^' if negated else ''}{body}]"
            at = end + 1
        elif char == "{":
            depth += 1
            made += "(?:"
        elif char == "}" and depth:
            depth -= 1
            made += ")"
        elif char == "," and depth:
            made += "|"
        elif char == "\\" and at < len(pattern):
            made += re.escape(pattern[at])
            at += 1
        else:
            made += re.escape(char)
    return re.compile(made + ")" * depth, re.DOTALL)
