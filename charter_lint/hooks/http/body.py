"""Reading a request's body within its limits of size and time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from charter_lint.hooks.http.problem import Problem

if TYPE_CHECKING:
    from starlette.requests import Request

JSON = ("application/json",)
LINES = ("application/x-ndjson", "application/jsonl", "application/json")


class Gone(Exception):  # noqa: N818  (nobody is at fault)
    """The caller hung up."""


async def read_body(request: Request, kinds: tuple[str, ...], limit: int, seconds: float) -> bytes:
    """Give the whole body, at most `limit` bytes within `seconds`; raises Problem or Gone."""
    given, _, charset = request.headers.get("content-type", "").lower().partition(";")
    if kinds and given.strip() not in kinds:
        raise Problem("content-type", wanted=kinds[0])
    if "charset" in charset and "utf-8" not in charset and "utf8" not in charset:
        raise Problem("content-type", wanted=f"{kinds[0]}; charset=utf-8")
    if request.headers.get("content-encoding", "identity") != "identity":
        raise Problem("content-coding")
    length = request.headers.get("content-length", "")
    if length.isdigit() and int(length) > limit:
        raise Problem("body-large", limit=_size(limit))
    try:
        return await asyncio.wait_for(_collect(request, limit), seconds)
    except asyncio.TimeoutError:
        raise Problem("body-slow", seconds=f"{seconds:g}") from None


async def _collect(request: Request, limit: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    while True:
        message = await request.receive()
        if message["type"] != "http.request":
            raise Gone
        part = message.get("body", b"")
        size += len(part)
        if size > limit:
            raise Problem("body-large", limit=_size(limit))
        parts.append(part)
        if not message.get("more_body"):
            return b"".join(parts)


def _size(limit: int) -> str:
    return f"{limit >> 20} MiB" if limit >= 1 << 20 else f"{limit >> 10} KiB"
