"""A reader small enough to know what it says."""

from __future__ import annotations

import msgspec

from charter_lint.match.reader.grams import BITS, word_places
from charter_lint.match.reader.model import (
    FAMILY_BITS,
    FORMAT,
    LIKE_BITS,
    NAME,
    SENTENCE_BITS,
    Head,
    Model,
    Shown,
)

SHOWN = (
    Shown("Le trimestre sera bon, croyez-moi.", "market", "market/x", "fr", flagged=True),
    Shown("Le buffet était froid.", "market", "market/x", "fr", flagged=True),
)


def small_model(
    stop: float = 0.0,
    marks: dict[str, int] | None = None,
    ease: float = -1e6,
    hush: float = -1e6,
    fewest: int = 0,
) -> Model:
    """A reader that has learned the word « trimestre » and nothing else."""
    nothing = Head(memoryview(bytes(1 << BITS)), 1.0, -5.0)
    return Model(
        name=NAME,
        format=FORMAT,
        bits=BITS,
        examples="",
        counts={},
        families=("market",),
        rarity=memoryview(bytes([1]) * (1 << BITS)),
        text_stop=Head(_of_word(BITS), 1.0, -5.0),
        text_advice=nothing,
        like_heads=(Head(memoryview(bytes(1 << LIKE_BITS)), 1.0, 0.0),),
        family_heads=(Head(memoryview(bytes(1 << FAMILY_BITS)), 1.0, 0.0),),
        seat_head=Head(_of_word(SENTENCE_BITS), 4.0, -5.0),
        doubt=min(stop, 0.0),
        stop=stop,
        hint=stop,
        advice=0.0,
        ease=ease,
        hush=hush,
        calm_stop=-1e6,
        calm_advice=-1e6,
        rules=marks or {},
        fewest=fewest,
        shown={"market": memoryview(msgspec.msgpack.encode(SHOWN))},
    )


def _of_word(bits: int) -> memoryview:
    weights = bytearray(1 << bits)
    for place in word_places(["trimestre"]):
        weights[place & (1 << bits) - 1] = 127
    return memoryview(bytes(weights))
