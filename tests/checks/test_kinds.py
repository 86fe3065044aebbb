"""Every kind of check on a few sentences: what it flags, and where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charter_lint import Charter, Context, Draft, lint
from charter_lint.checks.kinds import kind_names, kind_of

FR = Context(language="fr", date="2026-11-23", platform="linkedin")

CASES: list[tuple[dict[str, object], str, list[str]]] = [
    ({"kind": "existence", "fr": ["bon vin"]}, "Un bon vin, un bon vin.", ["bon vin", "bon vin"]),
    ({"kind": "existence", "fr": ["bon vin"], "most": 1}, "Un bon vin, un bon vin.", ["bon vin"]),
    ({"kind": "existence", "regex": [r"\bTLP:RED\b"]}, "Voir tlp:red ici", ["tlp:red"]),
    ({"kind": "existence", "fr": ["vin", "bon vin"]}, "Un bon vin.", ["bon vin"]),
    ({"kind": "substitution", "fr": {"leverager": "utiliser"}}, "On va leverager.", ["leverager"]),
    ({"kind": "occurrence", "any": ["@hashtag"], "max": 2}, "Vu #a #b #c #d", ["#c"]),
    ({"kind": "occurrence", "any": ["@hashtag"], "max": 4}, "Vu #a #b #c #d", []),
    ({"kind": "occurrence", "fr": ["merci"], "min": 1}, "Bonjour à tous.", ["Bonjour à tous."]),
    ({"kind": "occurrence", "fr": ["merci"], "min": 1}, "Merci à tous.", []),
    ({"kind": "occurrence", "fr": ["vin"], "max": 1, "within": "sentence"}, "Du vin. Du vin.", []),
    ({"kind": "repetition", "any": ["!"], "max": 2}, "Oui !!! Non !!", ["!!!"]),
    ({"kind": "repetition"}, "Le le chat.", ["Le le"]),
    (
        {"kind": "consistency", "either": {"courriel": "e-mail"}},
        "Un courriel, un e-mail, un e-mail.",
        ["courriel"],
    ),
    ({"kind": "consistency", "either": {"courriel": "e-mail"}}, "Un courriel.", []),
    ({"kind": "conditional", "fr": {"RSE": "responsabilité sociétale"}}, "La RSE compte.", ["RSE"]),
    (
        {"kind": "conditional", "fr": {"RSE": "responsabilité sociétale"}},
        "La RSE, responsabilité sociétale.",
        [],
    ),
    (
        {"kind": "capitalization", "words": 3},
        "POUR LA DERNIÈRE FOIS merci.",
        ["POUR LA DERNIÈRE FOIS"],
    ),
    ({"kind": "capitalization", "words": 3}, "Le CSE et la CGT votent.", []),
    ({"kind": "metric", "condition": "hashtags > 2"}, "Vu. #a #b #c", ["Vu."]),
    ({"kind": "metric", "condition": "words / sentences > 30"}, "Court.", []),
    (
        {"kind": "cooccurrence", "fr": [["vin"], ["gratuit"]]},
        "Du vin presque gratuit ici.",
        ["vin presque gratuit"],
    ),
    ({"kind": "cooccurrence", "fr": [["vin"], ["gratuit"]]}, "Du vin. Rien de gratuit.", []),
    ({"kind": "required", "due": ["vin"], "mention": ["modération"]}, "Du vin ce soir.", ["vin"]),
    (
        {"kind": "required", "due": ["vin"], "mention": ["modération"]},
        "Du vin, avec modération.",
        [],
    ),
    (
        {"kind": "required", "due": ["vin"], "mention": ["#pub"], "place": "text"},
        "Du vin. #a #pub",
        ["vin"],
    ),
    (
        {"kind": "required", "due": ["vin"], "mention": ["publicité"], "place": "before"},
        "Publicité : du vin.",
        [],
    ),
    (
        {"kind": "composition", "all": ["nous", ["vin", "rhum"]]},
        "Nous avons du rhum.",
        ["Nous avons du rhum"],
    ),
    ({"kind": "composition", "all": ["nous", "vin"]}, "Nous voilà. Du vin.", []),
    (
        {"kind": "composition", "all": ["nous", "vin"], "within": "neighbours"},
        "Nous voilà. Du vin.",
        ["Nous"],
    ),
    (
        {"kind": "composition", "all": ["nous", "vin"], "within": "post", "mark": "passage"},
        "Nous voilà. Ah. Du vin.",
        ["Nous voilà. Ah. Du vin"],
    ),
    (
        {"kind": "composition", "all": ["nous", "vin"], "mark": "sentence"},
        "Oui, nous, du vin.",
        ["Oui, nous, du vin."],
    ),
    ({"kind": "composition", "all": ["nous"], "none": ["vin"]}, "Nous avons du vin.", []),
    ({"kind": "composition", "all": ["nous"], "none": ["vin"]}, "Nous avons du rhum.", ["Nous"]),
    (
        {"kind": "composition", "any": ["vin", {"all": ["rhum", "sucre"]}]},
        "Du rhum au sucre.",
        ["rhum au sucre"],
    ),
    (
        {"kind": "composition", "all": ["vin", "sucre"], "near": 2},
        "Du vin et un peu de bon sucre.",
        [],
    ),
    ({"kind": "composition", "all": ["vin", "sucre"], "order": True}, "Du sucre, du vin.", []),
    (
        {"kind": "composition", "fr": {"all": ["vin", "sucre"]}, "en": {"all": ["wine"]}},
        "Vin et sucre.",
        ["Vin et sucre"],
    ),
    (
        {"kind": "identifier", "types": ["iban"]},
        "IBAN FR76 9912 8004 7104 4188 2036 529",
        ["FR76 9912 8004 7104 4188 2036 529"],
    ),
    ({"kind": "identifier", "types": ["email"]}, "Commande 4512 du 12/03", []),
    (
        {"kind": "secret", "types": ["password"]},
        "Le mot de passe du wifi c'est Bateau2024 depuis lundi.",
        ["Bateau2024"],
    ),
    ({"kind": "secret", "types": ["password"]}, "J'ai oublié mon mot de passe.", []),
]


@pytest.mark.parametrize(("check", "text", "found"), CASES)
def test_kind_flags(
    charter_of: Callable[..., Charter], check: dict[str, object], text: str, found: list[str]
) -> None:
    report = lint(Draft(text, FR), charter_of({"a": check}))
    assert [f.match for f in report.findings] == found


def test_substitution_fills_its_placeholder(charter_of: Callable[..., Charter]) -> None:
    rule = {
        "check": {"kind": "substitution", "fr": {"leverager": "utiliser"}},
        "instead": {"fr": "Dites {replacement}.", "en": "Say {replacement}."},
    }
    (finding,) = lint(Draft("On va leverager.", FR), charter_of({"a": rule})).findings
    assert finding.instead["fr"] == "Dites utiliser."
    assert finding.replacement == "utiliser"


def test_every_kind_is_tried_here() -> None:
    tried = {str(check["kind"]) for check, _, _ in CASES}
    # test_vault_kinds.py, test_mosaic.py, test_spacy_kinds.py and lint/test_resembles.py
    elsewhere = {"resembles", "sealed", "fingerprint", "mosaic", "tokens", "dependency", "entity"}
    assert set(kind_names()) <= tried | elsewhere


@pytest.mark.parametrize("name", kind_names())
def test_every_kind_says_what_it_does(name: str) -> None:
    kind = kind_of(name)
    assert kind.__doc__
    assert kind.Options.__doc__  # type: ignore[attr-defined]
    assert isinstance(kind.VALUES, tuple)
