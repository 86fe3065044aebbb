"""Editors, assistants and the clipboard."""

TEXTS = {
    "charter-faulty": {
        "fr": "La charte a des fautes, ce texte n'est donc pas vérifié. {where} : {said}",
        "en": "The charter has faults, so this text is not checked. {where}: {said}",
    },
    "faults-elsewhere": {
        "fr": "D'autres fichiers de la charte ont {count} faute(s) ; la première : {where}.",
        "en": "Other files of the charter have {count} fault(s); the first one: {where}.",
    },
    "charter-none": {
        "fr": "Aucune charte à côté de ce dossier rules : ce fichier n'est pas vérifié.",
        "en": "No charter beside this rules folder: this file is not checked.",
    },
    "charter-without": {
        "fr": "La charte {charter} ne charge pas ce fichier, il n'est donc pas vérifié. S'il est nouveau, enregistrez-le ; sinon, ajoutez son dossier à packs.",
        "en": "The charter {charter} does not load this file, so it is not checked. If it is new, save it; else add its folder to packs.",
    },
    "proof-failed": {
        "fr": "charter-lint lui-même a échoué : ce fichier n'est pas vérifié. Merci de le signaler.",
        "en": "charter-lint itself failed: this file is not checked. Please report it.",
    },
    "rewrite": {"fr": "Écrire « {words} »", "en": "Write “{words}”"},
    "correct": {"fr": "Corriger la ligne : {line}", "en": "Correct the line: {line}"},
    "clip-name": {"fr": "presse-papiers", "en": "clipboard"},
    "clip-none": {
        "fr": "Aucun presse-papiers ici. Sous Linux, il faut un écran et l'un de ces programmes : wl-clipboard, xclip ou xsel. Sinon, collez le texte : charter-lint",
        "en": "There is no clipboard here. On Linux it takes a display and one of these programs: wl-clipboard, xclip or xsel. Else paste the text: charter-lint",
    },
    "clip-empty": {
        "fr": "Le presse-papiers ne contient pas de texte : copiez d'abord votre brouillon.",
        "en": "The clipboard holds no text: copy your draft first.",
    },
    "clip-watching": {
        "fr": "Chaque texte copié est relu (Ctrl-C pour arrêter). Rien ne quitte cet ordinateur.",
        "en": "Every text that you copy is checked (Ctrl-C to stop). Nothing leaves this computer.",
    },
    "tool-unknown": {
        "fr": "Outil inconnu⟨ ; vouliez-vous dire {near} ?⟩",
        "en": "Unknown tool⟨; did you mean {near}?⟩",
    },
    "arguments-wrong": {
        "fr": "Les arguments ne conviennent pas : {detail}.",
        "en": "The arguments do not fit: {detail}.",
    },
    "text-long": {
        "fr": "Le texte dépasse {limit} caractères : il n'est pas vérifié.",
        "en": "The text is longer than {limit} characters: it is not checked.",
    },
    "text-none": {
        "fr": "Il n'y a pas de texte à relire, ou il contient un caractère nul.",
        "en": "There is no text to check, or it holds a NUL character.",
    },
    "date-wrong": {
        "fr": "Ce jour n'existe pas : écrivez AAAA-MM-JJ.",
        "en": "There is no such day: write YYYY-MM-DD.",
    },
    "pack-unknown": {
        "fr": "La charte n'a pas de règles de cette famille⟨ ; vouliez-vous dire {name} ?⟩",
        "en": "The charter has no rules of that family⟨; did you mean {name}?⟩",
    },
    "rule-unknown": {
        "fr": "La charte n'a pas cette règle⟨ ; vouliez-vous dire {name} ?⟩",
        "en": "The charter has no such rule⟨; did you mean {name}?⟩",
    },
    "faults-count": {
        "fr": "La charte a {count} faute(s), rien n'est donc vérifié ; charter-lint validate les dit toutes. La première : {where} : {said}",
        "en": "The charter has {count} fault(s), so nothing is checked; charter-lint validate tells them all. The first one: {where}: {said}",
    },
}
