"""What every request passes first: host, origin, token; and what may be logged of it."""

from __future__ import annotations

import logging
from ipaddress import ip_address
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from charter_lint.hooks.http.body import Gone
from charter_lint.hooks.http.problem import Problem
from charter_lint.hooks.http.settings import is_loopback

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from charter_lint.hooks.http.metrics import Metrics
    from charter_lint.hooks.http.settings import Settings
    from charter_lint.hooks.tokens import TokenStore

LOG = logging.getLogger("charter_lint.server")
OPEN = frozenset({"/", "/health", "/health/live", "/health/ready", "/openapi.json"})
"""Paths that hold nothing of a charter and need no token."""
SIGNED = frozenset({"/v1/webhook", "/v1/slack", "/v1/teams"})
"""Paths that check a signature of their own."""
_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"cache-control", b"no-store"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
)
_STRICT = (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'")


class Guarded(Protocol):
    """What the gatekeeper needs of an application's state; its routes know the rest."""

    settings: Settings
    metrics: Metrics


class Gatekeeper:
    """Wraps the application: refuses, counts, and keeps faults from telling what they saw."""

    def __init__(self, app: ASGIApp, state: Guarded, tokens: TokenStore) -> None:
        self._app = app
        self._settings = state.settings
        self._tokens = tokens
        self.state = state

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start = perf_counter()
        status = 0

        async def note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                _harden(message)
            await send(message)

        try:
            self._refuse(Request(scope))
            scope["app"] = self
            await self._app(scope, receive, note)
        except Problem as problem:
            await answer_of(problem)(scope, receive, note)
        except HTTPException as error:
            wrong = answer_of(Problem("method-wrong" if error.status_code == 405 else "not-found"))
            wrong.headers.update(error.headers or {})
            await wrong(scope, receive, note)
        except (Gone, ClientDisconnect):
            status = status or 499
        except Exception as error:  # noqa: BLE001  (a traceback could hold a draft's words)
            kind, where = type(error).__name__, where_of(error)
            LOG.error("fault %s at %s", kind, where)  # noqa: TRY400  (no traceback)
            if status == 0:
                own = Problem("own-fault", kind=kind, where=where)
                await answer_of(own)(scope, receive, note)
            else:
                raise SilentFault(kind) from None
        finally:
            seconds = perf_counter() - start
            route = getattr(scope.get("endpoint"), "__name__", "none")
            method = scope["method"] if scope["method"] in _METHODS else "other"
            self.state.metrics.answered(route, method, status, seconds)
            if self._settings.access_log:
                LOG.info("%s %s %s %.1f ms", method, route, status, seconds * 1000)

    def _refuse(self, request: Request) -> None:
        """Raise Problem for a request that may not go on."""
        host = request.headers.get("host", "")
        if not self._known_host(host):
            raise Problem("host-foreign")
        if _foreign(request, host):
            raise Problem("origin-foreign")
        path = request.url.path
        if not self._settings.asks_tokens or path in OPEN or path in SIGNED:
            return
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            raise Problem("token-missing")
        if not self._tokens.accepts(token.strip()):
            raise Problem("token-wrong")

    def _known_host(self, given: str) -> bool:
        """Say whether a Host header may name this server.

        A page of another site can point its own name at this machine (DNS rebinding), so names
        must be known; an address literal cannot be pointed anywhere.
        """
        try:
            name = (urlsplit(f"//{given}").hostname or "").rstrip(".").lower()
        except ValueError:
            return False
        if name in self._settings.allowed_hosts or name == self._settings.host:
            return True
        if is_loopback(self._settings.host):
            return is_loopback(name)
        try:
            ip_address(name)
        except ValueError:
            return False
        return True


class SilentFault(Exception):  # noqa: N818  (ends a connection whose answer had begun)
    """A fault after the answer had begun; says nothing but its kind."""


_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def answer_of(problem: Problem) -> Response:
    """Give the answer for a problem."""
    return Response(
        msgspec.json.encode(problem.answer()),
        status_code=problem.status,
        headers=problem.headers,
        media_type="application/json",
    )


def where_of(error: BaseException) -> str:
    """Give the file and line where a fault was raised, without the values it had."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""


def _foreign(request: Request, host: str) -> bool:
    """Say whether a browser sends this for a page of another site; only the page may be opened."""
    origin = request.headers.get("origin")
    if origin is not None and (origin == "null" or urlsplit(origin).netloc != host):
        return True
    site = request.headers.get("sec-fetch-site", "none")
    return site in ("cross-site", "same-site") and request.url.path != "/"


def _harden(message: Message) -> None:
    headers = message["headers"] = list(message.get("headers", ()))
    headers.extend(_HEADERS)
    if not any(name == b"content-security-policy" for name, _ in headers):
        headers.append(_STRICT)
