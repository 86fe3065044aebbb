"""The labelled posts of benchmarks/data: whole, balanced, with right check digits, reproducible."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import phonenumbers
import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))  # the script and its helpers are no package

import made_disguises  # noqa: E402
import make_identifier_posts as maker  # noqa: E402

FILES = ("identifiers", "secrets", "people")
POSTS = {name: maker.load(maker.DATA / f"{name}.jsonl") for name in FILES}
IDENTIFIER_TYPES = set(
    "phone email address iban card nir siren siret vat nino nhs ssn plate-fr plate-uk passport "
    "id-card ip gps birth-date patient-ref customer-ref".split()
)
SECRET_TYPES = {"password", "key", "token", "private-key", "connection-string", "url-credentials"}
PEOPLE_TYPES = set(
    "health union religion orientation origin conviction patient child customer".split()
)


def quotes(kind: str, name: str = "identifiers") -> list[str]:
    """All values of a type, dressed up ones too."""
    return [f["quote"] for p in POSTS[name] for f in p["findings"] if f["type"] == kind]


def bare(value: str) -> str:
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", value))


def luhn(number: str) -> bool:
    doubled = [int(c) * (1 + i % 2) for i, c in enumerate(reversed(number))]
    return sum(n // 10 + n % 10 for n in doubled) % 10 == 0


def mod97(number: str) -> int:
    return int("".join(str(int(c, 36)) for c in number)) % 97


@pytest.mark.parametrize("name", FILES)
def test_labels_hold(name: str) -> None:
    posts = POSTS[name]
    assert len({p["id"] for p in posts}) == len(posts)
    for post in posts:
        assert {"id", "lang", "platform", "text", "findings", "kind"} <= set(post), post["id"]
        assert bool(post["findings"]) == (post["kind"] != "decoy"), post["id"]
        assert all(post["text"].count(f["quote"]) == 1 for f in post["findings"]), post["id"]
        assert all(value in post["text"] for value in post.get("public", ())), post["id"]
        assert not re.search(r"\{[+~_]?[a-z-]+[}:=!]", post["text"]), post["id"]
        assert ("shape" in post) == (post["kind"] == "disguised"), post["id"]


@pytest.mark.parametrize(
    ("name", "least", "types"),
    [
        ("identifiers", 520, IDENTIFIER_TYPES),
        ("secrets", 240, SECRET_TYPES),
        ("people", 120, PEOPLE_TYPES),
    ],
)
def test_sizes_and_balance(name: str, least: int, types: set[str]) -> None:
    posts = POSTS[name]
    assert len(posts) >= least
    langs = Counter(p["lang"] for p in posts)
    assert set(langs) == {"fr", "en"}
    assert min(langs.values()) >= 0.45 * len(posts)
    assert {f["type"] for p in posts for f in p["findings"]} == types


def test_kinds_of_identifier_posts() -> None:
    kinds = Counter(p["kind"] for p in POSTS["identifiers"])
    total = sum(kinds.values())
    assert 0.5 <= kinds["leak"] / total <= 0.6
    assert 0.13 <= kinds["disguised"] / total <= 0.18
    assert 0.25 <= kinds["decoy"] / total <= 0.35


def test_secrets_and_look_alikes() -> None:
    kinds = Counter(p["kind"] for p in POSTS["secrets"])
    assert kinds["leak"] >= 160
    assert kinds["decoy"] >= 80


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_frames_are_many_and_distinct(lang: str) -> None:
    bodies = [body for *_, body in maker.frames("identifiers", lang)]
    assert len(set(bodies)) == len(bodies) >= 180


def test_every_shape_is_there_twice() -> None:
    shapes = Counter(p["shape"] for p in POSTS["identifiers"] if "shape" in p)
    for shape in made_disguises.PHONE_SHAPES:
        assert shapes[f"phone-{shape}"] >= 2, shape
    for shape in made_disguises.EMAIL_SHAPES:
        assert shapes[f"email-{shape}"] >= 4, shape


@pytest.mark.parametrize("kind", ["card", "siren", "siret"])
def test_luhn(kind: str) -> None:
    assert all(luhn(bare(value)) for value in quotes(kind))


def test_iban() -> None:
    for value in map(bare, quotes("iban")):
        assert mod97(value[4:] + value[:4]) == 1, value


def test_nir() -> None:
    for value in map(bare, quotes("nir")):
        body = value[:13].replace("2A", "19").replace("2B", "18")
        assert 97 - int(body) % 97 == int(value[13:]), value


def test_vat() -> None:
    for value in map(bare, quotes("vat")):
        country, digits = value[:2], value[2:]
        if country == "FR":
            assert luhn(digits[2:])
            assert int(digits[2:] + "12") % 97 == int(digits[:2])
        elif country == "BE":
            assert 97 - int(digits[:8]) % 97 == int(digits[8:])
        elif country == "GB":
            weighted = sum(int(c) * w for c, w in zip(digits, range(8, 1, -1), strict=False))
            assert (weighted + int(digits[7:])) % 97 == 0
        else:
            assert country == "DE"
            assert len(digits) == 9


def test_nhs() -> None:
    for value in map(bare, quotes("nhs")):
        assert sum(int(c) * (10 - i) for i, c in enumerate(value)) % 11 == 0, value


@pytest.mark.parametrize(
    ("kind", "pattern"),
    [
        ("nino", r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]"),
        ("ssn", r"(?!000|666|9)\d{3}(?!00)\d\d(?!0000)\d{4}"),
        ("plate-fr", r"(?!SS|WW)[A-HJ-NP-TV-Z]{2}\d{3}(?!SS)[A-HJ-NP-TV-Z]{2}"),
        ("plate-uk", r"[A-Y]{2}(0[2-9]|1\d|2[0-4]|5[1-9]|6\d|7[0-4])[A-Y]{3}"),
        ("passport", r"\d{2}[A-Z]{2}\d{5}|\d{9}|[A-Z]\d{8}"),
    ],
)
def test_patterns(kind: str, pattern: str) -> None:
    values = quotes(kind)
    assert values
    assert all(re.fullmatch(pattern, bare(value)) for value in values)


def test_plain_phones_are_valid_numbers() -> None:
    for post in POSTS["identifiers"]:
        if "shape" in post:
            continue
        regions = ("FR",) if post["lang"] == "fr" else ("GB", "US")
        for value in [f["quote"] for f in post["findings"] if f["type"] == "phone"]:
            read = (phonenumbers.parse(value, region) for region in regions)
            assert any(map(phonenumbers.is_valid_number, read)), value


def test_disguised_phones_are_valid_numbers() -> None:
    letters = str.maketrans("oOlI", "0011")
    for post in POSTS["identifiers"]:
        if not post.get("shape", "").startswith("phone-") or re.search("word|mixed", post["shape"]):
            continue
        value = post["findings"][0]["quote"].translate(letters).replace("(0)", "")
        plus = "+" if value.startswith("+") else ""
        read = phonenumbers.parse(plus + bare(value), "FR" if post["lang"] == "fr" else "GB")
        assert phonenumbers.is_valid_number(read), post["id"]


def test_words_for_digits() -> None:
    said = [made_disguises.words_fr(f"{n:02}") for n in range(100)]
    assert len(set(said)) == 100
    assert [said[n] for n in (6, 21, 71, 77, 80, 81, 91, 97)] == [
        *("zéro six", "vingt et un", "soixante et onze", "soixante-dix-sept", "quatre-vingts"),
        *("quatre-vingt-un", "quatre-vingt-onze", "quatre-vingt-dix-sept"),
    ]
    assert made_disguises.words_en("07744") == "oh double seven double four"


def test_stdnum_agrees() -> None:
    try:
        from stdnum import iban, luhn
        from stdnum.eu import vat
        from stdnum.fr import nir, siren, siret
        from stdnum.gb import nhs
        from stdnum.us import ssn
    except ImportError:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip("python-stdnum is not installed")
    checks = {"card": luhn, "siren": siren, "siret": siret, "nir": nir, "nhs": nhs, "iban": iban}
    for kind, module in checks.items():
        assert all(module.is_valid(bare(value)) for value in quotes(kind)), kind
    assert all(ssn.is_valid(value) for value in quotes("ssn"))
    assert all(vat.is_valid(bare(v)) for v in quotes("vat") if not v.startswith("GB"))


def test_no_scanner_takes_the_files_for_a_leak() -> None:
    prefixes = r"AKIA|ghp_|glpat-|xoxb-|sk_live_|AIza|npm_|hf_[a-zA-Z]{30}|PRIVATE KEY|eyJ[\w-]{9}"
    for name in FILES:
        raw = (maker.DATA / f"{name}.jsonl").read_text(encoding="utf-8")
        assert not re.search(prefixes, raw)
        assert not re.search(r"[a-z]://[^\s/:@<]*:[^\s/@<]+@", raw)
        for run in re.findall(r"(?<![\w-])(?:[3-6](?:[ -]?\d){14,15})(?![\w-])", raw):
            assert not luhn(re.sub(r"\D", "", run)), run


def test_script_writes_the_very_same_files(tmp_path: Path) -> None:
    script = BENCHMARKS / "make_identifier_posts.py"
    command = [sys.executable, str(script), "--seed", "7", "--out", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    for name in FILES:
        made = (tmp_path / f"{name}.jsonl").read_bytes()
        assert made == (maker.DATA / f"{name}.jsonl").read_bytes(), name


def test_another_seed_writes_other_values() -> None:
    ours = [p["text"] for p in POSTS["identifiers"] if p["kind"] != "decoy"]
    theirs = [p["text"] for p in maker.make("identifiers", 8) if p["kind"] != "decoy"]
    assert sum(a == b for a, b in zip(ours, theirs, strict=True)) < len(ours) / 10
