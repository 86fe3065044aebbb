"""Drafts that cannot be read."""

TEXTS = {
    "file-missing": {
        "fr": "Ce fichier n'existe pas. Vérifiez le nom et le dossier.",
        "en": "There is no such file. Check the name and the folder.",
    },
    "folder-empty": {
        "fr": "Ce dossier ne contient aucun brouillon ({suffixes}).",
        "en": "This folder holds no drafts ({suffixes}).",
    },
    "file-unreadable": {
        "fr": "Ce fichier ne peut pas être lu ({detail}).",
        "en": "This file cannot be read ({detail}).",
    },
    "text-utf16": {
        "fr": "Ce texte est en UTF-16 : enregistrez-le en UTF-8.",
        "en": "This text is UTF-16: save it as UTF-8.",
    },
    "text-encoding": {
        "fr": "Ce texte n'est pas en UTF-8⟨ (octet 0x{byte})⟩.⟨ Il semble être en {guess}.⟩ Enregistrez-le en UTF-8.",
        "en": "This text is not UTF-8⟨ (byte 0x{byte})⟩.⟨ It looks like {guess}.⟩ Save it as UTF-8.",
    },
    "text-long": {
        "fr": "le texte dépasse {limit} caractères : il n'est pas relu pendant la frappe. charter-lint check le relit.",
        "en": "the text is longer than {limit} characters: it is not checked while you type. charter-lint check does it.",
    },
    "text-nul": {
        "fr": "Ce fichier contient un octet nul : ce n'est pas un texte.",
        "en": "This file holds a NUL byte: it is not a text.",
    },
    "text-empty": {
        "fr": "Le texte est vide : il n'y a rien à relire.",
        "en": "The text is empty: there is nothing to check.",
    },
    "front-matter-broken": {
        "fr": "L'en-tête entre les lignes --- n'est pas du YAML lisible.",
        "en": "The front matter between the --- lines is not valid YAML.",
    },
    "line-broken": {
        "fr": "Cette ligne n'est pas du JSON.",
        "en": "This line is not JSON.",
    },
    "line-not-object": {
        "fr": "Cette ligne n'est pas un objet JSON {…}.",
        "en": "This line is not a JSON object {…}.",
    },
    "line-no-text": {
        "fr": "Cette ligne n'a pas de clé « text » avec un texte.",
        "en": "This line has no key “text” with a text.",
    },
    "line-repeated-id": {
        "fr": "L'identifiant « {id} » est déjà celui de la ligne {first}.",
        "en": "The id “{id}” already belongs to line {first}.",
    },
    "context-value": {
        "fr": "La valeur de « {key} » doit être un simple texte.",
        "en": "The value of “{key}” must be a plain text.",
    },
}
