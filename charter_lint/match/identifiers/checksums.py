"""Check digits of the numbers that have them; every function takes the bare number."""

from __future__ import annotations

_NIR = 97
_POST_OFFICE = "356000000"  # La Poste's establishments: their digits sum to a multiple of 5

IBAN_LENGTHS = {
    "AD": 24, "AE": 23, "AL": 28, "AT": 20, "AZ": 28, "BA": 20, "BE": 16, "BG": 22, "BH": 22,
    "BR": 29, "BY": 28, "CH": 21, "CR": 22, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "DO": 28,
    "EE": 20, "EG": 29, "ES": 24, "FI": 18, "FO": 18, "FR": 27, "GB": 22, "GE": 22, "GI": 23,
    "GL": 18, "GR": 27, "GT": 28, "HR": 21, "HU": 28, "IE": 22, "IL": 23, "IQ": 23, "IS": 26,
    "IT": 27, "JO": 30, "KW": 30, "KZ": 20, "LB": 28, "LC": 32, "LI": 21, "LT": 20, "LU": 20,
    "LV": 21, "MC": 27, "MD": 24, "ME": 22, "MK": 19, "MR": 27, "MT": 31, "MU": 30, "NL": 18,
    "NO": 15, "PK": 24, "PL": 28, "PS": 29, "PT": 25, "QA": 29, "RO": 24, "RS": 22, "SA": 24,
    "SE": 24, "SI": 19, "SK": 24, "SM": 27, "TN": 24, "TR": 26, "UA": 29, "VA": 22, "VG": 24,
    "XK": 20,
}  # fmt: skip
"""Characters of an IBAN by country (SWIFT's IBAN registry)."""


def luhn(digits: str) -> bool:
    """Check by ISO/IEC 7812-1: double every second digit from the right, sum, modulo 10."""
    total = 0
    for i, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + i % 2)
        total += value - 9 * (value > 9)
    return total % 10 == 0


def iban(text: str) -> bool:
    """Check by ISO 13616: first four characters to the end, letters as 10 to 35, modulo 97."""
    moved = text[4:] + text[:4]
    return int("".join(str(int(c, 36)) for c in moved)) % 97 == 1


def nir(number: str) -> bool:
    """Check the key of a French social security number: 97 less the first 13 modulo 97.

    2A counts as 19 and 2B as 18 (INSEE).
    """
    body = number[:13].replace("2A", "19").replace("2B", "18")
    return body.isdigit() and _NIR - int(body) % _NIR == int(number[13:])


def nhs(digits: str) -> bool:
    """Check by modulo 11 with weights 10 to 2 (NHS Data Dictionary)."""
    rest = 11 - sum(int(d) * (10 - i) for i, d in enumerate(digits[:9])) % 11
    return rest % 11 == int(digits[9]) and rest != 10


def siren(digits: str) -> bool:
    """Check nine digits by Luhn."""
    return luhn(digits)


def siret(digits: str) -> bool:
    """Check fourteen digits by Luhn, the post office's by the sum of digits."""
    if digits.startswith(_POST_OFFICE) and sum(map(int, digits)) % 5 == 0:
        return True
    return luhn(digits) and luhn(digits[:9])


def vat_fr(text: str) -> bool:
    """Check the key of a French VAT number: (12 + 3 × (SIREN mod 97)) mod 97."""
    key, number = text[2:4], text[4:]
    if not number.isdigit() or not luhn(number):
        return False
    return not key.isdigit() or int(key) == (12 + 3 * (int(number) % _NIR)) % _NIR


def vat_gb(digits: str) -> bool:
    """Check nine digits by weights 8 to 2 and modulo 97, with and without the offset 55."""
    total = sum(int(d) * (8 - i) for i, d in enumerate(digits[:7])) + int(digits[7:9])
    return total % _NIR == 0 or (total + 55) % _NIR == 0


def vat_be(digits: str) -> bool:
    """Check ten digits: the last two are 97 less the first eight modulo 97."""
    return _NIR - int(digits[:8]) % _NIR == int(digits[8:])


def vat_de(digits: str) -> bool:
    """Check nine digits by ISO 7064 modulo 11, 10."""
    product = 10
    for digit in digits[:8]:
        total = (int(digit) + product) % 10 or 10
        product = 2 * total % 11
    return (11 - product) % 10 == int(digits[8])


def rib(bank: str, branch: str, account: str, key: str) -> bool:
    """Check the key of a French RIB; letters of the account count 1 to 9 as on a telephone."""
    letters = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "12345678912345678923456789")
    number = account.upper().translate(letters)
    total = 89 * int(bank) + 15 * int(branch) + 3 * int(number) + int(key)
    return total % _NIR == 0


def aba(digits: str) -> bool:
    """Check nine digits of a US routing number by weights 3, 7, 1."""
    return sum(int(d) * (3, 7, 1)[i % 3] for i, d in enumerate(digits)) % 10 == 0
