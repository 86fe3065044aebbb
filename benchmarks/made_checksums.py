"""Check digits of identifiers, from the public definitions of their issuers."""

from __future__ import annotations

_NIR_CORSICA = {"2A": "19", "2B": "18"}


def luhn_digit(body: str) -> str:
    """Give the digit that makes body + digit pass the Luhn check (ISO/IEC 7812-1, annex B)."""
    total = 0
    for place, char in enumerate(reversed(body)):
        value = int(char) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def luhn_valid(number: str) -> bool:
    """Tell whether a string of digits passes the Luhn check."""
    return luhn_digit(number[:-1]) == number[-1]


def iban(country: str, bban: str) -> str:
    """Put the two ISO 7064 mod 97-10 digits of ISO 13616 in front of a basic account number."""
    digits = "".join(str(int(char, 36)) for char in f"{bban}{country}00")
    return f"{country}{98 - int(digits) % 97:02}{bban}"


def rib_key(bank: str, branch: str, account: str) -> str:
    """Give the two digits that close a French account number (Banque de France, clé RIB)."""
    digits = "".join(char if char.isdigit() else _rib_letter(char) for char in account)
    return f"{97 - (89 * int(bank) + 15 * int(branch) + 3 * int(digits)) % 97:02}"


def nir_key(body: str) -> str:
    """Give the two digits that close a French social security number (INSEE: 97 - n mod 97)."""
    for corsica, number in _NIR_CORSICA.items():
        body = body.replace(corsica, number)
    return f"{97 - int(body) % 97:02}"


def nhs_digit(body: str) -> str | None:
    """Give the last digit of an NHS number (NHS Data Dictionary, modulus 11), None if unusable."""
    rest = 11 - sum(int(char) * (10 - place) for place, char in enumerate(body)) % 11
    return None if rest == 10 else str(rest % 11)


def vat_fr(siren: str) -> str:
    """Build the French VAT number of a SIREN (BOFiP: key = (12 + 3 * (SIREN mod 97)) mod 97)."""
    return f"FR{(12 + 3 * (int(siren) % 97)) % 97:02}{siren}"


def vat_gb(body: str) -> str:
    """Build a UK VAT number from seven digits (HMRC, modulus 97 without the 55 of newer series)."""
    total = sum(int(char) * (8 - place) for place, char in enumerate(body))
    return f"GB{body}{-total % 97:02}"


def vat_be(body: str) -> str:
    """Build a Belgian VAT number from the first eight digits (BCE/KBO: 97 - n mod 97)."""
    return f"BE{body}{97 - int(body) % 97:02}"


def vat_de(body: str) -> str:
    """Build a German VAT number from eight digits (ISO 7064 mod 11, 10)."""
    product = 10
    for char in body:
        total = (int(char) + product) % 10 or 10
        product = 2 * total % 11
    return f"DE{body}{(11 - product) % 10}"


def ean_digit(body: str) -> str:
    """Give the thirteenth digit of an EAN or ISBN-13 (GS1, weights 1 and 3)."""
    return str(-sum(int(char) * (3 if place % 2 else 1) for place, char in enumerate(body)) % 10)


def s10_digit(body: str) -> str:
    """Give the ninth digit of a postal item number (UPU S10, weights 8 6 4 2 3 5 9 7)."""
    rest = 11 - sum(int(c) * w for c, w in zip(body, (8, 6, 4, 2, 3, 5, 9, 7), strict=True)) % 11
    return {10: "0", 11: "5"}.get(rest, str(rest))


def _rib_letter(char: str) -> str:
    """Turn a letter of a French account number into its digit (A, J = 1; B, K, S = 2; …)."""
    place = ord(char) - ord("A")
    return str(place % 9 + 1 if char < "S" else (place - 18) % 8 + 2)
