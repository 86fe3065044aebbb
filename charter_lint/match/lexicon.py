"""Inflection: every form of a lemma, and which words need their accents."""

from __future__ import annotations

from functools import cache

from charter_lint.draft.fold import fold_word

_SHORTEST = 2
# Regular French endings that the dictionary files under another lemma, as doublé or double.
_ER = (
    "e",
    "es",
    "ent",
    "é",
    "ée",
    "és",
    "ées",
    "ons",
    "ez",
    "ions",
    "iez",
    "ait",
    "ant",
    "er",
    "era",
    "ons",
)
_IR = ("i", "ie", "is", "ies", "it", "issez", "issons", "issent", "ir", "ira")
_PARTICIPLES = {
    "mettre": "mis", "prendre": "pris", "dire": "dit", "faire": "fait", "écrire": "écrit",
    "ouvrir": "ouvert", "offrir": "offert", "couvrir": "couvert", "découvrir": "découvert",
    "souffrir": "souffert", "perdre": "perdu", "vendre": "vendu", "rendre": "rendu",
    "recevoir": "reçu", "voir": "vu", "savoir": "su", "vouloir": "voulu", "devoir": "dû",
    "tenir": "tenu", "venir": "venu", "obtenir": "obtenu", "promettre": "promis",
    "permettre": "permis", "vaincre": "vaincu", "battre": "battu", "conclure": "conclu",
    "produire": "produit", "réduire": "réduit", "détruire": "détruit", "construire": "construit",
    "craindre": "craint", "atteindre": "atteint", "éteindre": "éteint", "croire": "cru",
    "apprendre": "appris", "comprendre": "compris", "entendre": "entendu", "attendre": "attendu",
    "défendre": "défendu", "répondre": "répondu", "élire": "élu", "lire": "lu", "boire": "bu",
}  # fmt: skip
_EN_VOWELS = "aeiou"


@cache
def _dictionary(language: str) -> dict[bytes, bytes]:
    """Load simplemma's dictionary as UTF-8 bytes, form → lemma; a lemma itself is no key."""
    from simplemma.strategies.dictionaries.dictionary_factory import (  # noqa: PLC0415  (compile time only)
        DefaultDictionaryFactory,
    )

    found = DefaultDictionaryFactory().get_dictionary(language)
    # The bytes that it keeps spare us half a million decodings; another version may keep others.
    kept = getattr(found, "_dict", None)
    if isinstance(kept, dict) and kept and isinstance(next(iter(kept)), bytes):
        return kept
    return {form.encode(): lemma.encode() for form, lemma in found.items()}


def forms_of(lemmas: frozenset[str], language: str) -> dict[str, tuple[str, ...]]:
    """Give every form of each lemma in "fr" or "en", with accents, in alphabetical order.

    A lemma that the dictionary does not know gets its regular forms where its ending tells them,
    and always itself. The forms are simplemma's dictionary turned around, without archaic
    spellings of one letter and capitals, plus the participles it files apart.
    """
    wanted = {lemma.encode(): lemma for lemma in lemmas}
    by_lemma: dict[bytes, list[str]] = {key: [] for key in wanted}
    for form, lemma in _dictionary(language).items():
        if lemma in by_lemma:
            by_lemma[lemma].append(form.decode())
    found: dict[str, tuple[str, ...]] = {}
    for key, name in wanted.items():
        forms = {name}
        forms.update(f for f in by_lemma[key] if len(f) >= _SHORTEST and f.islower())
        forms.update(_regular_french(name) if language == "fr" else _regular_english(name, forms))
        found[name] = tuple(sorted(forms))
    return found


def is_known(word: str, language: str) -> bool:
    """Say whether the dictionary of "fr" or "en" knows a word, as a form or as a lemma."""
    key = word.encode()
    return key in _dictionary(language) or key in _lemmas(language)


def needs_accents(form: str, language: str) -> bool:
    """Say whether a French form without its accents would be another word (congés, but not élu)."""
    bare = fold_word(form)
    return language != "en" and bare != form and is_known(bare, "fr")


@cache
def _lemmas(language: str) -> frozenset[bytes]:
    return frozenset(_dictionary(language).values())


def _regular_french(lemma: str) -> set[str]:
    forms: set[str] = set()
    if lemma.endswith("er") and len(lemma) > 3:
        stem = lemma[:-2]
        forms |= {_soft(stem, end) + end for end in _ER}
        forms |= _changed_stem(stem)
    elif lemma.endswith("ir") and len(lemma) > 3:
        forms |= {lemma[:-2] + end for end in _IR} if lemma not in _PARTICIPLES else set()
    root = next((p for v, p in _PARTICIPLES.items() if v == lemma), "")
    if root:
        stem = root.replace("dû", "du")
        forms |= {root, stem + "e", stem if stem.endswith("s") else stem + "s", stem + "es"}
    if not lemma.endswith(("er", "ir", "re")):
        forms |= {lemma + "s"} if not lemma.endswith(("s", "x", "z")) else set()
    return forms


def _soft(stem: str, end: str) -> str:
    if end[0] in "ao":
        if stem.endswith("g"):
            return stem + "e"
        if stem.endswith("c"):
            return stem[:-1] + "ç"
    return stem


def _changed_stem(stem: str) -> set[str]:
    """Conjugate the present of appeler, lever, céder, payer, where the stem changes."""
    ends = ("e", "es", "ent", "era", "erai", "erons", "eront")
    if stem.endswith(("ay", "oy", "uy")):
        return {stem[:-1] + "i" + end for end in ends}
    if len(stem) > 2 and stem[-2] in "eé" and stem[-1] not in "aeiouy":
        changed = {stem[:-2] + "è" + stem[-1] + end for end in ends}
        if stem[-1] in "lt":
            changed |= {stem + stem[-1] + end for end in ends}
        return changed
    return set()


def _regular_english(lemma: str, known: set[str]) -> set[str]:
    if len(known) > 1 or not lemma.isascii():
        return set()
    if lemma.endswith("y") and lemma[-2:-1] not in _EN_VOWELS:
        return {lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    if lemma.endswith("e"):
        return {lemma + "s", lemma + "d", lemma[:-1] + "ing"}
    plural = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s")
    return {plural, lemma + "ed", lemma + "ing"}
