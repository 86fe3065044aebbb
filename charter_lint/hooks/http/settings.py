"""What a server is told when it starts."""

from __future__ import annotations

from ipaddress import ip_address
from pathlib import Path

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Addresses, limits and keys of a server; times are seconds, sizes bytes or code points.

    `queue` is how many posts may wait to be judged before new ones are turned away; `session` is
    a token that holds as long as the server runs, `tokens` the file of lasting ones (None: the
    server asks for none); `secrets` sign webhooks, `slack` and `teams` are what those services
    gave; `receipt_key` is a PEM file.
    """

    charters: tuple[str, ...] = ("",)
    host: str = "127.0.0.1"
    port: int = 8788
    allowed_hosts: tuple[str, ...] = ()
    certificate: Path | None = None
    private_key: Path | None = None
    tokens: Path | None = None
    session: str = ""
    secrets: tuple[bytes, ...] = ()
    slack: str = ""
    teams: str = ""
    receipt_key: Path | None = None
    fail_on: str = "review"
    queue: int = 32
    streams: int = 4
    connections: int = 512
    max_text: int = 50_000
    max_body: int = 1 << 20
    max_lines: int = 32 << 20
    judge_seconds: float = 5.0
    body_seconds: float = 10.0
    head_seconds: float = 10.0
    stop_seconds: int = 10
    reload_seconds: float = 1.0
    window_seconds: int = 300
    access_log: bool = False

    @property
    def asks_tokens(self) -> bool:
        """Say whether callers must show a token."""
        return self.tokens is not None or bool(self.session)


def is_loopback(host: str) -> bool:
    """Say whether a host or address is this machine alone."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
