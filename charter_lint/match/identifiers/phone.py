"""Telephone numbers: French, British, American ones and those of other regions on request."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from charter_lint.match.identifiers.chains import Chain, Window
    from charter_lint.match.identifiers.view import View

_FR = re.compile(r"0[1-9]\d{8}")
_FR_SERVICE = re.compile(r"08\d{8}")
_GB = re.compile(r"0(?:7[1-9]\d{8}|[12]\d{8,9}|[389]\d{9}|55\d{8}|56\d{8}|800\d{6,7})")
_GB_SERVICE = re.compile(r"0(?:[389]\d+)")
_US = re.compile(r"1?[2-9](?!11)\d\d[2-9](?!11)\d\d\d{4}")
_US_SERVICE = re.compile(r"1?(?:8(?:00|88|77|66|55|44|33|22)|900)\d{7}")
_STANDARD = frozenset(
    {
        (10,), (2, 2, 2, 2, 2), (1, 3, 3, 3), (4, 3, 3), (2, 4, 4), (3, 3, 4), (1, 3, 3, 4), (11,),
        (5, 6), (5, 3, 3), (4, 3, 4), (3, 4, 4), (4, 7), (3, 8), (5, 5), (2, 1, 2, 2, 2, 2),
        (4, 1, 2, 2, 2, 2), (2, 9), (2, 4, 6), (2, 2, 4, 4), (2, 3, 3, 4), (2, 1, 1, 2, 2, 2, 2),
        (2, 2, 2, 2, 2, 2), (4, 2, 2, 2), (2, 10), (2, 11), (11,), (13,), (12,),
    }
)  # fmt: skip
_LEAST, _MOST = 7, 15
_GROUPED, _PLAIN, _WEAK = 0.65, 0.6, 0.3
_SERVICE = 0.25  # free and premium numbers belong to organisations


class _Read(NamedTuple):
    normal: str
    base: float
    service: bool = False


def find_phones(view: View, chains: list[Chain]) -> None:
    """Add the telephone numbers of all chains."""
    for chain in chains:
        if sum(len(a.digits) for a in chain.atoms) < _LEAST:
            continue
        for window in chain.windows(_LEAST, _MOST):
            if not view.free(window.start, window.end) or not _whole(window):
                continue
            read = _read(window, view.settings.regions)
            if read is None:
                continue
            start = window.start
            if window.plus:
                start = view.text.rfind("+", 0, start) if not window.worded else start
            reasons = ("shape", "service-number") if read.service else ("shape",)
            most = _SERVICE if read.service else 1.0
            view.add(
                "phone", max(0, start), window.end, read.normal, read.base, *reasons, most=most
            )
            view.claim(window.start, window.end)


def _whole(window: Window) -> bool:
    if not window.coherent(_STANDARD):
        return False
    same = window.right is not None and window.right in window.kinds
    return not same or window.following.startswith("0")


def _read(window: Window, regions: tuple[str, ...]) -> _Read | None:
    digits = window.digits
    if window.plus or (digits.startswith("00") and len(digits) > 10):
        return _international(digits if window.plus else digits[2:])
    if digits.startswith("011") and len(digits) > 11:
        return _international(digits[3:])
    grouped = len(window.sizes) > 1
    base = _GROUPED if grouped else _PLAIN
    if "FR" in regions:
        if _FR.fullmatch(digits):
            plain = base if grouped or digits[1] in "67" else _PLAIN - 0.1
            if _drawn(digits, window.sizes):
                plain = _WEAK
            return _Read("+33" + digits[1:], plain, bool(_FR_SERVICE.match(digits)))
        if re.fullmatch(r"33[1-9]\d{8}", digits) or re.fullmatch(r"33\(?0[1-9]\d{8}", digits):
            return _Read("+33" + digits[-9:], _WEAK + 0.1)
        if window.sizes == (1, 2, 2, 2, 2) and digits[0] in "67":
            return _Read("+33" + digits, _WEAK)
    if "GB" in regions and _GB.fullmatch(digits):
        sure = digits.startswith("07") or _valid(digits, "GB")
        rate = base if sure else _WEAK
        return _Read("+44" + digits[1:], rate, bool(_GB_SERVICE.match(digits)))
    if "US" in regions and _US.fullmatch(digits):
        shaped = window.sizes in {(3, 3, 4), (1, 3, 3, 4)}
        code = "+" if digits[0] == "1" and len(digits) == 11 else "+1"
        if shaped or len(digits) == 10 or window.sizes == (11,):
            signed = shaped and window.kinds != {" "}
            rate = _PLAIN if signed or window.worded else _WEAK + 0.1 if shaped else _WEAK
            return _Read(code + digits, rate, bool(_US_SERVICE.match(digits)))
    for region in regions:
        if region not in ("FR", "GB", "US") and digits.startswith("0") and _valid(digits, region):
            return _Read(_e164(digits, region), base)
    return None


def _drawn(digits: str, sizes: tuple[int, ...]) -> bool:
    """Say whether the groups rise as lottery numbers and series do."""
    ends = list(accumulate(sizes))
    values = [int(digits[e - n : e]) for e, n in zip(ends, sizes, strict=True)]
    return len(values) >= 5 and all(a < b for a, b in pairwise(values))


def _international(digits: str) -> _Read | None:
    if digits.startswith("330"):
        digits = "33" + digits[3:]
    if digits.startswith("440"):
        digits = "44" + digits[3:]
    if digits.startswith("33"):
        if re.fullmatch(r"33[1-9]\d{8}", digits):
            return _Read("+" + digits, _GROUPED, digits.startswith("338"))
        return None
    if digits.startswith("1") and not _US.fullmatch(digits):
        return None
    if digits.startswith("1"):
        return _Read("+" + digits, _GROUPED, bool(_US_SERVICE.match(digits)))
    if not _valid("+" + digits, None):
        return None
    service = digits.startswith("44") and bool(_GB_SERVICE.match("0" + digits[2:]))
    return _Read("+" + digits, _GROUPED, service)


def _valid(number: str, region: str | None) -> bool:
    import phonenumbers  # noqa: PLC0415  (only once a number looks like one)

    try:
        return bool(phonenumbers.is_valid_number(phonenumbers.parse(number, region)))
    except phonenumbers.NumberParseException:
        return False


def _e164(number: str, region: str) -> str:
    import phonenumbers  # noqa: PLC0415

    parsed = phonenumbers.parse(number, region)
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))
