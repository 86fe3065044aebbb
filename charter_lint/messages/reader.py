"""What the reader says of itself: why it could not read, what it learned."""

TEXTS = {
    "off": {
        "fr": "le lecteur est arrêté par la charte (reader: off).",
        "en": "the reader is switched off by the charter (reader: off).",
    },
    "missing": {
        "fr": "ce que le lecteur a appris manque : lancez charter-lint learn.",
        "en": "what the reader has learned is missing: run charter-lint learn.",
    },
    "broken": {
        "fr": "le fichier du lecteur est abîmé : lancez charter-lint learn.",
        "en": "the reader's file is damaged: run charter-lint learn.",
    },
    "foreign": {
        "fr": "le fichier du lecteur vient d'une autre version : lancez charter-lint learn.",
        "en": "the reader's file is of another version: run charter-lint learn.",
    },
    "not-learned": {
        "fr": "le lecteur n'a pas appris la famille « {name} » : donnez-lui des exemples, puis lancez charter-lint learn.",
        "en": "the reader has not learned the family “{name}”: give it examples, then run charter-lint learn.",
    },
    "encoder-missing": {
        "fr": "la seconde lecture demande {name} : pip install 'charter-lint[reader]'.",
        "en": "the second reading needs {name}: pip install 'charter-lint[reader]'.",
    },
    "needs-learn": {
        "fr": "Pour apprendre, il faut scikit-learn : pip install 'charter-lint[learn]'.",
        "en": "Learning needs scikit-learn: pip install 'charter-lint[learn]'.",
    },
    "no-corpus": {
        "fr": "Le corpus d'exemples n'est pas dans {place} : indiquez son dossier par --corpus.",
        "en": "The corpus of examples is not in {place}: name its folder with --corpus.",
    },
    "too-few": {
        "fr": "Trop peu d'exemples : il faut au moins {least} phrases signalées dans deux familles, et des phrases permises.",
        "en": "Too few examples: at least {least} flagged sentences in two families are needed, and allowed ones.",
    },
    "quote-missing": {
        "fr": "{place} : la citation d'une remarque n'est pas dans le texte.",
        "en": "{place}: the quote of a finding is not in the text.",
    },
    "severity-bad": {
        "fr": "{place} : la gravité « {value} » n'existe pas (advise, review, block).",
        "en": "{place}: there is no severity “{value}” (advise, review, block).",
    },
    "family-unknown": {
        "fr": "{place} : la famille « {value} » n'existe pas. Connues : {known}.",
        "en": "{place}: there is no family “{value}”. Known: {known}.",
    },
    "language-other": {
        "fr": "{place} : ce texte n'est ni en français ni en anglais ; il n'apprendrait rien au lecteur.",
        "en": "{place}: this text is neither French nor English; the reader would learn nothing from it.",
    },
    "data-empty": {
        "fr": "{place} ne contient aucun exemple.",
        "en": "{place} holds no examples.",
    },
    "data-unreadable": {
        "fr": "{place} ne peut pas être lu : il faut du texte UTF-8, un objet JSON par ligne.",
        "en": "{place} cannot be read: it must be UTF-8 text, one JSON object a line.",
    },
    "line-bad": {
        "fr": "{place} : cette ligne n'est pas un exemple ({detail}).",
        "en": "{place}: this line is not an example ({detail}).",
    },
    "contradiction": {
        "fr": "{flagged} et {allowed} : la même phrase, signalée et permise ; ni l'une ni l'autre n'est apprise.",
        "en": "{flagged} and {allowed}: the same sentence, flagged and allowed; neither is learned.",
    },
    "few": {
        "fr": "{family} : {count} phrases signalées seulement ; cette famille n'est pas apprise.",
        "en": "{family}: only {count} flagged sentences; this family is not learned.",
    },
    "gathering": {"fr": "lecture des exemples", "en": "reading the examples"},
    "fitting": {"fr": "apprentissage", "en": "learning"},
    "encoding": {"fr": "seconde lecture", "en": "second reading"},
    "learned": {
        "fr": "{flagged} phrases signalées et {allowed} permises, {seconds} s.",
        "en": "{flagged} flagged sentences and {allowed} allowed ones, {seconds} s.",
    },
    "unseen": {
        "fr": "Sur les textes que le lecteur n'a jamais vus (avant → après) :",
        "en": "On the texts the reader has never seen (before → after):",
    },
    "moved": {
        "fr": "{name}   relues {before} → {after} sur {count}",
        "en": "{name}   stopped {before} → {after} of {count}",
    },
    "harmless": {"fr": "textes sans reproche", "en": "harmless texts"},
    "ordinary": {"fr": "textes ordinaires", "en": "ordinary texts"},
    "guard": {"fr": "paroles protégées", "en": "protected speech"},
    "violation": {"fr": "textes à relire", "en": "texts to be reviewed"},
    "worse": {
        "fr": "Rien n'est écrit : ce lecteur arrêterait plus de {name} ({before} → {after}). --force pour passer outre.",
        "en": "Nothing is written: this reader would stop more {name} ({before} → {after}). --force to overrule.",
    },
    "written": {"fr": "Écrit : {place} ({size} Ko).", "en": "Written: {place} ({size} kB)."},
    "current": {
        "fr": "Le lecteur correspond à ses exemples.",
        "en": "The reader matches its examples.",
    },
    "older": {
        "fr": "Le lecteur est plus ancien que ses exemples : lancez charter-lint learn.",
        "en": "The reader is older than its examples: run charter-lint learn.",
    },
    "older-rules": {
        "fr": "Le lecteur est plus ancien que les exemples de ces règles ({count}) : {rules}. Lancez charter-lint learn. Il sert quand même ; reader: current ne l'emploie que s'il est à jour.",
        "en": "The reader is older than the examples of these rules ({count}): {rules}. Run charter-lint learn. It is used all the same; with reader: current only while it is up to date.",
    },
    "older-unused": {
        "fr": "le lecteur est plus ancien que les exemples des règles et la charte ne l'emploie qu'à jour (reader: current) : lancez charter-lint learn.",
        "en": "the reader is older than the rules' examples and the charter uses it only while it is current (reader: current): run charter-lint learn.",
    },
    "differs": {
        "fr": "Le lecteur ne se reconstruit pas : {share} des phrases sont jugées autrement (au plus {most}).",
        "en": "The reader cannot be rebuilt: {share} of the sentences are judged otherwise (at most {most}).",
    },
}
