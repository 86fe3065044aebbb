"""Secrets that callers sign with: `whsec_` and 32 random bytes in Base64."""

from __future__ import annotations

import base64
import binascii
import secrets
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PREFIX = "whsec_"
_LEAST = 24


def new_secret() -> str:
    """Make a secret."""
    return PREFIX + base64.b64encode(secrets.token_bytes(32)).decode()


def parse_secret(written: str) -> bytes:
    """Give the key of a secret; raises ValueError for one that is none, or too short."""
    try:
        key = base64.b64decode(written.strip().removeprefix(PREFIX), validate=True)
    except binascii.Error:
        raise ValueError("Base64") from None
    if len(key) < _LEAST:
        raise ValueError(f"< {_LEAST} bytes")
    return key


def read_secrets(file: Path) -> tuple[bytes, ...]:
    """Read a file of secrets, one a line, so that an old one and its successor both hold.

    Raises OSError, and ValueError for a line that is no secret or a file without any.
    """
    lines = [line.strip() for line in file.read_text(encoding="utf-8").splitlines()]
    found = tuple(parse_secret(line) for line in lines if line and not line.startswith("#"))
    if not found:
        raise ValueError("empty")
    return found
