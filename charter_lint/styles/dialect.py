"""Turns the regular expressions of Vale's styles into expressions that Python can run.

Styles are written for Go's regexp2 in its RE2 mode: .NET syntax and backtracking, with
`\\w`, `\\d` and `\\s` meaning ASCII only, `\\b` meaning Unicode, `$` meaning the very end,
and options such as `(?i)` that hold from where they stand to the end of their group.
"""

from __future__ import annotations

import msgspec

_SPACE, _WORD, _DIGIT = r"\t\n\f\r\x20", "0-9A-Za-z_", "0-9"
_NOT_SPACE = r"\x00-\x08\x0b\x0e-\x1f!-\U0010ffff"
_NOT_WORD = r"\x00-/:-@\[-\^`{-\U0010ffff"
_NOT_DIGIT = r"\x00-/:-\U0010ffff"
_CLASSES = {
    "w": _WORD, "W": _NOT_WORD, "d": _DIGIT, "D": _NOT_DIGIT, "s": _SPACE, "S": _NOT_SPACE,
}  # fmt: skip
_POSIX = {
    "alnum": "0-9A-Za-z", "alpha": "A-Za-z", "ascii": r"\x00-\x7f", "blank": r"\t\x20",
    "cntrl": r"\x00-\x1f\x7f", "digit": "0-9", "graph": "!-~", "lower": "a-z",
    "print": r"\x20-~", "punct": r"!-/:-@\[-`{-~", "space": r"\t\n\x0b\f\r\x20",
    "upper": "A-Z", "word": _WORD, "xdigit": "0-9A-Fa-f",
}  # fmt: skip
_CONTROLS = {"a": 7, "e": 27, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11}


class DialectError(ValueError):
    """An expression that Vale's engine refuses, or that cannot be expressed here."""


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


class _Reader:
    """Reads an expression from left to right and writes it anew."""

    def __init__(self, source: str, *, folds: bool, lines: bool) -> None:
        self._source = source
        self._at = 0
        self._start = _Options(folds=folds, lines=lines)
        self.rich = False
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

    def _peek(self, text: str) -> bool:
        return self._source.startswith(text, self._at)

    def _take(self) -> str:
        if self._at >= len(self._source):
            raise DialectError("the expression ends too early")
        self._at += 1
        return self._source[self._at - 1]

    def _until(self, mark: str) -> str:
        end = self._source.find(mark, self._at)
        if end < 0:
            raise DialectError(f"missing {mark}")
        found = self._source[self._at : end]
        self._at = end + 1
        return found

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
            return self._class(options)
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
        return _quoted(char)

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

    def _opening(self, options: _Options) -> tuple[str, str, _Options, bool]:  # noqa: PLR0911
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
        if char in _CLASSES:
            return f"[{_CLASSES[char]}]"
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
        return _quoted(self._single(char))

    def _single(self, char: str) -> str:
        """Give the character that an escape stands for."""
        if char == "x":
            if self._peek("{"):
                self._at += 1
                return _scalar(self._until("}"))
            return _scalar(self._take() + self._take())
        if char == "u":
            if self._peek("{"):
                self._at += 1
                return _scalar(self._until("}"))
            return _scalar("".join(self._take() for _ in range(4)))
        if char == "0":
            digits = ""
            while len(digits) < 2 and self._source[self._at : self._at + 1] in tuple("01234567"):
                digits += self._take()
            return chr(int(digits or "0", 8))
        if char == "c":
            return chr(ord(self._take().upper()) & 31)
        if char in _CONTROLS:
            return chr(_CONTROLS[char])
        return char

    def _property(self, char: str) -> str:
        name = self._take()
        if name == "{":
            name = self._until("}")
        if name.startswith("^"):
            char, name = ("P" if char == "p" else "p"), name[1:]
        return f"\\{char}{{{name}}}"

    def _class(self, options: _Options) -> str:
        negated = ""
        if self._peek("^"):
            self._at += 1
            negated = "^"
        items: list[str] = []
        first = True
        minus = ""
        while True:
            if self._at >= len(self._source):
                raise DialectError("missing ]")
            char = self._take()
            if char == "]" and not first:
                break
            first = False
            if char == "-" and self._peek("["):
                self._at += 1
                minus = self._class(options)
                continue
            if char == "[" and self._peek(":") and (named := self._posix()):
                items.append(named)
                continue
            low, ends = self._member(char)
            if ends and self._peek("-") and self._source[self._at + 1 : self._at + 2] not in (
                "]", "[", ""
            ):  # fmt: skip
                self._at += 1
                high, single = self._member(self._take())
                if single:
                    items.append(f"{low}-{high}")
                    continue
                items += [low, r"\-", high]
                continue
            items.append(low)
        inside = "".join(items)
        if minus:
            self.rich = True
            return f"(?:(?!{minus})[{negated}{inside}])"
        return f"[{negated}{inside}]"

    def _posix(self) -> str:
        end = self._source.find(":]", self._at)
        name = self._source[self._at + 1 : end] if end > 0 else ""
        negated, name = name.startswith("^"), name.lstrip("^")
        if name not in _POSIX:
            return ""
        if negated:
            raise DialectError("negated POSIX classes are not supported")
        self._at = end + 2
        return _POSIX[name]

    def _member(self, char: str) -> tuple[str, bool]:
        """Give one member of a class, written anew, and whether it is a single character."""
        if char != "\\":
            return _quoted_inside(char), True
        char = self._take()
        if char in _CLASSES:
            return _CLASSES[char], False
        if char in "pP":
            self.rich = True
            return self._property(char), False
        if char == "b":
            return r"\x08", True
        return _quoted_inside(self._single(char)), True


def _with(options: _Options, letters: str) -> _Options:
    on, _, off = letters.partition("-")
    changes: dict[str, bool] = {}
    names = {"i": "folds", "m": "lines", "s": "dots", "x": "spaced", "n": "named"}
    changes.update({names[each]: True for each in on})
    changes.update({names[each]: False for each in off.replace("-", "")})
    return msgspec.structs.replace(options, **changes)


def _scalar(digits: str) -> str:
    try:
        return chr(int(digits, 16))
    except (ValueError, OverflowError) as error:
        raise DialectError(f"{digits!r} is not a character's number") from error


def _quoted(char: str) -> str:
    if char in "\\.^$*+?{}[]()|":
        return "\\" + char
    if char in " #\t\n\r\f\v":
        return f"\\x{ord(char):02x}"
    return char


def _quoted_inside(char: str) -> str:
    if char in "\\^-[]&~|":
        return "\\" + char
    if char in " #\t\n\r\f\v":
        return f"\\x{ord(char):02x}"
    return char
