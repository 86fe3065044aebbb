"""Identifiers as people write them: found, masked, silent where they should be."""

from __future__ import annotations

import subprocess
import sys

import msgspec
import pytest

from charter_lint.draft import Draft
from charter_lint.match.found import Found, mask
from charter_lint.match.identifiers import Settings, find, with_public


def quotes(text: str, settings: Settings, least: float = 0.4) -> list[tuple[str, str]]:
    return [
        (f.type, text[f.span.start : f.span.end]) for f in find(Draft(text), settings, least=least)
    ]


@pytest.mark.parametrize(
    "written",
    [
        "06 83 41 27 59",
        "06.83.41.27.59",
        "06-83-41-27-59",
        "06/83/41/27/59",
        "06_83_41_27_59",
        "0683412759",
        "+33 6 83 41 27 59",
        "0033 6 83 41 27 59",
        "+33 (0)6 83 41 27 59",
        "06\u00a083\u00a041\u00a027\u00a059",
        "06\u202f83\u202f41\u202f27\u202f59",
        "０６ ８３ ４１ ２７ ５９",
        "O6 83 4l 27 59",
        "o6 83 4I 27 59",
        "0 6 8 3 4 1 2 7 5 9",
        "06 83\n41 27 59",
        "zéro six quatre-vingt-trois quarante et un vingt-sept cinquante-neuf",
        "zero six, quatre vingt trois, quarante et un, vingt sept, cinquante neuf",
        "06 point 83 point 41 point 27 point 59",
        "06\u200b83\u200b41\u200b27\u200b59",
        "0️⃣6️⃣8️⃣3️⃣4️⃣1️⃣2️⃣7️⃣5️⃣9️⃣",
    ],
)
def test_a_phone_is_found_however_it_is_written(written: str, settings: Settings) -> None:
    text = f"Le portable de Nadia : {written}."
    found = find(Draft(text), settings)
    assert [(f.type, f.normal) for f in found] == [("phone", "+33683412759")]
    span = text[found[0].span.start : found[0].span.end]
    assert span.strip("\ufe0f\u20e3") == written.strip("\ufe0f\u20e3")


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("07482 913 605", "+447482913605"),
        ("oh seven four eight two, nine one three, six oh five", "+447482913605"),
        ("double oh four four seven four eight two nine one three six oh five", "+447482913605"),
        ("(617) 482-3390", "+16174823390"),
        ("617.482.3390", "+16174823390"),
        ("+1 617 482 3390", "+16174823390"),
        ("+49 30 901820", "+4930901820"),
    ],
)
def test_english_phones(written: str, normal: str, settings: Settings) -> None:
    found = find(Draft(f"Call her on {written}, please."), settings)
    assert [(f.type, f.normal) for f in found] == [("phone", normal)]


@pytest.mark.parametrize(
    "written",
    [
        "lea.morin@orange.fr",
        "lea.morin [at] orange [dot] fr",
        "lea.morin(arobase)orange.fr",
        "lea . morin @ orange . fr",
        "lea.morin＠orange.fr",
        "lea point morin arobase orange point fr",
        "lea dot morin at orange dot fr",
        "lea.morin chez orange.fr",
        "lea.morin{at}orange.fr",
    ],
)
def test_an_email_is_found_however_it_is_written(written: str, settings: Settings) -> None:
    text = f"Écrivez à {written} avant midi"
    found = find(Draft(text), settings)
    assert [(f.type, f.normal) for f in found] == [("email", "lea.morin@orange.fr")]
    assert text[found[0].span.start : found[0].span.end] == written


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("IBAN FR76 9912 8004 7104 4188 2036 529", "iban"),
        ("ie37 qstn 9300 4417 7205 83 on the account", "iban"),
        ("n° sécu 2 71 06 81 065 214 23", "nir"),
        ("sa sécu : 1 91 11 2A 004 087 41", "nir"),
        ("carte 4974 1028 3365 9079", "card"),
        ("carte 49.74.10.28.33.65.90.79", "card"),
        ("TVA FR 40 303 265 045", "vat"),
        ("NI number JT 48 16 07 C", "nino"),
        ("NHS no. 568 204 7192", "nhs"),
        ("her social, 531-40-2286, was read aloud", "ssn"),
        ("garée ici : FK-482-TB", "plate-fr"),
        ("van reg KN19 XVB", "plate-uk"),
        ("passeport n° 19EH40217", "passport"),
        ("carte d'identité 090438201177", "id-card"),
        ("le serveur 81.252.37.114", "ip"),
        ("le serveur 81[.]252[.]37[.]114", "ip"),
        ("ssh 2a01:cb19:8f2:9900:a1b2:44ff:fe10:77aa", "ip"),
        ("GPS 44.83617, 4.20983", "gps"),
        ("coordonnées 48°51'29.6\"N 2°17'40.2\"E", "gps"),
        ("née le 14 mars 2004", "birth-date"),
        ("DOB: 23/11/1984", "birth-date"),
        ("le dossier patient 80021457", "patient-ref"),
        ("customer number 88-204-117", "customer-ref"),
        ("elle habite 23 bis rue des Cordeliers", "address"),
        ("my ex lives at 17 Harcourt Terrace, Salford M6 5QJ", "address"),
        ("sort code 04-29-71, account 5518 2204", "bank-account"),
    ],
)
def test_each_type_is_found_with_full_confidence(text: str, kind: str, settings: Settings) -> None:
    found = find(Draft(text), settings)
    assert [f.type for f in found] == [kind]
    assert found[0].confidence >= 0.6


@pytest.mark.parametrize(
    "text",
    [
        "Le film donne le 01 99 00 48 12 et le 06 39 98 41 27.",
        "The hero dials 07700 900 418 or (512) 555-0142.",
        "Carte de test : 4242 4242 4242 4242 ou 4000 0566 5566 5556.",
        "Écrivez à claire@example.com.",
        "Écrivez à recrutement@ateliers-vasseur.fr.",
        "Tape 192.168.1.1 dans ton navigateur, ou 203.0.113.7.",
        "Commande 0612849930, colis 4970 1038 8771 0411.",
        "Le 06.12.2024, le 12/03/2026, de 14h30 à 18:45.",
        "4 970 112 300 € cumulés, 51 % de 1 200 450 000.",
        "Version 10.2.14.3 déployée, Chrome 131.0.6778.85.",
        "Victor Hugo est né le 26 février 1802.",
        "Notre coopérative est née le 3 mai 1987.",
        "On vous attend au siège, 14 rue des Forges, 42000 Saint-Étienne.",
        "Un, deux, trois, quatre, cinq cafés avant la démo.",
        "commit 4f9c2ab71d03, 6f9619ff-8b86-d011-b42d-00c04fc964ff",
        "Résultats du loto : 06 12 24 31 45, numéro chance 8.",
        "Rebase, and point it at staging.fr tonight.",
        "Meet us at example.com or look at nasa.gov tonight.",
        "https://shop.example.org/p/0612345987?id=4970103887710411",
        "ISBN 978-2-07-036822-8, à lire absolument.",
        "0 800 58 33 20, appel gratuit",
        "git clone git@github.com:team/tools",
    ],
)
def test_what_belongs_to_nobody_stays_silent(text: str, settings: Settings) -> None:
    assert quotes(text, settings) == []


def test_an_iban_tail_is_no_card_and_an_ip_no_phone(settings: Settings) -> None:
    text = "IBAN GB33NWBK60233145872291 et serveur 81.252.37.114"
    kinds = {k for k, _ in quotes(text, settings, least=0.0)}
    assert "card" not in kinds
    assert "phone" not in kinds


def test_a_failing_number_beside_its_cue_still_counts(settings: Settings) -> None:
    beside = find(Draft("n° de sécu : 2 71 06 81 065 214 99"), settings)
    alone = find(Draft("la série 2 71 06 81 065 214 99 sort mardi"), settings)
    assert [f.type for f in beside] == ["nir"]
    assert beside[0].confidence >= 0.6
    assert alone == []


def test_an_example_is_advice_and_negation_no_excuse(settings: Settings) -> None:
    example = find(Draft("Par exemple le 06 83 41 27 59."), settings, least=0.0)
    negated = find(Draft("Ce n'est pas mon numéro, 06 83 41 27 59."), settings)
    assert example[0].confidence < 0.6
    assert negated[0].confidence >= 0.6


def test_public_data_is_silent_in_any_writing(settings: Settings) -> None:
    own = with_public(settings, ["+33 4 72 10 20 30", "presse@vasseur.fr"], ["vasseur.fr"])
    text = "Presse : 04.72.10.20.30, 0033 4 72 10 20 30, Presse@Vasseur.fr"
    assert quotes(text, own) == []
    colleague = find(Draft("Écrivez à l.morin@vasseur.fr"), own)
    assert [f.confidence for f in colleague] == [0.5]


def test_reserved_data_count_where_a_charter_says_so(settings: Settings) -> None:
    drill = msgspec.structs.replace(settings, judge_reserved=frozenset({"phone", "card"}))
    assert quotes("son portable : 06 39 98 41 27", drill) == [("phone", "06 39 98 41 27")]
    assert quotes("Carte de test : 4242 4242 4242 4242.", drill) == []


def test_only_wanted_types_are_given(settings: Settings) -> None:
    only = msgspec.structs.replace(settings, wanted=frozenset({"email"}))
    text = "06 83 41 27 59, lea.morin@orange.fr"
    assert quotes(text, only) == [("email", "lea.morin@orange.fr")]


def test_other_regions_are_read_on_request(settings: Settings) -> None:
    belgian = "Mon fixe : 02 512 34 56"
    assert quotes(belgian, settings) == []
    there = msgspec.structs.replace(settings, regions=("FR", "BE"))
    assert quotes(belgian, there) == [("phone", "02 512 34 56")]


def test_no_repr_holds_the_number(settings: Settings) -> None:
    found = find(Draft("son portable : 06 83 41 27 59"), settings)[0]
    assert "683412759" not in repr(found)
    assert "412" not in f"{found}"


@pytest.mark.parametrize(
    ("quote", "masked"),
    [("06 83 41 27 59", "06 •• •• •• 59"), ("1234", "••••"), ("", "")],
)
def test_mask(quote: str, masked: str) -> None:
    assert mask(quote) == masked


def test_a_post_without_numbers_loads_nothing() -> None:
    code = (
        "import sys; from charter_lint.draft import Draft\n"
        "from charter_lint.match.identifiers import Settings, find\n"
        "assert find(Draft('Rien à signaler, tout va bien.'), Settings()) == []\n"
        "assert find(Draft('Nous étions 12 000 le 3 mai.'), Settings()) == []\n"
        "assert not {'phonenumbers', 'yaml', 'lingua'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_found_is_a_value() -> None:
    assert Found.__struct_config__.frozen
