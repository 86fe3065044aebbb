"""French typography: the spaces that must not break."""

from __future__ import annotations

import re

_NBSP = "\u00a0"
_BEFORE = r"(?<=[^\s«(]) (?=[:;!?»%€])"
_AFTER = r"« (?=\S)"
_TIGHT_OPEN = r"«(?=[^\s\u00a0])"
_TIGHT_CLOSE = r"(?<=[^\s\u00a0])»"


def typeset(text: str, language: str) -> str:
    """Give a text with no-break spaces where French wants them: before : ; ! ? » and after «.

    Only spaces already written change, so addresses and times keep their colons.
    """
    if language != "fr":
        return text
    text = re.sub(_AFTER, "«" + _NBSP, re.sub(_BEFORE, _NBSP, text))
    return re.sub(_TIGHT_CLOSE, _NBSP + "»", re.sub(_TIGHT_OPEN, "«" + _NBSP, text))
