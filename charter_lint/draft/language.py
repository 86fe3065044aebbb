"""The language of a sentence: function words first, lingua only in doubt."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

# Function words and a few very common verbs; none is common to two of the languages compared.
_FR = frozenset(
    """
    le la les un une des du au aux et ou où je tu il elle nous vous ils elles ce cet cette ces
    mon ma mes ton ta tes sa ses notre nos votre vos leur leurs qui que quoi dont pas ne ni
    plus avec pour par dans sur sous chez sans est sont était ai avez avons ont fait faire être
    avoir c l d j n s qu y en mais donc car très tout tous toute toutes comme quand si même
    deux trois hier demain aujourd hui ça va vont merci bonjour alors aussi bien depuis encore
    entre jamais toujours rien sera serai été etre tres meme voila voilà on se lui moi toi cela
    celui celle ceux quel quelle parce puis après avant vers peu trop ici là
    """.split()
)
_EN = frozenset(
    """
    the a an and or i you he she we they it this that these those my your his her our their its
    who which what where when not no with for by in of to from at is are was were be been being
    have has had do does did will would can could should but so because very all just than then
    there here how why about into out up down over after before again more most some any every
    me him us them if as on yes never always now today yesterday tomorrow thanks hello i'm don
    don't it's isn't s t re ve ll got get one two three only also still even back been while
    who's let make made our ours mine yours
    """.split()
)
_COMMON = _FR & _EN
_FR_ONLY, _EN_ONLY = _FR - _COMMON, _EN - _COMMON
_OTHER = {
    "de": frozenset(
    """
    der die das und ist nicht ein eine ich wir ihr mit für auf von zu den dem auch sich wird
    haben
    """.split()
),
    "es": frozenset(
    """
    el los las una que y es por con para del como más pero muy está están hay nosotros usted yo
    """.split()
),
    "it": frozenset(
    """
    il lo gli che di è per con una sono non della delle nel anche più questo questa abbiamo
    """.split()
),
    "pt": frozenset(
    """
    os uma que é não com para do da dos das você nós muito mais isso está são também
    """.split()
),
    "nl": frozenset(
    """
    het een van en ik wij niet dat zijn met voor op te aan ook maar deze wordt hebben
    """.split()
),
}  # fmt: skip


def of_words(words: Iterable[str]) -> tuple[str, int]:
    """Guess from lower-case words with their accents: language or "", and the margin in words.

    The margin is the number of function words by which the winner leads; below 1 the answer
    is a doubt. A third language is named by its code when it leads clearly.
    """
    low = list(words)
    fr = sum(w in _FR_ONLY for w in low)
    en = sum(w in _EN_ONLY for w in low)
    best = max(fr, en)
    if len(low) >= 4 and best * 3 < len(low):
        for code, known in _OTHER.items():
            other = sum(w in known for w in low)
            if other >= 3 and other > best + 1:
                return code, other - best
    if fr == en:
        return "", 0
    return ("fr", fr - en) if fr > en else ("en", en - fr)


def of_text(text: str) -> str:
    """Ask lingua (FR and EN, low accuracy) for the language of a text; "" where it cannot say."""
    found = _detector().detect_language_of(text)
    return "" if found is None else str(found.iso_code_639_1.name).lower()


@cache
def _detector() -> Any:  # noqa: ANN401  (lingua has no types)
    from lingua import Language, LanguageDetectorBuilder  # noqa: PLC0415  (only in doubt)

    languages = (Language.FRENCH, Language.ENGLISH)
    return LanguageDetectorBuilder.from_languages(*languages).with_low_accuracy_mode().build()
