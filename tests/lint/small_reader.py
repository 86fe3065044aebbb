"""A reader small enough to know what it says."""

from __future__ import annotations

import msgspec

from charter_lint.match.reader.grams import BITS, word_places
from charter_lint.match.reader.model import (
    FAMILY_BITS,
    FORMAT,
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
    stop: float = 0.0, marks: dict[str, int] | None = None, ease: float = -1e6
) -> Model:
    """A reader that has learned the word « trimestre » and nothing else."""
    weights = bytearray(1 << BITS)
    rarity = bytes([1]) * (1 << BITS)
    for place in word_places(["trimestre"]):
        weights[place] = 127
    small = bytearray(1 << SENTENCE_BITS)
    for place in word_places(["trimestre"]):
        small[place & (1 << SENTENCE_BITS) - 1] = 127
    none = Head(bytes(1 << SENTENCE_BITS), 1.0, -5.0)
    family = Head(bytes(1 << FAMILY_BITS), 1.0, 0.0)
    return Model(
        name=NAME,
        format=FORMAT,
        bits=BITS,
        examples="",
        counts={},
        families=("market",),
        rarity=rarity,
        text_stop=Head(bytes(weights), 1.0, -5.0),
        text_advice=Head(bytes(1 << BITS), 1.0, -5.0),
        stop_head=Head(bytes(small), 4.0, -5.0),
        advice_head=none,
        family_heads=(family,),
        doubt=min(stop, 0.0),
        stop=stop,
        hint=stop,
        advice=0.0,
        ease=ease,
        rules=marks or {},
        shown={"market": msgspec.msgpack.encode(SHOWN)},
    )
