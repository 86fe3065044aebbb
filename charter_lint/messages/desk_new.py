"""Texts of `charter-lint new`."""

TEXTS = {
    "ask-flag": {
        "fr": "1/5 Une phrase à signaler (ligne vide pour finir)",
        "en": "1/5 A sentence to flag (an empty line ends)",
    },
    "ask-allow": {
        "fr": "2/5 Une phrase voisine qui doit rester permise (ligne vide pour finir)",
        "en": "2/5 A sentence like it that must stay allowed (an empty line ends)",
    },
    "ask-why": {"fr": "3/5 Pourquoi cette règle ?", "en": "3/5 Why this rule?"},
    "ask-instead": {"fr": "4/5 Que dire à la place ?", "en": "4/5 What to say instead?"},
    "ask-severity": {
        "fr": "5/5 Gravité : advise (conseil), review (relecture) ou block (blocage)",
        "en": "5/5 How grave: advise, review or block",
    },
    "no-charter": {
        "fr": "Il n'y a pas encore de charte à vous ici : « charter-lint new charter » en écrit une.",
        "en": "There is no charter of yours here yet: “charter-lint new charter” writes one.",
    },
    "no-flag": {
        "fr": "Il faut au moins une phrase à signaler.",
        "en": "At least one sentence to flag is needed.",
    },
    "id-bad": {
        "fr": "« {id} » ne peut pas nommer une règle : écrivez PAQUET/NOM, en minuscules, chiffres et traits d'union.",
        "en": "“{id}” cannot name a rule: write PACK/NAME in small letters, digits and hyphens.",
    },
    "exists": {
        "fr": "{file} existe déjà : choisissez un autre --id.",
        "en": "{file} exists already: choose another --id.",
    },
    "missed": {
        "fr": "Rien ne distingue cette phrase de celles qui sont permises : « {text} ». Changez un exemple ; rien n'a été écrit.",
        "en": "Nothing tells this sentence from the allowed ones: “{text}”. Change an example; nothing was written.",
    },
    "failed": {
        "fr": "La règle proposée ne fait pas ce que dit cet exemple : « {text} ». Rien n'a été écrit.",
        "en": "The rule proposed does not do what this example says: “{text}”. Nothing was written.",
    },
    "phrases": {
        "fr": "Expressions proposées ({language}) :",
        "en": "Phrases proposed ({language}):",
    },
    "unless": {
        "fr": "Sauf dans ces contextes : {names}",
        "en": "Unless in these contexts: {names}",
    },
    "flagged": {"fr": "signalé", "en": "flagged"},
    "allowed": {"fr": "permis", "en": "allowed"},
    "done": {
        "fr": "{file} est écrit : {count} exemples, tous font ce qu'ils disent.",
        "en": "{file} is written: {count} examples, all do what they say.",
    },
    "translate": {
        "fr": "Une langue manque : traduisez les lignes marquées « à traduire ».",
        "en": "One language is missing: translate the lines marked “to translate”.",
    },
}
