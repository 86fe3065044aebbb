"""What `charter-lint explain` says."""

TEXTS = {
    "verdict": {"fr": "{name} : {verdict}", "en": "{name}: {verdict}"},
    "verdict-pass": {"fr": "rien à changer", "en": "nothing to change"},
    "guarded": {
        "fr": "Un droit s'exprime ici ({rules}) : le ton n'est pas jugé, le reste n'est plus qu'un conseil.",
        "en": "A right speaks here ({rules}): tone is not judged, the rest is advice at most.",
    },
    "closed": {
        "fr": "{count} autres contrôles n'ont rien reconnu dans ce texte.",
        "en": "{count} further checks recognised nothing in this text.",
    },
    "gate-hit": {"fr": "éveillée par un mot du texte", "en": "woken by a word of the text"},
    "gate-always": {"fr": "regarde chaque texte", "en": "looks at every text"},
    "gate-closed": {
        "fr": "aucun de ses mots n'est dans le texte",
        "en": "none of its words is in the text",
    },
    "needle": {
        "fr": "reconnu : {match}⟨ (« {phrase} »)⟩",
        "en": "recognised: {match}⟨ (“{phrase}”)⟩",
    },
    "no-match": {
        "fr": "pas assez pour la règle : rien de signalé",
        "en": "not enough for the rule: nothing flagged",
    },
    "failed": {
        "fr": "n'a pas pu être vérifiée ({reason})",
        "en": "could not be checked ({reason})",
    },
    "outcome-finding": {"fr": "signalé", "en": "flagged"},
    "outcome-note": {"fr": "encouragé", "en": "encouraged"},
    "outcome-guard": {"fr": "droit protégé", "en": "protected right"},
    "outcome-unless": {
        "fr": "laissé : le contexte « {context} »⟨, par {cue}⟩",
        "en": "left alone: the context “{context}”⟨, by {cue}⟩",
    },
    "outcome-about": {
        "fr": "laissé : aucun des contextes demandés ({context})",
        "en": "left alone: none of the contexts it asks for ({context})",
    },
    "outcome-when": {
        "fr": "laissé : condition non remplie ({condition})",
        "en": "left alone: a condition does not hold ({condition})",
    },
    "outcome-dates": {
        "fr": "laissé : règle hors de ses dates ({condition})",
        "en": "left alone: the rule is outside its dates ({condition})",
    },
    "outcome-guarded": {
        "fr": "laissé : un droit s'exprime, le ton n'est pas jugé",
        "en": "left alone: a right speaks, tone is not judged",
    },
    "outcome-doubt": {"fr": "laissé : trop incertain", "en": "left alone: too uncertain"},
    "outcome-waived": {
        "fr": "laissé : dérogation de {owner} jusqu'au {expires} ({reason})",
        "en": "left alone: waiver by {owner} until {expires} ({reason})",
    },
    "outcome-shadow": {
        "fr": "compté, pas montré : règle à l'essai (shadow)",
        "en": "counted, not shown: the rule is on trial (shadow)",
    },
    "outcome-hushed": {
        "fr": "conseil tu : le texte se lit comme ceux qui ne posent pas de souci",
        "en": "advice not said: the text reads like those that are fine",
    },
    "outcome-said": {
        "fr": "un autre point signalé le dit déjà",
        "en": "another finding says it already",
    },
    "about-held": {
        "fr": "contexte « {context} » présent⟨, par {cue}⟩",
        "en": "context “{context}” is there⟨, by {cue}⟩",
    },
    "severity": {"fr": "gravité : {steps}", "en": "severity: {steps}"},
    "severity-rule": {"fr": "{level} (règle)", "en": "{level} (rule)"},
    "severity-override": {
        "fr": "{level} (fixée par la charte)",
        "en": "{level} (set by the charter)",
    },
    "severity-match": {"fr": "{level} (ce passage)", "en": "{level} (this passage)"},
    "severity-escalate": {"fr": "{level} (escalade)", "en": "{level} (escalation)"},
    "severity-unsure": {"fr": "{level} (incertain)", "en": "{level} (unsure)"},
    "severity-reader": {
        "fr": "{level} (une ressemblance ne bloque pas)",
        "en": "{level} (a resemblance never blocks)",
    },
    "severity-guard": {"fr": "{level} (un droit s'exprime)", "en": "{level} (a right speaks)"},
    "read": {"fr": "lu par le lecteur", "en": "read by the reader"},
    "read-finding": {"fr": "signalé", "en": "flagged"},
    "read-unsure": {
        "fr": "laissé : la ressemblance ne suffit pas",
        "en": "left alone: the resemblance is not enough",
    },
    "read-guarded": {
        "fr": "laissé : un droit s'exprime",
        "en": "left alone: a right speaks",
    },
    "read-family-off": {
        "fr": "laissé : la charte n'a pas cette famille",
        "en": "left alone: the charter does not have this family",
    },
    "read-said": {
        "fr": "une règle de cette famille le dit déjà",
        "en": "a rule of this family says it already",
    },
    "read-masked": {
        "fr": "laissé : le passage est masqué",
        "en": "left alone: the place is masked",
    },
    "read-public": {
        "fr": "laissé : ses chiffres sont publiés",
        "en": "left alone: its figures are published",
    },
    "read-waived": {"fr": "laissé : une dérogation", "en": "left alone: a waiver"},
    "read-shadow": {
        "fr": "compté, pas montré : famille à l'essai (shadow)",
        "en": "counted, not shown: the family is on trial (shadow)",
    },
    "read-bounds": {
        "fr": "par rapport au seuil : {stop} (relire), {advice} (conseil)",
        "en": "against the bound: {stop} (review), {advice} (advice)",
    },
    "read-flagged": {
        "fr": "ressemble à : « {match} » ({rule}, distance {far})",
        "en": "looks like: “{match}” ({rule}, distance {far})",
    },
    "read-allowed": {
        "fr": "le plus proche qui est permis : « {match} » ({rule}, distance {far})",
        "en": "nearest that is allowed: “{match}” ({rule}, distance {far})",
    },
    "read-words": {"fr": "pèse le plus : {words}", "en": "weighs most: {words}"},
    "cue-block": {
        "fr": "une partie du texte (citation, code ou question)",
        "en": "a part of the text (quotation, code or question)",
    },
    "cue-draft": {"fr": "le cadre de publication", "en": "the setting of the post"},
    "cue-figures": {"fr": "un chiffre publié", "en": "a published figure"},
    "cue": {"fr": "« {match} » ({at})", "en": "“{match}” ({at})"},
    "words": {"fr": "« {match} »", "en": "“{match}”"},
    "values": {"fr": "faits : {values}", "en": "facts: {values}"},
}
