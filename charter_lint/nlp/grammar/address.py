"""Decide whether a draft may be sent to a URL."""

from __future__ import annotations

import ipaddress
import urllib.parse
from typing import TYPE_CHECKING

from charter_lint.nlp.grammar.model import GrammarUnavailable

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet


def allowed(url: str, hosts: AbstractSet[str], public: AbstractSet[str]) -> str:
    """Give the URL's base, without the API's `v2`, if drafts may go there.

    `hosts` are those the charter names, beside this machine's loopback; `public` services and
    their subdomains are refused even when named. Raises GrammarUnavailable.
    """
    try:
        parts = urllib.parse.urlsplit(url)
        host = (parts.hostname or "").rstrip(".").lower()
        port = parts.port
    except ValueError:
        raise GrammarUnavailable("url") from None
    if parts.scheme not in ("http", "https") or not host or parts.username is not None:
        raise GrammarUnavailable("url")
    if any(host == name or host.endswith(f".{name}") for name in public):
        raise GrammarUnavailable("public", host=host)
    if not _is_loopback(host) and host not in {name.rstrip(".").lower() for name in hosts}:
        raise GrammarUnavailable("host", host=host)
    name = f"[{host}]" if ":" in host else host
    path = parts.path.rstrip("/").removesuffix("/check").removesuffix("/v2")
    return f"{parts.scheme}://{name}{f':{port}' if port else ''}{path}"


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
