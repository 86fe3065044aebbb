"""One HTTP question to LanguageTool: no proxy, no redirect, no answer after its time.

The library's own requests would follow a redirect with the draft in hand, would send it through
whatever proxy the environment names, and wait 300 seconds.
"""

from __future__ import annotations

import http.client
import json
import threading
import urllib.parse
from typing import TYPE_CHECKING

from charter_lint.nlp.grammar.model import GrammarUnavailable

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST = 8 * 1024 * 1024  # bytes of an answer
_HEADERS = {
    "Content-Type": "application/x-www-form-urlencoded",
    "Accept": "application/json",
    "Connection": "close",
}
_REDIRECTS = range(300, 400)


def ask(url: str, form: Mapping[str, str] | None, budget: float) -> object:
    """Give the JSON that a URL answers to a form (POST) or to none (GET) within `budget` seconds.

    Raises GrammarUnavailable: slow, down, redirect, or answer when it is not JSON.
    """
    parts = urllib.parse.urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=budget)
    outcome: list[tuple[int, bytes] | Exception] = []
    body = None if form is None else urllib.parse.urlencode(form).encode("ascii")

    def talk() -> None:
        try:
            connection.request("GET" if body is None else "POST", parts.path, body, _HEADERS)
            answer = connection.getresponse()
            outcome.append((answer.status, answer.read(_MOST + 1)))
        except (OSError, http.client.HTTPException, ValueError) as error:
            outcome.append(error)
        finally:
            connection.close()

    # A server that trickles, or a name that never resolves, escapes every timeout of a socket.
    talker = threading.Thread(target=talk, daemon=True)
    talker.start()
    talker.join(budget)
    if not outcome or isinstance(outcome[0], TimeoutError):
        raise GrammarUnavailable("slow", seconds=f"{budget:g}")
    result = outcome[0]
    if isinstance(result, http.client.HTTPException):
        raise GrammarUnavailable("answer")
    if isinstance(result, Exception):
        raise GrammarUnavailable("down")
    return _decoded(*result)


def _decoded(status: int, body: bytes) -> object:
    if status in _REDIRECTS:
        raise GrammarUnavailable("redirect")
    if status != http.client.OK or len(body) > _MOST:
        raise GrammarUnavailable("answer")
    try:
        return json.loads(body)
    except ValueError:
        # "from None": the answer may quote the draft, and a traceback would show it.
        raise GrammarUnavailable("answer") from None
