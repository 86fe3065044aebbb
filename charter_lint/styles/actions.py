"""What an alert's action makes of the matched text: shown in messages and offered as a fix."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_TAKES = {
    "replace": 2, "remove": 1, "regex": 2, "trim_right": 1, "trim_left": 1, "trim": 1,
    "truncate": 1, "split": 2, "wrap": 1, "unwrap": 1, "prefix": 1, "suffix": 1,
    "squeeze": 0, "capitalize": 0, "uncapitalize": 0, "smart": 0, "dumb": 0, "ascii": 0,
    "words": 0, "digits": 0, "lower": 0, "upper": 0, "title": 0, "sentence": 0, "simple": 0,
    "kebab": 0, "snake": 0, "camel": 0, "pascal": 0,
}  # fmt: skip


def options(value: str) -> list[str]:
    """Split a replacement at the bars that no backslash escapes."""
    parts = re.split(r"(?<!\\)\|", value)
    return [part.replace(r"\|", "|") for part in parts if part]


def listed(words: Sequence[str]) -> str:
    """Put words into one phrase: `'a', 'b', or 'c'`."""
    quoted = [f"'{word}'" for word in words]
    if len(quoted) > 2:
        return ", ".join([*quoted[:-1], f"or {quoted[-1]}"])
    return " or ".join(quoted)


def fixes(action: str, params: Sequence[str], match: str, groups: Sequence[str]) -> list[str]:
    """Give what the action turns *match* into; nothing for actions that are not worked out."""
    if action == "replace":
        return [expanded(param, match, groups) for param in params]
    if action == "remove":
        return [""]
    if action == "convert" and list(params) == ["simple"]:
        return [_words(match)]
    if action == "edit":
        made: str | None = match
        for step in steps(params) or ():
            args = step[1:]
            if step[0] != "regex":
                args = [expanded(each, match, groups) for each in args]
            made = _edited(made, [step[0], *args]) if made is not None else None
        return [made.strip()] if made is not None else []
    return []


def steps(params: Sequence[str]) -> list[list[str]] | None:
    """Group the parameters of an edit by its operations; None if they don't add up."""
    found: list[list[str]] = []
    at = 0
    while at < len(params):
        takes = _TAKES.get(params[at])
        if takes is None or at + takes >= len(params) + (takes == 0):
            return None
        found.append(list(params[at : at + takes + 1]))
        at += takes + 1
    return found or None


def expanded(text: str, match: str, groups: Sequence[str]) -> str:
    """Put the match's groups into *text*: `$1`, `${1}`, `$0`, and `$$` for a dollar."""
    if "$" not in text:
        return text
    values = [match, *groups]

    def one(found: re.Match[str]) -> str:
        if found[0] == "$$":
            return "$"
        number = int(found[1] or found[2])
        return values[number] if number < len(values) else found[0]

    return re.sub(r"\$\$|\$(\d+)|\$\{(\d+)\}", one, text)


def _edited(text: str, step: list[str]) -> str | None:
    name, *args = step
    simple: dict[str, Callable[[str], str]] = {
        "capitalize": lambda each: each[:1].upper() + each[1:],
        "uncapitalize": lambda each: each[:1].lower() + each[1:],
        "lower": str.lower,
        "upper": str.upper,
        "squeeze": lambda each: re.sub(r"\s+", " ", each),
        "simple": _words,
        "kebab": lambda each: _words(each).replace(" ", "-"),
        "snake": lambda each: _words(each).replace(" ", "_"),
    }
    if name in simple:
        return simple[name](text)
    given: dict[str, Callable[..., str]] = {
        "replace": text.replace,
        "remove": lambda chars: "".join(char for char in text if char not in chars),
        "trim": text.strip,
        "trim_left": text.lstrip,
        "trim_right": text.rstrip,
        "truncate": lambda mark: text.split(mark, 1)[0] if mark else text[:1],
        "wrap": lambda mark: mark + text + mark,
        "unwrap": lambda mark: text.removeprefix(mark).removesuffix(mark),
        "prefix": lambda mark: mark + text,
        "suffix": lambda mark: text + mark,
    }
    if name in given:
        return given[name](*args)
    if name == "split" and args[1].isdecimal():
        parts = text.split(args[0])
        return parts[int(args[1])] if int(args[1]) < len(parts) else None
    if name == "regex":
        return replaced(args[0], args[1], text)
    return None


def replaced(source: str, value: str, text: str) -> str | None:
    """Replace every match of a style's expression; `$1` in *value* names a group."""
    import regex  # noqa: PLC0415 - needed by few rules

    from charter_lint.styles.dialect import DialectError, translate  # noqa: PLC0415

    try:
        made = regex.compile(translate(source).text)
        return made.sub(
            lambda found: expanded(value, found[0], [each or "" for each in found.groups()]),
            text,
            timeout=0.5,
        )
    except (DialectError, regex.error, TimeoutError):
        return None


def _words(text: str) -> str:
    """Separate the words of `camelCase`, `snake_case` and the like, in lower case."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    return re.sub(r" +", " ", re.sub(r"[\W_]", " ", spaced)).strip().lower()
