"""Harmless strings that look like identifiers or secrets."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import made_checksums as sums
import made_phones
from made_phones import digits

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_RFC5737 = ("192.0.2", "198.51.100", "203.0.113")
_TEST_CARDS = ("4242 4242 4242 4242", "4111 1111 1111 1111", "5555 5555 5555 4444")
_EXAMPLE_KEY = ("AKIA", "IOSFODNN7", "EXAMPLE")


def make(rng: Random, lang: str, kind: str, arg: str) -> str:
    """Give one harmless value; arg is a length or a country."""
    return _MAKERS[kind](rng, lang, arg)


def hexes(rng: Random, count: int) -> str:
    """Give count hexadecimal digits."""
    return "".join(rng.choice("0123456789abcdef") for _ in range(count))


def _digits(rng: Random, _lang: str, arg: str) -> str:
    """Give digits that fail Luhn and do not start with 0."""
    value = f"{rng.randrange(1, 10)}{digits(rng, int(arg) - 1)}"
    return _digits(rng, _lang, arg) if sums.luhn_valid(value) else value


def _luhn(rng: Random, _lang: str, arg: str) -> str:
    """Give digits that pass Luhn."""
    body = f"{rng.randrange(3, 9)}{digits(rng, int(arg) - 2)}"
    return body + sums.luhn_digit(body)


def _isbn(rng: Random, lang: str, _arg: str) -> str:
    """Give an ISBN-13."""
    group = {"fr": "2", "en": "1"}[lang]
    parts = ["978", group, digits(rng, 4), digits(rng, 4)]
    parts.append(sums.ean_digit("".join(parts)))
    return rng.choice(("-", "")).join(parts)


def _ean(rng: Random, _lang: str, _arg: str) -> str:
    """Give a bar code."""
    body = f"3{digits(rng, 11)}"
    return body + sums.ean_digit(body)


def _track(rng: Random, _lang: str, arg: str) -> str:
    """Give a parcel number of colissimo, royal or ups."""
    if arg == "royal":
        body = digits(rng, 8)
        return f"KR{body}{sums.s10_digit(body)}GB"
    if arg == "ups":
        return f"1Z{hexes(rng, 6).upper()}03{digits(rng, 8)}"
    return f"6A{digits(rng, 11)}"


def _invoice(rng: Random, lang: str, _arg: str) -> str:
    """Give an invoice's reference."""
    run = f"{rng.randrange(1, 9999):04}"
    return rng.choice((f"F2026-{run}", f"FA-2609-{run}") if lang == "fr" else (f"INV-2026-{run}",))


def _fiction(rng: Random, lang: str, arg: str) -> str:
    """Give a number reserved for fiction."""
    return made_phones.fiction(rng, arg or {"fr": "fr", "en": "gb"}[lang])


def _uuid(rng: Random, _lang: str, _arg: str) -> str:
    """Give a random UUID (version 4)."""
    run = hexes(rng, 30)
    return f"{run[:8]}-{run[8:12]}-4{run[12:15]}-{rng.choice('89ab')}{run[15:18]}-{run[18:]}"


def _base64(rng: Random, count: int) -> str:
    """Give random bytes in base 64."""
    return base64.b64encode(bytes(rng.randrange(256) for _ in range(count))).decode("ascii")


def _sshpub(rng: Random, _lang: str, _arg: str) -> str:
    """Give a public key for ssh."""
    return f"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{_base64(rng, 32)[:43]} poste@atelier"


def _version(rng: Random, _lang: str, _arg: str) -> str:
    """Give a version number in four parts."""
    return (
        f"{rng.randrange(2, 12)}.{rng.randrange(20)}.{rng.randrange(30)}.{rng.randrange(10, 250)}"
    )


def _connection(_rng: Random, lang: str, _arg: str) -> str:
    """Give a connection string made of placeholders."""
    words = (
        ("utilisateur", "motdepasse", "base")
        if lang == "fr"
        else ("username", "password", "database")
    )
    return f"postgres://{words[0]}:{words[1]}@localhost:5432/{words[2]}"


_MAKERS: dict[str, Callable[[Random, str, str], str]] = {
    "_digits": _digits,
    "_luhn": _luhn,
    "_isbn": _isbn,
    "_ean": _ean,
    "_track": _track,
    "_invoice": _invoice,
    "_fiction": _fiction,
    "_uuid": _uuid,
    "_version": _version,
    "_sshpub": _sshpub,
    "_testcard": lambda rng, _lang, _arg: rng.choice(_TEST_CARDS),
    "_rfc5737": lambda rng, _lang, _arg: f"{rng.choice(_RFC5737)}.{rng.randrange(1, 255)}",
    "_sha": lambda rng, _lang, arg: hexes(rng, int(arg)),
    "_sha256": lambda rng, _lang, _arg: hexes(rng, 64),
    "_md5": lambda rng, _lang, _arg: hexes(rng, 32),
    "_sha512b64": lambda rng, _lang, _arg: _base64(rng, 64),
    "_b64": lambda rng, _lang, arg: _base64(rng, 48)[: int(arg)],
    "~key": lambda _rng, _lang, _arg: "".join(_EXAMPLE_KEY),
    "~conn-example": _connection,
}
