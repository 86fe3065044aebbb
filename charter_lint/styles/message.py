"""Fills a rule's message as Go's Sprintf does, its slips included."""

from __future__ import annotations

import re
from functools import cache

_VERB = r"(?s)%([-+# 0]*)(\d+)?(?:\.(\d+))?(?:\[(\d+)\])?(.?)"


def fill(form: str, *args: str | int) -> str:
    """Put *args* into *form*; arguments left over are not told, missing ones are."""
    if "%" not in form:
        return form
    pieces = _simple(form)
    if pieces is not None and len(pieces) - 1 <= len(args):
        if len(pieces) == 2:
            return f"{pieces[0]}{args[0]}{pieces[1]}"
        return "".join(
            [pieces[0], *(f"{arg}{piece}" for arg, piece in zip(args, pieces[1:], strict=False))]
        )
    return _Filler((*args, "")).fill(form)


@cache
def _simple(form: str) -> tuple[str, ...] | None:
    pieces = form.split("%s")
    return None if any("%" in piece for piece in pieces) else tuple(pieces)


class _Filler:
    def __init__(self, args: tuple[str | int, ...]) -> None:
        self._args = args
        self._next = 0

    def fill(self, form: str) -> str:
        return re.sub(_VERB, self._one, form)

    def _one(self, found: re.Match[str]) -> str:
        flags, width, precision, index, verb = found.groups()
        if not verb:
            return "%!(NOVERB)"
        if verb == "%":
            return "%"
        if index is not None:
            self._next = int(index) - 1
            if not 0 <= self._next < len(self._args):
                return f"%!{verb}(BADINDEX)"
        if self._next >= len(self._args):
            return f"%!{verb}(MISSING)"
        arg = self._args[self._next]
        self._next += 1
        text = _formatted(arg, verb, precision)
        size = int(width or 0)
        if len(text) < size:
            text = text.ljust(size) if "-" in flags else text.rjust(size)
        return text


def _formatted(arg: str | int, verb: str, precision: str | None) -> str:
    if verb in "sv" and isinstance(arg, str):
        return arg if precision is None or verb == "v" else arg[: int(precision)]
    if verb in "dv" and isinstance(arg, int):
        return str(arg)
    if verb == "q" and isinstance(arg, str):
        quoted = arg.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{quoted}"'
    if verb == "x" and isinstance(arg, str):
        return arg.encode().hex()
    kind = "int" if isinstance(arg, int) else "string"
    return f"%!{verb}({kind}={arg})"
