"""Secrets in prose: found where they stand, silence where there is only talk of them."""

from __future__ import annotations

import base64
import random
import string
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from charter_lint.draft import Draft
from charter_lint.match.secrets import Settings, find, read_data, settings_of

DATA = Path(__file__).parents[3] / "rules" / "data" / "secrets"
SETTINGS = settings_of(read_data(DATA))
RANDOM = random.Random(11)


def made(count: int, alphabet: str = string.ascii_letters + string.digits) -> str:
    """Make a random string; keys are made here so that none stands in the repository."""
    return "9" + "".join(RANDOM.choice(alphabet) for _ in range(count - 1))


AWS = "AKIA" + "".join(RANDOM.choice("ABCDEFGHJKLMNPQRSTUVWXYZ234567") for _ in range(16))
GITHUB = "ghp_" + made(36)
STRIPE = "sk_" + "live_" + made(24)
JWT = ".".join(
    ["eyJ" + made(20), "eyJ" + made(40), made(43)],
)
PEM = (
    "-----BEGIN "
    "RSA PRIVATE KEY-----\n"
    + base64.b64encode(RANDOM.randbytes(96)).decode()
    + "\n-----END RSA PRIVATE KEY-----"
)


def quotes(text: str) -> list[tuple[str, str]]:
    return [(f.type, text[f.span.start : f.span.end]) for f in find(Draft(text), SETTINGS)]


@pytest.mark.parametrize("sign", [*".,;:)»!?", " »", '"', "…", ""])
@pytest.mark.parametrize(("token", "kind"), [(AWS, "key"), (GITHUB, "token"), (STRIPE, "key")])
def test_a_token_is_found_whatever_touches_it(token: str, kind: str, sign: str) -> None:
    assert quotes(f"La clé est là : {token}{sign} Merci") == [(kind, token)]


@pytest.mark.parametrize(
    ("text", "kind", "quote"),
    [
        ("Le mot de passe du wifi c'est Abricot2031, servez-vous.", "password", "Abricot2031"),
        ("login admin, pw Falaise#77 et hop", "password", "Falaise#77"),
        ("mdp netflix tatouage64 change pas le profil", "password", "tatouage64"),
        ("Password: Blue-Kettle-19. Do change it.", "password", "Blue-Kettle-19"),
        ('the password is "four owls eat plums"', "password", "four owls eat plums"),
        ("Saisir V3rrou!9x comme mot de passe.", "password", "V3rrou!9x"),
        ("Le code de l'alarme est 4471B.", "password", "4471B"),
        ("The door code is 7731, let yourself in.", "password", "7731"),
        ("identifiants : compta / Mars!2031", "password", "Mars!2031"),
        ("my wifi password is plumtree", "password", "plumtree"),
        ("Mot de passe :\nGrillon_55", "password", "Grillon_55"),
        (
            "le mot de passe est le prénom du chat suivi de l'année.",
            "password",
            "le prénom du chat suivi de l'année",
        ),
        (f"voilà {PEM} fin", "private-key", PEM),
        (
            "la base : postgres://app:kVz82mQp@db.acme.net:5432/prod",
            "connection-string",
            "postgres://app:kVz82mQp@db.acme.net:5432/prod",
        ),
        (
            "clone https://bot:kVz82mQp@git.acme.net/x.git vite",
            "url-credentials",
            "https://bot:kVz82mQp@git.acme.net/x.git",
        ),
        (f"header: Bearer {JWT}", "token", JWT),
        ("la clé d'api météo : 7c1f09e2ab6644d8b3a91f", "key", "7c1f09e2ab6644d8b3a91f"),
    ],
)
def test_secrets_are_found(text: str, kind: str, quote: str) -> None:
    assert quotes(text) == [(kind, quote)]


@pytest.mark.parametrize(
    "text",
    [
        "J'ai oublié mon mot de passe, encore.",
        "Le mot de passe est affiché à l'accueil.",
        "The password is required to open the file.",
        "Your password must have at least 12 characters, e.g. Tr0ub4dor.",
        "If your password is the name of your dog with a 1 on the end, today is the day.",
        "Le mot de passe du bonheur ? Le fromage.",
        "Mot de passe : ********",
        "password=<your-password>, token=YOUR_TOKEN_HERE",
        "AKIAIOSFODNN7EXAMPLE",
        "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "postgres://USER:PASSWORD@HOST:5432/payroll",
        "md5 f483378aed48fc752e24fa6864478467",
        "commit 9fceb02d0ae598e95dc970b74767f19372d61af8",
        "UUID 6f9619ff-8b86-d011-b42d-00c04fc964ff",
        "La clé de la réussite : 3 cafés et 2 siestes.",
        "Code promo NOEL2031 jusqu'à dimanche, portes ouvertes !",
        "A token gesture, a secret ballot, a key vote.",
        "-----BEGIN PUBLIC KEY-----",
        "https://example.org/path?utm_source=x1y2z3&page=12",
        "Le wifi 6 c'est rapide, le mot de passe arrive par SMS en 30s.",
        "git checkout 4f9c2ab71d03",
    ],
)
def test_talk_of_secrets_stays_silent(text: str) -> None:
    assert quotes(text) == []


@examples(max_examples=100, deadline=None)
@given(st.text(alphabet="mot de passe: =«»'\"xX9#@/.-_kéÀ\n\u00a0", max_size=100))
def test_any_text_is_read(text: str) -> None:
    for found in find(Draft(text), SETTINGS, least=0.0):
        assert 0 <= found.span.start < found.span.end <= len(text)


def test_no_repr_holds_the_secret() -> None:
    found = find(Draft(f"clé {GITHUB}"), SETTINGS)[0]
    assert GITHUB[4:-4] not in repr(found)


def test_the_scanner_is_loaded_only_for_a_token_like_run() -> None:
    code = (
        "import sys; from charter_lint.draft import Draft\n"
        "from charter_lint.match.secrets import Settings, find\n"
        "find(Draft('Rien à signaler, mot de passe compris.'), Settings())\n"
        "assert not {'kingfisher_sdk', 'yaml'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_scanner_knows_formats_that_are_not_ours(tmp_path: Path) -> None:
    settings = settings_of({**read_data(DATA)}, cache=str(tmp_path))
    bare = Settings(cache=str(tmp_path), deep=True)
    text = f"tout est là : {GITHUB}."
    assert [f.type for f in find(Draft(text), bare)] == ["token"]
    assert [f.reason for f in find(Draft(text), settings)] == [("format",)]
    leaked = [p for p in tmp_path.rglob("*") if p.is_file() and GITHUB.encode() in p.read_bytes()]
    assert leaked == []
