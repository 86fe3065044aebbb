"""Counts the syllables of English words, for readability.

The rules are the well-known ones of Text-Statistics and its descendants (Lingua::EN::
Syllable, `syllable` by T. Wormer), which Vale applies too: count groups of vowels, take
away silent ones, add those that are spoken apart.
"""

from __future__ import annotations

import re
from functools import cache

_ODD = {
    2: (
        "abed adieu cafe cafes chile chloe circe jesse jukebox maybe people shoreline daphne "
        "phoebe zoe"
    ),
    3: (
        "abare acreage adame adobe apache coyote forever karate machete recipe sesame "
        "simile syncope tamale euterpe"
    ),
    4: (
        "abalone abruzzese abbruzzese anemone aphrodite apostrophe ariadne calliope catastrophe "
        "epitome facsimile gethsemane guacamole hyperbole yosemite eurydice hermione penelope "
        "persephone"
    ),
    5: "aborigine aborigines",
}
_PREFIXES = (
    """above anti ante counter hyper afore agri infra intra inter over semi ultra under extra
    dia micro mega kilo pico nano macro""",
    "un fore ware none non out post sub pre pro dis side",
)
_SUFFIXES = (
    "ology ologist onomy onomist",
    "fully berry woman women",
    """ly less some ful er ers ness cian cians ment ments ette ettes ville villes ships ship
    side sides port ports shire shires tion tioned""",
)
_ED = (
    "b|c|ch|dg|f|g|gh|gn|k|l|lch|ll|lv|m|mm|n|nc|ng|nch|nn|p|r|rc|rn|rs|rv|s|sc|sk|sl|squ"
    "|ss|th|v|y|z"
)
_ES = "b|ch|d|f|gh|gn|k|l|lch|ll|lv|m|mm|n|nch|nn|p|r|rn|rs|rv|s|sc|sk|sl|squ|ss|st|t|th|v|y"
_E = (
    "b|c|ch|d|dg|f|g|gh|gn|k|l|ll|lv|m|mm|n|nc|ng|nn|p|r|rc|rn|rs|rv|s|sc|sk|sl|squ|ss|st|t"
    "|th|v|y|z"
)
_SILENT = (
    r"cia(?:l|$)|tia|cius|cious|[^aeiou]giu|[aeiouy][^aeiouy]ion|iou|sia$|eous$|[oa]gue$"
    r"|.[^aeiuoycgltdb]{2,}ed$|.ely$|^jua|uai|eau|^busi$"
    rf"|[aeiouy](?:{_ED})ed$|[aeiouy](?:{_ES})es$"
)
_SPOKEN = (
    r"(?:[^aeiouy]ie(?:r|st|t)|[aeiouym]bl|eo|ism|asm|thm|dnt|uity|dea|gean|oa|ua|eings?"
    r"|[aeiouy]sh?e[rsd])$"
)
_LESS = (_SILENT, rf"[aeiouy](?:{_E})e$")
_MORE = (
    _SPOKEN,
    r"[^gq]ua[^auieo]|[aeiou]{3}|^(?:ia|mc|coa[dglx].)",
    r"[^aeiou]y[ae]|[^l]lien|riet|dien|iu|io|ii|uen|real|iell|eo[^aeiou]|[aeiou]y[aeiou]",
    r"[^s]ia",
)


_LONGEST = 200  # a longer word is none, and the rules would take their time over it


@cache
def syllables(word: str) -> int:
    """Give the number of syllables of an English word."""
    if len(word) < 3:
        return 1 if word else 0
    low = word.lower()
    if len(low) > _LONGEST:
        return max(1, len(re.findall("[aeiouy]+", low)))
    known = _odd().get(low)
    if known:
        return known
    count = 0
    body, more = _without(low, _PREFIXES, at_start=True)
    count += more
    body, more = _without(body, _SUFFIXES, at_start=False)
    count += more + len(re.findall("[aeiouy]+", body))
    count -= sum(len(re.findall(pattern, body)) for pattern in _LESS)
    count += sum(len(re.findall(pattern, body)) for pattern in _MORE)
    return max(1, count)


@cache
def _odd() -> dict[str, int]:
    return {word: count for count, words in _ODD.items() for word in words.split()}


def _without(word: str, groups: tuple[str, ...], *, at_start: bool) -> tuple[str, int]:
    """Cut off the first part of *groups* that fits; the earlier its group, the more it counts."""
    for number, group in enumerate(groups):
        for part in group.split():
            if at_start and word.startswith(part):
                return word[len(part) :], len(groups) - number
            if not at_start and word.endswith(part):
                return word[: len(word) - len(part)], len(groups) - number
    return word, 0
