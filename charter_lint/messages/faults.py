"""Faults of charters, rules and facts."""

TEXTS = {
    "file-unreadable": {
        "fr": "Ce fichier ne peut pas être lu ({detail}).",
        "en": "This file cannot be read ({detail}).",
    },
    "file-too-large": {
        "fr": "Ce fichier dépasse {most} octets : une charte n'en a jamais besoin.",
        "en": "This file is larger than {most} bytes: no charter needs that.",
    },
    "file-encoding": {
        "fr": "Ce fichier est enregistré en {encoding} : enregistrez-le en UTF-8.",
        "en": "This file is saved as {encoding}: save it as UTF-8.",
    },
    "file-nul": {
        "fr": "Ce fichier contient un octet nul : ce n'est pas un fichier texte.",
        "en": "This file holds a NUL byte: it is not a text file.",
    },
    "file-not-mapping": {
        "fr": "Le fichier doit commencer par des lignes « clé : valeur ».",
        "en": "The file must be made of “key: value” lines.",
    },
    "file-link-out": {
        "fr": "Ce lien mène hors de son dossier : copiez-y plutôt le fichier.",
        "en": "This link leads out of its folder: copy the file there instead.",
    },
    "charter-missing": {
        "fr": "Aucune charte à cet endroit : {name}.",
        "en": "There is no charter at {name}.",
    },
    "charter-unknown": {
        "fr": "Charte inconnue : {name}.⟨ Vouliez-vous dire « {near} » ?⟩ Chartes fournies : {known}.",
        "en": "Unknown charter: {name}.⟨ Did you mean “{near}”?⟩ Charters that come with it: {known}.",
    },
    "charter-cycle": {
        "fr": "La charte {name} s'étend elle-même.",
        "en": "The charter {name} extends itself.",
    },
    "pack-unknown": {
        "fr": "Paquet de règles inconnu : {name}.⟨ Vouliez-vous dire « {near} » ?⟩⟨ Paquets : {known}.⟩",
        "en": "Unknown rule pack: {name}.⟨ Did you mean “{near}”?⟩⟨ Packs: {known}.⟩",
    },
    "yaml": {
        "fr": "YAML illisible ici ({detail}).",
        "en": "This is not valid YAML ({detail}).",
    },
    "yaml-tab": {
        "fr": "Une tabulation en début de ligne : YAML ne veut que des espaces.",
        "en": "A tab at the head of a line: YAML wants spaces only.",
    },
    "yaml-nbsp": {
        "fr": "Une espace insécable en début de ligne : YAML veut des espaces ordinaires.",
        "en": "A no-break space at the head of a line: YAML wants ordinary spaces.",
    },
    "yaml-colon": {
        "fr": "Un deux-points dans un texte sans guillemets : mettez le texte entre guillemets droits.",
        "en": "A colon in a text without quotes: put the text between straight quotes.",
    },
    "yaml-at": {
        "fr": "Un texte ne peut pas commencer par ce signe sans guillemets droits.",
        "en": "A text cannot begin with this sign unless it stands between straight quotes.",
    },
    "yaml-space": {
        "fr": "Il manque une espace après le deux-points.",
        "en": "A space is missing after the colon.",
    },
    "yaml-quote": {
        "fr": "Un guillemet ouvert n'est pas fermé.",
        "en": "A quotation mark is opened and not closed.",
    },
    "yaml-key": {
        "fr": "Une clé doit être un simple mot.",
        "en": "A key must be a plain word.",
    },
    "yaml-duplicate": {
        "fr": "La clé « {name} » est déjà donnée ligne {first} : gardez-en une seule.",
        "en": "The key “{name}” already stands at line {first}: keep one of them.",
    },
    "yaml-alias": {
        "fr": "Les renvois YAML (& et *) ne sont pas acceptés : recopiez la valeur.",
        "en": "YAML aliases (& and *) are not accepted: write the value out.",
    },
    "yaml-deep": {
        "fr": "Trop de niveaux imbriqués.",
        "en": "Nested too deep.",
    },
    "yaml-tag": {
        "fr": "Les étiquettes YAML ({name}) ne sont pas acceptées.",
        "en": "YAML tags ({name}) are not accepted.",
    },
    "key-unknown": {
        "fr": "Clé inconnue « {name} ».⟨ Vouliez-vous dire « {near} » ?⟩ Clés possibles : {known}.",
        "en": "Unknown key “{name}”.⟨ Did you mean “{near}”?⟩ Possible keys: {known}.",
    },
    "key-missing": {
        "fr": "Il manque la clé « {name} ».",
        "en": "The key “{name}” is missing.",
    },
    "value-unknown": {
        "fr": "Valeur inconnue « {value} ».⟨ Vouliez-vous dire « {near} » ?⟩ Valeurs possibles : {known}.",
        "en": "Unknown value “{value}”.⟨ Did you mean “{near}”?⟩ Possible values: {known}.",
    },
    "value-empty": {
        "fr": "Cette valeur est vide.",
        "en": "This value is empty.",
    },
    "value-missing": {
        "fr": "Rien après le deux-points : une valeur est attendue ({wanted}).",
        "en": "Nothing behind the colon: a value is expected ({wanted}).",
    },
    "value-pattern": {
        "fr": "« {value} » n'a pas la forme attendue ({pattern}).",
        "en": "“{value}” does not have the form expected ({pattern}).",
    },
    "value-bound": {
        "fr": "« {value} » est hors des bornes ({detail}).",
        "en": "“{value}” is out of bounds ({detail}).",
    },
    "value-not-text": {
        "fr": "« {value} » est lu comme un nombre ou un oui/non : mettez-le entre guillemets.",
        "en": "“{value}” is read as a number or a yes/no: put it between quotes.",
    },
    "value-not-bool": {
        "fr": "« {value} » n'est ni true ni false.⟨ Écrivez {near}.⟩",
        "en": "“{value}” is neither true nor false.⟨ Write {near}.⟩",
    },
    "value-not-list": {
        "fr": "Une liste est attendue : mettez la valeur entre crochets.",
        "en": "A list is expected: put the value between square brackets.",
    },
    "value-comma": {
        "fr": "Ce texte contient une virgule : mettez-le entre guillemets droits.",
        "en": "This text holds a comma: put it between straight quotes.",
    },
    "value-type": {
        "fr": "« {value} » n'est pas du type attendu ({wanted}).",
        "en": "“{value}” is not of the type expected ({wanted}).",
    },
    "shape": {
        "fr": "Valeur inattendue ({detail}).",
        "en": "Unexpected value ({detail}).",
    },
    "kind-missing": {
        "fr": "Il manque « kind » : le type de contrôle, parmi {known}.",
        "en": "“kind” is missing: the kind of check, one of {known}.",
    },
    "kind-unknown": {
        "fr": "Type de contrôle inconnu « {name} ».⟨ Vouliez-vous dire « {near} » ?⟩ Types : {known}.",
        "en": "Unknown kind of check “{name}”.⟨ Did you mean “{near}”?⟩ Kinds: {known}.",
    },
    "type-unknown": {
        "fr": "Type inconnu « {name} ».⟨ Vouliez-vous dire « {near} » ?⟩⟨ Types : {known}.⟩",
        "en": "Unknown type “{name}”.⟨ Did you mean “{near}”?⟩⟨ Types: {known}.⟩",
    },
    "context-unknown": {
        "fr": "Contexte inconnu « {name} ».⟨ Vouliez-vous dire « {near} » ?⟩ Contextes : {known}.",
        "en": "Unknown context “{name}”.⟨ Did you mean “{near}”?⟩ Contexts: {known}.",
    },
    "question-without-cues": {
        "fr": "« {name} » interroge un indice : il faut `before`, `after` ou `anywhere`.",
        "en": "“{name}” asks about a cue: give `before`, `after` or `anywhere`.",
    },
    "concept-unknown": {
        "fr": "Concept inconnu « @{name} ».⟨ Vouliez-vous dire « @{near} » ?⟩",
        "en": "Unknown concept “@{name}”.⟨ Did you mean “@{near}”?⟩",
    },
    "concept-twice": {
        "fr": "Le concept « {name} » est déjà défini dans {first}.",
        "en": "The concept “{name}” is already defined in {first}.",
    },
    "concept-cycle": {
        "fr": "Le concept « @{name} » se contient lui-même.",
        "en": "The concept “@{name}” contains itself.",
    },
    "phrase-empty": {
        "fr": "Cette expression ne contient aucun mot à chercher.",
        "en": "This phrase has no word to look for.",
    },
    "phrase-unclosed": {
        "fr": "Une parenthèse ouverte n'est pas fermée.",
        "en": "A bracket is opened and not closed.",
    },
    "phrase-unopened": {
        "fr": "Une parenthèse fermée n'a pas été ouverte.",
        "en": "A bracket is closed that was not opened.",
    },
    "phrase-gap-at-end": {
        "fr": "Les points de suspension doivent être entre deux mots.",
        "en": "The dots must stand between two words.",
    },
    "phrase-too-many": {
        "fr": "Cette expression a plus de {most} lectures : faites un concept de ses listes.",
        "en": "This phrase has more than {most} readings: make a concept of its lists.",
    },
    "no-phrases": {
        "fr": "Ce contrôle n'a aucune expression à chercher (fr, en ou any).",
        "en": "This check has no phrase to look for (fr, en or any).",
    },
    "measure-unknown": {
        "fr": "Mesure inconnue « {name} ».⟨ Vouliez-vous dire « {near} » ?⟩ Mesures : {known}.",
        "en": "Unknown measure “{name}”.⟨ Did you mean “{near}”?⟩ Measures: {known}.",
    },
    "no-patterns": {
        "fr": "Aucun motif : il en faut sous fr ou en.",
        "en": "No patterns: some are needed under fr or en.",
    },
    "pattern-bad": {
        "fr": "spaCy ne peut pas se servir de ce motif : {detail}.",
        "en": "spaCy cannot use this pattern: {detail}.",
    },
    "pattern-key-missing": {
        "fr": "Il manque « {detail} » à ce maillon.",
        "en": "This link lacks “{detail}”.",
    },
    "pattern-id-unknown": {
        "fr": "Aucun maillon précédent ne s'appelle « {name} ».⟨ Vouliez-vous dire « {near} » ?⟩⟨ Maillons : {known}.⟩",
        "en": "No link before this one is called “{name}”.⟨ Did you mean “{near}”?⟩⟨ Links: {known}.⟩",
    },
    "attribute-unknown": {
        "fr": "Attribut inconnu « {name} ».⟨ Vouliez-vous dire « {near} » ?⟩⟨ Attributs : {known}.⟩",
        "en": "Unknown attribute “{name}”.⟨ Did you mean “{near}”?⟩⟨ Attributes: {known}.⟩",
    },
    "operator-unknown": {
        "fr": "Opérateur inconnu « {name} ».⟨ Vouliez-vous dire « {near} » ?⟩⟨ Opérateurs : {known}.⟩",
        "en": "Unknown operator “{name}”.⟨ Did you mean “{near}”?⟩⟨ Operators: {known}.⟩",
    },
    "cues-missing": {
        "fr": "Aucun indice (cues) pour « {language} » : sans lui, spaCy lirait toutes les phrases.",
        "en": "No cue for “{language}”: without one spaCy would read every sentence.",
    },
    "entity-unknown": {
        "fr": "Sorte de nom inconnue « {name} ».⟨ Vouliez-vous dire « {near} » ?⟩ Sortes : {known}.",
        "en": "Unknown kind of name “{name}”.⟨ Did you mean “{near}”?⟩ Kinds: {known}.",
    },
    "group-empty": {
        "fr": "Ce groupe est vide : il lui faut all, any, none, fr ou en.",
        "en": "This group is empty: it needs all, any, none, fr or en.",
    },
    "composition-no-needle": {
        "fr": "Rien d'obligatoire ici : sans all ni any, la règle se déclencherait partout.",
        "en": "Nothing here must stand: without all or any the rule would fire everywhere.",
    },
    "family-unknown": {
        "fr": "Famille inconnue « {name} ».⟨ Vouliez-vous dire « {near} » ?⟩ Familles : {known}.",
        "en": "Unknown family “{name}”.⟨ Did you mean “{near}”?⟩ Families: {known}.",
    },
    "resembles-alone": {
        "fr": "La ressemblance seule est déjà ce que dit le lecteur : nommez des mots qui doivent aussi être là.",
        "en": "Resemblance alone is what the reader says already: name words that must stand there too.",
    },
    "resembles-in-none": {
        "fr": "Ne ressembler à rien ne prouve rien : resembles ne va pas sous none.",
        "en": "To resemble nothing proves nothing: resembles cannot stand below none.",
    },
    "resembles-too-grave": {
        "fr": "Une ressemblance fait relire (review), elle ne bloque pas : séparez cette preuve dans une règle à part.",
        "en": "A resemblance asks for a review, it never blocks: put this evidence into a rule of its own.",
    },
    "resembles-guard": {
        "fr": "Une ressemblance ne suffit pas à protéger un texte : effect: guard demande des mots.",
        "en": "A resemblance is not enough to protect a text: effect: guard needs words.",
    },
    "occurrence-no-bound": {
        "fr": "Il manque max ou min.",
        "en": "max or min is missing.",
    },
    "regex-bad": {
        "fr": "Cette expression régulière ne peut pas servir : {detail}.",
        "en": "This regular expression cannot be used: {detail}.",
    },
    "metric-condition": {
        "fr": "Cette condition ne se lit pas ({detail}). Mesures possibles : {names}.",
        "en": "This condition cannot be read ({detail}). Possible measures: {names}.",
    },
    "placeholder-unknown": {
        "fr": "Rien ne remplit « {{name}} » ici.⟨ Vouliez-vous dire « {{near}} » ?⟩ Possibles : {known}.",
        "en": "Nothing fills “{{name}}” here.⟨ Did you mean “{{near}}”?⟩ Possible: {known}.",
    },
    "day-bad": {
        "fr": "« {value} » n'est pas un jour : écrivez AAAA-MM-JJ.",
        "en": "“{value}” is not a day: write YYYY-MM-DD.",
    },
    "days-reversed": {
        "fr": "La règle finit avant de commencer.",
        "en": "The rule ends before it begins.",
    },
    "rule-unknown": {
        "fr": "Règle inconnue « {name} ».⟨ Vouliez-vous dire « {near} » ?⟩",
        "en": "Unknown rule “{name}”.⟨ Did you mean “{near}”?⟩",
    },
    "override-contradicts": {
        "fr": "Une règle désactivée (off) n'a ni gravité ni mode : gardez l'un ou l'autre.",
        "en": "A rule that is off has neither severity nor mode: keep the one or the other.",
    },
    "fact-twice": {
        "fr": "« {name} » est aussi dans {first}, qui dit le contraire : ôtez-le d'une des deux listes.",
        "en": "“{name}” stands in {first} as well, which says the opposite: take it out of one list.",
    },
    "yaml-dash": {
        "fr": "Un tiret typographique : une liste YAML veut le trait d'union du clavier (-).",
        "en": "A typographic dash: a YAML list wants the keyboard's hyphen (-).",
    },
    "yaml-curly": {
        "fr": "Des guillemets typographiques ne tiennent pas un texte ensemble : mettez des guillemets droits.",
        "en": "Typographic quotes do not hold a text together: use straight ones.",
    },
    "waiver-own": {
        "fr": "{name} ne peut pas s'accorder à soi-même une dérogation.",
        "en": "{name} cannot grant a waiver to themselves.",
    },
    "words-empty": {
        "fr": "Une ligne sans expression : écrivez-la, ou supprimez la ligne.",
        "en": "A row without a phrase: write it, or delete the row.",
    },
    "words-nowhere": {
        "fr": "{rule} n'a pas, ou pas seulement, une liste « {language} » : recopiez la colonne place d'une ligne voisine.",
        "en": "{rule} has no list “{language}”, or more than one: copy the column place of a row near by.",
    },
    "words-emptied": {
        "fr": "{rule} n'aurait plus d'expression à {path} : pour la retirer, modifiez la règle elle-même.",
        "en": "{rule} would have no phrase left at {path}: to take it away, edit the rule itself.",
    },
    "words-by-hand": {
        "fr": "La liste {path} est écrite d'une façon qu'un tableur ne sait pas changer : modifiez-la à la main.",
        "en": "The list {path} is laid out in a way that a sheet cannot change: edit it by hand.",
    },
    "words-columns": {
        "fr": "Il manque les colonnes {columns} en première ligne.",
        "en": "The first row lacks the columns {columns}.",
    },
    "words-sheet-broken": {
        "fr": "Cette feuille ne se lit pas ({detail}).",
        "en": "This sheet cannot be read ({detail}).",
    },
    "words-merged": {
        "fr": "Cellules fusionnées {cells} : défusionnez-les, une expression par ligne.",
        "en": "Merged cells {cells}: unmerge them, one phrase a row.",
    },
    "words-formula": {
        "fr": "Formule en {cell} : mettez une apostrophe devant (') pour en faire un texte.",
        "en": "Formula in {cell}: put an apostrophe (') in front to make it a text.",
    },
    "words-error": {
        "fr": "Le tableur a mis une erreur en {cell} : récrivez l'expression, une apostrophe (') devant.",
        "en": "The spreadsheet has put an error in {cell}: write the phrase again, an apostrophe (') in front.",
    },
    "words-date": {
        "fr": "Le tableur a fait une date de {cell} : mettez la cellule au format texte.",
        "en": "The spreadsheet has made a date of {cell}: format the cell as text.",
    },
    "waiver-requester": {
        "fr": "Qui a demandé cette dérogation ? Donnez requester.",
        "en": "Who asked for this waiver? Give requester.",
    },
}
