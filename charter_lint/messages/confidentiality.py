"""Confidential matter: names of its types, evidence, sealed lexicons, fingerprints, errors."""

TEXTS = {
    "type-phone": {"fr": "numéro de téléphone", "en": "telephone number"},
    "type-email": {"fr": "adresse électronique", "en": "e-mail address"},
    "type-address": {"fr": "adresse postale", "en": "postal address"},
    "type-iban": {"fr": "IBAN", "en": "IBAN"},
    "type-bank-account": {"fr": "compte bancaire", "en": "bank account"},
    "type-card": {"fr": "carte de paiement", "en": "payment card"},
    "type-nir": {
        "fr": "numéro de sécurité sociale",
        "en": "French social security number",
    },
    "type-siren": {"fr": "numéro SIREN", "en": "French company number (SIREN)"},
    "type-siret": {"fr": "numéro SIRET", "en": "French establishment number (SIRET)"},
    "type-vat": {"fr": "numéro de TVA", "en": "VAT number"},
    "type-nino": {
        "fr": "numéro d'assurance nationale britannique",
        "en": "National Insurance number",
    },
    "type-nhs": {"fr": "numéro NHS", "en": "NHS number"},
    "type-ssn": {
        "fr": "numéro de sécurité sociale américain",
        "en": "US Social Security number",
    },
    "type-plate-fr": {"fr": "plaque d'immatriculation", "en": "French number plate"},
    "type-plate-uk": {"fr": "plaque britannique", "en": "number plate"},
    "type-passport": {"fr": "numéro de passeport", "en": "passport number"},
    "type-id-card": {"fr": "numéro de pièce d'identité", "en": "identity document number"},
    "type-ip": {"fr": "adresse IP", "en": "IP address"},
    "type-gps": {"fr": "position géographique", "en": "position on the map"},
    "type-birth-date": {"fr": "date de naissance", "en": "date of birth"},
    "type-patient-ref": {"fr": "référence de patient", "en": "patient reference"},
    "type-customer-ref": {"fr": "référence de client", "en": "customer reference"},
    "type-key": {"fr": "clé d'accès", "en": "access key"},
    "type-token": {"fr": "jeton d'accès", "en": "access token"},
    "type-password": {"fr": "mot de passe", "en": "password"},
    "type-private-key": {"fr": "clé privée", "en": "private key"},
    "type-connection-string": {"fr": "accès à une base", "en": "connection string"},
    "type-url-credentials": {
        "fr": "lien qui contient un accès",
        "en": "link with credentials",
    },
    "type-entropy": {"fr": "suite aléatoire", "en": "random string"},
    "type-sealed": {"fr": "nom de code", "en": "codename"},
    "type-fingerprint": {
        "fr": "passage d'un document confidentiel",
        "en": "passage of a confidential document",
    },
    "reason-shape": {"fr": "la forme convient", "en": "its shape fits"},
    "reason-format": {
        "fr": "c'est le format de l'émetteur",
        "en": "it has the issuer's format",
    },
    "reason-checksum": {"fr": "la clé de contrôle est juste", "en": "its check digits are right"},
    "reason-failing": {
        "fr": "la clé de contrôle est fausse : faute de frappe possible",
        "en": "its check digits are wrong: perhaps a slip",
    },
    "reason-cue": {"fr": "un mot voisin l'annonce", "en": "a word nearby announces it"},
    "reason-counter-cue": {
        "fr": "un mot voisin dit autre chose",
        "en": "a word nearby says something else",
    },
    "reason-example": {"fr": "donné en exemple", "en": "given as an example"},
    "reason-known": {
        "fr": "souvent imprimé comme exemple",
        "en": "often printed as an example",
    },
    "reason-reserved": {
        "fr": "réservé à la fiction ou aux tests",
        "en": "reserved for fiction or tests",
    },
    "reason-public": {"fr": "publié par l'entreprise", "en": "published by the company"},
    "reason-role-mailbox": {"fr": "boîte d'un service", "en": "mailbox of a role"},
    "reason-company-domain": {
        "fr": "adresse de l'entreprise",
        "en": "address of the company",
    },
    "reason-service-number": {
        "fr": "numéro de service, gratuit ou surtaxé",
        "en": "free or premium service number",
    },
    "reason-disguised": {"fr": "écriture déguisée", "en": "written in disguise"},
    "reason-scanner": {
        "fr": "reconnu par le catalogue de formats",
        "en": "known to the catalogue of formats",
    },
    "reason-test-key": {"fr": "clé de test", "en": "test key"},
    "reason-entropy": {"fr": "suite aléatoire", "en": "random string"},
    "reason-hint": {"fr": "recette d'un mot de passe", "en": "recipe for a password"},
    "reason-sealed": {"fr": "figure au lexique scellé", "en": "stands in the sealed lexicon"},
    "pepper-missing": {
        "fr": "aucune clé : donnez-la par {variable}, par --pepper FICHIER ou par le trousseau du système"
        " (« charter-lint seal --new-pepper FICHIER » en crée une).",
        "en": "no pepper: give it in {variable}, with --pepper FILE or in the system's keychain"
        " (“charter-lint seal --new-pepper FILE” makes one).",
    },
    "pepper-unreadable": {
        "fr": "la clé n'a pas pu être lue⟨ ({detail})⟩ : vérifiez le chemin et les droits.",
        "en": "the pepper could not be read⟨ ({detail})⟩: check the path and its rights.",
    },
    "pepper-no-pepper": {
        "fr": "ce fichier n'est pas une clé : il doit contenir une seule ligne de texte.",
        "en": "this file is no pepper: it should hold one line of text.",
    },
    "pepper-short": {
        "fr": "la clé compte moins de {least} caractères, elle se devinerait :"
        " créez-en une par « charter-lint seal --new-pepper FICHIER ».",
        "en": "the pepper has fewer than {least} characters and could be guessed:"
        " make one with “charter-lint seal --new-pepper FILE”.",
    },
    "pepper-wrong": {
        "fr": "une autre clé a servi à le faire : donnez celle-là, ou refaites-le avec la clé actuelle.",
        "en": "it was made with another pepper: give that one, or make it again with this one.",
    },
    "pepper-exists": {
        "fr": "ce fichier existe déjà : une clé remplacée rend illisible ce qu'elle a scellé.",
        "en": "this file exists already: what a replaced pepper has sealed can't be read again.",
    },
    "pepper-made": {
        "fr": "Clé créée : {file}. Gardez-la hors du dépôt et hors du paquet qui contient le lexique.",
        "en": "Pepper made: {file}. Keep it out of the repository and the package that hold the lexicon.",
    },
    "lexicon-missing": {
        "fr": "aucun lexique scellé ici : « charter-lint seal » en fait un.",
        "en": "there is no sealed lexicon here: “charter-lint seal” makes one.",
    },
    "lexicon-unreadable": {
        "fr": "le lexique n'a pas pu être lu⟨ ({detail})⟩.",
        "en": "the lexicon could not be read⟨ ({detail})⟩.",
    },
    "lexicon-foreign": {
        "fr": "ce fichier n'est pas un lexique scellé de charter-lint.",
        "en": "this file is not a sealed lexicon of charter-lint.",
    },
    "lexicon-version": {
        "fr": "ce lexique est d'une version que ce programme ne lit pas ({version}) : scellez de nouveau la liste.",
        "en": "this lexicon has a version that this program cannot read ({version}): seal the list again.",
    },
    "lexicon-damaged": {
        "fr": "ce lexique est abîmé : scellez de nouveau la liste ou reprenez une copie intacte.",
        "en": "this lexicon is damaged: seal the list again or take a whole copy.",
    },
    "lexicon-changed": {
        "fr": "ce lexique a été modifié après avoir été scellé : des noms peuvent manquer. Scellez de nouveau la liste.",
        "en": "this lexicon was changed after it was sealed: names may be missing. Seal the list again.",
    },
    "file-unwritable": {
        "fr": "ce fichier n'a pas pu être écrit⟨ ({detail})⟩.",
        "en": "this file could not be written⟨ ({detail})⟩.",
    },
    "list-unreadable": {
        "fr": "la liste n'a pas pu être lue⟨ ({detail})⟩ : une ligne par nom, ou une liste YAML"
        " de noms ou de « name, severity, contact, expires, label ».",
        "en": "the list could not be read⟨ ({detail})⟩: one name a line, or a YAML list of names"
        " or of “name, severity, contact, expires, label”.",
    },
    "list-empty": {
        "fr": "la liste ne contient aucun nom.",
        "en": "the list holds no name.",
    },
    "name-empty": {
        "fr": "il ne reste rien de ce nom une fois ôtés les mots courants (projet, opération…) :"
        " il faut au moins quatre lettres qui lui soient propres.",
        "en": "nothing is left of this name without its common words (project, operation…):"
        " at least four letters must be its own.",
    },
    "entry-long": {
        "fr": "les précisions de ce nom dépassent {most} octets : raccourcissez contact et label.",
        "en": "what is said of this name is longer than {most} bytes: shorten contact and label.",
    },
    "seal-weak": {
        "fr": "entrée {number} : {why}",
        "en": "entry {number}: {why}",
    },
    "seal-why-word": {
        "fr": "un seul mot du dictionnaire. Qui détient le lexique et la clé essaie tous les mots"
        " du français et de l'anglais en quelques minutes.",
        "en": "a single dictionary word. Whoever holds lexicon and pepper tries every word of"
        " French and English within minutes.",
    },
    "seal-why-short": {
        "fr": "un nom si court que toutes les suites de lettres s'essaient.",
        "en": "a name so short that every string of letters can be tried.",
    },
    "seal-why-number": {
        "fr": "un nombre, qui s'essaie.",
        "en": "a number, which can be tried.",
    },
    "seal-refused": {
        "fr": "Rien n'a été écrit. Choisissez deux mots tirés au hasard, ou acceptez ce risque"
        " avec --accept-weak : le lexique protégera encore d'un paquet perdu sans sa clé.",
        "en": "Nothing was written. Choose two random words, or accept the risk with"
        " --accept-weak: the lexicon still protects a package lost without its pepper.",
    },
    "seal-done": {
        "fr": "{names} noms scellés parmi {rows} lignes dans {file}. Un essai coûte {ms} ms ;"
        " un article de longueur moyenne environ {post} s.",
        "en": "{names} names sealed among {rows} rows in {file}. One guess costs {ms} ms;"
        " a post of common length about {post} s.",
    },
    "seal-limits": {
        "fr": "Limites : qui détient le lexique et la clé peut essayer des noms (un seul mot :"
        " {word} ; deux mots courants : {pair}, sur un processeur). Les noms de clients figurent"
        " dans des registres publics : ils se devinent aussi. Une faute, une traduction ou une"
        " allusion passent. Un signalement confirme le nom.",
        "en": "Limits: whoever holds lexicon and pepper can try names (a single word: {word};"
        " two common words: {pair}, on one processor). Names of clients stand in public registers"
        " and can be guessed as well. A misspelling, a translation or an allusion passes."
        " A finding confirms the name.",
    },
    "index-missing": {
        "fr": "aucun index d'empreintes ici : « charter-lint fingerprint add » en fait un.",
        "en": "there is no index of fingerprints here: “charter-lint fingerprint add” makes one.",
    },
    "index-unreadable": {
        "fr": "l'index n'a pas pu être lu⟨ ({detail})⟩.",
        "en": "the index could not be read⟨ ({detail})⟩.",
    },
    "index-unwritable": {
        "fr": "l'index n'a pas pu être écrit⟨ ({detail})⟩ ; l'ancien est intact.",
        "en": "the index could not be written⟨ ({detail})⟩; the old one is whole.",
    },
    "index-busy": {
        "fr": "un autre programme modifie cet index depuis trop longtemps : réessayez.",
        "en": "another program has been changing this index for too long: try again.",
    },
    "index-foreign": {
        "fr": "ce fichier n'est pas un index d'empreintes de charter-lint.",
        "en": "this file is not an index of fingerprints of charter-lint.",
    },
    "index-version": {
        "fr": "cet index est d'une version que ce programme ne lit pas : refaites-le avec « fingerprint add ».",
        "en": "this index has a version that this program cannot read: make it again with “fingerprint add”.",
    },
    "index-damaged": {
        "fr": "cet index est abîmé : refaites-le avec « fingerprint add » ou reprenez une copie intacte.",
        "en": "this index is damaged: make it again with “fingerprint add” or take a whole copy.",
    },
    "index-large": {
        "fr": "cet index est trop grand pour être lu.",
        "en": "this index is too large to be read.",
    },
    "document-kind": {
        "fr": "ce type de document n'est pas lu ; types possibles : {kinds}.",
        "en": "this kind of document cannot be read; possible kinds: {kinds}.",
    },
    "document-unreadable": {
        "fr": "le document n'a pas pu être lu⟨ ({detail})⟩.",
        "en": "the document could not be read⟨ ({detail})⟩.",
    },
    "document-large": {
        "fr": "le document dépasse {most} Mo : enregistrez-en le texte seul, ou coupez-le en plusieurs.",
        "en": "the document is larger than {most} MB: save its text alone, or cut it into several.",
    },
    "document-long": {
        "fr": "le document dépasse {most} millions de caractères : coupez-le en plusieurs.",
        "en": "the document has more than {most} million characters: cut it into several.",
    },
    "document-encrypted": {
        "fr": "le document est chiffré : enregistrez-en une copie sans mot de passe.",
        "en": "the document is encrypted: save a copy without a password.",
    },
    "document-broken": {
        "fr": "ce document n'est pas un fichier {kind} valable, ou il est abîmé.",
        "en": "this document is not a valid {kind} file, or it is damaged.",
    },
    "document-bomb": {
        "fr": "cette archive grossirait démesurément une fois décompressée : elle n'a pas été ouverte.",
        "en": "this archive would swell beyond measure when unpacked: it was not opened.",
    },
    "document-extra": {
        "fr": "il manque une bibliothèque pour ce type de document : pip install 'charter-lint[documents]'.",
        "en": "a library for this kind of document is missing: pip install 'charter-lint[documents]'.",
    },
    "document-empty": {
        "fr": "ce document ne contient pas de texte ; un document numérisé doit d'abord être reconnu (OCR).",
        "en": "this document holds no text; a scanned one must first go through text recognition.",
    },
    "document-short": {
        "fr": "ce document est trop court : il faut au moins {least} mots.",
        "en": "this document is too short: at least {least} words are needed.",
    },
    "document-unknown": {
        "fr": "aucun document ne porte l'étiquette « {label} » : « fingerprint list » les montre toutes.",
        "en": "no document is labelled “{label}”: “fingerprint list” shows them all.",
    },
    "fingerprint-label-one": {
        "fr": "--label nomme un seul document : ajoutez-les un à un.",
        "en": "--label names a single document: add them one by one.",
    },
    "fingerprint-added": {
        "fr": "{label} : {words} mots, {hashes} empreintes",
        "en": "{label}: {words} words, {hashes} fingerprints",
    },
    "fingerprint-added-public": {
        "fr": "{label} : {words} mots publics, à ne pas signaler",
        "en": "{label}: {words} public words, not to be reported",
    },
    "fingerprint-removed": {
        "fr": "{label} : retiré",
        "en": "{label}: removed",
    },
    "fingerprint-none": {
        "fr": "L'index ne contient aucun document.",
        "en": "The index holds no document.",
    },
    "fingerprint-public": {"fr": "public", "en": "public"},
    "fingerprint-info": {
        "fr": "{file} : {secret} documents confidentiels, {public} publics, {hashes} empreintes,"
        " {kib} Kio. Suites de {words} mots, une gardée sur {window}.",
        "en": "{file}: {secret} confidential documents, {public} public, {hashes} fingerprints,"
        " {kib} KiB. Runs of {words} words, one in {window} kept.",
    },
    "fingerprint-limits": {
        "fr": "L'index ne contient que des empreintes et les étiquettes. Une paraphrase ou une"
        " traduction passent ; qui détient l'index et la clé peut vérifier une phrase qu'il devine.",
        "en": "The index holds fingerprints and labels only. A paraphrase or a translation passes;"
        " whoever holds index and pepper can test a sentence that he guesses.",
    },
    "pepper-right": {"fr": "La clé est la bonne.", "en": "The pepper is the right one."},
}  # fmt: skip
