r"""Turns the regular expressions of Vale's styles into expressions that Python can run.

Styles are written for Go's regexp2 in its RE2 mode: .NET syntax and backtracking, with
`\w`, `\d` and `\s` meaning ASCII only, `\b` meaning Unicode, `$` meaning the very end,
and options such as `(?i)` that hold from where they stand to the end of their group.
"""

from __future__ import annotations

import msgspec

from charter_lint.styles.characters import CLASSES, DialectError, Reader, quoted


class Piece(msgspec.Struct, frozen=True):
    """One alternative of a translated expression, able to stand alone."""

    text: str
    rich: bool
    """Needs the `regex` package: Python's own `re` lacks something it uses."""
    groups: int
    """Capture groups in it."""
    refers: bool
    """Refers to a group, so its place among other alternatives matters."""


def translate(source: str, *, folds: bool = False, lines: bool = False) -> Piece:
    """Translate one whole expression; *folds* and *lines* are the options `i` and `m`."""
    reader = _Reader(source, folds=folds, lines=lines)
    pieces = reader.read()
    return Piece(
        pieces[0] if len(pieces) == 1 else "(?:" + "|".join(pieces) + ")",
        reader.rich, reader.groups, reader.refers,
    )  # fmt: skip


def alternatives(source: str, *, folds: bool = False, lines: bool = False) -> list[Piece]:
    """Translate the top-level alternatives of an expression, each to stand alone.

    An option set in one alternative holds in those after it, as in the engine. Where one
    alternative refers to a group the expression is given back whole.
    """
    reader = _Reader(source, folds=folds, lines=lines)
    pieces = reader.read()
    if reader.refers:
        return [translate(source, folds=folds, lines=lines)]
    found = []
    for piece, rich, groups in zip(pieces, reader.riches, reader.counts, strict=True):
        found.append(Piece(piece, rich, groups, refers=False))
    return found


class _Options(msgspec.Struct, frozen=True):
    folds: bool
    lines: bool
    dots: bool = False
    spaced: bool = False
    named: bool = False


class _Reader(Reader):
    """Reads an expression from left to right and writes it anew."""

    def __init__(self, source: str, *, folds: bool, lines: bool) -> None:
        super().__init__(source)
        self._start = _Options(folds=folds, lines=lines)
        self.refers = False
        self.groups = 0
        self.riches: list[bool] = []
        self.counts: list[int] = []

    def read(self) -> list[str]:
        """Give the alternatives at the top."""
        pieces = self._alternatives(self._start, folds=False, top=True)
        if self._at < len(self._source):
            raise DialectError("unmatched )")
        return pieces

    def _alternatives(self, options: _Options, *, folds: bool, top: bool = False) -> list[str]:
        """Read up to the group's end; *folds* is the case rule the surroundings have set."""
        branches: list[str] = []
        while True:
            rich, self.rich = self.rich, False
            count = self.groups
            text, options = self._branch(options, folds=folds)
            branches.append(text)
            if top:
                self.riches.append(self.rich)
                self.counts.append(self.groups - count)
            self.rich |= rich
            if not self._peek("|"):
                return branches
            self._at += 1

    def _branch(self, options: _Options, *, folds: bool) -> tuple[str, _Options]:
        parts: list[str] = []
        closers = ""
        if options.folds != folds:
            parts.append("(?i:" if options.folds else "(?-i:")
            closers = ")"
        while self._at < len(self._source) and self._source[self._at] not in "|)":
            if self._peek("(?") and (changed := self._bare_options(options)):
                if changed.folds != options.folds:
                    parts.append("(?i:" if changed.folds else "(?-i:")
                    closers += ")"
                options = changed
                continue
            atom = self._atom(options)
            if atom:
                parts.append(atom + self._quantifier(options))
        return "".join(parts) + closers, options

    def _bare_options(self, options: _Options) -> _Options | None:
        """Read `(?im-s)`; None if that is not what stands here."""
        end = self._at + 2
        while end < len(self._source) and self._source[end] in "imsxn-":
            end += 1
        if end == self._at + 2 or self._source[end : end + 1] != ")":
            return None
        changed = _with(options, self._source[self._at + 2 : end])
        self._at = end + 1
        return changed

    def _quantifier(self, options: _Options) -> str:
        self._skip_space(options)
        char = self._source[self._at : self._at + 1]
        if not char or char not in "*+?{":
            return ""
        if char == "{":
            end = self._source.find("}", self._at)
            body = self._source[self._at + 1 : end] if end > 0 else ""
            least, comma, most = body.partition(",")
            if not least.isdecimal() or (most and not most.isdecimal()):
                return ""
            self._at = end + 1
            found = "{" + least + comma + most + "}"
        else:
            self._at += 1
            found = char
        if self._peek("?"):
            self._at += 1
            found += "?"
        if self._source[self._at : self._at + 1] in ("*", "+", "?") and self._at < len(
            self._source
        ):
            raise DialectError("nested quantifier")
        return found

    def _skip_space(self, options: _Options) -> None:
        while options.spaced and self._at < len(self._source):
            if self._source[self._at].isspace():
                self._at += 1
            elif self._source[self._at] == "#":
                end = self._source.find("\n", self._at)
                self._at = len(self._source) if end < 0 else end + 1
            else:
                return

    def _atom(self, options: _Options) -> str:
        self._skip_space(options)
        if self._at >= len(self._source) or self._source[self._at] in "|)":
            return ""
        char = self._take()
        if char == "(":
            return self._group(options)
        if char == "[":
            return self._class()
        if char == "\\":
            return self._escape(options)
        if char == "^":
            return "(?m:^)" if options.lines else r"\A"
        if char == "$":
            return "(?m:$)" if options.lines else r"\Z"
        if char == ".":
            return "(?s:.)" if options.dots else "."
        if char in "*+?":
            raise DialectError("nothing to repeat")
        return quoted(char)

    def _group(self, options: _Options) -> str:
        opening, kind = "(", "capture"
        if self._peek("?"):
            self._at += 1
            opening, kind, options, folds = self._opening(options)
            if kind == "comment":
                return ""
            if kind == "reference":
                return opening
        else:
            folds = options.folds
            if options.named:
                opening, kind = "(?:", "group"
        if kind == "capture":
            self.groups += 1
        inside = "|".join(self._alternatives(options, folds=folds))
        if self._at >= len(self._source) or self._take() != ")":
            raise DialectError("missing )")
        return opening + inside + ")"

    def _opening(self, options: _Options) -> tuple[str, str, _Options, bool]:
        """Read what follows `(?`: how to open the group, its kind, options, written case rule."""
        for mark in (":", "=", "!", "<=", "<!"):
            if self._peek(mark):
                self._at += len(mark)
                self.rich |= mark.startswith("<")  # a lookbehind of any width
                return "(?" + mark, "group", options, options.folds
        if self._peek(">"):
            self._at += 1
            self.rich = True
            return "(?>", "group", options, options.folds
        if self._peek("#"):
            self._until(")")
            return "", "comment", options, False
        if self._peek("P="):
            self._at += 2
            self.refers = True
            return f"(?P={self._until(')')})", "reference", options, False
        if self._peek("P<") or self._peek("<") or self._peek("'"):
            self._at += 2 if self._peek("P<") else 1
            name = self._until("'" if self._source[self._at - 1] == "'" else ">")
            if not name.isidentifier():
                raise DialectError(f"group name {name!r} is not supported")
            return f"(?P<{name}>", "capture", options, options.folds
        if self._peek("("):
            raise DialectError("conditional groups are not supported")
        end = self._source.find(":", self._at)
        letters = self._source[self._at : end] if end > 0 else "?"
        if not letters or letters.strip("imsxn-"):
            raise DialectError("unknown kind of group")
        self._at = end + 1
        inner = _with(options, letters)
        opening = "(?:"
        if inner.folds != options.folds:
            opening = "(?i:" if inner.folds else "(?-i:"
        return opening, "group", inner, inner.folds

    def _escape(self, options: _Options) -> str:
        char = self._take()
        if char in CLASSES:
            return f"[{CLASSES[char]}]"
        if char in "bBA":
            return "\\" + char
        if char in "Zz":
            return r"\Z" if char == "z" else r"(?=\n?\Z)"
        if char == "G":
            raise DialectError("\\G is not supported")
        if char in "pP":
            self.rich = True
            return self._property(char)
        if char == "k" and (self._peek("<") or self._peek("'") or self._peek("{")):
            self.refers = True
            close = {"<": ">", "'": "'", "{": "}"}[self._take()]
            return f"(?P={self._until(close)})"
        if char in "123456789":
            self.refers = True
            number = char
            while self._at < len(self._source) and self._source[self._at].isdecimal():
                number += self._take()
            return f"(?:\\{number})"
        del options
        return quoted(self._single(char))


def _with(options: _Options, letters: str) -> _Options:
    on, _, off = letters.partition("-")
    changes: dict[str, bool] = {}
    names = {"i": "folds", "m": "lines", "s": "dots", "x": "spaced", "n": "named"}
    changes.update({names[each]: True for each in on})
    changes.update({names[each]: False for each in off.replace("-", "")})
    return msgspec.structs.replace(options, **changes)


__all__ = ["DialectError", "Piece", "alternatives", "translate"]
