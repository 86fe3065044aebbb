"""Shapes in which people write a number or an e-mail so that no machine reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import made_phones

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

PHONE_SHAPES = (
    *("spaces", "dots", "dashes", "slashes", "nbsp", "narrow-nbsp", "full-width", "letter-o"),
    *(
        "letter-l",
        "underscores",
        "newline",
        "words-fr",
        "words-en",
        "plus-zero",
        "keycaps",
        "mixed",
    ),
)
EMAIL_SHAPES = (
    *(
        "at-brackets",
        "arobase-brackets",
        "arobase-point",
        "full-width-at",
        "spaced",
        "at-dot-words",
    ),
)
NBSP, NARROW = "\u00a0", "\u202f"

_JOINS = {
    "dots": ".",
    "dashes": "-",
    "slashes": "/",
    "nbsp": NBSP,
    "narrow-nbsp": NARROW,
    "underscores": "_",
}
_EN = ("oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_FR = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
    *("onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"),
)
_FR_TENS = ("", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante")
_FULL_WIDTH = {ord(str(n)): 0xFF10 + n for n in range(10)}


def phone(rng: Random, lang: str, shape: str) -> str:
    """Give a mobile number of the language's country, written in a named shape."""
    parts = made_phones.groups(rng, "fr" if lang == "fr" else "gb")
    while shape == "letter-l" and "1" not in "".join(parts[1:]):
        parts = made_phones.groups(rng, "fr" if lang == "fr" else "gb")
    if shape in _JOINS:
        return _JOINS[shape].join(parts)
    return _PHONE[shape](rng, lang, parts)


def email(rng: Random, lang: str, shape: str, address: str) -> str:
    """Write an e-mail address in a named shape."""
    local, domain = address.split("@")
    dot = "point" if lang == "fr" else "dot"
    if shape == "at-brackets":
        return f"{local}[at]{domain.replace('.', rng.choice(['.', f'[{dot}]']))}"
    if shape == "arobase-brackets":
        return f"{local}{rng.choice(['(arobase)', ' (arobase) '])}{domain}"
    if shape == "arobase-point":
        return f"{local.replace('.', ' point ')} arobase {domain.replace('.', ' point ')}"
    if shape == "full-width-at":
        return f"{local}＠{domain}"
    if shape == "spaced":
        return f"{local} @ {domain.replace('.', ' . ')}"
    return f"{local} at {domain.replace('.', ' dot ')}"


def number(rng: Random, shape: str, value: str) -> str:
    """Write a card number or an IBAN with unusual separators."""
    if shape == "odd":
        return _odd_spaces(rng, value)
    size = 2 if shape == "pairs" else 4
    joint = {"pairs": " ", "nbsp": NBSP, "dots": ".", "dashes": "-"}[shape]
    return joint.join(value[at : at + size] for at in range(0, len(value), size))


def words_fr(pair: str) -> str:
    """Say two digits in French, as one says a telephone number."""
    value = int(pair)
    if pair[0] == "0":
        return f"zéro {_FR[value]}"
    if value < 20:
        return _FR[value]
    tens, unit = divmod(value, 10)
    if tens >= 8:
        return _quatre_vingt(value - 80)
    if tens == 7:
        unit += 10
    if unit == 0:
        return _FR_TENS[tens]
    return (
        f"{_FR_TENS[tens]} et {_FR[unit]}" if unit in (1, 11) else f"{_FR_TENS[tens]}-{_FR[unit]}"
    )


def words_en(run: str) -> str:
    """Say digits one by one in English, pairs as "double"."""
    said, at = [], 0
    while at < len(run):
        double = run[at : at + 2] == run[at] * 2
        said.append(("double " if double else "") + _EN[int(run[at])])
        at += 2 if double else 1
    return " ".join(said)


def _quatre_vingt(unit: int) -> str:
    """Say 80 to 99."""
    return f"quatre-vingt-{_FR[unit]}" if unit else "quatre-vingts"


def _odd_spaces(rng: Random, value: str) -> str:
    """Cut a value in four characters, then uneven pieces."""
    pieces, at = [value[:4]], 4
    while at < len(value):
        size = rng.choice((1, 2, 3, 5, 6))
        pieces.append(value[at : at + size])
        at += size
    return " ".join(pieces)


def _spaces(rng: Random, _lang: str, parts: list[str]) -> str:
    """Put a space after each digit, or uneven ones."""
    run = "".join(parts)
    return rng.choice((" ".join(run), f"{run[:3]} {run[3:6]} {run[6:8]} {run[8:]}"))


def _full_width(rng: Random, _lang: str, parts: list[str]) -> str:
    """Write full-width digits."""
    return rng.choice((" ", "")).join(parts).translate(_FULL_WIDTH)


def _letter_o(rng: Random, _lang: str, parts: list[str]) -> str:
    """Write the letter O for zero."""
    return " ".join(parts).replace("0", rng.choice("Oo"))


def _letter_l(rng: Random, _lang: str, parts: list[str]) -> str:
    """Write the letter l or I for one."""
    return " ".join(parts).replace("1", rng.choice("lI"))


def _newline(_rng: Random, _lang: str, parts: list[str]) -> str:
    """Break the number over two lines."""
    half = len(parts) // 2
    return " ".join(parts[:half]) + "\n" + " ".join(parts[half:])


def _words_fr(rng: Random, _lang: str, parts: list[str]) -> str:
    """Spell the number in French pairs."""
    return rng.choice((" ", ", ")).join(words_fr(pair) for pair in parts)


def _words_en(rng: Random, _lang: str, parts: list[str]) -> str:
    """Spell the number digit by digit in English."""
    return rng.choice((" ", ", ")).join(words_en(part) for part in parts)


def _plus_zero(_rng: Random, lang: str, parts: list[str]) -> str:
    """Write the national zero in brackets after the country code."""
    return f"+{33 if lang == 'fr' else 44} (0){' '.join(parts)[1:]}"


def _keycaps(_rng: Random, _lang: str, parts: list[str]) -> str:
    """Write each digit as a keycap emoji."""
    return "".join(f"{char}\ufe0f\u20e3" for char in "".join(parts))


def _mixed(_rng: Random, lang: str, parts: list[str]) -> str:
    """Mix words and digits."""
    if lang == "fr":
        first = f"zéro {parts[0][1]}"
        rest = [words_fr(pair) if at % 2 == 0 else pair for at, pair in enumerate(parts[1:])]
        return " ".join([first, *rest])
    run = "".join(parts)
    return f"{words_en(run[:2])} {run[2:5]} {words_en(run[5:8])} {run[8:]}"


_PHONE: dict[str, Callable[[Random, str, list[str]], str]] = {
    "spaces": _spaces,
    "full-width": _full_width,
    "letter-o": _letter_o,
    "letter-l": _letter_l,
    "newline": _newline,
    "words-fr": _words_fr,
    "words-en": _words_en,
    "plus-zero": _plus_zero,
    "keycaps": _keycaps,
    "mixed": _mixed,
}
