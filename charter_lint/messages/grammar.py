"""What the grammar check says, in French and English."""

from __future__ import annotations

TEXTS = {
    "title-grammar": {"fr": "Grammaire", "en": "Grammar"},
    "title-spelling": {"fr": "Orthographe", "en": "Spelling"},
    "title-typography": {"fr": "Typographie", "en": "Typography"},
    "instead-one": {"fr": "« {word} »", "en": "“{word}”"},
    "instead-last": {"fr": "{words} ou {word}", "en": "{words} or {word}"},
    "instead-none": {"fr": "relisez ce passage", "en": "read this passage again"},
    "reason-library": {
        "fr": "la bibliothèque language-tool-python n’est pas installée"
        " (pip install 'charter-lint[grammar]')",
        "en": "the library language-tool-python is not installed"
        " (pip install 'charter-lint[grammar]')",
    },
    "reason-library-version": {
        "fr": "language-tool-python {found} n’est pas prise en charge : il faut la version 3",
        "en": "language-tool-python {found} is not supported: version 3 is needed",
    },
    "reason-java": {
        "fr": "Java {least} ou plus récent est introuvable",
        "en": "Java {least} or newer was not found",
    },
    "reason-java-version": {
        "fr": "Java {found} est trop ancien : LanguageTool demande Java {least} ou plus récent",
        "en": "Java {found} is too old: LanguageTool needs Java {least} or newer",
    },
    "reason-not-installed": {
        "fr": "LanguageTool n’est pas installé (charter-lint grammar install)",
        "en": "LanguageTool is not installed (charter-lint grammar install)",
    },
    "reason-half-copied": {
        "fr": "le dossier de LanguageTool est incomplet : {what} manque ou est abîmé"
        " (charter-lint grammar install)",
        "en": "the LanguageTool folder is incomplete: {what} is missing or damaged"
        " (charter-lint grammar install)",
    },
    "reason-start": {
        "fr": "le serveur LanguageTool n’a pas démarré ({what})",
        "en": "the LanguageTool server did not start ({what})",
    },
    "reason-system": {
        "fr": "sur ce système, charter-lint ne lance pas LanguageTool lui-même :"
        " lancez-le et donnez son adresse",
        "en": "on this system charter-lint does not start LanguageTool itself:"
        " start it and give its URL",
    },
    "reason-down": {
        "fr": "le serveur LanguageTool ne répond pas",
        "en": "the LanguageTool server does not answer",
    },
    "reason-slow": {
        "fr": "le serveur LanguageTool n’a pas répondu en {seconds} s",
        "en": "the LanguageTool server did not answer within {seconds} s",
    },
    "reason-answer": {
        "fr": "l’adresse ne répond pas comme un serveur LanguageTool",
        "en": "the URL does not answer like a LanguageTool server",
    },
    "reason-redirect": {
        "fr": "le serveur renvoie vers une autre adresse, et un brouillon ne la suit pas",
        "en": "the server sends on to another address, and a draft does not follow",
    },
    "reason-incomplete": {
        "fr": "le serveur LanguageTool n’a relu qu’une partie du texte",
        "en": "the LanguageTool server read only part of the text",
    },
    "reason-version": {
        "fr": "LanguageTool {found} n’est pas pris en charge : il faut une version de {least}"
        " à {below} non comprise",
        "en": "LanguageTool {found} is not supported: a version from {least} up to, but not"
        " including, {below} is needed",
    },
    "reason-url": {
        "fr": "l’adresse du serveur n’est pas une adresse http ou https",
        "en": "the server’s URL is not an http or https URL",
    },
    "reason-host": {
        "fr": "{host} n’est ni cette machine ni un hôte que la charte nomme :"
        " les brouillons n’y vont pas",
        "en": "{host} is neither this machine nor a host that the charter names:"
        " drafts do not go there",
    },
    "reason-public": {
        "fr": "{host} est un service public : les brouillons sont confidentiels et n’y vont pas",
        "en": "{host} is a public service: drafts are confidential and do not go there",
    },
    "reason-too-long": {
        "fr": "une phrase de {length} caractères dépasse les {most} que LanguageTool relit",
        "en": "a sentence of {length} characters is longer than the {most} that LanguageTool reads",
    },
    "reason-language": {
        "fr": "la grammaire n’est relue qu’en français et en anglais",
        "en": "grammar is checked in French and English only",
    },
    "reason-lock": {
        "fr": "un autre processus démarre LanguageTool depuis trop longtemps",
        "en": "another process has been starting LanguageTool for too long",
    },
    "reason-maven": {
        "fr": "Maven n’a pas pu copier LanguageTool : {what}",
        "en": "Maven could not copy LanguageTool: {what}",
    },
    "reason-maven-missing": {
        "fr": "Maven (mvn) est introuvable ; installez-le, ou donnez un dossier LanguageTool,"
        " ou --download",
        "en": "Maven (mvn) was not found; install it, or give a LanguageTool folder, or --download",
    },
    "reason-download": {
        "fr": "le téléchargement de LanguageTool a échoué : {what}",
        "en": "the download of LanguageTool failed: {what}",
    },
    "reason-coordinates": {
        "fr": "« {what} » n’est pas de la forme groupe:artefact:version",
        "en": "“{what}” does not have the form group:artifact:version",
    },
    "install-one": {
        "fr": "PATH, --maven et --download s’excluent",
        "en": "give only one of PATH, --maven and --download",
    },
    "install-there": {
        "fr": "LanguageTool {version} est déjà installé : {folder}",
        "en": "LanguageTool {version} is already installed: {folder}",
    },
    "install-folder": {
        "fr": "Copie de LanguageTool depuis {source}…",
        "en": "Copying LanguageTool from {source}…",
    },
    "install-maven": {
        "fr": "Copie de {source} et de ses langues avec Maven (250 Mo, une à deux minutes la"
        " première fois)…",
        "en": "Copying {source} and its languages with Maven (250 MB, one to two minutes the"
        " first time)…",
    },
    "install-download": {
        "fr": "language-tool-python télécharge LanguageTool {source} depuis la page de ses versions"
        " (github.com, 250 Mo) ; aucun texte n’est envoyé…",
        "en": "language-tool-python downloads LanguageTool {source} from its release page"
        " (github.com, 250 MB); no text is sent…",
    },
    "install-trial": {
        "fr": "Essai : démarrage, une phrase en français, une en anglais…",
        "en": "Trial: a start, one sentence in French, one in English…",
    },
    "install-done": {
        "fr": "LanguageTool {version} est installé : {folder}",
        "en": "LanguageTool {version} is installed: {folder}",
    },
    "start-done": {
        "fr": "LanguageTool {version} est prêt sur http://127.0.0.1:{port} (processus {pid}) ;"
        " il s’arrête après {idle} s sans question.",
        "en": "LanguageTool {version} is ready on http://127.0.0.1:{port} (process {pid});"
        " it ends after {idle} s without a question.",
    },
    "status-none": {
        "fr": "Aucun serveur LanguageTool ne tourne.",
        "en": "No LanguageTool server is running.",
    },
    "status-running": {
        "fr": "LanguageTool {version}, {status}, sur http://127.0.0.1:{port} (processus {pid}) :"
        " {memory} Mo, {clients} client(s), s’arrête dans {left} s sans question.",
        "en": "LanguageTool {version}, {status}, on http://127.0.0.1:{port} (process {pid}):"
        " {memory} MB, {clients} client(s), ends in {left} s without a question.",
    },
    "status-ready": {"fr": "prêt", "en": "ready"},
    "status-starting": {"fr": "en train de démarrer", "en": "starting"},
    "status-installed": {
        "fr": "Installé : LanguageTool {version}, {folder}",
        "en": "Installed: LanguageTool {version}, {folder}",
    },
    "stop-done": {
        "fr": "Le serveur LanguageTool est arrêté.",
        "en": "The LanguageTool server is stopped.",
    },
}
