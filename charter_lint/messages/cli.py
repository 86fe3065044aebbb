"""The command line."""

TEXTS = {
    "fix": {"fr": "  corrigé :", "en": "  corrected:"},
    "paste": {
        "fr": "Collez votre texte, puis Entrée et Ctrl-D (Ctrl-Z puis Entrée sous Windows). Rien ne quitte cet ordinateur.",
        "en": "Paste your text, then Enter and Ctrl-D (Ctrl-Z then Enter on Windows). Nothing leaves this computer.",
    },
    "pasted": {"fr": "texte collé", "en": "pasted text"},
    "tested": {
        "fr": "{rules} règles, {examples} exemples : {failed} ne font pas ce qu'ils disent, {unused} expressions sans exemple.",
        "en": "{rules} rules, {examples} examples: {failed} do not do what they say, {unused} phrases without an example.",
    },
    "test-should-flag": {
        "fr": "devrait être signalé, mais {reason}",
        "en": "should be flagged, but {reason}",
    },
    "test-should-allow": {
        "fr": "devrait passer, mais la règle trouve « {match} »",
        "en": "should pass, but the rule finds “{match}”",
    },
    "reason-silent": {
        "fr": "aucune expression ne s'y trouve",
        "en": "no phrase of the rule stands in it",
    },
    "reason-about": {
        "fr": "aucun des contextes demandés (about) n'est là",
        "en": "none of the contexts it asks for (about) is there",
    },
    "reason-when": {
        "fr": "la condition « when » n'est pas remplie",
        "en": "its condition “when” does not hold",
    },
    "reason-dates": {
        "fr": "la règle n'est pas en vigueur ce jour-là",
        "en": "the rule is not in force on that day",
    },
    "reason-unless": {
        "fr": "le contexte « {name} » l'a fait taire",
        "en": "the context “{name}” silenced it",
    },
    "unused": {"fr": "aucun exemple signalé n'emploie", "en": "no flagged example uses"},
    "valid": {
        "fr": "{charter} : {rules} règles, aucune faute.",
        "en": "{charter}: {rules} rules, no faults.",
    },
    "faults": {"fr": "{count} faute(s).", "en": "{count} fault(s)."},
}
