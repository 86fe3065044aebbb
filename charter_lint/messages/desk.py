"""What the desk's commands say."""

TEXTS = {
    "words-written": {
        "fr": "{count} expressions écrites dans {file}",
        "en": "{count} phrases written to {file}",
    },
    "words-changed": {
        "fr": "{file} : {a} ajoutée(s), {r} retirée(s)",
        "en": "{file}: {a} added, {r} removed",
    },
    "words-same": {"fr": "Rien à changer.", "en": "Nothing to change."},
    "words-suffix": {
        "fr": "{file} : donnez un nom en .csv ou .xlsx.",
        "en": "{file}: give a name that ends in .csv or .xlsx.",
    },
    "nothing-written": {
        "fr": "Rien n'a été écrit : corrigez ces points, puis recommencez.",
        "en": "Nothing was written: mend these points, then try again.",
    },
    "extra-missing": {
        "fr": "Il manque {module} : pip install 'charter-lint[{extra}]'",
        "en": "{module} is missing: pip install 'charter-lint[{extra}]'",
    },
    "file-broken": {"fr": "{file} : {detail}", "en": "{file}: {detail}"},
    "charter-own": {
        "fr": "Il faut une charte à vous : charter-lint init",
        "en": "This needs a charter of your own: charter-lint init",
    },
    "waive-missing": {
        "fr": "Il manque {options}.",
        "en": "Missing: {options}.",
    },
    "waive-own": {
        "fr": "{name} ne peut pas s'accorder à soi-même une dérogation.",
        "en": "{name} cannot grant a waiver to themselves.",
    },
    "waive-day": {
        "fr": "« {value} » n'est pas un jour : AAAA-MM-JJ.",
        "en": "“{value}” is no day: YYYY-MM-DD.",
    },
    "waive-late": {
        "fr": "Le {value} est passé : une dérogation a un dernier jour à venir.",
        "en": "{value} is past: a waiver has a last day that is still to come.",
    },
    "waive-written": {
        "fr": "Dérogation écrite, valable jusqu'au {expires} inclus : {file}",
        "en": "Waiver written, good up to and including {expires}: {file}",
    },
    "waive-line": {
        "fr": "{rule} · {state}⟨ ({uses} fois)⟩ · jusqu'au {expires} · accordée par {owner}⟨ à {requester}⟩⟨ · {scope}⟩ · {reason}",
        "en": "{rule} · {state}⟨ ({uses} times)⟩ · until {expires} · granted by {owner}⟨ to {requester}⟩⟨ · {scope}⟩ · {reason}",
    },
    "waive-none": {
        "fr": "Aucune dérogation.",
        "en": "No waivers.",
    },
    "waive-expired": {
        "fr": "expirée",
        "en": "expired",
    },
    "waive-used": {
        "fr": "en usage",
        "en": "in use",
    },
    "waive-unused": {
        "fr": "ne sert à rien",
        "en": "covers nothing",
    },
    "waive-open": {
        "fr": "valable",
        "en": "good",
    },
    "dispute-silent": {
        "fr": "{rule} ne dit rien de ce texte.",
        "en": "{rule} says nothing of this text.",
    },
    "dispute-unwritten": {
        "fr": "{rule} n'a pas de fichier de règle : rien n'est gardé. Voyez avec {contact} ; la phrase peut être ajoutée, sans remarque, au fichier que lit « charter-lint learn --data ».",
        "en": "{rule} has no rule file: nothing is kept. Ask {contact}; the sentence can be added, without findings, to the file that “charter-lint learn --data” reads.",
    },
    "dispute-secret": {
        "fr": "Cette remarque touche à un secret : rien n'en est gardé. Voyez avec {contact}.",
        "en": "This finding is about a secret: nothing of it is kept. Ask {contact}.",
    },
    "dispute-masked-away": {
        "fr": "Une fois masquée, la phrase ne déclenche plus la règle : il n'en resterait rien à juger. Voyez avec {contact}.",
        "en": "Once masked, the sentence no longer sets off the rule: nothing would be left to judge. Ask {contact}.",
    },
    "dispute-shown": {
        "fr": "Voici ce qui serait gardé, et montré au responsable de la règle :",
        "en": "This would be kept, and shown to the rule's owner:",
    },
    "dispute-ask": {
        "fr": "Êtes-vous d'accord ?",
        "en": "Do you agree?",
    },
    "dispute-dropped": {
        "fr": "Rien n'a été gardé.",
        "en": "Nothing was kept.",
    },
    "dispute-written": {
        "fr": "Signalé à {owner}. Merci. {file}",
        "en": "Told to {owner}. Thank you. {file}",
    },
    "dispute-none": {
        "fr": "Aucune fausse alerte signalée.",
        "en": "No false alarms reported.",
    },
    "dispute-fails": {
        "fr": "ouverte : la règle se déclenche toujours",
        "en": "open: the rule still fires",
    },
    "dispute-passes": {
        "fr": "ouverte : la règle se tait désormais",
        "en": "open: the rule keeps silent by now",
    },
    "dispute-gone": {
        "fr": "cette règle n'existe plus dans la charte",
        "en": "the charter no longer has this rule",
    },
    "dispute-declined": {
        "fr": "refusée",
        "en": "declined",
    },
    "dispute-unknown": {
        "fr": "Pas de signalement ouvert nommé « {name} » : voyez charter-lint dispute list",
        "en": "No open dispute named “{name}”: see charter-lint dispute list",
    },
    "dispute-accepted": {
        "fr": "Phrase ajoutée à ce que la règle permet : {file}",
        "en": "Sentence added to what the rule allows: {file}",
    },
    "dispute-mend": {
        "fr": "La règle se déclenche encore sur elle : « charter-lint test {rule} » échoue tant qu'elle n'est pas corrigée.",
        "en": "The rule still fires on it: “charter-lint test {rule}” fails until it is mended.",
    },
    "dispute-by-hand": {
        "fr": "Ajoutez la phrase à la main sous examples: allows: de {file} : {sentence}",
        "en": "Add the sentence by hand below examples: allows: of {file}: {sentence}",
    },
    "dispute-said-no": {
        "fr": "Refus gardé, avec sa raison.",
        "en": "Declined, with your reason.",
    },
    "bundle-none": {
        "fr": "Ce fichier n'est pas un paquet signé.",
        "en": "This file is no bundle.",
    },
    "bundle-broken": {
        "fr": "Ce paquet a été modifié ou est incomplet : la signature ne correspond pas. Demandez-en un autre.",
        "en": "This bundle was changed or is incomplete: its signature does not fit. Ask for another.",
    },
    "bundle-unpinned": {
        "fr": "Sans --pin, rien ne dit de qui vient ce paquet. S'il s'agit bien du vôtre : --pin {hash}",
        "en": "Without --pin nothing says whom this bundle comes from. If it is yours: --pin {hash}",
    },
    "bundle-other": {
        "fr": "Ce n'est pas le paquet attendu : {wanted}… demandé, {have}… trouvé.",
        "en": "This is not the bundle expected: {wanted}… wanted, {have}… found.",
    },
    "bundle-expired": {
        "fr": "Ce paquet a expiré le {day} : demandez-en un plus récent.",
        "en": "This bundle expired on {day}: ask for a newer one.",
    },
    "bundle-password": {
        "fr": "Ce paquet est chiffré : mettez son mot de passe dans CHARTER_LINT_BUNDLE_PASSWORD.",
        "en": "This bundle is encrypted: put its password in CHARTER_LINT_BUNDLE_PASSWORD.",
    },
    "bundle-password-wrong": {
        "fr": "Ce n'est pas le mot de passe de ce paquet.",
        "en": "This is not the bundle's password.",
    },
    "bundle-styles": {
        "fr": "Une charte qui nomme des styles Vale ne se met pas encore en paquet.",
        "en": "A charter that names Vale styles cannot be bundled yet.",
    },
    "bundle-outside": {
        "fr": "{file} est hors du dossier de la charte : mettez-le à côté d'elle.",
        "en": "{file} is outside the charter's folder: put it beside the charter.",
    },
    "bundle-names": {
        "fr": "Deux fichiers prendraient le même nom dans le paquet.",
        "en": "Two files would take one name in the bundle.",
    },
    "bundle-late": {
        "fr": "Le {value} est passé.",
        "en": "{value} is past.",
    },
    "bundle-suffix": {
        "fr": "{file} : donnez un nom en .bundle.",
        "en": "{file}: give a name that ends in .bundle.",
    },
    "bundle-shown": {
        "fr": "{name}, version {version}, fait le {made}, valable jusqu'au {expires}\n{files} fichiers, {protection}, charter-lint {program}\nempreinte  {hash}\nclé        key:{key}",
        "en": "{name}, version {version}, made {made}, good until {expires}\n{files} files, {protection}, charter-lint {program}\nhash  {hash}\nkey   key:{key}",
    },
    "bundle-sealed": {
        "fr": "chiffrés",
        "en": "encrypted",
    },
    "bundle-plain": {
        "fr": "lisibles",
        "en": "readable",
    },
}
