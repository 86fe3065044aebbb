"""The page on which a company's rules are changed."""

TEXTS = {
    "serving": {
        "fr": "Atelier des règles (Ctrl-C pour arrêter) :\n  {link}",
        "en": "Rule desk (Ctrl-C to stop):\n  {link}",
    },
    "title": {"fr": "Atelier des règles", "en": "Rule desk"},
    "skip": {"fr": "Aller à la règle", "en": "Go to the rule"},
    "languages": {"fr": "Langue de la page", "en": "Language of the page"},
    "charter": {"fr": "Charte {name}", "en": "Charter {name}"},
    "rules": {"fr": "Règles", "en": "Rules"},
    "search": {"fr": "Chercher une règle", "en": "Find a rule"},
    "own": {"fr": "Vos règles", "en": "Your rules"},
    "shipped": {"fr": "Règles fournies", "en": "Shipped rules"},
    "own-none": {
        "fr": "Pas encore de règle à vous. Ouvrez une règle fournie et copiez-la pour la changer.",
        "en": "No rule of your own yet. Open a shipped rule and copy it to change it.",
    },
    "like": {"fr": "Ressemble à : {text}", "en": "Looks like: {text}"},
    "found-none": {"fr": "Aucune règle ne correspond.", "en": "No rule matches."},
    "unsaved": {"fr": "pas enregistrée", "en": "not saved"},
    "pick": {
        "fr": "Choisissez une règle pour la lire ou la changer.",
        "en": "Choose a rule to read or change it.",
    },
    "yaml": {"fr": "Texte de la règle (YAML)", "en": "Text of the rule (YAML)"},
    "keys": {
        "fr": "Ctrl + S : enregistrer. F8 : faute suivante.",
        "en": "Ctrl + S: save. F8: next fault.",
    },
    "save": {"fr": "Enregistrer", "en": "Save"},
    "revert": {"fr": "Reprendre le fichier", "en": "Take the file again"},
    "copy": {"fr": "Copier parmi vos règles", "en": "Copy into your rules"},
    "why-shipped": {
        "fr": "Règle fournie, en lecture seule. Copiez-la parmi vos règles pour la changer : votre copie prendra sa place.",
        "en": "A shipped rule, read-only. Copy it into your rules to change it: your copy will take its place.",
    },
    "why-ends": {
        "fr": "Ce fichier mêle plusieurs sortes de fins de ligne, que cette page ne pourrait pas garder : changez-le dans un éditeur de texte.",
        "en": "This file mixes several kinds of line ends, which this page could not keep: change it in a text editor.",
    },
    "why-broken": {
        "fr": "Ce fichier ne peut pas être lu. Corrigez-le dans un éditeur de texte.",
        "en": "This file cannot be read. Mend it in a text editor.",
    },
    "state": {"fr": "État", "en": "State"},
    "checking": {"fr": "Vérification…", "en": "Checking…"},
    "valid": {"fr": "Aucune faute.", "en": "No faults."},
    "valid-wrong": {
        "fr": "Aucune faute, mais un exemple au moins est faux.",
        "en": "No faults, but at least one example is wrong.",
    },
    "unused": {
        "fr": "Aucune faute, mais la charte n'emploie pas cette règle : rien n'est essayé.",
        "en": "No faults, but the charter does not use this rule: nothing was tried.",
    },
    "faults-one": {"fr": "Une faute à corriger.", "en": "One fault to mend."},
    "faults": {"fr": "{count} fautes à corriger.", "en": "{count} faults to mend."},
    "line": {"fr": "Ligne {line}", "en": "Line {line}"},
    "elsewhere": {"fr": "Ailleurs : {place}", "en": "Elsewhere: {place}"},
    "fix": {"fr": "La ligne corrigée :", "en": "The corrected line:"},
    "fix-use": {"fr": "Corriger ainsi", "en": "Mend it so"},
    "examples": {"fr": "Exemples", "en": "Examples"},
    "examples-waiting": {
        "fr": "Les exemples seront essayés quand la charte n'aura plus de faute.",
        "en": "The examples are tried once the charter has no faults.",
    },
    "examples-none": {
        "fr": "Cette règle n'a pas d'exemple : rien ne prouve ce qu'elle fait.",
        "en": "This rule has no examples: nothing proves what it does.",
    },
    "examples-good": {
        "fr": "Les {count} exemples font ce qu'ils disent.",
        "en": "All {count} examples do what they say.",
    },
    "examples-good-one": {
        "fr": "Le seul exemple fait ce qu'il dit.",
        "en": "The only example does what it says.",
    },
    "examples-bad-one": {
        "fr": "Un exemple sur {count} ne fait pas ce qu'il dit.",
        "en": "One of {count} examples does not do what it says.",
    },
    "examples-bad": {
        "fr": "{bad} exemples sur {count} ne font pas ce qu'ils disent.",
        "en": "{bad} of {count} examples do not do what they say.",
    },
    "example-flagged": {"fr": "à signaler", "en": "to flag"},
    "example-allowed": {"fr": "à laisser passer", "en": "to let pass"},
    "example-ok": {"fr": "Juste", "en": "Right"},
    "example-wrong": {"fr": "Faux", "en": "Wrong"},
    "try": {"fr": "Essayer un texte", "en": "Try a text"},
    "try-label": {
        "fr": "Un texte à relire avec la charte et cette règle",
        "en": "A text to check with the charter and this rule",
    },
    "try-placeholder": {
        "fr": "Écrivez ou collez un texte ici.",
        "en": "Write or paste a text here.",
    },
    "try-waiting": {
        "fr": "Pas relu : la charte a des fautes.",
        "en": "Not checked: the charter has faults.",
    },
    "try-clean": {
        "fr": "La charte n'y trouve rien à redire.",
        "en": "The charter has nothing to say about it.",
    },
    "try-incomplete": {
        "fr": "Relecture incomplète : ce texte n'a pas été vérifié en entier.",
        "en": "Not fully checked: a part of this text was not judged.",
    },
    "this-rule": {"fr": "cette règle", "en": "this rule"},
    "saved": {"fr": "Enregistré.", "en": "Saved."},
    "copied": {
        "fr": "Copiée. Vous pouvez la changer.",
        "en": "Copied. You can change it now.",
    },
    "not-saved-faulty": {
        "fr": "Pas enregistré : corrigez d'abord les fautes.",
        "en": "Not saved: mend the faults first.",
    },
    "not-saved-kept": {
        "fr": "Pas enregistré : ce fichier est en lecture seule, ou votre copie existe déjà.",
        "en": "Not saved: this file is read-only, or your copy is already there.",
    },
    "not-saved-unwritable": {
        "fr": "Pas enregistré : le fichier ne peut pas être écrit ({detail}).",
        "en": "Not saved: the file cannot be written ({detail}).",
    },
    "changed-title": {
        "fr": "Pas enregistré : le fichier a changé depuis que vous l'avez ouvert",
        "en": "Not saved: the file has changed since you opened it",
    },
    "changed-help": {
        "fr": "Les lignes marquées − sont dans le fichier, les lignes marquées + dans votre texte.",
        "en": "Lines marked − are in the file, lines marked + in your text.",
    },
    "take-disk": {"fr": "Prendre le fichier", "en": "Take the file"},
    "keep-mine": {"fr": "Écrire mon texte à la place", "en": "Write my text over it"},
    "diff": {"fr": "Différence", "en": "Difference"},
    "unreachable": {
        "fr": "L'atelier ne répond pas : rien n'est vérifié ni enregistré. Relancez charter-lint desk.",
        "en": "The desk does not answer: nothing is checked or saved. Start charter-lint desk again.",
    },
    "locked": {
        "fr": "Ouvrez le lien complet affiché par charter-lint desk : il contient un jeton.",
        "en": "Open the whole link that charter-lint desk printed: it holds a token.",
    },
    "private": {
        "fr": "Tout reste sur cet ordinateur. Seul le fichier de la règle est écrit, quand vous enregistrez.",
        "en": "Everything stays on this computer. Only the rule's file is written, when you save.",
    },
}
