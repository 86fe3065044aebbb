"""Servers, tokens, webhooks and receipts."""

TEXTS = {
    "json-broken": {
        "fr": "Le corps de la demande n'est pas du JSON en UTF-8.",
        "en": "The body of the request is not JSON in UTF-8.",
    },
    "signature-missing": {
        "fr": "La demande doit être signée : en-têtes {headers}.",
        "en": "The request must be signed: headers {headers}.",
    },
    "signature-wrong": {
        "fr": "La signature ne correspond pas au corps reçu et au secret connu ici.",
        "en": "The signature does not fit the body received and the secret known here.",
    },
    "signature-old": {
        "fr": "La signature date de plus de {seconds} s. Vérifiez l'horloge de l'appelant, puis signez à nouveau.",
        "en": "The signature is more than {seconds} s old. Check the caller's clock, then sign again.",
    },
    "signature-future": {
        "fr": "La signature est datée de plus de {seconds} s dans l'avenir. Vérifiez l'horloge de l'appelant.",
        "en": "The signature is dated more than {seconds} s in the future. Check the caller's clock.",
    },
    "signature-replayed": {
        "fr": "Cette demande signée a déjà été reçue. Pour la renvoyer, signez-la à nouveau.",
        "en": "This signed request was received before. To send it again, sign it anew.",
    },
    "token-missing": {
        "fr": "Ce serveur demande un jeton : « Authorization: Bearer … ». « charter-lint token new NOM » en crée un.",
        "en": "This server asks for a token: “Authorization: Bearer …”. “charter-lint token new NAME” makes one.",
    },
    "token-wrong": {
        "fr": "Ce jeton n'est pas connu, a été retiré ou a expiré.",
        "en": "This token is not known, was revoked or has expired.",
    },
    "origin-foreign": {
        "fr": "Un autre site appelle ce serveur depuis un navigateur : c'est refusé.",
        "en": "Another site calls this server from a browser: that is refused.",
    },
    "not-found": {
        "fr": "Il n'y a rien à cette adresse ; /openapi.json les donne toutes.",
        "en": "There is nothing at this address; /openapi.json lists them all.",
    },
    "charter-unknown": {
        "fr": "Cette charte n'est pas servie ici. Sont servies : {known}.",
        "en": "This charter is not served here. Served are: {known}.",
    },
    "rule-unknown": {
        "fr": "La charte n'a pas de règle de ce nom ; /v1/rules les donne toutes.",
        "en": "The charter has no rule of this name; /v1/rules lists them all.",
    },
    "webhook-off": {
        "fr": "Ce serveur a été démarré sans secret pour cet appel : voir docs/webhook.md.",
        "en": "This server was started without a secret for this call: see docs/webhook.md.",
    },
    "receipts-off": {
        "fr": "Ce serveur a été démarré sans clé pour signer : voir --receipt-key.",
        "en": "This server was started without a key to sign with: see --receipt-key.",
    },
    "method-wrong": {
        "fr": "Cette adresse ne répond pas à cette méthode ; l'en-tête Allow dit lesquelles.",
        "en": "This address does not answer to this method; the header Allow says which.",
    },
    "body-slow": {
        "fr": "Le corps de la demande n'est pas arrivé en {seconds} s.",
        "en": "The body of the request did not arrive within {seconds} s.",
    },
    "body-large": {
        "fr": "Le corps de la demande dépasse {limit}.",
        "en": "The body of the request is larger than {limit}.",
    },
    "content-type": {
        "fr": "Envoyez le corps avec l'en-tête « Content-Type: {wanted} ».",
        "en": "Send the body with the header “Content-Type: {wanted}”.",
    },
    "content-coding": {
        "fr": "Envoyez le corps sans compression.",
        "en": "Send the body without compression.",
    },
    "host-foreign": {
        "fr": "L'en-tête Host ne désigne pas ce serveur. S'il a un nom, démarrez-le avec --allow-host NOM.",
        "en": "The header Host does not name this server. If it has a name, start it with --allow-host NAME.",
    },
    "field-unknown": {
        "fr": "La demande a une clé inconnue⟨ « {name} »⟩.⟨ Vouliez-vous dire « {near} » ?⟩",
        "en": "The request has an unknown key⟨ “{name}”⟩.⟨ Did you mean “{near}”?⟩",
    },
    "field-wrong": {
        "fr": "Une valeur n'est pas de la sorte attendue : /openapi.json dit laquelle.",
        "en": "A value is not of the kind expected: /openapi.json says which.",
    },
    "field-missing": {
        "fr": "La clé « {name} » manque.",
        "en": "The key “{name}” is missing.",
    },
    "text-empty": {
        "fr": "Le texte est vide : il n'y a rien à relire.",
        "en": "The text is empty: there is nothing to check.",
    },
    "text-nul": {
        "fr": "Le texte contient un caractère nul : ce n'est pas un texte.",
        "en": "The text holds a NUL character: it is not a text.",
    },
    "text-long": {
        "fr": "Le texte dépasse {limit} caractères, la limite de ce serveur.",
        "en": "The text is longer than {limit} characters, this server's limit.",
    },
    "text-broken": {
        "fr": "Le texte n'est pas en UTF-8.",
        "en": "The text is not UTF-8.",
    },
    "date-wrong": {
        "fr": "Ce jour n'existe pas : écrivez AAAA-MM-JJ.",
        "en": "There is no such day: write YYYY-MM-DD.",
    },
    "deadline-wrong": {
        "fr": "L'en-tête {header} doit être un nombre de millisecondes.",
        "en": "The header {header} must be a number of milliseconds.",
    },
    "receipt-broken": {
        "fr": "Ce n'est pas un reçu : le fichier est abîmé ou d'une autre sorte.",
        "en": "This is no receipt: the file is damaged or of another kind.",
    },
    "override-refused": {
        "fr": "Personne ne peut passer outre {rules}.",
        "en": "Nobody may override {rules}.",
    },
    "own-fault": {
        "fr": "charter-lint lui-même a échoué ({kind}, {where}) : le texte n'est pas vérifié. Merci de le signaler.",
        "en": "charter-lint itself failed ({kind}, {where}): the text is not checked. Please report it.",
    },
    "busy": {
        "fr": "Trop de textes attendent : celui-ci n'est pas vérifié. Réessayez dans une seconde.",
        "en": "Too many texts are waiting: this one is not checked. Try again in a second.",
    },
    "too-slow": {
        "fr": "Le temps accordé n'a pas suffi : le texte n'est pas vérifié.",
        "en": "The time allowed was not enough: the text is not checked.",
    },
    "engine-missing": {
        "fr": "Un outil exigé par la charte manque : le texte n'est pas vérifié.",
        "en": "A tool that the charter requires is missing: the text is not checked.",
    },
    "serving": {
        "fr": "Relecture sur {address} (Ctrl-C pour arrêter).",
        "en": "Checking at {address} (Ctrl-C to stop).",
    },
    "serving-link": {
        "fr": "Page, avec le jeton de cette session :\n  {link}",
        "en": "Page, with this session's token:\n  {link}",
    },
    "serving-charters": {"fr": "Chartes : {names}.", "en": "Charters: {names}."},
    "stopped": {"fr": "Arrêté.", "en": "Stopped."},
    "address-taken": {
        "fr": "{address} est déjà pris ({detail}). Choisissez un autre --port, ou --port 0 pour un port libre.",
        "en": "{address} is taken ({detail}). Choose another --port, or --port 0 for a free one.",
    },
    "address-foreign": {
        "fr": "{address} ne peut pas être utilisé ({detail}).",
        "en": "{address} cannot be used ({detail}).",
    },
    "extra-missing": {
        "fr": 'Il manque {module}. Installez : pip install "charter-lint[{extra}]"',
        "en": '{module} is missing. Install it: pip install "charter-lint[{extra}]"',
    },
    "tokens-none": {
        "fr": "{host} est accessible à d'autres : il faut au moins un jeton. Créez-en un : charter-lint token new NOM",
        "en": "Others can reach {host}: at least one token is needed. Make one: charter-lint token new NAME",
    },
    "tls-none": {
        "fr": "Sur {host}, les jetons et les brouillons circuleraient en clair : donnez --cert et --key, ou --behind-proxy si un proxy chiffre.",
        "en": "On {host}, tokens and drafts would travel in the clear: give --cert and --key, or --behind-proxy if a proxy encrypts.",
    },
    "tls-broken": {
        "fr": "Le certificat ou sa clé ne peut pas être utilisé ({detail}).",
        "en": "The certificate or its key cannot be used ({detail}).",
    },
    "file-broken": {
        "fr": "{file} ne peut pas être utilisé ({detail}).",
        "en": "{file} cannot be used ({detail}).",
    },
    "token-made": {
        "fr": "Jeton de {name}, affiché cette seule fois :",
        "en": "Token of {name}, shown this once only:",
    },
    "token-exists": {
        "fr": "{name} a déjà un jeton : retirez-le d'abord (charter-lint token revoke {name}).",
        "en": "{name} has a token already: revoke it first (charter-lint token revoke {name}).",
    },
    "token-none": {"fr": "Aucun jeton de ce nom : {name}.", "en": "No token of that name: {name}."},
    "token-revoked": {
        "fr": "Le jeton de {name} ne vaut plus, sans redémarrage.",
        "en": "The token of {name} no longer holds, without a restart.",
    },
    "token-list-empty": {"fr": "Aucun jeton.", "en": "No tokens."},
    "token-line": {
        "fr": "{name} : créé le {created}⟨, valable jusqu'au {expires}⟩",
        "en": "{name}: made on {created}⟨, holds until {expires}⟩",
    },
    "more": {"fr": "Et {count} autre(s).", "en": "And {count} more."},
    "key-made": {
        "fr": "Clé {id} : {private} signe et ne sort pas d'ici, {public} vérifie et se distribue.",
        "en": "Key {id}: {private} signs and stays here, {public} verifies and may be given out.",
    },
    "receipt-written": {
        "fr": "Reçu écrit dans {file} : {verdict}.",
        "en": "Receipt written to {file}: {verdict}.",
    },
    "receipt-one": {
        "fr": "Un reçu vaut pour un seul texte : {file} en contient plusieurs, ou aucun.",
        "en": "A receipt is for one text: {file} holds several, or none.",
    },
    "proof-valid": {
        "fr": "Reçu valable : {verdict}, charte {charter} ({revision}), {time}⟨, passé outre par {by}⟩.",
        "en": "The receipt holds: {verdict}, charter {charter} ({revision}), {time}⟨, overridden by {by}⟩.",
    },
    "proof-missing": {
        "fr": "Pas de reçu pour ce texte : {file} n'existe pas. Faites-le relire d'abord.",
        "en": "No receipt for this text: {file} does not exist. Have it checked first.",
    },
    "proof-signature": {
        "fr": "Le reçu n'est signé par aucune des clés données.",
        "en": "The receipt is signed by none of the keys given.",
    },
    "proof-text": {
        "fr": "Le reçu est celui d'un autre texte : le moindre changement demande une nouvelle relecture.",
        "en": "The receipt is for another text: the smallest change needs a new check.",
    },
    "proof-time": {"fr": "La date du reçu n'en est pas une.", "en": "The receipt's time is none."},
    "proof-old": {
        "fr": "Le reçu date de plus de {hours} h ({time}) : faites relire à nouveau.",
        "en": "The receipt is more than {hours} h old ({time}): have the text checked again.",
    },
    "proof-future": {
        "fr": "Le reçu est daté de l'avenir ({time}) : vérifiez les horloges.",
        "en": "The receipt is dated in the future ({time}): check the clocks.",
    },
    "proof-unjudged": {
        "fr": "Le texte n'avait pas pu être relu en entier.",
        "en": "The text could not be checked in full.",
    },
    "proof-verdict": {
        "fr": "Le verdict du reçu est « {verdict} ».",
        "en": "The receipt's verdict is “{verdict}”.",
    },
    "proof-charter": {
        "fr": "Le reçu est celui d'une autre charte ({charter}).",
        "en": "The receipt is for another charter ({charter}).",
    },
    "proof-revision": {
        "fr": "La charte a changé depuis ce reçu.",
        "en": "The charter has changed since this receipt.",
    },
    "proof-context": {
        "fr": "Le reçu vaut pour d'autres circonstances (plateforme, rôle, compte…).",
        "en": "The receipt is for other circumstances (platform, role, account…).",
    },
    "secret-made": {
        "fr": "Secret pour signer les appels. Gardez-le dans un fichier lisible par vous seul et donnez-le à l'appelant :",
        "en": "Secret to sign calls with. Keep it in a file that only you can read, and give it to the caller:",
    },
}
