"""Keys and tokens that show by their format, private keys, and links that open doors."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from charter_lint.match.secrets.search import Search

_PEM = re.compile(
    r"-----\s?BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?\s?-----"
    r"(?P<body>(?:\s+|\\n|[\w-]+: [^\n]*\n|[A-Za-z0-9+/=]{16,}|[A-Za-z0-9+/=]+(?=\s*-----)){1,400})"
    r"(?:-----\s?END [A-Z0-9 ]*-----)?"
)
_PUTTY = re.compile(r"PuTTY-User-Key-File-\d:.{0,400}?Private-Lines: \d+\s+\S{16,}", re.DOTALL)
_BODY = re.compile(r"[A-Za-z0-9+/=]{16}")
_CREDENTIALS = re.compile(
    r"\b(?P<scheme>[a-z][a-z0-9+.-]{1,20})://(?P<user>[^\s:/@<>\"«»]{0,80}):(?P<secret>[^\s/@<>\"«»]{1,200})"
    r"@(?P<host>[^\s<>\"«»]*[^\s<>\"«».,;:!?)\]'])",
    re.IGNORECASE,
)
_PART = (
    r"(?:Server|Data Source|Endpoint|DefaultEndpointsProtocol|AccountName|Host|User ?Id|Uid"
    r"|Initial Catalog|Database)"
)
_KEY_AND_VALUE = re.compile(
    rf"(?:\b{_PART}=[^;\s]{{1,120}};\s?){{1,6}}[^\n\"«»]{{0,200}}?"
    r"\b(?P<name>Password|Pwd|AccountKey|SharedAccessKey|SharedAccessSignature)="
    r"(?P<secret>[^;\s\"«»]+)(?:;[A-Za-z ]+=[^;\s\"«»]+)*;?",
    re.IGNORECASE,
)
_LINK = re.compile(r"\bhttps?://[^\s<>\"«»]+[^\s<>\"«».,;:!?)\]'*_]", re.IGNORECASE)
_PARAMETER = re.compile(r"[?&#;]([A-Za-z_-]{1,30})=([^&#\s]+)")
_WEB = ("http", "https", "ftp", "sftp", "ssh", "git", "svn", "ws", "wss", "git+https", "git+ssh")
_LEAST = 12  # characters of a parameter that opens something
_SHORT = 3


def find_private_keys(search: Search) -> None:
    """Add private keys in PEM, OpenSSH, PGP and PuTTY form; a header without a body is a lesson."""
    if "PRIVATE KEY" in search.text:
        for found in _PEM.finditer(search.text):
            if _BODY.search(found["body"]):
                search.add("private-key", *found.span(), 1.0, "format")
    if "PuTTY" in search.text:
        for found in _PUTTY.finditer(search.text):
            search.add("private-key", *found.span(), 1.0, "format")


def find_links(search: Search) -> None:
    """Add connection strings, links with credentials, signed links and webhooks."""
    text = search.text
    if "://" in text:
        for found in _CREDENTIALS.finditer(text):
            secret = found["secret"]
            if (
                len(secret) < _SHORT
                or search.placeholder(secret)
                or (secret.isupper() and secret.isalpha())
            ):
                search.claim(*found.span())
                continue
            web = found["scheme"].lower() in _WEB
            kind = "url-credentials" if web else "connection-string"
            search.add(kind, *found.span(), 1.0, "format")
        for found in _LINK.finditer(text):
            if search.free(*found.span()) and _opens(search, found[0]):
                search.add("url-credentials", *found.span(), 0.9, "format")
    if "=" in text:
        for found in _KEY_AND_VALUE.finditer(text):
            if not search.placeholder(found["secret"]) and search.free(*found.span()):
                search.add("connection-string", *found.span(), 1.0, "format")


def _opens(search: Search, link: str) -> bool:
    if search.settings.webhooks and re.search(search.settings.webhooks, link):
        return not search.placeholder(link)
    for name, value in _PARAMETER.findall(link):
        if name.lower() not in search.settings.parameters or search.placeholder(value):
            continue
        mixed = re.search(r"\d", value) and re.search(r"[A-Za-z]", value)
        if (len(value) >= _LEAST and mixed) or (name.lower() in _TOLD and len(value) >= _SHORT + 1):
            return True
    return False


_TOLD = ("password", "passwd", "pwd", "mdp", "pass")


def find_formats(search: Search) -> None:
    """Add keys and tokens of the known formats."""
    for kind, pattern in search.settings.formats.items():
        if not pattern:
            continue
        for found in _whole(pattern).finditer(search.text):
            if search.placeholder(found[0]) or not search.free(*found.span()):
                continue
            if kind == "test":
                search.add("key", *found.span(), 0.5, "format", "test-key")
            else:
                search.add(kind, *found.span(), 1.0, "format")


@cache
def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9_/+.-])(?:{pattern})(?![A-Za-z0-9_/+])")
