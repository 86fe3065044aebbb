"""Tell a typing mistake from a name, a term, a borrowed or a newly made word."""

from __future__ import annotations

import unicodedata


def is_ordinary(word: str) -> bool:
    """Say whether a word has the shape of an ordinary one: small Latin letters, maybe a hyphen.

    Names and acronyms have capitals, codes and units have digits or signs.
    """
    letters = word.replace("'", "").replace("’", "").replace("-", "")
    return letters.isalpha() and letters.islower() and _latin(letters)


def same_but_accents(word: str, other: str) -> bool:
    """Say whether two words differ in accents and cedillas alone."""
    return _bare(word) == _bare(other)


def near(word: str, other: str, changes: int) -> bool:
    """Say whether at most `changes` letters part two words written in small letters.

    A change is a letter added, left out, replaced, or swapped with its neighbour (Damerau 1964,
    in its restricted form); a word taken apart is no change of letters.
    """
    return other.isalpha() and other.islower() and _distance(word, other, changes) <= changes


def _distance(one: str, two: str, most: int) -> int:
    if abs(len(one) - len(two)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(two, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == two[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _bare(word: str) -> str:
    parts = unicodedata.normalize("NFD", word)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def _latin(letters: str) -> bool:
    return all(sign.isascii() or "LATIN" in unicodedata.name(sign, "") for sign in letters)
