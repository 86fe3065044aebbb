"""Reading ease: Flesch's formula for English, Kandel and Moles' for French."""

from __future__ import annotations

import re
from functools import cache

from charter_lint.styles.syllables import syllables as english_syllables

SAMPLE = 100
"""Words below which reading ease says nothing: Flesch counted in samples of a hundred words."""

_VOWELS = re.compile("[aeiouyàâäéèêëîïôöùûüÿœæ]+")
_MUTE = re.compile("[^aeiouyàâäéèêëîïôöùûüÿœæ]es?$")
_HIATUS = re.compile("[aeiouy](?=[éèêëïöü])|é(?=[aâoôu])|a(?=o)|o(?=a)")
_QU = re.compile("(?<=[qg])u(?=[aeiouyéèêîï])")


def reading_ease(words: list[str], sentences: int, language: str) -> float | None:
    """Give reading ease, about 0 (hard) to 100 (easy); None for other languages or no words.

    English: R. Flesch, “A new readability yardstick”, Journal of Applied Psychology 32, 1948:
    206.835 − 1.015 (words a sentence) − 84.6 (syllables a word). French: L. Kandel and A. Moles,
    « Application de l'indice de Flesch à la langue française », Cahiers d'études de
    radio-télévision 19, 1958: 207 − 1.015 (words a sentence) − 73.6 (syllables a word).
    """
    if not words or not sentences or language not in ("fr", "en"):
        return None
    each = len(words) / sentences
    if language == "fr":
        return 207 - 1.015 * each - 73.6 * sum(map(french_syllables, words)) / len(words)
    return 206.835 - 1.015 * each - 84.6 * sum(map(english_syllables, words)) / len(words)


@cache
def french_syllables(word: str) -> int:
    """Estimate the spoken syllables of a French word: groups of vowels, without a mute end.

    Verbs in a mute -ent count as if it were spoken: the letters do not tell.
    """
    low = _QU.sub("", word.lower())
    groups = len(_VOWELS.findall(low)) + len(_HIATUS.findall(low))
    if groups > 1 and _MUTE.search(low):
        groups -= 1
    return max(1, groups)
