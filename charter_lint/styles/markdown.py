"""Turns Markdown into HTML as GitHub's dialect has it, with formulas and footnotes."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

from charter_lint.styles.plain import bare_links

if TYPE_CHECKING:
    from collections.abc import Sequence

_FRONT = re.compile(r"\A(?:---|\+\+\+)\n(.+?)\n(?:---|\+\+\+)", re.DOTALL)


def to_html(text: str) -> str:
    """Give the HTML of a draft in Markdown; front matter becomes a block of code."""
    text = _FRONT.sub(lambda found: f"\n```\n{found[1]}\n```\n", text)
    html: str = _parser("[^" in text).render(text)
    return html


@cache
def _parser(footnotes: bool) -> Any:  # noqa: ANN401, FBT001 - imported when needed
    from markdown_it import MarkdownIt  # noqa: PLC0415

    parser = MarkdownIt("commonmark", {"xhtmlOut": False}).enable(["table", "strikethrough"])
    parser.inline.ruler.before("text", "address", _address)
    parser.inline.ruler.at("text", _text)
    parser.inline.ruler.before("escape", "formula", _formula)
    parser.block.ruler.before(
        "fence", "formulas", _formulas, {"alt": ["paragraph", "reference", "blockquote", "list"]}
    )
    parser.core.ruler.push("tasks", _tasks)
    parser.add_render_rule("formula", _render_formula)
    parser.add_render_rule("s_open", lambda *_: "<del>")
    parser.add_render_rule("s_close", lambda *_: "</del>")
    parser.add_render_rule("formulas", _render_formulas)
    if footnotes:
        from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415

        parser.use(footnote_plugin, inline=False)
        parser.add_render_rule("footnote_ref", _render_reference)
        parser.add_render_rule("footnote_block_open", _render_notes_open)
        parser.add_render_rule("footnote_anchor", _render_anchor)
    return parser


_ENDS = re.compile(r"[\n!#$%&*+\-:<=>@\[\\\]^_`{}~]")


def _starts(state: Any) -> dict[int, tuple[int, str]]:  # noqa: ANN401
    """Give the addresses in a stretch of inline text, by where they start; found once."""
    found: dict[int, tuple[int, str]] | None = state.env.get(("addresses", state.src))
    if found is None:
        found = {}
        src = state.src
        if "://" in src or "www." in src or "@" in src:
            found = {start: (end, href) for start, end, href in bare_links(src)}
        state.env[("addresses", src)] = found
    return found


def _address(state: Any, silent: bool) -> bool:  # noqa: ANN401, FBT001
    end, href = _starts(state).get(state.pos, (0, ""))
    if not end or end > state.posMax or state.linkLevel > 0:
        return False
    if not silent:
        state.push("link_open", "a", 1).attrs = {"href": href}
        state.push("text", "", 0).content = state.src[state.pos : end]
        state.push("link_close", "a", -1)
    state.pos = end
    return True


def _text(state: Any, silent: bool) -> bool:  # noqa: ANN401, FBT001
    """Take plain text up to the next sign that may mean something, or the next address."""
    pos = state.pos
    found = _ENDS.search(state.src, pos, state.posMax)
    end = found.start() if found else state.posMax
    end = min([end, *(start for start in _starts(state) if pos < start < end)])
    if end == pos:
        return False
    if not silent:
        state.pending += state.src[pos:end]
    state.pos = end
    return True


def _formula(state: Any, silent: bool) -> bool:  # noqa: ANN401, FBT001
    """Take `$…$`, which is skipped as code is."""
    src, pos = state.src, state.pos
    if src[pos] != "$" or pos + 1 >= state.posMax or src[pos + 1] in "$ \t\n":
        return False
    at = src.find("$", pos + 1, state.posMax)
    while at >= 0:
        if src[at - 1] not in "\\ \t\n" and not src[at + 1 : at + 2].isdecimal():
            if not silent:
                state.push("formula", "code", 0).content = src[pos : at + 1]
            state.pos = at + 1
            return True
        at = src.find("$", at + 1, state.posMax)
    return False


def _formulas(state: Any, start: int, end: int, silent: bool) -> bool:  # noqa: ANN401, FBT001
    """Take a block between `$$`, which is skipped as a block of code is."""
    lines = [
        state.src[state.bMarks[number] + state.tShift[number] : state.eMarks[number]]
        for number in range(start, end)
    ]
    if not lines or not lines[0].startswith("$$"):
        return False
    if silent:
        return True
    taken = 1
    content = lines[0].lstrip("$")
    if not _closes(content):
        while taken < len(lines) and lines[taken].strip():
            taken += 1
            content += "\n" + lines[taken - 1]
            if _closes(lines[taken - 1]):
                break
    state.line = start + taken
    token = state.push("formulas", "pre", 0)
    token.content = content.rstrip("$ \t")
    token.map = [start, state.line]
    return True


def _closes(line: str) -> bool:
    line = re.sub(r"\s*\{[^{]*\}\s*$", "", line).rstrip()
    return line.endswith("$$") and not line.endswith("\\$$")


def _tasks(state: Any) -> None:  # noqa: ANN401
    """Turn `[ ]` and `[x]` at the start of a list's item into a box."""
    tokens = state.tokens
    for number, token in enumerate(tokens):
        if token.type != "inline" or number < 2 or not token.children:
            continue
        first = token.children[0]
        if (
            tokens[number - 2].type == "list_item_open"
            and first.type == "text"
            and (found := re.match(r"\[[ xX]\]\s", first.content))
        ):
            first.content = first.content[found.end() :]
            box = type(first)("html_inline", "", 0)
            box.content = '<input disabled="" type="checkbox"> '
            token.children.insert(0, box)


def _render_formula(_: Any, tokens: Sequence[Any], index: int, *__: Any) -> str:  # noqa: ANN401
    return f"<code>{escape(tokens[index].content)}</code>"


def _render_formulas(_: Any, tokens: Sequence[Any], index: int, *__: Any) -> str:  # noqa: ANN401
    return f"<pre>{tokens[index].content}</pre>\n"


def _render_reference(_: Any, tokens: Sequence[Any], index: int, *__: Any) -> str:  # noqa: ANN401
    number = tokens[index].meta["id"] + 1
    return (
        f'<sup id="fnref:{number}"><a href="#fn:{number}" class="footnote-ref" '
        f'role="doc-noteref">{number}</a></sup>'
    )


def _render_notes_open(*_: Any) -> str:  # noqa: ANN401
    return '<div class="footnotes" role="doc-endnotes">\n<hr>\n<ol>\n'


def _render_anchor(_: Any, tokens: Sequence[Any], index: int, *__: Any) -> str:  # noqa: ANN401
    number = tokens[index].meta["id"] + 1
    return (
        f'&#160;<a href="#fnref:{number}" class="footnote-backref" '
        'role="doc-backlink">&#x21a9;&#xfe0e;</a>'
    )
