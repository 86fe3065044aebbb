"""Signatures of calls: Standard Webhooks, Slack's, and those of Teams' outgoing webhooks.

Standard Webhooks 1.0.0: HMAC-SHA256 over `id.timestamp.body`, Base64, in `webhook-signature` as
`v1,…`, several parted by blanks. Slack: `v0=` and the hexadecimal HMAC over `v0:timestamp:body`.
Teams: `Authorization: HMAC …`, Base64, over the body alone.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
from itertools import islice
from typing import TYPE_CHECKING

from charter_lint.hooks.http.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

STANDARD = ("webhook-id", "webhook-timestamp", "webhook-signature")
SLACK = ("x-slack-request-timestamp", "x-slack-signature")
TEAMS = ("authorization",)
_MOST = 200_000


def sign(secret: bytes, name: str, timestamp: int, body: bytes) -> str:
    """Give the header `webhook-signature` of a call."""
    signed = f"{name}.{timestamp}.".encode() + body
    return "v1," + base64.b64encode(_mac(secret, signed)).decode()


def check_standard(
    headers: Mapping[str, str], body: bytes, secrets: Iterable[bytes], now: float, window: int
) -> str:
    """Check a signed call; give the signature that holds. Raises Problem."""
    name, stamp, given = _headers(headers, STANDARD)
    _in_time(stamp, now, window)
    offered = [s for s in given.split(" ") if s.startswith("v1,")]
    for secret in secrets:
        right = sign(secret, name, int(stamp), body)
        if any(_same(right, each) for each in offered):
            return right
    raise Problem("signature-wrong")


def check_slack(
    headers: Mapping[str, str], body: bytes, secret: str, now: float, window: int
) -> str:
    """Check a call of Slack; give its signature. Raises Problem."""
    stamp, given = _headers(headers, SLACK)
    _in_time(stamp, now, window)
    right = "v0=" + _mac(secret.encode(), f"v0:{stamp}:".encode() + body).hex()
    if not _same(right, given):
        raise Problem("signature-wrong")
    return right


def check_teams(headers: Mapping[str, str], body: bytes, secret: str) -> str:
    """Check a call of Teams, which has no time of its own; give its signature. Raises Problem."""
    (given,) = _headers(headers, TEAMS)
    try:
        key = base64.b64decode(secret, validate=True)
    except binascii.Error:
        raise Problem("webhook-off") from None
    right = "HMAC " + base64.b64encode(_mac(key, body)).decode()
    if not _same(right, given):
        raise Problem("signature-wrong")
    return right


class Replays:
    """Signatures already used, as long as their time could still be accepted."""

    def __init__(self, window: int) -> None:
        self._seen: dict[str, float] = {}
        self._window = window

    def use(self, signature: str, now: float) -> None:
        """Take a signature; raises Problem for one used before, or when too many are in use."""
        if self._seen.get(signature, 0) > now:
            raise Problem("signature-replayed")
        # In the order of their end, so the old ones stand first.
        for known, end in list(islice(self._seen.items(), 64)):
            if end <= now:
                del self._seen[known]
        if len(self._seen) >= _MOST:
            raise Problem("busy")
        self._seen[signature] = now + 2 * self._window

    def forget(self, signature: str) -> None:
        """Let a signature be used again: its call was not answered with a judgement."""
        self._seen.pop(signature, None)


def _headers(headers: Mapping[str, str], names: tuple[str, ...]) -> tuple[str, ...]:
    found = tuple(headers.get(name, "") for name in names)
    if not all(found):
        raise Problem("signature-missing", headers=", ".join(names))
    return found


def _in_time(stamp: str, now: float, window: int) -> None:
    if not (stamp.isascii() and stamp.isdigit() and len(stamp) <= 12):
        raise Problem("signature-wrong")
    if int(stamp) < now - window:
        raise Problem("signature-old", seconds=str(window))
    if int(stamp) > now + window:
        raise Problem("signature-future", seconds=str(window))


def _mac(key: bytes, signed: bytes) -> bytes:
    return hmac.new(key, signed, hashlib.sha256).digest()


def _same(right: str, given: str) -> bool:
    return hmac.compare_digest(right.encode(), given.encode("utf-8", "surrogateescape"))
