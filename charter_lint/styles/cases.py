"""Gives a replacement the letter case of the text it replaces."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_LOWER, _UPPER, _TITLE, _MIXED = "lower", "upper", "title", ""


def recased(replacement: str, observed: str) -> str:
    """Give *replacement* in the case of *observed*, word by word.

    Words that both begin or end with keep their own case; what lies between takes the case
    of what it stands for, or of the word after it if it stands for nothing.
    """
    new = _WORD.findall(replacement)
    old = _WORD.findall(observed)
    if not new or not old:
        return _cased(replacement, _case(observed))
    head = 0
    while head < min(len(new), len(old)) and new[head].lower() == old[head].lower():
        head += 1
    tail = 0
    while tail < min(len(new), len(old)) - head and (
        new[-1 - tail].lower() == old[-1 - tail].lower()
    ):
        tail += 1
    middle = old[head : len(old) - tail]
    case = _case(" ".join(middle))
    if not middle:
        if tail:
            case = _case(old[len(old) - tail])
        elif head:
            case = _case(old[head - 1])
    each_title = len(middle) > 1 and all(_case(word) == _TITLE for word in middle)
    made = []
    for number, word in enumerate(new):
        if number < head:
            made.append(_cased(word, _case(old[number])))
        elif number >= len(new) - tail:
            made.append(_cased(word, _case(old[number - len(new)])))
        elif case == _TITLE and not each_title and number > head:
            made.append(word.lower())
        else:
            made.append(_cased(word, case))
    words = iter(made)
    return _WORD.sub(lambda _: next(words), replacement)


def _case(text: str) -> str:
    letters = [char for char in text if char.isalpha()]
    upper = sum(char.isupper() for char in letters)
    lower = sum(char.islower() for char in letters)
    if not letters:
        return _MIXED
    if not upper:
        return _LOWER
    if not lower:
        return _TITLE if len(letters) == 1 else _UPPER
    return _TITLE if upper == 1 and letters[0].isupper() else _MIXED


def _cased(text: str, case: str) -> str:
    if case == _LOWER:
        return text.lower()
    if case == _UPPER:
        return text.upper()
    if case == _TITLE:
        return text[:1].upper() + text[1:].lower()
    return text
