"""Character classes and escapes of the regular expressions in Vale's styles."""

from __future__ import annotations

_SPACE, _WORD, _DIGIT = r"\t\n\f\r\x20", "0-9A-Za-z_", "0-9"
_NOT_SPACE = r"\x00-\x08\x0b\x0e-\x1f!-\U0010ffff"
_NOT_WORD = r"\x00-/:-@\[-\^`{-\U0010ffff"
_NOT_DIGIT = r"\x00-/:-\U0010ffff"
CLASSES = {
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


class Reader:
    """Reads an expression's text from left to right."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self.rich = False
        """Something has been read that Python's own `re` lacks."""

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

    def _class(self) -> str:
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
                minus = self._class()
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
        if char in CLASSES:
            return CLASSES[char], False
        if char in "pP":
            self.rich = True
            return self._property(char), False
        if char == "b":
            return r"\x08", True
        return _quoted_inside(self._single(char)), True


def _scalar(digits: str) -> str:
    try:
        return chr(int(digits, 16))
    except (ValueError, OverflowError) as error:
        raise DialectError(f"{digits!r} is not a character's number") from error


def quoted(char: str) -> str:
    """Write a character so that it stands for itself outside classes."""
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
