"""What `charter-lint impact` says."""

TEXTS = {
    "head": {
        "fr": "{charter} : maintenant, comparée à {source}, sur {posts} textes",
        "en": "{charter}: now, compared with {source}, over {posts} posts",
    },
    "nothing": {
        "fr": "Aucun texte n'est jugé autrement.",
        "en": "No post is judged differently.",
    },
    "count-stopped": {"fr": "arrêtés à présent : {count}", "en": "newly stopped: {count}"},
    "count-passed": {"fr": "libres à présent : {count}", "en": "newly passed: {count}"},
    "count-severity": {
        "fr": "autre gravité, même issue : {count}",
        "en": "another severity, same outcome: {count}",
    },
    "count-findings": {
        "fr": "autres remarques, même verdict : {count}",
        "en": "other findings, same verdict: {count}",
    },
    "touched": {
        "fr": "textes que touche une règle changée, jugés en entier : {count}",
        "en": "posts that a changed rule touches, judged in full: {count}",
    },
    "stopped": {"fr": "Arrêtés à présent", "en": "Newly stopped"},
    "passed": {"fr": "Libres à présent", "en": "Newly passed"},
    "severity": {"fr": "Autre gravité", "en": "Another severity"},
    "findings": {"fr": "Autres remarques", "en": "Other findings"},
    "rules": {"fr": "Par règle", "en": "Per rule"},
    "rule": {"fr": "règle", "en": "rule"},
    "before": {"fr": "avant", "en": "before"},
    "after": {"fr": "après", "en": "after"},
    "new": {"fr": "nouvelles", "en": "new"},
    "gone": {"fr": "disparues", "en": "gone"},
    "graver": {"fr": "plus graves", "en": "graver"},
    "milder": {"fr": "moins graves", "en": "milder"},
    "shadow": {"fr": "à l'essai", "en": "shadow"},
    "verdict-pass": {"fr": "rien", "en": "pass"},
    "verdict-advise": {"fr": "conseil", "en": "advise"},
    "verdict-review": {"fr": "relecture", "en": "review"},
    "verdict-block": {"fr": "blocage", "en": "block"},
    "more": {"fr": "… et {count} autres", "en": "… and {count} more"},
    "missing": {
        "fr": "Pas entièrement vérifié : {reason} ({count} textes)",
        "en": "Not fully checked: {reason} ({count} posts)",
    },
    "unjudged": {
        "fr": "{count} textes n'ont pas pu être jugés : il manque ce que la charte exige.",
        "en": "{count} posts could not be judged: what the charter requires is missing.",
    },
    "progress": {"fr": "{done} textes sur {all}", "en": "{done} posts of {all}"},
    "reading": {
        "fr": "{posts} textes ; lecture de la charte d'alors ({source})",
        "en": "{posts} posts; reading the charter as it was ({source})",
    },
    "corpus-broken": {
        "fr": "Lignes du corpus illisibles : {count} ; rien n'a été comparé.",
        "en": "Lines of the corpus that cannot be read: {count}; nothing was compared.",
    },
    "revision": {
        "fr": "git ne connaît pas la révision « {name} ». Pour les voir : git log --oneline",
        "en": "git does not know the revision “{name}”. To see them: git log --oneline",
    },
    "no-repository": {
        "fr": "la charte {charter} n'est pas dans un dépôt git ; donnez l'ancienne version : --from CHEMIN",
        "en": "the charter {charter} is not in a git repository; name the older version: --from PATH",
    },
    "revision-without-charter": {
        "fr": "la charte {charter} n'existait pas à la révision « {name} » ; choisissez-en une plus récente, ou --from CHEMIN",
        "en": "the charter {charter} did not exist at the revision “{name}”; choose a later one, or --from PATH",
    },
    "path-missing": {
        "fr": "{name} n'existe pas ; vérifiez le chemin après --from",
        "en": "{name} does not exist; check the path after --from",
    },
    "path-without-charter": {
        "fr": "aucune charte {charter} dans {name} ; donnez le chemin du fichier",
        "en": "no charter {charter} in {name}; give the path of the file",
    },
    "git-missing": {
        "fr": "git n'est pas installé ; comparez avec un chemin : --from CHEMIN",
        "en": "git is not installed; compare with a path: --from PATH",
    },
    "git-failed": {"fr": "git n'a pas répondu : {detail}", "en": "git did not answer: {detail}"},
    "no-bundle": {
        "fr": "impact compare des chartes écrites en YAML, pas des paquets signés",
        "en": "impact compares charters written in YAML, not signed bundles",
    },
}
