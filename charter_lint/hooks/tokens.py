"""Tokens of callers: shown once, kept on disk only as hashes."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import tempfile
from datetime import date
from pathlib import Path

import msgspec

VARIABLE = "CHARTER_LINT_TOKENS"
"""Environment variable with another file for tokens."""
PREFIX = "clt_"


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept of a token; `hash` is its SHA-256, enough for 256 random bits.

    `created` and `expires` are days; it holds up to and including `expires` ("": for ever).
    """

    name: str
    hash: str
    created: str
    expires: str = ""


class TokenFileError(Exception):
    """The file of tokens cannot be read or written."""


def default_file() -> Path:
    """Give the file of tokens of this user."""
    chosen = os.environ.get(VARIABLE, "")
    if chosen:
        return Path(chosen)
    from platformdirs import user_config_path  # noqa: PLC0415  (only for servers)

    return user_config_path("charter-lint") / "tokens.json"


def new_token() -> str:
    """Make a token of 256 random bits."""
    return PREFIX + secrets.token_urlsafe(32)


def hash_of(token: str) -> str:
    """Give the SHA-256 of a token, hexadecimal."""
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()


def read_tokens(file: Path) -> tuple[Token, ...]:
    """Read the file; one that does not exist holds none. Raises TokenFileError."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=tuple[Token, ...])
    except FileNotFoundError:
        return ()
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise TokenFileError(type(error).__name__) from None


def write_tokens(file: Path, tokens: tuple[Token, ...]) -> None:
    """Write the file as a whole or not at all, for this user's eyes only; raises TokenFileError."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=".tokens-")
        with os.fdopen(handle, "wb") as written:
            written.write(msgspec.json.format(msgspec.json.encode(tokens), indent=2) + b"\n")
        Path(name).replace(file)
    except OSError as error:
        raise TokenFileError(error.strerror or "") from None


class TokenStore:
    """The tokens of a file, read again when it changes, so that revoking needs no restart."""

    def __init__(self, file: Path | None, session: str = "") -> None:
        self._file = file
        self._session = hash_of(session) if session else ""
        self._state: tuple[int, int] | None = None
        self._known: tuple[Token, ...] = ()

    def accepts(self, token: str) -> bool:
        """Say whether a token holds today; a file that cannot be read accepts none of its own."""
        digest = hash_of(token)
        found = bool(self._session) and hmac.compare_digest(digest, self._session)
        today = date.today().isoformat()  # noqa: DTZ011  (days of the machine that serves)
        for known in self._tokens():
            same = hmac.compare_digest(digest, known.hash)
            found |= same and (not known.expires or today <= known.expires)
        return found

    def _tokens(self) -> tuple[Token, ...]:
        if self._file is None:
            return ()
        try:
            status = self._file.stat()
            state = (status.st_mtime_ns, status.st_ino)
            if state != self._state:
                self._known = read_tokens(self._file)
                self._state = state
        except (OSError, TokenFileError):
            self._state, self._known = None, ()
        return self._known
