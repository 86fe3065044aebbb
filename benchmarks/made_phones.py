"""Telephone numbers in plain dress, with ranges that national plans really allot."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

_FR_MOBILE = ("061", "062", "066", "067", "068", "076", "077", "078")
_FR_FIXED = ("0141", "0142", "0145", "0235", "0241", "0251", "0320", "0381", "0471", "0476")
_FR_FIXED_SOUTH = ("0494", "0555", "0561", "0563")
_GB_MOBILE = ("0742", "0750", "0758", "0771", "0773", "0780", "0785", "0790", "0796", "0798")
_GB_FIXED = (("0113", "2"), ("0161", "2"), ("0121", "4"), ("0114", "2"), ("0191", "2"))
_US_AREA = ("212", "312", "415", "503", "512", "602", "614", "617", "704", "919")
_FICTION_FR = ("0199 00", "0261 91", "0353 01", "0465 71", "0536 49", "0639 98")
_FICTION_GB = ("07700 900", "020 7946 0", "0113 496 0", "0161 496 0", "01632 960")


def groups(rng: Random, country: str) -> list[str]:
    """Give a number in its usual groups; country is fr, gb, us or ch, fr-f and gb-f landlines."""
    if country == "fr":
        return _pairs(rng.choice(_FR_MOBILE) + digits(rng, 7))
    if country == "fr-f":
        return _pairs(rng.choice(_FR_FIXED + _FR_FIXED_SOUTH) + digits(rng, 6))
    if country == "gb":
        number = rng.choice(_GB_MOBILE) + digits(rng, 7)
        return [number[:5], number[5:8], number[8:]]
    if country == "gb-f":
        area, first = rng.choice(_GB_FIXED)
        return [area, first + digits(rng, 2), digits(rng, 4)]
    if country == "us":
        exchange = str(rng.randrange(6, 10)) + str(rng.randrange(2, 10)) + str(rng.randrange(2, 10))
        return [rng.choice(_US_AREA), exchange, digits(rng, 4)]
    return ["079", str(rng.randrange(2, 8)) + digits(rng, 2), digits(rng, 2), digits(rng, 2)]


def plain(rng: Random, country: str) -> str:
    """Give a number as people of that country usually write it."""
    parts = groups(rng, country)
    kind = country[:2]
    abroad = " ".join([parts[0][1:], *parts[1:]])
    if kind == "fr":
        forms = [" ".join(parts)] * 4 + ["".join(parts)] * 3
        forms += [
            ".".join(parts),
            "-".join(parts),
            f"+33 {abroad}",
            f"+33{abroad}".replace(" ", ""),
        ]
    elif kind == "gb":
        forms = [f"{parts[0]} {parts[1]}{parts[2]}", " ".join(parts), "".join(parts)] * 2
        forms += [f"+44 {abroad}", f"+44{abroad}".replace(" ", "")]
        if country == "gb-f":
            forms.append(f"({parts[0]}) {parts[1]} {parts[2]}")
    elif kind == "us":
        area, exchange, line = parts
        forms = [f"({area}) {exchange}-{line}", f"{area}-{exchange}-{line}"] * 3
        forms += [f"{area}.{exchange}.{line}", f"+1 {area} {exchange} {line}"]
    else:
        forms = [f"+41 {abroad}"]
    return rng.choice(forms)


def fiction(rng: Random, country: str) -> str:
    """Give a number reserved for fiction (ARCEP, Ofcom, NANPA 555-01xx)."""
    if country == "us":
        return f"({rng.choice(_US_AREA)}) 555-01{digits(rng, 2)}"
    if country == "gb":
        return rng.choice(_FICTION_GB) + digits(rng, 3)
    return " ".join(_pairs(rng.choice(_FICTION_FR).replace(" ", "") + digits(rng, 4)))


def digits(rng: Random, count: int) -> str:
    """Give count random digits."""
    return "".join(str(rng.randrange(10)) for _ in range(count))


def _pairs(number: str) -> list[str]:
    """Cut a number two digits by two."""
    return [number[at : at + 2] for at in range(0, len(number), 2)]
