"""Words and signs of a folded text, with the other readings that a disguise may hide."""

from __future__ import annotations

import msgspec

from charter_lint.draft.fold import fold_word, unleet
from charter_lint.draft.patterns import Pattern
from charter_lint.draft.spans import Span

# Underscore, apostrophe and hyphen inside words only part them; every other sign is a token.
_TOKEN = Pattern(r"[^\W_]+|[^\w\s]")
_CAMEL = Pattern(r"[A-ZÀ-Þ]+(?![a-zß-ÿ])|[A-ZÀ-Þ]?[a-zß-ÿ]+|\d+|[^\W_]+?")
_GLUE = frozenset("'-_")
_SPLIT_MIN = 4  # letters a spaced or hyphened word needs before its parts are read as one


class Tokens(msgspec.Struct, frozen=True):
    """Parallel lists, one entry a token; offsets are folded ones.

    `words` are folded (no case, no accents), `accented` only without case, `raw` as written.
    `readings` maps a token to other words that start there: (word, number of the token after it).
    """

    words: list[str]
    accented: list[str]
    raw: list[str]
    starts: list[int]
    ends: list[int]
    readings: dict[int, list[tuple[str, int]]]

    def __len__(self) -> int:
        return len(self.words)


def tokens_of(text: str, tags: tuple[Span, ...] = ()) -> Tokens:
    """Split a folded text; `tags` are hashtags and mentions, whose CamelCase is taken apart."""
    words: list[str] = []
    accented: list[str] = []
    raw: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    readings: dict[int, list[tuple[str, int]]] = {}
    heads = {tag.start + 1: tag.end for tag in tags}
    length = len(text)
    for found in _TOKEN.finditer(text):
        word = found[0]
        start, end = found.span()
        if (
            word in _GLUE
            and 0 < start < length - 1
            and text[start - 1].isalnum()
            and text[start + 1].isalnum()
        ):
            continue
        if start in heads:
            parts = [Span(start + m.start(), start + m.end()) for m in _CAMEL.finditer(word)]
            if len(parts) > 1:
                readings[len(words)] = [(fold_word(word), len(words) + len(parts))]
        else:
            parts = [Span(start, end)]
        for part in parts:
            piece = text[part.start : part.end]
            low = fold_word(piece) or piece  # a mark without a letter folds to nothing
            words.append(low)
            accented.append(low if piece.isascii() else piece.casefold())
            raw.append(piece)
            starts.append(part.start)
            ends.append(part.end)
    tokens = Tokens(words, accented, raw, starts, ends, readings)
    _add_leet(tokens)
    _add_joined(tokens, text)
    return tokens


def _add_leet(tokens: Tokens) -> None:
    for i, word in enumerate(tokens.words):
        if not word.isalpha() and len(word) > _SPLIT_MIN - 1:
            plain = unleet(word)
            if plain:
                tokens.readings.setdefault(i, []).append((plain, i + 1))


def _add_joined(tokens: Tokens, text: str) -> None:
    """Read "gar-ance", "gar_ance" and "g a r a n c e" as one word as well."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    count = len(words)
    i = 0
    while i < count - 1:
        glue = text[ends[i] : starts[i + 1]]
        if glue in ("-", "_"):
            j = i + 1
            while j < count - 1 and text[ends[j] : starts[j + 1]] == glue:
                j += 1
            joined = "".join(words[i : j + 1])
            if len(joined) >= _SPLIT_MIN:
                tokens.readings.setdefault(i, []).append((joined, j + 1))
            for k in range(i, j):
                if j - i > 1 and len(words[k] + words[k + 1]) >= _SPLIT_MIN:
                    pair = (words[k] + words[k + 1], k + 2)
                    tokens.readings.setdefault(k, []).append(pair)
            i = j
        elif glue in (" ", ".", "") and len(words[i]) == 1 and words[i].isalpha():
            i = _add_spelled(tokens, text, i)
        else:
            i += 1


def _add_spelled(tokens: Tokens, text: str, first: int) -> int:
    """Join single letters parted by one and the same sign; give the token to go on from."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    letters = [first]
    gap = None
    i = first + 1
    while i < len(words):
        if words[i] in ".*·" and len(words[i]) == 1 and ends[letters[-1]] == starts[i]:
            i += 1
            continue
        between = text[ends[letters[-1]] : starts[i]]
        if len(words[i]) != 1 or not words[i].isalpha() or between not in (" ", ".", "*", "·", "-"):
            break
        if gap is not None and between != gap:
            break
        gap = between
        letters.append(i)
        i += 1
    if len(letters) >= _SPLIT_MIN:
        joined = "".join(words[k] for k in letters)
        tokens.readings.setdefault(first, []).append((joined, letters[-1] + 1))
        return letters[-1] + 1
    return first + 1
