"""Vale's styles: faults in them, and rules that cannot be run."""

TEXTS = {
    # Rules that are not run, or were given up: reasons of a notice.
    "script": {
        "fr": "La règle {rule} est un programme (Tengo) : elle n'est pas exécutée.",
        "en": "Rule {rule} is a program (Tengo): it is not run.",
    },
    "sequence": {
        "fr": "La règle {rule} a besoin d'un étiqueteur grammatical : elle n'est pas exécutée.",
        "en": "Rule {rule} needs a part-of-speech tagger: it is not run.",
    },
    "spelling": {
        "fr": "La règle {rule} a besoin d'un dictionnaire orthographique : elle n'est pas "
        "exécutée⟨ ({detail})⟩.",
        "en": "Rule {rule} needs a spelling dictionary: it is not run⟨ ({detail})⟩.",
    },
    "scope": {
        "fr": "La règle {rule} vise une partie du texte qui n'est pas reconnue ici ({detail}) : "
        "elle n'est pas exécutée.",
        "en": "Rule {rule} applies to a part of the text that is not known here ({detail}): it "
        "is not run.",
    },
    "pattern": {
        "fr": "L'expression régulière de la règle {rule} n'est pas utilisable ({detail}) : la "
        "règle n'est pas exécutée.",
        "en": "The regular expression of rule {rule} cannot be used ({detail}): the rule is not "
        "run.",
    },
    "repeated-key": {
        "fr": "La règle {rule} donne deux fois la clé « {detail} » : comme dans Vale, tout ce "
        "groupe de clés est ignoré.",
        "en": "Rule {rule} gives the key “{detail}” twice: as in Vale, that whole mapping is "
        "ignored.",
    },
    "instead": {"fr": "Dites-le autrement.", "en": "Say it another way."},
    "instead-replaced": {
        "fr": "Écrivez plutôt « {replacement} ».",
        "en": "Write “{replacement}” instead.",
    },
    "not-convertible": {
        "fr": "La règle {rule} ({detail}) n'a pas d'équivalent dans nos règles : gardez-la dans "
        "son style.",
        "en": "Rule {rule} ({detail}) has no counterpart among our rules: keep it in its style.",
    },
    "partly": {
        "fr": "Règle {rule} : {detail} remplacements sont des expressions régulières et restent "
        "dans le style.",
        "en": "Rule {rule}: {detail} swaps are regular expressions and stay in the style.",
    },
    "too-slow": {
        "fr": "La règle {rule} a été abandonnée sur ce texte : son expression régulière est trop "
        "lente.",
        "en": "Rule {rule} was given up on this text: its regular expression is too slow.",
    },
    "formula": {
        "fr": "La règle {rule} a été abandonnée sur ce texte : sa formule ne se calcule pas.",
        "en": "Rule {rule} was given up on this text: its formula cannot be worked out.",
    },
    "setting": {
        "fr": "Le réglage {detail} n'est pas suivi ici.",
        "en": "The setting {detail} is not followed here.",
    },
    "unknown-key": {
        "fr": "La clé {detail} est inconnue : elle est ignorée, comme par Vale.",
        "en": "The key {detail} is unknown: it is ignored, as Vale does.",
    },
    "unknown-value": {
        "fr": "« {detail} » n'est ni YES, ni NO, ni un niveau : la règle est désactivée, comme "
        "par Vale.",
        "en": "“{detail}” is neither YES, NO nor a level: the rule is switched off, as Vale does.",
    },
    # Faults for which nothing is judged: problems of an error.
    "missing": {
        "fr": "Ce fichier de configuration est introuvable ou illisible.",
        "en": "This configuration file is missing or cannot be read.",
    },
    "unreadable": {
        "fr": "Ce fichier de règle ne peut pas être lu.",
        "en": "This rule's file cannot be read.",
    },
    "missing-style": {
        "fr": "Le style {detail} n'existe pas dans StylesPath.",
        "en": "The style {detail} does not exist on StylesPath.",
    },
    "missing-vocabulary": {
        "fr": "Le vocabulaire {detail} n'existe pas dans StylesPath/config/vocabularies.",
        "en": "The vocabulary {detail} does not exist in StylesPath/config/vocabularies.",
    },
    "styles-path": {
        "fr": "Le dossier de StylesPath n'existe pas.",
        "en": "The folder of StylesPath does not exist.",
    },
    "section": {"fr": "Cette section n'est pas fermée.", "en": "This section is not closed."},
    "assignment": {
        "fr": "Cette ligne n'est ni une section, ni « clé = valeur ».",
        "en": "This line is neither a section nor “key = value”.",
    },
    "misplaced": {
        "fr": "Cette clé n'a pas sa place dans cette section.",
        "en": "This key does not belong in this section.",
    },
    "delimiters": {
        "fr": "CommentDelimiters demande deux signes séparés par une virgule.",
        "en": "CommentDelimiters takes two signs separated by a comma.",
    },
    "parameter": {
        "fr": "Ce paramètre de règle ne se règle pas dans la configuration.",
        "en": "This parameter of a rule cannot be set in the configuration.",
    },
    "yaml": {
        "fr": "Ce fichier n'est pas du YAML valable⟨ ({detail})⟩.",
        "en": "This file is not valid YAML⟨ ({detail})⟩.",
    },
    "no-extends": {
        "fr": "La clé obligatoire « extends » manque.",
        "en": "The required key “extends” is missing.",
    },
    "no-message": {
        "fr": "La clé obligatoire « message » manque.",
        "en": "The required key “message” is missing.",
    },
    "extends": {
        "fr": "« extends » ne nomme ni une sorte de contrôle, ni une règle existante.",
        "en": "“extends” names neither a kind of check nor an existing rule.",
    },
    "cycle": {
        "fr": "Cette règle finit par s'étendre elle-même.",
        "en": "This rule ends up extending itself.",
    },
    "missing-parent": {
        "fr": "La règle étendue n'existe pas dans StylesPath.",
        "en": "The rule that is extended does not exist on StylesPath.",
    },
    "no-parent": {
        "fr": "Seule une règle qui en étend une autre peut ajouter (+) ou retirer (-).",
        "en": "Only a rule that extends another can add (+) or take away (-).",
    },
    "both": {
        "fr": "Cette clé est à la fois remplacée et modifiée.",
        "en": "This key is both replaced and edited.",
    },
    "overlay": {
        "fr": "Cette modification ne convient pas à la valeur héritée.",
        "en": "This edit does not fit the inherited value.",
    },
    "level": {
        "fr": "Le niveau doit être suggestion, warning ou error.",
        "en": "The level must be suggestion, warning or error.",
    },
    "type": {
        "fr": "Cette valeur n'est pas du type attendu.",
        "en": "This value is not of the expected type.",
    },
    "unknown-rule-key": {
        "fr": "Ce contrôle ne connaît pas cette clé.",
        "en": "This check does not know this key.",
    },
    "bad-scope": {
        "fr": "Cette portée (scope) contient une espace.",
        "en": "This scope contains a space.",
    },
    # What to do about a fault.
    "fix-path": {"fr": "Corrigez le chemin ou le nom.", "en": "Correct the path or the name."},
    "fix-bracket": {"fr": "Ajoutez le ] manquant.", "en": "Add the missing ]."},
    "fix-assignment": {"fr": "Écrivez clé = valeur.", "en": "Write key = value."},
    "fix-into-section": {
        "fr": "Mettez-la dans une section comme [*.md].",
        "en": "Put it into a section such as [*.md].",
    },
    "fix-to-top": {
        "fr": "Mettez-la en haut du fichier, avant toute section.",
        "en": "Put it at the top of the file, before any section.",
    },
    "fix-delimiters": {
        "fr": "Par exemple : CommentDelimiters = {/*, */}",
        "en": "For example: CommentDelimiters = {/*, */}",
    },
    "fix-parameter": {
        "fr": "Étendez la règle dans un style à vous (extends: Style.Règle).",
        "en": "Extend the rule in a style of your own (extends: Style.Rule).",
    },
    "fix-yaml": {
        "fr": "Vérifiez les retraits, les guillemets et les deux-points à cet endroit.",
        "en": "Check indents, quotes and colons at this place.",
    },
    "fix-extends": {
        "fr": "Donnez existence, substitution, occurrence, repetition, consistency, "
        "conditional, capitalization, metric, readability, spelling ou Style.Règle.",
        "en": "Give existence, substitution, occurrence, repetition, consistency, conditional, "
        "capitalization, metric, readability, spelling or Style.Rule.",
    },
    "fix-message": {
        "fr": 'Ajoutez le texte à montrer : message: "…"',
        "en": 'Add the text to show: message: "…"',
    },
    "fix-no-parent": {
        "fr": "Enlevez le signe, ou étendez une règle.",
        "en": "Take the sign away, or extend a rule.",
    },
    "fix-both": {"fr": "Gardez l'une des deux.", "en": "Keep one of the two."},
    "fix-overlay": {
        "fr": "Donnez une liste pour une liste, des clés pour des clés.",
        "en": "Give a list for a list, keys for keys.",
    },
    "fix-levels": {
        "fr": "Choisissez suggestion, warning ou error.",
        "en": "Choose suggestion, warning or error.",
    },
    "fix-type": {"fr": "Donnez un texte simple.", "en": "Give a plain text."},
    "fix-boolean": {
        "fr": "Écrivez true ou false (yes et on sont du texte).",
        "en": "Write true or false (yes and on are text).",
    },
    "fix-number": {"fr": "Donnez un nombre.", "en": "Give a number."},
    "fix-list": {"fr": "Donnez une liste de textes.", "en": "Give a list of texts."},
    "fix-map": {"fr": "Donnez des lignes clé: valeur.", "en": "Give lines of key: value."},
    "fix-unknown-rule-key": {
        "fr": "Corrigez la clé ou enlevez-la.",
        "en": "Correct the key or take it away.",
    },
    "fix-scope": {"fr": "Enlevez l'espace, ou reliez par &.", "en": "Drop the space, or join with &."},
}  # fmt: skip
