"""Codenames: their core, the ways a draft may write them, and how hard they are to guess."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from charter_lint.draft.fold import fold, fold_word, unleet

if TYPE_CHECKING:
    from charter_lint.draft import Draft, Span

_WORD = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"[A-ZÀ-Þ]+(?![a-zß-ÿ])|[A-ZÀ-Þ]?[a-zß-ÿ]+|\d+|[^\W_]+?")
_LEAST = 4  # letters and digits of a name
_SHORT = 6  # letters of a single word below which every string can be tried
_MOST_WORDS = 5
_SIGNS = frozenset("./·•*~|:+")


class Names(msgspec.Struct, frozen=True):
    """Words that tell nothing of a name, folded."""

    generic: frozenset[str] = frozenset()
    function: frozenset[str] = frozenset()

    def core(self, name: str) -> tuple[str, ...]:
        """Give the words of a name that tell it apart, folded; () where none are left."""
        words = [fold_word(w) for w in _pieces(fold(name).text)]
        while words and (words[0] in self.function or words[0] in self.generic):
            words.pop(0)
        while words and (words[-1] in self.function or words[-1] in self.generic):
            words.pop()
        whole = tuple(words[:_MOST_WORDS])
        return whole if len("".join(whole)) >= _LEAST else ()

    def weakness(self, name: str) -> str:
        """Say why a name can be guessed: "word", "short", "number", or "" where it is not easy."""
        words = self.core(name)
        bare = "".join(words)
        if bare.isdigit():
            return "number"
        if len(words) != 1 and not unleet(bare):
            return "" if len(bare) > _SHORT else "short"
        if len(bare) < _SHORT:
            return "short"
        original = [w for w in _pieces(fold(name).text) if fold_word(w) == words[0]]
        readings = (*original, bare, unleet(bare))
        return "word" if any(w and _in_dictionary(w) for w in readings) else ""


def names_of(data: dict[str, list[str]]) -> Names:
    """Make the words that tell nothing from their data file."""
    return Names(*(frozenset(map(fold_word, data[key])) for key in ("generic", "function")))


def candidates_of(draft: Draft, longest: int, skipped: frozenset[str]) -> dict[str, list[Span]]:
    """Give every string of a draft that could be a name, once, with all its places.

    A name is one to `longest` neighbouring words written as one, or another reading of a word.
    Function words neither start nor end it.
    """
    tokens = draft.tokens
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    count = len(words)
    found: dict[str, list[Span]] = defaultdict(list)
    for i in range(count):
        if not words[i].isalnum():
            continue
        for reading, after in tokens.readings.get(i, ()):
            if len(reading) >= _LEAST and reading.isalnum():
                found[reading].append(draft.span_of(i, after))
        if words[i] in skipped:
            continue
        name, taken, j = "", 0, i
        while j < count and taken < longest:
            if words[j].isalnum():
                name += words[j]
                taken += 1
                if words[j] not in skipped and len(name) >= _LEAST and not name.isdigit():
                    found[name].append(draft.span_of(i, j + 1))
            elif (
                words[j] not in _SIGNS
                or j + 1 == count
                or starts[j] != ends[j - 1]
                or starts[j + 1] != ends[j]
            ):
                break
            j += 1
    return {name: sorted(set(spans)) for name, spans in found.items()}


def _pieces(text: str) -> list[str]:
    return [piece for word in _WORD.findall(text) for piece in _CAMEL.findall(word)]


def _in_dictionary(word: str) -> bool:
    import simplemma  # noqa: PLC0415  (0.4 s: only when a list is sealed)

    return any(
        simplemma.is_known(form, lang=language)
        for language in ("fr", "en")
        for form in (word.lower(), word)
    )
