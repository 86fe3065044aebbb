"""French typography: the spaces that must not break."""

from __future__ import annotations

import re

_NBSP = "\u00a0"
_BEFORE = re.compile(r"(?<=[^\s«(]) (?=[:;!?»%€])")
_AFTER = re.compile(r"« (?=\S)")
_TIGHT_OPEN = re.compile(r"«(?=[^\s\u00a0])")
_TIGHT_CLOSE = re.compile(r"(?<=[^\s\u00a0])»")


def typeset(text: str, language: str) -> str:
    """Give a text with no-break spaces where French wants them: before : ; ! ? » and after «.

    Only spaces already written change, so addresses and times keep their colons.
    """
    if language != "fr":
        return text
    text = _AFTER.sub("«" + _NBSP, _BEFORE.sub(_NBSP, text))
    return _TIGHT_CLOSE.sub(_NBSP + "»", _TIGHT_OPEN.sub("«" + _NBSP, text))
