"""E-mail addresses, plain and disguised."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from charter_lint.match.identifiers.settings import Settings, Words
    from charter_lint.match.identifiers.view import View

_PLAIN = re.compile(
    r"(?<![\w@.+-])[\w][\w.+'-]{0,63}@(?:[\w-]{1,63}\.){1,5}[a-z]{2,24}(?![\w-]*@)(?!\w)",
    re.IGNORECASE,
)
_IN_LINK = re.compile(r"(?<!mailto):/?/\S*\Z")
_FENCED = re.compile(r"([_*~|/\"'=#-])(\s?(?:at|arobase|dot|point)\s?)\1")
_PERSONAL, _DISGUISED, _COLLEAGUE, _ROLE, _LOOSE = 0.7, 0.7, 0.5, 0.2, 0.3


def find_emails(view: View) -> None:
    """Add the addresses of a draft; a role's mailbox is no person and stays below notice."""
    text = view.flat
    if "@" in text:
        for found in _PLAIN.finditer(text):
            after = text[found.end() : found.end() + 2]
            if after[:1] == ":" and after[1:2].isalnum():  # git@host:path
                continue
            if _IN_LINK.search(text, max(0, found.start() - 80), found.start()):  # user:pass@host
                continue
            _judge(view, found[0], *found.span(), _PERSONAL, "shape")
            view.claim(*found.span())
    words = view.settings.words
    for found in disguised(words).finditer(_bracketed(text)):
        if not view.free(*found.span()):
            continue
        local, at, domain = found["local"], found["at"], found["domain"]
        normal = f"{_plain(local, words)}@{_plain(domain, words)}"
        if not re.fullmatch(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+", normal):
            continue
        start = found.start("local")
        if at.startswith(" @") and not at.endswith(" ") and local.isalpha():  # a mention
            continue
        if (
            not _signed(at)
            and _worded(at, words)
            and not _spelled(found[0], domain, normal, view.settings)
        ):
            continue
        base = _DISGUISED if _signed(at) or at.strip(" ") not in words.at_loose else _PERSONAL - 0.1
        _judge(view, normal, start, found.end(), base, "disguised")
        view.claim(start, found.end())


def _bracketed(text: str) -> str:
    """Read "_at_", "*dot*" and the like as if in brackets, and odd dots as dots."""
    if "\u2024" in text or "。" in text:
        text = text.replace("\u2024", ".").replace("。", ".")
    return _FENCED.sub(lambda m: f"[{m[2]}]", text)


def _judge(view: View, address: str, start: int, end: int, base: float, reason: str) -> None:
    settings = view.settings
    local, domain = address.casefold().rsplit("@", 1)
    provider = domain in settings.words.providers
    if not provider and _is_role(local, settings.words):
        view.add("email", start, end, address.casefold(), _ROLE, reason, "role-mailbox", most=_ROLE)
    elif any(domain == d or domain.endswith("." + d) for d in settings.domains):
        view.add(
            "email",
            start,
            end,
            address.casefold(),
            _COLLEAGUE,
            reason,
            "company-domain",
            floor=_COLLEAGUE,
            most=_COLLEAGUE,
        )
    else:
        view.add("email", start, end, address.casefold(), base, reason, floor=0.4)


def _is_role(local: str, words: Words) -> bool:
    if local in words.roles:
        return True
    parts = [p for p in re.split(r"[.+_-]", local) if p]
    return bool(parts) and parts[0] in words.roles


def _signed(at: str) -> bool:
    return any(sign in at for sign in "@[({<")


def _worded(at: str, words: Words) -> bool:
    return at.strip() in (*words.at, *words.at_loose)


def _spelled(quote: str, domain: str, normal: str, settings: Settings) -> bool:
    """Say whether an address whose @ is a mere word is one.

    A word that only stands for the sign tells, or a written-out dot after it, or a known provider.
    """
    words = settings.words
    loose = any(re.search(rf"[^\w.]{w}[^\w.]", quote) for w in words.at_loose)
    if loose and normal.partition("@")[0].isalpha():
        return False
    plain = quote.replace(" ", "-")
    sign = any(len(w) > 2 and w.replace(" ", "-") in plain for w in words.at)
    dots = any(re.search(rf"\s{w}\s", domain) for w in words.dot)
    return sign or dots or normal.rsplit("@", 1)[1] in settings.words.providers


def _plain(part: str, words: Words) -> str:
    """Undo the written-out dots, dashes and underscores of one side of an address."""
    signs = ((words.underscore, "_"), (words.dot, "."), (words.dash, "-"))
    for names, sign in signs:
        said = "|".join(re.escape(n) for n in names)
        part = re.sub(
            rf"\s*[\[({{<]\s*(?:{said}|{re.escape(sign)})\s*[\])}}>]\s*|\s+(?:{said})\s+",
            sign,
            part,
        )
    part = re.sub(r"\s*([._-])\s*", r"\1", part)
    return re.sub(r"\s+", "", part)


def disguised(words: Words) -> re.Pattern[str]:
    """Give the pattern of an address with written-out or bracketed signs."""
    return _disguised(words.at, words.at_loose, words.dot, words.dash, words.underscore, words.tlds)


@cache
def _disguised(
    at: tuple[str, ...],
    loose: tuple[str, ...],
    dot: tuple[str, ...],
    dash: tuple[str, ...],
    underscore: tuple[str, ...],
    tlds: tuple[str, ...],
) -> re.Pattern[str]:
    said_at = "|".join(re.escape(w).replace("\\ ", "[ -]") for w in at)
    said_dot = "|".join(re.escape(w) for w in dot)
    said_other = "|".join(re.escape(w) for w in (*underscore, *dash))
    opened, closed = r"[\[({<]\s*", r"\s*[\])}>]"
    point = rf"(?:\s?\.\s?(?=\w)|\s*{opened}(?:{said_dot}|\.){closed}\s*|\s+(?:{said_dot})\s+)"
    joint = rf"(?:{point}|\s*{opened}(?:{said_other}|[_-]){closed}\s*|\s+(?:{said_other})\s+|[_+-])"
    local = rf"(?P<local>(?<![\w@.])\w+(?:{joint}\w+){{0,5}})"
    said_loose = "|".join(map(re.escape, loose))
    bracketed = rf"\s*{opened}(?:{said_at}|@|a){closed}\s*"
    sign = rf"(?P<at>\s?@\s?|{bracketed}|\s+(?:{said_at}|{said_loose})\s+)"
    last = "|".join(sorted(tlds, key=len, reverse=True))
    domain = rf"(?P<domain>[\w-]+(?:{point}[\w-]+){{0,3}}?{point}(?:{last}))(?![\w@])"
    return re.compile(local + sign + domain)
