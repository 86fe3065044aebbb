"""The table of `charter-lint voice`."""

TEXTS = {
    "measure": {"fr": "Mesure", "en": "Measure"},
    "value": {"fr": "ce texte", "en": "this text"},
    "target": {"fr": "votre charte", "en": "your charter"},
    "good": {"fr": "vos posts", "en": "your posts"},
    "short": {
        "fr": "{words} mots : trop court pour comparer. Voici seulement ce qui se compte.",
        "en": "{words} words: too short to compare. Here is only what can be counted.",
    },
    "missing": {
        "fr": "— : spaCy n'a pas pu lire ce texte ({reason}).",
        "en": "—: spaCy could not read this text ({reason}).",
    },
    "ease-source": {
        "fr": "Lisibilité : de 0 (difficile) à 100 (facile). Français : Kandel et Moles, 1958 ; anglais : Flesch, 1948.",
        "en": "Reading ease: from 0 (hard) to 100 (easy). French: Kandel and Moles, 1958; English: Flesch, 1948.",
    },
    "ease-short": {
        "fr": "Lisibilité : elle ne dit rien en dessous de cent mots, ni dans une autre langue.",
        "en": "Reading ease says nothing below a hundred words, nor in another language.",
    },
    "name-words": {"fr": "mots", "en": "words"},
    "name-sentences": {"fr": "phrases", "en": "sentences"},
    "name-sentence-words": {"fr": "mots par phrase", "en": "words a sentence"},
    "name-longest-sentence": {"fr": "phrase la plus longue", "en": "longest sentence"},
    "name-first-person": {
        "fr": "je, nous, pour cent mots",
        "en": "I, we, in a hundred words",
    },
    "name-people": {"fr": "personnes nommées", "en": "people named"},
    "name-places": {"fr": "lieux nommés", "en": "places named"},
    "name-numbers": {"fr": "nombres, pour cent mots", "en": "numbers, in a hundred words"},
    "name-verbs-per-noun": {"fr": "verbes par nom commun", "en": "verbs a noun"},
    "name-passives": {"fr": "tournures passives", "en": "passives"},
    "name-stock": {"fr": "ouvertures toutes faites", "en": "stock openings"},
    "name-buzzwords": {
        "fr": "mots de brochure, pour cent mots",
        "en": "buzzwords, in a hundred words",
    },
    "name-hashtags": {"fr": "mots-dièse", "en": "hashtags"},
    "name-reading-ease": {"fr": "lisibilité", "en": "reading ease"},
}
