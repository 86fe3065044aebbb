"""Running the server: its socket, its certificate, its end."""

from __future__ import annotations

import os
import signal
import socket
import sys
from typing import TYPE_CHECKING

import uvicorn

from charter_lint.hooks.http.app import make_app
from charter_lint.hooks.http.protocol import Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from charter_lint.hooks.http.gatekeeper import Gatekeeper
    from charter_lint.hooks.http.settings import Settings
    from charter_lint.hooks.http.shelf import Shelf

_BACKLOG = 128
_SWITCH_SECONDS = 0.0002


def bind(host: str, port: int) -> socket.socket:
    """Take an address; raises OSError when it is in use or not this machine's."""
    family, kind, proto, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    bound = socket.socket(family, kind, proto)
    try:
        # Without it a restart must wait for the system to forget old connections; on Windows it
        # would take the address away from whoever has it.
        if os.name == "posix":
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
        bound.listen(_BACKLOG)
    except OSError:
        bound.close()
        raise
    return bound


def run(
    settings: Settings,
    shelf: Shelf,
    bound: socket.socket,
    started: Callable[[], None],
    key: Ed25519PrivateKey | None = None,
) -> None:
    """Serve charters until SIGINT or SIGTERM."""
    run_app(make_app(settings, shelf, key), settings, bound, started)


def run_app(
    app: Gatekeeper, settings: Settings, bound: socket.socket, started: Callable[[], None]
) -> None:
    """Serve until SIGINT or SIGTERM, then answer what has begun and come back."""
    limits = {"head_seconds": settings.head_seconds, "connections_limit": settings.connections}
    config = uvicorn.Config(
        app,
        http=type("LimitedProtocol", (Protocol,), limits),
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=settings.stop_seconds,
        ssl_certfile=settings.certificate,
        ssl_keyfile=settings.private_key,
    )
    server = _Server(config, started)
    # So that a thread that judges a long post lets the one that answers come to its turn soon.
    sys.setswitchinterval(_SWITCH_SECONDS)
    # uvicorn raises a signal again after its graceful end; the end itself is the answer to it.
    kept = {s: signal.signal(s, lambda *_: None) for s in (signal.SIGINT, signal.SIGTERM)}
    try:
        server.run(sockets=[bound])
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, started: Callable[[], None]) -> None:
        super().__init__(config)
        self._tell = started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._tell()
