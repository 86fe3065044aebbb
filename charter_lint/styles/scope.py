"""Says to which parts of a text a rule applies: `heading`, `~list`, `paragraph & ~blockquote`."""

from __future__ import annotations

from functools import cache

INLINE = ("link", "strong", "emphasis", "code")


@cache
def applies(scope: tuple[str, ...], block: str) -> bool:
    """Say whether a rule with *scope* (any of its entries) runs on a block called *block*."""
    parts = block.split(".")
    sentence = parts[0] == "sentence"
    for entry in scope:
        terms = [_term(each) for each in entry.split("&")]
        if sentence and not any("sentence" in names and not no for no, names in terms):
            continue
        if all(_holds(no, names, parts) for no, names in terms):
            return True
    return False


@cache
def families(scope: tuple[str, ...]) -> frozenset[str]:
    """Give the kinds of block that a rule with *scope* needs to be made."""
    found: list[str] = []
    for entry in scope:
        for term in entry.split("&"):
            no, names = _term(term)
            if not no or names[0] in INLINE:
                found.append(names[0])
    return frozenset(found)


@cache
def excluded(scope: tuple[str, ...]) -> frozenset[str]:
    """Give the inline elements whose text is blanked for a rule with *scope*: `~link`."""
    terms = [_term(term) for entry in scope for term in entry.split("&")]
    return frozenset(names[0] for no, names in terms if no and names[0] in INLINE)


def problem(scope: tuple[str, ...]) -> str:
    """Give the part of a scope that cannot be read, or nothing."""
    for entry in scope:
        if "doc(" in entry:
            return entry
        if "&" not in entry and " " in entry.removeprefix("~").split(".")[0]:
            return entry
    return ""


def _term(text: str) -> tuple[bool, list[str]]:
    names = text.strip()
    return names.startswith("~"), [each.strip() for each in names.removeprefix("~").split(".")]


def _holds(no: bool, names: list[str], parts: list[str]) -> bool:  # noqa: FBT001
    inside = all(name in parts for name in names)
    if not no:
        return inside
    return not inside and not {"raw", "summary", "doc"} & set(parts)
