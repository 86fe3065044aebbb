"""What `charter-lint audit` says: the remark, its remedy, and where the demand comes from."""

_NLRB = "NLRA §7 (29 USC 157) ; NLRB OM 12-59, Stericycle (372 NLRB 113)"
_L1121 = "Code du travail L1121-1"
_BOTH = f"{_L1121} ; {_NLRB}"
_L2281 = "Code du travail L2281-3 ; NLRA §7 (29 USC 157)"
_WHISTLE = "Code du travail L1132-3-3 ; SEC Rule 21F-17(a)"

SOURCES = {
    "rights-missing": _L2281,
    "rights-pay": _L2281,
    "rights-conditions": _L2281,
    "rights-union": "NLRA §7 (29 USC 157)",
    "rights-reporting": _WHISTLE,
    "guard-missing": _BOTH,
    "guard-lacks": _BOTH,
    "no-permission": _L1121,
    "one-sided": _L1121,
    "stops-protected": _BOTH,
    "ban-alone": _BOTH,
    "vague": _NLRB,
    "absolute": _BOTH,
}
"""Where a demand comes from; the others are the house's own."""

TEXTS = {
    "place": {"fr": "{place} : {said}", "en": "{place}: {said}"},
    "grave": {"fr": "grave", "en": "grave"},
    "remedy": {"fr": "À faire : {remedy}", "en": "Remedy: {remedy}"},
    "source": {"fr": "Référence : {source}", "en": "Reference: {source}"},
    "clean": {
        "fr": "{charter} : rien à redire.",
        "en": "{charter}: nothing to remark.",
    },
    "total": {
        "fr": "{charter} : {count} remarques, dont {grave} graves. Ce n'est pas un avis juridique.",
        "en": "{charter}: {count} remarks, {grave} of them grave. This is not legal advice.",
    },
    "reader-older": {
        "fr": "le lecteur est plus ancien que les exemples de ces règles : {names}",
        "en": "the reader is older than the examples of these rules: {names}",
    },
    "reader-older-remedy": {
        "fr": "lancez `charter-lint learn` (avec `-c` et `-o` pour une charte à vous)",
        "en": "run `charter-lint learn` (with `-c` and `-o` for a charter of your own)",
    },
    "rights-missing": {
        "fr": "rien ne dit que chacun peut parler de ses conditions de travail",
        "en": "nothing says that everyone may talk about working conditions",
    },
    "rights-missing-remedy": {
        "fr": "ajoutez `rights:` avec le salaire, les horaires, la sécurité, le syndicat et le signalement",
        "en": "add `rights:` with pay, hours, safety, unions and reporting wrongdoing",
    },
    "rights-pay": {
        "fr": "les droits ne nomment pas le salaire",
        "en": "the rights do not name pay",
    },
    "rights-pay-remedy": {
        "fr": "dites dans `rights:` que chacun peut parler de son salaire, en français et en anglais",
        "en": "say in `rights:` that everyone may talk about pay, in French and in English",
    },
    "rights-conditions": {
        "fr": "les droits ne nomment pas les conditions de travail",
        "en": "the rights do not name working conditions",
    },
    "rights-conditions-remedy": {
        "fr": "nommez dans `rights:` les horaires, la santé et la sécurité, dans les deux langues",
        "en": "name hours, health and safety in `rights:`, in both languages",
    },
    "rights-union": {
        "fr": "les droits ne nomment ni le syndicat ni la grève",
        "en": "the rights name neither unions nor strikes",
    },
    "rights-union-remedy": {
        "fr": "ajoutez-les à `rights:`, dans les deux langues",
        "en": "add them to `rights:`, in both languages",
    },
    "rights-reporting": {
        "fr": "les droits ne disent pas que l'on peut signaler une faute",
        "en": "the rights do not say that wrongdoing may be reported",
    },
    "rights-reporting-remedy": {
        "fr": "dites dans `rights:` que l'on peut signaler, en interne ou aux autorités",
        "en": "say in `rights:` that one may report, inside or to the authorities",
    },
    "guard-missing": {
        "fr": "aucune règle ne protège la parole sur le travail",
        "en": "no rule protects speech about work",
    },
    "guard-missing-remedy": {
        "fr": "ajoutez le paquet `guard` à `packs:`",
        "en": "add the pack `guard` to `packs:`",
    },
    "guard-lacks": {
        "fr": "des protections sont éteintes : {names}",
        "en": "protections are switched off: {names}",
    },
    "guard-lacks-remedy": {
        "fr": "ôtez ces lignes de `overrides:` ; aucune charte n'a à les éteindre",
        "en": "take these lines out of `overrides:`; no charter need switch them off",
    },
    "no-permission": {
        "fr": "{bans} interdits et aucune permission",
        "en": "{bans} bans and no permission",
    },
    "no-permission-remedy": {
        "fr": "dites sous `permissions:` ce que chacun peut publier sans demander",
        "en": "say under `permissions:` what everyone may publish without asking",
    },
    "one-sided": {
        "fr": "{bans} interdits pour {permissions} permissions (un paquet compte pour un)",
        "en": "{bans} bans to {permissions} permissions (a pack counts as one)",
    },
    "one-sided-remedy": {
        "fr": "ajoutez à `permissions:` ou `encouraged:` ce qui reste permis près de chaque interdit",
        "en": "add to `permissions:` or `encouraged:` what stays allowed near each ban",
    },
    "contact-missing": {
        "fr": "personne à qui écrire pour {owner} ({count} règles)",
        "en": "nobody to write to for {owner} ({count} rules)",
    },
    "contact-missing-remedy": {
        "fr": "ajoutez une ligne sous `contacts:`, comme  {owner}: nom@entreprise.exemple",
        "en": "add a line under `contacts:`, as  {owner}: name@company.example",
    },
    "stops-protected": {
        "fr": "arrête une parole protégée ({count} phrases), par exemple « {example} »",
        "en": "stops protected speech ({count} sentences), for example “{example}”",
    },
    "stops-protected-remedy": {
        "fr": "resserrez la règle, ou laissez le paquet `guard` l'adoucir (sans `always: true`)",
        "en": "narrow the rule, or let the pack `guard` soften it (without `always: true`)",
    },
    "reason-missing": {"fr": "la règle ne dit pas pourquoi", "en": "the rule does not say why"},
    "reason-missing-remedy": {
        "fr": "ajoutez `why:` en une phrase, fr et en",
        "en": "add `why:` in one sentence, fr and en",
    },
    "source-missing": {
        "fr": "la règle ne dit pas d'où elle vient",
        "en": "the rule does not say where it comes from",
    },
    "source-missing-remedy": {
        "fr": "ajoutez `source:` : l'article de loi, ou la clause de votre charte",
        "en": "add `source:`: the article of law, or the clause of your charter",
    },
    "ban-alone": {
        "fr": "un interdit sans rien de permis à côté",
        "en": "a ban with nothing allowed near it",
    },
    "ban-alone-remedy": {
        "fr": "ajoutez sous `examples: allows:` des phrases voisines qui restent permises",
        "en": "add to `examples: allows:` sentences close by that stay allowed",
    },
    "examples-fr": {"fr": "aucun exemple en français", "en": "no example in French"},
    "examples-fr-remedy": {
        "fr": "ajoutez des exemples sous `fr:` ; une règle non testée peut se taire",
        "en": "add examples under `fr:`; a rule that is not tested may be silent",
    },
    "examples-en": {"fr": "aucun exemple en anglais", "en": "no example in English"},
    "examples-en-remedy": {
        "fr": "ajoutez des exemples sous `en:` ; une règle non testée peut se taire",
        "en": "add examples under `en:`; a rule that is not tested may be silent",
    },
    "untranslated": {
        "fr": "le même texte en français et en anglais : « {text} »",
        "en": "the same text in French and in English: “{text}”",
    },
    "untranslated-remedy": {"fr": "traduisez-le", "en": "translate it"},
    "long": {
        "fr": "`{key}` ({language}) a {length} signes : on ne le lira pas",
        "en": "`{key}` ({language}) has {length} characters: it will not be read",
    },
    "long-remedy": {
        "fr": "tenez-vous à 200 signes ; le reste va sous `why:`",
        "en": "keep to 200 characters; the rest goes under `why:`",
    },
    "vague": {
        "fr": "`{key}` ({language}) : « {word} » sans exemple qui le borne",
        "en": "`{key}` ({language}): “{word}” without an example that bounds it",
    },
    "vague-remedy": {
        "fr": "donnez des phrases arrêtées et des phrases permises, ou nommez l'acte précis",
        "en": "give sentences that are stopped and sentences that are allowed, or name the act",
    },
    "absolute": {
        "fr": "`{key}` ({language}) : « {word} » n'a pas de limite",
        "en": "`{key}` ({language}): “{word}” has no limit",
    },
    "absolute-remedy": {
        "fr": "dites de quoi, pour qui, jusqu'à quand ; une restriction se justifie et se proportionne",
        "en": "say of what, for whom, until when; a restriction is justified and proportionate",
    },
}
