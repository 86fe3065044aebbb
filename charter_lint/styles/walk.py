"""Walks a Markdown draft block by block, as Vale walks the HTML that it turns one into.

A block is what stands between two tags that are not inline. Its text is the text between
its tags, each piece trimmed and separated anew; code becomes asterisks. While blocks are
read, what has been read is blanked in a copy of the draft (the context), so that the next
search for a text finds the next place where it stands.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

from charter_lint.styles.block import Block, Inline
from charter_lint.styles.context import Context
from charter_lint.styles.context import prepared as blank_syntax
from charter_lint.styles.markup import COMMENT, END, START, TEXT, VOID, Piece, pieces
from charter_lint.styles.plain import simple_html

if TYPE_CHECKING:
    from charter_lint.styles.judgement import Judgement

_SKIPPED = ("script", "style", "pre", "figure", "noscript", "iframe")
_CLASSES = ("problematic", "pre", "code")
_CODE = ("tt", "code", "kbd")
_INLINE = frozenset(
    """b big i small abbr acronym cite dfn em kbd strong a br img span sub sup code tt
    del""".split()
)
_EMPTY = frozenset("area base br col embed hr img input link meta source track wbr".split())
_NAMED = {
    "a": "link", "strong": "strong", "b": "strong", "em": "emphasis", "i": "emphasis",
    "code": "code", "tt": "code",
}  # fmt: skip
_SCOPES = {
    "th": "text.table.header", "td": "text.table.cell", "caption": "text.table.caption",
    "li": "text.list", "blockquote": "text.blockquote", "figcaption": "text.figure.caption",
}  # fmt: skip
_PUNCTUATION = (".", "?", "!", ",", ":", ";", ")", "]", "}", "\u2014", "\u2013")
_TIGHT = ("(", "[", "{", "\u2014", "\u2013")
_ATTRIBUTED = frozenset(("img", "a", "p", "script", "h1", "h2", "h3", "h4", "h5", "h6", "span"))
_HEADING = re.compile(r"h\d")


def walk(judgement: Judgement, syntax: str) -> None:
    """Judge every block of the draft."""
    text = judgement.document.text
    html = _html(judgement, text, syntax)
    context = Context(blank_syntax(text) if syntax == "markdown" else text)
    judgement.document.moved(context.text)
    _Walker(judgement, context, syntax).walk(html)


def _html(judgement: Judgement, text: str, syntax: str) -> str:
    plan = judgement.plan
    ignores = plan.block_ignores or plan.token_ignores or plan.comments
    if syntax == "markdown" and not ignores:
        html = simple_html(text)
        if html is not None:
            return html
    from charter_lint.styles.prepare import front_matter, prepared  # noqa: PLC0415 - seldom

    if syntax == "html":
        return prepared(text, plan, syntax)
    from charter_lint.styles.markdown import to_html  # noqa: PLC0415 - the parser is slow to load

    front_matter(judgement)
    return to_html(prepared(text, plan, syntax))


class _Capture:
    """An inline element being read, or read."""

    def __init__(self, tag: str, scope: str, start: int, *, hidden: bool) -> None:
        self.tag = tag
        self.scope = scope
        self.start = start
        self.end = start
        self.hidden = hidden
        self.text = ""


class _Place(NamedTuple):
    tag: str
    classes: str


class _Walker:
    def __init__(self, judgement: Judgement, context: Context, syntax: str) -> None:
        self._shown = ("id", "src", "alt", "class") if syntax == "html" else ("id", "src", "alt")
        self._judgement = judgement
        self._document = judgement.document
        self._context = context
        config = judgement.config
        self._skip_tags = config.skipped_scopes or _SKIPPED
        self._skip_classes = (*_CLASSES, *config.ignored_classes)
        self._code = config.ignored_scopes or _CODE
        self._alt = "alt" not in config.skipped_scopes
        self._wanted = {
            tag: scope for tag, scope in _NAMED.items() if scope in judgement.plan.inline
        }
        self._queue: list[str] = []
        self._tags: list[str] = []
        self._classes: list[str] = []
        self._active = ""
        self._enclosing: list[_Place] = []
        self._inline: list[_Capture] = []
        self._open: list[_Capture] = []
        self._pending: list[str] = []
        self._skipped_class = ""
        self._begun = self._ended = 0
        self._buffer = ""

    def walk(self, html: str) -> None:  # noqa: C901, PLR0912, PLR0915 - one pass, many signs
        attr = parent_class = ""
        in_block = inline = skip = closed_inline = False
        trailing = before_comment = ""
        document = self._document
        for piece in pieces(html):
            kind, data, attributes = piece
            text = unescape(data.strip()) if kind in (TEXT, COMMENT) else data
            self._count(text, start=kind == START)
            closed = self._can_close()
            classes = attributes.get("class", "")
            skip_class = self._skips(classes)
            is_inline, is_empty = text in _INLINE, text in _EMPTY
            if kind == START and not is_inline and not is_empty:
                self._enclosing.append(_Place(text, classes))
            elif kind == END and not is_inline:
                self._unclose(text)
            block_skip = skip_class and not is_inline
            if kind == START and not is_inline and (text in self._skip_tags or block_skip):
                if block_skip:
                    self._skipped_class, self._begun, self._ended = text, 1, 0
                in_block = True
                document.metrics[text] = document.metrics.get(text, 0) + 1
            elif in_block and (text in self._skip_tags or closed):
                in_block = False
                if closed:
                    self._skipped_class, self._begun, self._ended = "", 0, 0
            elif kind == START:
                if not is_inline and not is_empty and self._buffer.strip():
                    self._emit()
                if text in ("em", "b") and (self._tags[-1:] or [self._active])[0] == "code":
                    text = "code"
                inline = text in _INLINE or text in _EMPTY
                skip = text in self._code or text in self._skip_tags
                closed_inline = False
                before_comment = ""
                if text in self._wanted:
                    self._open.append(
                        _Capture(text, self._wanted[text], len(self._buffer), hidden=skip)
                    )
                self._tags.append(text)
                self._classes.append(classes)
                self._active = text
            elif kind == END and is_inline:
                self._active = ""
                closed_inline = True
                before_comment = ""
                self._close_inline(text)
            elif kind == VOID and is_inline:
                inline = True
                closed_inline = False
            elif kind == COMMENT:
                if not inline:
                    closed_inline = True
                    before_comment = trailing
                document.comment(text, self._context.comment(text))
                self._context.update(text)
            elif kind == TEXT:
                self._append(text)
                off = document.switches.get("off", False)
                if not in_block and not off and text:
                    skip_class = self._skips(parent_class)
                    if self._nested() and not inline:
                        text = " " + text
                    separator = _edge(data[:1])
                    if closed_inline and not separator:
                        separator = before_comment
                    before_comment = ""
                    raw = text
                    text = _cleaned(text, attr, skip=skip or skip_class, inline=inline,
                                    separator=separator, closed=closed_inline)  # fmt: skip
                    skip = closed_inline = False
                    if text.startswith(" ") and not trailing and self._buffer[-1:] in _TIGHT:
                        text = text[1:]
                    body = text.lstrip(" \n")
                    if body == raw:
                        self._context.map(len(self._buffer) + len(text) - len(body), raw)
                    self._buffer += text
                    for capture in self._open:
                        capture.text += raw if capture.hidden else text
                if not in_block and not off:
                    trailing = _edge(data[-1:])
            if kind == END and data not in _INLINE:
                if self._buffer.strip():
                    self._emit()
                else:
                    self._reset()
            attr = attributes.get("href", "")
            parent_class = classes
            if kind != TEXT and data == "img" and "alt" in attributes and self._alt:
                block = self._block(attributes["alt"], "text.attr.alt", 0)
                self._judgement.block(block, search=False)
            self._hold(piece)

    def _emit(self) -> None:
        self._scope(self._buffer)
        self._reset()

    def _count(self, tag: str, *, start: bool) -> None:
        if tag == self._skipped_class:
            if start:
                self._begun += 1
            else:
                self._ended += 1

    def _can_close(self) -> bool:
        return bool(self._skipped_class) and self._begun == self._ended > 0

    def _skips(self, classes: str) -> bool:
        return bool(classes) and any(each in self._skip_classes for each in classes.split(" "))

    def _unclose(self, tag: str) -> None:
        for number in range(len(self._enclosing) - 1, -1, -1):
            if self._enclosing[number].tag == tag:
                del self._enclosing[number]
                return

    def _nested(self) -> bool:
        """Say whether the text stands in a list within a list."""
        tags = self._tags
        if len(tags) <= 3 or tags[-1] != "li":
            return False
        return tags[-2] in ("ol", "ul") and tags[-3] == "li"

    def _close_inline(self, tag: str) -> None:
        if not self._open or self._open[-1].tag != tag:
            return
        done = self._open.pop()
        body = done.text.strip()
        if not body:
            return
        written = self._buffer[done.start :]
        done.end = done.start + len(written.rstrip(" \n"))
        done.start += len(written) - len(written.lstrip(" \n"))
        done.text = body
        self._inline.append(done)

    def _flush(self, text: str) -> None:
        for value in self._pending:
            if value != text:
                self._context.update(value)
        self._pending = []

    def _hold(self, piece: Piece) -> None:
        """Keep a tag's attributes: they are blanked once the text beside them is known."""
        self._flush("")
        if piece.kind == TEXT or piece.data not in _ATTRIBUTED:
            return
        for name, value in piece.attributes.items():
            if name == "href":
                self._pending.append(_unquoted(value))
            elif name in self._shown:
                self._pending.append(value)

    def _reset(self) -> None:
        self._flush("")
        for text in self._queue:
            self._context.update(text)
        self._queue = []
        self._tags = []
        self._classes = []
        self._context.spans = []
        self._inline = []
        self._buffer = ""

    def _append(self, text: str) -> None:
        if not text:
            return
        self._flush(text)
        self._context.line = max(self._context.line, self._context.advance(text))
        self._queue.append(text)

    def _block(self, text: str, scope: str, shift: int) -> Block:
        line = max(self._context.line, self._context.advance(text))
        block = Block(text, scope, self._context.text, self._context.locate(text), line)
        if block.offset < 0:
            block.runs = self._context.runs(shift, shift + len(text))
        return block

    def _named(self, scope: str) -> str:
        """Add the classes of the elements around a block to its scope."""
        names = [each.classes for each in self._enclosing] + self._classes
        found = dict.fromkeys(
            name for each in names for name in each.split() if not set(name) & set(".&~")
        )
        return scope + "".join(f".class.{name}" for name in found) + self._judgement.suffix

    def _scope(self, text: str) -> None:
        """Judge the block that *text* makes, under the name that its tags give it."""
        document, judgement = self._document, self._judgement
        if "data" in self._tags:
            document.metrics["meta"] = document.metrics.get("meta", 0) + 1
            judgement.block(self._block(text, self._named("meta"), 0), search=False)
            return
        for tag in self._tags:
            scope = _SCOPES.get(tag)
            if scope is None and not _HEADING.fullmatch(tag):
                continue
            if scope in ("text.blockquote", "text.list"):
                document.summary.append(text)
            scope = scope or "text.heading." + tag
            name = scope.removeprefix("text.")
            document.metrics[name] = document.metrics.get(name, 0) + 1
            shift = len(text) - len(text.lstrip(" "))
            self._prose(text[shift:], scope, shift, paragraphs=False)
            return
        document.summary.append(text)
        document.metrics["paragraphs"] = document.metrics.get("paragraphs", 0) + 1
        self._prose(text, "text", 0, paragraphs=True)

    def _prose(self, text: str, scope: str, shift: int, *, paragraphs: bool) -> None:
        block = self._block(text, self._named(scope), shift)
        block.inline = tuple(
            Inline(each.scope, each.start - shift, each.end - shift)
            for each in self._inline
            if not each.hidden and text[each.start - shift : each.end - shift] == each.text
        )
        self._judgement.prose(block, paragraphs=paragraphs)
        within = source = 0
        for each in self._inline:
            if each.hidden:
                at = self._context.text.find(each.text, source)
                source = at + len(each.text) if at >= 0 else source
            else:
                at = text.find(each.text, within)
                within = at + len(each.text) if at >= 0 else within
                at = self._context.source(at + shift) if at >= 0 else -1
            inner = Block(
                each.text, each.scope + self._judgement.suffix, self._context.text, at, block.line
            )
            self._judgement.block(inner, search=at < 0)


def _unquoted(value: str) -> str:
    if "%" not in value and "+" not in value:
        return value
    from urllib.parse import unquote_plus  # noqa: PLC0415 - few addresses are quoted

    return unquote_plus(value)


def _edge(char: str) -> str:
    if char in ("\n", "\r"):
        return "\n"
    return " " if char in (" ", "\t") else ""


def _cleaned(
    text: str, attr: str, *, skip: bool, inline: bool, separator: str, closed: bool
) -> str:  # fmt: skip
    """Give a piece of text as it joins the block: blanked if it is code, and separated."""
    starter = text[:1] in _PUNCTUATION and not skip
    if skip or attr == text:
        text = "\n".join("*" * len(line) for line in text.split("\n"))
    if closed and separator:
        return separator + text
    if not closed and inline and not starter:
        return " " + text
    return text
