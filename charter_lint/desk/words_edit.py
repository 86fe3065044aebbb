"""Changing lists of phrases inside YAML without touching anything else."""

from __future__ import annotations

import json
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

import yaml

from charter_lint.charter.source import Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from charter_lint.charter.source import Keys

_ODD = {"\x7f": "\\x7F", "\x85": "\\N", "\u2028": "\\L", "\u2029": "\\P", "\ufeff": "\\uFEFF"}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class CannotEdit(ValueError):  # noqa: N818  (a layout that is left to a person)
    """A list that stands in a layout that is only changed by hand; `keys` is its path."""

    def __init__(self, keys: Keys) -> None:
        super().__init__(".".join(str(k) for k in keys))
        self.keys = keys


def change_lists(text: str, wanted: Mapping[Keys, list[str]]) -> str:
    """Give the text with these lists of phrases; comments, order and quotes stay as they are.

    Keys are paths of lists that exist. Raises CannotEdit, also where the result read again does
    not hold exactly what was wanted.
    """
    root = yaml.compose(text, Loader=_LOADER)
    starts = _line_starts(text)
    edits: list[tuple[int, int, str]] = []
    for keys, phrases in wanted.items():
        node = _at(root, keys)
        if not isinstance(node, yaml.SequenceNode) or not phrases:
            raise CannotEdit(keys)
        _list_edits(text, starts, node, phrases, keys, edits)
    for start, end, new in sorted(edits, key=lambda e: (e[0], e[1]), reverse=True):
        text = text[:start] + new + text[end:]
    after = Source("", text)
    for keys, phrases in wanted.items():
        value = after.value
        for key in keys:
            value = value[key]
        if value != phrases:
            raise CannotEdit(keys)
    return text


def append_item(text: str, keys: Keys, phrase: str) -> str:
    """Give the text with a phrase added at the end of a list; raises CannotEdit.

    The last key may be new where the mapping above it is written in a block.
    """
    root = yaml.compose(text, Loader=_LOADER)
    starts = _line_starts(text)
    node = _at(root, keys)
    above = _at(root, keys[:-1])
    new = scalar(phrase, '"')
    if isinstance(node, yaml.SequenceNode) and node.value:
        last = node.value[-1]
        if node.flow_style:
            at, new = _span(starts, last)[1], f", {new}"
        elif isinstance(last, yaml.ScalarNode) or last.flow_style:
            at, new = _after_line(text, starts, last), f"{' ' * node.start_mark.column}- {new}\n"
        else:
            raise CannotEdit(keys)
    elif node is None and isinstance(above, yaml.MappingNode) and not above.flow_style:
        at = starts[above.start_mark.line]
        indent = " " * above.start_mark.column
        new = f"{indent}{keys[-1]}:\n{indent}  - {new}\n"
    else:
        raise CannotEdit(keys)
    if at == len(text) and not text.endswith("\n"):
        new = "\n" + new
    changed = text[:at] + new + text[at:]
    value = Source("", changed).value
    for key in keys:
        value = value[key]
    if value[-1] != phrase:
        raise CannotEdit(keys)
    return changed


def _after_line(text: str, starts: list[int], node: yaml.Node) -> int:
    line: int = node.end_mark.line + 1
    return starts[line] if line < len(starts) else len(text)


def scalar(phrase: str, style: str | None = None) -> str:
    """Write a phrase as YAML, in the given quotes where it may; plain only where that is safe."""
    printable = phrase.isprintable() and not any(c in phrase for c in _ODD)
    if style == "'" and printable:
        return "'" + phrase.replace("'", "''") + "'"
    if style not in ("'", '"') and printable and _plain(phrase):
        return phrase
    quoted = json.dumps(phrase, ensure_ascii=False)
    return "".join(_ODD.get(c, c) for c in quoted)


def _plain(phrase: str) -> bool:
    try:
        return bool(Source("", f"[{phrase}, {phrase}]\n").value == [phrase, phrase])
    except Exception:  # noqa: BLE001  (whatever YAML makes of it, it is not this phrase)
        return False


def _list_edits(
    text: str,
    starts: list[int],
    node: yaml.SequenceNode,
    phrases: list[str],
    keys: Keys,
    edits: list[tuple[int, int, str]],
) -> None:
    items = node.value
    if any(not isinstance(i, yaml.ScalarNode) or i.style in ("|", ">") for i in items):
        raise CannotEdit(keys)
    old = [str(i.value) for i in items]
    if old == phrases:
        return
    if not items:
        if not node.flow_style:
            raise CannotEdit(keys)
        listed = ", ".join(scalar(p) for p in phrases)
        edits.append((*_span(starts, node), f"[{listed}]"))
        return
    style = items[0].style
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, phrases, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        both = min(i2 - i1, j2 - j1)
        for i, j in zip(range(i1, i1 + both), range(j1, j1 + both), strict=True):
            edits.append((*_span(starts, items[i]), scalar(phrases[j], items[i].style)))
        added = [scalar(p, style) for p in phrases[j1 + both : j2]]
        gone = range(i1 + both, i2)
        if node.flow_style:
            _flow(text, starts, items, i1 + both, added, gone, edits)
        else:
            _block(text, starts, node, i1 + both, added, gone, keys, edits)


def _flow(
    text: str,
    starts: list[int],
    items: list[yaml.Node],
    at: int,
    added: list[str],
    gone: range,
    edits: list[tuple[int, int, str]],
) -> None:
    if added and at == 0:
        start = _span(starts, items[0])[0]
        edits.append((start, start, "".join(f"{a}, " for a in added)))
    elif added:
        end = _span(starts, items[at - 1])[1]
        edits.append((end, end, "".join(f", {a}" for a in added)))
    if not gone:
        return
    for i in gone:
        start, end = _span(starts, items[i])
        if gone.start > 0:
            start = _comma(text, _span(starts, items[i - 1])[1])
            edits.append((start, start + 1, ""))
            edits.append((*_span(starts, items[i]), ""))
        else:
            comma = _comma(text, end)
            after = comma + 1
            while text[after : after + 1] == " ":
                after += 1
            edits.append((start, end, ""))
            edits.append((comma, after, ""))


def _comma(text: str, at: int) -> int:
    """Find the comma behind an item, over comments."""
    while text[at] != ",":
        at = text.index("\n", at) if text[at] == "#" else at + 1
    return at


def _block(
    text: str,
    starts: list[int],
    node: yaml.SequenceNode,
    at: int,
    added: list[str],
    gone: range,
    keys: Keys,
    edits: list[tuple[int, int, str]],
) -> None:
    items = node.value
    column = node.start_mark.column
    indent = " " * column

    def line_of(number: int) -> tuple[int, int]:
        return starts[number], starts[number + 1] if number + 1 < len(starts) else len(text)

    for i in gone:
        first, last = items[i].start_mark.line, items[i].end_mark.line
        begin, end = line_of(first)[0], line_of(last)[1]
        if text[begin : begin + column].strip():
            raise CannotEdit(keys)
        rest = text[_span(starts, items[i])[1] : end].strip()
        between = text[begin + column + 1 : _span(starts, items[i])[0]].strip()
        if between or (rest and not rest.startswith("#")):
            raise CannotEdit(keys)
        edits.append((begin, end, f"{indent}{rest}\n" if rest else ""))
    if not added:
        return
    lines = "".join(f"{indent}- {a}\n" for a in added)
    if at == 0:
        begin = line_of(items[0].start_mark.line)[0]
        if text[begin : begin + column].strip():
            raise CannotEdit(keys)
        edits.append((begin, begin, lines))
        return
    end = line_of(items[at - 1].end_mark.line)[1]
    broken = "" if text[:end].endswith("\n") else "\n"
    edits.append((end, end, broken + (lines.rstrip("\n") if broken else lines)))


def _span(starts: list[int], node: yaml.Node) -> tuple[int, int]:
    first, last = node.start_mark, node.end_mark
    return starts[first.line] + first.column, starts[last.line] + last.column


def _line_starts(text: str) -> list[int]:
    return [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]


def _at(node: yaml.Node | None, keys: Keys) -> yaml.Node | None:
    for key in keys:
        if isinstance(node, yaml.MappingNode):
            node = next((v for k, v in node.value if k.value == key), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(key, int):
            node = node.value[key] if key < len(node.value) else None
        else:
            return None
    return node
