"""The report that people read."""

TEXTS = {
    "verdict-pass": {
        "fr": "✓ rien à signaler, vous pouvez publier.",
        "en": "✓ nothing to report, you can publish.",
    },
    "verdict-advise": {
        "fr": "vous pouvez publier. {count} conseils :",
        "en": "you can publish. {count} suggestions:",
    },
    "verdict-advise-one": {
        "fr": "vous pouvez publier. Un conseil :",
        "en": "you can publish. One suggestion:",
    },
    "verdict-review": {
        "fr": "à faire relire avant de publier. {count} points :",
        "en": "have it read before you publish. {count} points:",
    },
    "verdict-review-one": {
        "fr": "à faire relire avant de publier. Un point :",
        "en": "have it read before you publish. One point:",
    },
    "verdict-block": {
        "fr": "à changer avant de publier. {count} points :",
        "en": "change it before you publish. {count} points:",
    },
    "verdict-block-one": {
        "fr": "à changer avant de publier. Un point :",
        "en": "change it before you publish. One point:",
    },
    "verdict-unjudged": {
        "fr": "ce texte n'a pas pu être jugé, voici pourquoi.",
        "en": "this text could not be judged, here is why.",
    },
    "column-place": {"fr": "Où", "en": "Where"},
    "column-rule": {"fr": "Point", "en": "Point"},
    "column-why": {"fr": "Pourquoi", "en": "Why"},
    "column-instead": {"fr": "Plutôt", "en": "Instead"},
    "severity-advise": {"fr": "conseil", "en": "suggestion"},
    "severity-review": {"fr": "à faire relire", "en": "to be read by someone"},
    "severity-block": {"fr": "à changer", "en": "to be changed"},
    "instead": {"fr": "Plutôt :", "en": "Instead:"},
    "like": {"fr": "Ressemble à : {text}", "en": "Looks like: {text}"},
    "point": {"fr": "Charte : {point}", "en": "Charter: {point}"},
    "source": {"fr": "Référence : {source}", "en": "Reference: {source}"},
    "contact": {"fr": "Une question ? {contact}", "en": "A question? {contact}"},
    "capped": {
        "fr": "Votre parole est protégée ici : ceci n'est qu'un conseil.",
        "en": "Your speech is protected here: this is only a suggestion.",
    },
    "eased": {
        "fr": "Ce passage se lit comme dans une publication sans souci : ceci n'est qu'un conseil.",
        "en": "This passage reads as it does in posts that are fine: this is only a suggestion.",
    },
    "masked": {
        "fr": "{mask} (ligne {line}, colonne {column} : non affiché par prudence)",
        "en": "{mask} (line {line}, column {column}: not shown, to be safe)",
    },
    "more": {
        "fr": "Et {count} autre(s) point(s) : --all les montre tous.",
        "en": "And {count} more: --all shows them all.",
    },
    "not-checked": {"fr": "Non vérifié : {said}", "en": "Not checked: {said}"},
    "not-checked-required": {
        "fr": "Non vérifié, alors que la charte l'exige : {said}",
        "en": "Not checked, though the charter requires it: {said}",
    },
    "media-not-read": {
        "fr": "{count} image(s) ou vidéo(s).",
        "en": "{count} image(s) or video(s).",
    },
    "links-not-read": {"fr": "les pages derrière les liens.", "en": "the pages behind the links."},
    "language-not-known": {
        "fr": "les phrases dans une autre langue ({code}).",
        "en": "the sentences in another language ({code}).",
    },
    "engine-missing": {
        "fr": "{engine} n'est pas disponible ({reason}).",
        "en": "{engine} is not available ({reason}).",
    },
    "sentence-too-long": {
        "fr": "une phrase de {length} caractères dépasse les {most} que spaCy relit.",
        "en": "a sentence of {length} characters is longer than the {most} that spaCy reads.",
    },
    "styles-unusable": {
        "fr": "les styles Vale : {path}, ligne {line} ({detail}).",
        "en": "the Vale styles: {path}, line {line} ({detail}).",
    },
    "rule-timeout": {
        "fr": "la règle {rule}, trop lente sur ce texte.",
        "en": "the rule {rule}, too slow on this text.",
    },
    "level-advise": {"fr": "conseil", "en": "suggestion"},
    "level-review": {"fr": "à faire relire", "en": "review"},
    "level-block": {"fr": "à changer", "en": "block"},
    "level-guard": {"fr": "protège", "en": "protects"},
    "level-note": {"fr": "encourage", "en": "encourages"},
}
