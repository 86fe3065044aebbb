"""What was learned, as it is shipped: tables of small weights in MessagePack, no code in it."""

# No `from __future__ import annotations` here: msgspec would compile every annotation at start-up.
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import compress
from math import sqrt
from mmap import ACCESS_READ, mmap
from operator import itemgetter, mul
from pathlib import Path

import msgspec

from charter_lint.match.reader.grams import (
    BITS,
    letter_places,
    mark_places,
    near_places,
    word_places,
)

FORMAT = 4
NAME = "charter-lint reader"
SENTENCE_BITS = 18
"""Sentences are compared by tables of 2 ** SENTENCE_BITS places."""

FAMILY_BITS = 16
"""Families are told apart by tables of 2 ** FAMILY_BITS places."""

LIKE_BITS = 17
"""Each family is told from what is harmless by a table of 2 ** LIKE_BITS places."""

_MASK = (1 << BITS) - 1

NEAR = 0.5
"""What the words of the sentences beside count, compared with a sentence's own."""

MARKS = 0.3
"""What the platform and the marks of a text count, compared with its words."""

SEAT = 0.7
"""What the place, the length and the marks of a sentence count, compared with its words."""

LIKE = 0.6
"""What the family that a text resembles most counts, compared with all that is flagged."""

NAMED = 0.4
"""What a family's likeness counts where families are told apart."""

BEHIND = 2.0
"""How many times its distance from the likeliest sentence of its window a sentence falls behind."""

BESIDE = 2.0
"""The distance up to which a sentence next to the likeliest one stands with it."""

WINDOW = 160
"""Words that are read as one text: a longer draft is read in windows of whole sentences."""


FEWEST = 9
"""Words below which a text is not judged by what it resembles: hardly an example is so short."""


class ModelError(Exception):
    """A reader's file that cannot be used; `reason` is a message key."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Head(msgspec.Struct, frozen=True):
    """A linear judgement: one signed byte of weight a place, times `scale`, plus `bias`."""

    weights: memoryview
    scale: float
    bias: float


class Shown(msgspec.Struct, frozen=True, array_like=True):
    """An example that findings may show: flagged or allowed, in which family, of which rule."""

    text: str
    family: str
    rule: str
    language: str
    flagged: bool


class Second(msgspec.Struct, frozen=True, kw_only=True):
    """The second stage: weights over an encoder's vectors, 32-bit floats, little-endian.

    `heads` are rows of (sentence, mean of its neighbours, mean of the draft, the first stage's
    score): first what deserves a stop, then advice, then one a family. `encoder` names it and its
    version; other vectors than those it was trained on are not used.
    """

    encoder: str
    dimension: int
    weights: bytes
    biases: tuple[float, ...]
    stop: float
    hint: float
    advice: float


class Model(msgspec.Struct, frozen=True, kw_only=True):
    """A reader.

    `examples` is the SHA-256 of what it was trained on, `rules` a mark of each rule's own
    examples. The heads `text_stop` and `text_advice` judge a window of a draft, `like_heads` tell
    each family from what is harmless, `family_heads` the families from each other, `seat_head`
    compares the sentences of a window. Texts of less than `fewest` words are not judged. Above
    `stop` a sentence is to be reviewed, above `hint` or `advice` it is worth a thought; above
    `doubt` rules may ask what it resembles. A review of a rule below `ease` is no more than
    advice, and advice below `hush` is not said: such places in such texts are mostly harmless. A
    window that `text_stop` holds below `calm_stop` and `text_advice` below `calm_advice` is hardly
    ever in doubt, whatever it is like. `shown` are the examples that may be shown, packed: flagged
    ones by family, allowed ones under "".
    """

    name: str
    format: int
    bits: int
    examples: str
    counts: dict[str, int]
    families: tuple[str, ...]
    rarity: memoryview
    text_stop: Head
    text_advice: Head
    like_heads: tuple[Head, ...]
    family_heads: tuple[Head, ...]
    seat_head: Head
    doubt: float
    stop: float
    hint: float
    advice: float
    ease: float
    hush: float
    calm_stop: float
    calm_advice: float
    shown: dict[str, memoryview] = {}
    second: Second | None = None
    rules: dict[str, int] = {}
    fewest: int = FEWEST

    def older(self, marks: Mapping[str, int]) -> list[str]:
        """Give the rules whose examples have changed since; `marks` are those of today.

        Rules that it never saw are a company's own, which it need not know.
        """
        if not self.rules:
            return []
        return sorted(r for r, mark in marks.items() if self.rules.get(r, mark) != mark)

    def shown_of(self, family: str = "") -> bytes:
        """Give the packed examples that may be shown: flagged ones of a family, or allowed ones."""
        return bytes(self.shown.get(family, b"\x90"))


class Read(msgspec.Struct, frozen=True):
    """The places of a sentence and what each counts."""

    places: list[int]
    counts: list[float]

    def score(self, head: Head) -> float:
        """Give a head's judgement: log-odds."""
        return self.scores((head,))[0]

    def scores(self, heads: Sequence[Head]) -> list[float]:
        """Give the judgements of heads whose tables are of one size."""
        mask = len(heads[0].weights) - 1 if heads else _MASK
        places = self.places if mask == _MASK else [place & mask for place in self.places]
        # At least two, for of one it gives no tuple; all at once takes half the time of each apart.
        taken = itemgetter(*places, 0, 0)
        found = []
        for head in heads:
            weights = taken(head.weights.cast("b"))
            found.append(sum(map(mul, weights, self.counts)) * head.scale + head.bias)
        return found


def read_seat(
    words: Sequence[str], beside: Sequence[str], seat: list[int], rarity: memoryview
) -> Read:
    """Find the places of a sentence, of the words beside it and, as `seat`, of where it stands.

    `rarity` holds for each place how rare it is among the training texts; 0 for what hardly
    one of them has. Each kind of piece has the length 1 as a vector, so that long sentences weigh
    as short ones.
    """
    kinds = (
        (word_places(words), 1.0),
        (letter_places(words), 1.0),
        (near_places(beside), NEAR),
        (seat, SEAT),
    )
    return weighed(kinds, rarity)


def read_text(
    sentences: Sequence[Sequence[str]], marks: Iterable[str], platform: str, rarity: memoryview
) -> Read:
    """Find the places of a text: those of its sentences, its marks, its platform."""
    words = sorted({place for s in sentences for place in word_places(s)})
    letters = letter_places(word for s in sentences for word in s)
    kinds = ((words, 1.0), (letters, 1.0), (mark_places(platform, marks), MARKS))
    return weighed(kinds, rarity)


def weighed(kinds: Iterable[tuple[list[int], float]], rarity: memoryview) -> Read:
    """Weigh kinds of places, each of which counts as much as is said."""
    found: list[int] = []
    counts: list[float] = []
    for places, much in kinds:
        rare = list(map(rarity.__getitem__, places))
        values = list(filter(None, rare))
        length = sqrt(sum(map(mul, values, values)))
        found += compress(places, rare)
        counts += [v * much / length for v in values]
    return Read(found, counts)


def load_model(path: Path) -> Model:
    """Load a reader; raises ModelError for a file that is missing, broken or of another kind."""
    try:
        state = path.stat()
    except OSError:
        raise ModelError("reader.missing") from None
    return _load(str(path), state.st_mtime_ns, state.st_size)


def encode(model: Model) -> bytes:
    """Give the bytes of a reader's file."""
    return msgspec.msgpack.encode(model)


@cache
def _load(path: str, _changed: int, _size: int) -> Model:
    try:
        with Path(path).open("rb") as file:
            mapped = mmap(file.fileno(), 0, access=ACCESS_READ)
        model = msgspec.msgpack.decode(mapped, type=Model)
    except OSError:
        raise ModelError("reader.missing") from None
    except (msgspec.DecodeError, ValueError):  # ValueError: an empty file, broken UTF-8
        raise ModelError("reader.broken") from None
    if model.name != NAME or model.format != FORMAT or model.bits != BITS:
        raise ModelError("reader.foreign")
    sizes = {
        BITS: (model.rarity, model.text_stop.weights, model.text_advice.weights),
        SENTENCE_BITS: (model.seat_head.weights,),
        LIKE_BITS: tuple(head.weights for head in model.like_heads),
        FAMILY_BITS: tuple(head.weights for head in model.family_heads),
    }
    if any(len(t) != 1 << bits for bits, tables in sizes.items() for t in tables) or any(
        len(heads) != len(model.families) for heads in (model.family_heads, model.like_heads)
    ):
        raise ModelError("reader.broken")
    return model
