"""Made-up identifiers whose check digits are right, one maker a type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import made_checksums as sums
import made_phones
from made_phones import digits
from made_places import address, birth_date, email, gps

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_CARD_STARTS = {
    "visa": ("4539", "4716", "4929", "4978", "4485"),
    "mc": ("5132", "5287", "5361", "5412", "5575"),
    "amex": ("3714", "3742", "3787"),
}
_TEST_CARDS = frozenset(("4242424242424242", "4111111111111111", "5555555555554444"))
_PLATE_FR = "ABCDEFGHJKLMNPQRSTVWXYZ"
_PLATE_UK = "ABCDEFGHJKLMNOPRSTUVWXY"
_NINO_FIRST, _NINO_SECOND = "ABCEGHJKLMNOPRSTWXYZ", "ABCEGHJKLMNPRSTWXYZ"
_NINO_UNUSED = frozenset(("BG", "GB", "KN", "NK", "NT", "TN", "ZZ"))
_ID_LETTERS = "CFGHJKLMNPRTVWXYZ"
_IP_STARTS = (31, 37, 46, 62, 77, 78, 81, 82, 86, 90, 92, 93, 109, 176, 178, 185, 193, 212, 213)


def make(rng: Random, lang: str, kind: str, arg: str) -> str:
    """Give one value of a type; arg narrows it (a country, a sort of card, an age)."""
    return _MAKERS[kind](rng, lang, arg)


def card(rng: Random, arg: str) -> str:
    """Give the digits of a card that passes Luhn and is no published test card."""
    sort = arg or rng.choice(("visa", "visa", "mc"))
    body = rng.choice(_CARD_STARTS[sort]) + digits(rng, 10 if sort == "amex" else 11)
    value = body + sums.luhn_digit(body)
    return card(rng, arg) if value in _TEST_CARDS else value


def iban(rng: Random, country: str) -> str:
    """Give an IBAN without spaces; country is fr, be, de, gb or ie."""
    if country == "fr":
        bank, branch = f"{rng.randrange(10000, 40000)}", f"{rng.randrange(1, 99999):05}"
        account = digits(rng, 10) + rng.choice("0123456789ABCDEX")
        return sums.iban("FR", bank + branch + account + sums.rib_key(bank, branch, account))
    if country == "be":
        body = f"{rng.choice(('001', '320', '420', '735'))}{digits(rng, 7)}"
        return sums.iban("BE", f"{body}{int(body) % 97 or 97:02}")
    if country == "de":
        return sums.iban("DE", f"{rng.randrange(10000000, 89999999)}{digits(rng, 10)}")
    bank = rng.choice(("NWBK", "BARC", "LOYD") if country == "gb" else ("AIBK", "BOFI"))
    return sums.iban(country.upper(), f"{bank}{rng.randrange(10, 99)}{digits(rng, 12)}")


def siren(rng: Random) -> str:
    """Give nine digits that pass Luhn."""
    body = f"{rng.randrange(3, 9)}{digits(rng, 7)}"
    return body + sums.luhn_digit(body)


def letters(rng: Random, alphabet: str, count: int) -> str:
    """Give count letters of an alphabet."""
    return "".join(rng.choice(alphabet) for _ in range(count))


def _spaced(value: str, *sizes: int) -> str:
    """Cut a value in groups of the given sizes."""
    pieces, at = [], 0
    for size in sizes:
        pieces.append(value[at : at + size])
        at += size
    return " ".join(piece for piece in pieces if piece)


def _phone(rng: Random, lang: str, arg: str) -> str:
    """Give a phone number; m and f mean a mobile or a landline of the language's country."""
    home = {"fr": ("fr", "fr", "fr-f"), "en": ("gb", "us", "gb-f")}[lang]
    if lang == "en" and arg == "fr":
        return f"+33 {' '.join(made_phones.groups(rng, 'fr'))[1:]}"
    short = {"m": home[0], "f": home[2], "": ""}
    return made_phones.plain(rng, short.get(arg, arg) or rng.choice(home))


def _card(rng: Random, _lang: str, arg: str) -> str:
    """Give a card as printed, or in one run."""
    value = card(rng, arg)
    sizes = (4, 6, 5) if len(value) == 15 else (4, 4, 4, 4)
    forms = [_spaced(value, *sizes)] * 3 + [value, _spaced(value, *sizes).replace(" ", "-")]
    return rng.choice(forms)


def _iban(rng: Random, lang: str, arg: str) -> str:
    """Give an IBAN in groups of four, or in one run."""
    value = iban(rng, arg or {"fr": "fr", "en": "gb"}[lang])
    return rng.choice((_spaced(value, *[4] * 9), _spaced(value, *[4] * 9), value))


def _nir(rng: Random, _lang: str, _arg: str) -> str:
    """Give a French social security number."""
    place = rng.choice(("2A", "2B", *[f"{n:02}" for n in range(1, 96) if n != 20]))
    born = f"{rng.randrange(52, 100)}{rng.randrange(1, 13):02}"
    body = f"{rng.choice('12')}{born}{place}{rng.randrange(1, 500):03}{rng.randrange(1, 700):03}"
    value = body + sums.nir_key(body)
    return rng.choice((_spaced(value, 1, 2, 2, 2, 3, 3, 2), _spaced(value, 13, 2), value))


def _siren(rng: Random, _lang: str, _arg: str) -> str:
    """Give a SIREN, grouped or not."""
    value = siren(rng)
    return rng.choice((_spaced(value, 3, 3, 3), value))


def _siret(rng: Random, _lang: str, _arg: str) -> str:
    """Give a SIRET, grouped or not."""
    body = f"{siren(rng)}000{rng.randrange(1, 10)}"
    value = body + sums.luhn_digit(body)
    return rng.choice((_spaced(value, 3, 3, 3, 5), value))


def _vat(rng: Random, _lang: str, arg: str) -> str:
    """Give a VAT number of fr, de, be or gb."""
    if arg == "fr":
        value = sums.vat_fr(siren(rng))
        return rng.choice((value, _spaced(value, 2, 2, 3, 3, 3)))
    if arg == "gb":
        value = sums.vat_gb(f"{rng.randrange(1, 9)}{digits(rng, 6)}")
        return rng.choice((value, _spaced(value, 2, 3, 4, 2)))
    if arg == "be":
        return sums.vat_be(f"0{rng.randrange(4, 9)}{digits(rng, 6)}")
    return sums.vat_de(f"{rng.randrange(1, 9)}{digits(rng, 7)}")


def _nino(rng: Random, _lang: str, _arg: str) -> str:
    """Give a UK National Insurance number whose prefix is allotted (HMRC, NIM39110)."""
    prefix = rng.choice(_NINO_FIRST) + rng.choice(_NINO_SECOND)
    if prefix in _NINO_UNUSED:
        return _nino(rng, _lang, _arg)
    value = f"{prefix}{digits(rng, 6)}{rng.choice('ABCD')}"
    return rng.choice((_spaced(value, 2, 2, 2, 2, 1), value))


def _nhs(rng: Random, _lang: str, _arg: str) -> str:
    """Give an NHS number."""
    body = f"{rng.choice('467')}{digits(rng, 8)}"
    last = sums.nhs_digit(body)
    if last is None:
        return _nhs(rng, _lang, _arg)
    return rng.choice((_spaced(body + last, 3, 3, 4), body + last))


def _ssn(rng: Random, _lang: str, _arg: str) -> str:
    """Give a US social security number in an area the SSA has used."""
    area = rng.choice([n for n in range(1, 730) if n not in (78, 219, 666)])
    return f"{area:03}-{rng.randrange(1, 100):02}-{rng.randrange(1, 10000):04}"


def _plate_fr(rng: Random, _lang: str, _arg: str) -> str:
    """Give a French plate of the 2009 series."""
    left, right = letters(rng, _PLATE_FR, 2), letters(rng, _PLATE_FR, 2)
    if "SS" in (left, right) or left == "WW":
        return _plate_fr(rng, _lang, _arg)
    value = f"{left}-{rng.randrange(100, 999)}-{right}"
    return rng.choice((value, value, value.replace("-", " "), value.replace("-", "")))


def _plate_uk(rng: Random, _lang: str, _arg: str) -> str:
    """Give a British plate of the 2001 series."""
    age = rng.choice((*range(2, 25), *range(51, 75)))
    value = f"{letters(rng, _PLATE_UK, 2)}{age:02} {letters(rng, _PLATE_UK, 3)}"
    return rng.choice((value, value, value.replace(" ", "")))


def _passport(rng: Random, _lang: str, arg: str) -> str:
    """Give a passport number of fr, gb or us."""
    if arg == "fr":
        return f"{rng.randrange(10, 25)}{letters(rng, _ID_LETTERS, 2)}{digits(rng, 5)}"
    if arg == "us":
        return f"{rng.choice('AX')}{digits(rng, 8)}"
    return f"{rng.randrange(1, 6)}{digits(rng, 8)}"


def _id_card(rng: Random, _lang: str, _arg: str) -> str:
    """Give the number of a French identity card, of the old or the new model."""
    if rng.random() < 0.5:
        month = f"{rng.randrange(10, 21)}{rng.randrange(1, 13):02}"
        return f"{month}{rng.randrange(1, 96):02}{rng.randrange(1, 4)}{digits(rng, 5)}"
    return rng.choice(_ID_LETTERS) + letters(rng, _ID_LETTERS + "0123456789", 7) + digits(rng, 1)


def _ip(rng: Random, _lang: str, arg: str) -> str:
    """Give an address of the internet, or of a private network."""
    tail = [rng.randrange(1, 255) for _ in range(3)]
    return f"{10 if arg == 'private' else rng.choice(_IP_STARTS)}.{tail[0]}.{tail[1]}.{tail[2]}"


def _ip6(rng: Random, _lang: str, _arg: str) -> str:
    """Give a version 6 address of a European provider."""
    return "2a01:" + ":".join(f"{rng.randrange(0x100, 0xFFFF):x}" for _ in range(7))


def _patient(rng: Random, _lang: str, arg: str) -> str:
    """Give a patient's number as hospitals write them."""
    if arg in ("ipp", "mrn"):
        return f"{rng.randrange(8, 10)}0{digits(rng, 8 if arg == 'ipp' else 6)}"
    year, run = rng.randrange(2019, 2026), rng.randrange(10000, 999999)
    return rng.choice((f"{year}-{run:06}", f"H{run:06}", f"{rng.choice('ABD')}-{run:07}"))


def _customer(rng: Random, _lang: str, _arg: str) -> str:
    """Give a customer's number as shops and insurers write them."""
    run = rng.randrange(1000000, 9999999)
    return rng.choice((f"4{run}", f"C-{run}", f"CL{run:08}", f"{run // 1000}-{run % 1000:03}"))


_MAKERS: dict[str, Callable[[Random, str, str], str]] = {
    "phone": _phone,
    "email": email,
    "address": address,
    "iban": _iban,
    "card": _card,
    "nir": _nir,
    "siren": _siren,
    "siret": _siret,
    "vat": _vat,
    "nino": _nino,
    "nhs": _nhs,
    "ssn": _ssn,
    "plate-fr": _plate_fr,
    "plate-uk": _plate_uk,
    "passport": _passport,
    "id-card": _id_card,
    "ip": _ip,
    "ip6": _ip6,
    "gps": gps,
    "birth-date": birth_date,
    "patient-ref": _patient,
    "customer-ref": _customer,
}
