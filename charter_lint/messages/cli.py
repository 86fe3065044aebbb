"""The command line."""

TEXTS = {
    "fix": {"fr": "  corrigé :", "en": "  corrected:"},
    "paste": {
        "fr": "Collez votre texte, puis Entrée et Ctrl-D (Ctrl-Z puis Entrée sous Windows). Rien ne quitte cet ordinateur.",
        "en": "Paste your text, then Enter and Ctrl-D (Ctrl-Z then Enter on Windows). Nothing leaves this computer.",
    },
    "pasted": {"fr": "texte collé", "en": "pasted text"},
    "reveal-terminal": {
        "fr": "--reveal ne montre les passages masqués que sur un terminal : ni fichier, ni tube.",
        "en": "--reveal shows masked matches on a terminal only: no file, no pipe.",
    },
    "output-unwritable": {
        "fr": "ce fichier ne peut pas être écrit⟨ ({detail})⟩.",
        "en": "this file cannot be written⟨ ({detail})⟩.",
    },
    "diff-git-missing": {
        "fr": "--diff a besoin de git, qui n'est pas installé.",
        "en": "--diff needs git, which is not installed.",
    },
    "diff-git-failed": {
        "fr": "--diff : git ne peut pas répondre ici⟨ ({detail})⟩.",
        "en": "--diff: git cannot answer here⟨ ({detail})⟩.",
    },
    "diff-revision": {
        "fr": "--diff : git ne connaît pas la révision « {detail} ».",
        "en": "--diff: git does not know the revision “{detail}”.",
    },
    "baseline-unreadable": {
        "fr": "cette référence (baseline) ne peut pas être lue⟨ ({detail})⟩.",
        "en": "this baseline cannot be read⟨ ({detail})⟩.",
    },
    "baseline-foreign": {
        "fr": "ce fichier n'est pas une référence (baseline) valable. charter-lint baseline write en fait une.",
        "en": "this file is no valid baseline. charter-lint baseline write makes one.",
    },
    "baseline-written": {
        "fr": "{file} : {count} points connus.",
        "en": "{file}: {count} known findings.",
    },
    "import-empty": {
        "fr": "pas de règle Vale (fichier .yml) dans ce dossier.",
        "en": "no Vale rule (.yml file) in this folder.",
    },
    "import-exists": {
        "fr": "Ces fichiers existent déjà : {files}. Rien n'a été écrit. --force les remplace.",
        "en": "These files exist already: {files}. Nothing was written. --force replaces them.",
    },
    "imported": {
        "fr": "{rules} règles écrites dans {folder}, {left} remarques. Dans la charte : packs: [{packs}]",
        "en": "{rules} rules written to {folder}, {left} notices. In the charter: packs: [{packs}]",
    },
    "tested": {
        "fr": "{rules} règles, {examples} exemples : {failed} ne font pas ce qu'ils disent, {unused} expressions sans exemple.",
        "en": "{rules} rules, {examples} examples: {failed} do not do what they say, {unused} phrases without an example.",
    },
    "tests-unread": {
        "fr": "Non essayés, faute de spaCy ou de son modèle : {count} exemples.",
        "en": "Not tried, for want of spaCy or its model: {count} examples.",
    },
    "test-should-flag": {
        "fr": "devrait être signalé, mais {reason}",
        "en": "should be flagged, but {reason}",
    },
    "test-should-allow": {
        "fr": "devrait passer, mais la règle trouve « {match} »",
        "en": "should pass, but the rule finds “{match}”",
    },
    "test-should-read": {
        "fr": "devrait passer, mais {reason}",
        "en": "should pass, but {reason}",
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
    "reason-cannot": {
        "fr": "elle n'a pas pu le lire : il manque {name}",
        "en": "it could not read it: {name} is missing",
    },
    "unused": {"fr": "aucun exemple signalé n'emploie", "en": "no flagged example uses"},
    "valid": {
        "fr": "{charter} : {rules} règles, aucune faute.",
        "en": "{charter}: {rules} rules, no faults.",
    },
    "faults": {"fr": "{count} faute(s).", "en": "{count} fault(s)."},
    "rules-count": {
        "fr": "{count} règles dans la charte {charter}.",
        "en": "{count} rules in the charter {charter}.",
    },
    "rule-match": {"fr": "ce passage", "en": "this passage"},
    "rule-what": {"fr": "Ce qu'elle signale :", "en": "What it flags:"},
    "rule-why": {"fr": "Pourquoi :", "en": "Why:"},
    "rule-instead": {"fr": "Plutôt :", "en": "Instead:"},
    "rule-owner": {"fr": "Qui en décide :", "en": "Who decides on it:"},
    "rule-changed": {"fr": "Changée par cette charte :", "en": "Changed by this charter:"},
    "rule-source": {"fr": "Source :", "en": "Source:"},
    "rule-flags": {"fr": "Signalé :", "en": "Flagged:"},
    "rule-allows": {"fr": "Laissé passer :", "en": "Allowed:"},
    "mark-T": {"fr": "lu dans le texte", "en": "read in the text"},
    "mark-S": {"fr": "source secondaire", "en": "secondary source"},
    "mark-M": {"fr": "de mémoire, à vérifier", "en": "from memory, to be checked"},
    "init-exists": {
        "fr": "{file} existe déjà : --force le remplace.",
        "en": "{file} exists already: --force replaces it.",
    },
    "init-name": {"fr": "Nom de l'entreprise", "en": "Name of the company"},
    "init-sector": {"fr": "Secteur ({known})", "en": "Sector ({known})"},
    "init-language": {
        "fr": "Langue de la charte (fr, en)",
        "en": "Language of the charter (fr, en)",
    },
    "init-unknown-sector": {
        "fr": "Secteur inconnu : {name}.⟨ Vouliez-vous dire « {near} » ?⟩ Secteurs : {known}.",
        "en": "Unknown sector: {name}.⟨ Did you mean “{near}”?⟩ Sectors: {known}.",
    },
    "init-done": {
        "fr": "{file} est écrit. Ouvrez-le et complétez les faits ; « charter-lint validate » le relit.",
        "en": "{file} is written. Open it and fill in the facts; “charter-lint validate” checks it.",
    },
    "own-fault": {
        "fr": "charter-lint lui-même a échoué ({kind}, {where}) : le texte n'est pas vérifié. Merci de le signaler.",
        "en": "charter-lint itself failed ({kind}, {where}): the text is not checked. Please report it.",
    },
    "progress": {"fr": "{count} textes relus…", "en": "{count} texts checked…"},
}
