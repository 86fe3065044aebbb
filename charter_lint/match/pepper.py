"""The secret key that lexicons and indexes are made with: kept outside of them."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from charter_lint.match.errors import VaultError

VARIABLE = "CHARTER_LINT_PEPPER"
FILE_VARIABLE = "CHARTER_LINT_PEPPER_FILE"
SERVICE, ACCOUNT = "charter-lint", "pepper"

_LEAST = 16  # characters of a pepper
_MOST = 4096  # bytes of a file that holds one


def find_pepper(path: str = "") -> bytes | None:
    """Give the pepper from a file, the environment or the system's keychain, in that order.

    None where there is none. Raises VaultError for a file that cannot be read or a pepper that is
    too short to be one.
    """
    if path:
        return _from_file(path)
    if value := os.environ.get(VARIABLE):
        return _checked(value, VARIABLE)
    if named := os.environ.get(FILE_VARIABLE):
        return _from_file(named)
    value = _from_keychain()
    return _checked(value, f"{SERVICE}/{ACCOUNT}") if value else None


def need_pepper(path: str = "") -> bytes:
    """Give the pepper as `find_pepper` does; raise VaultError where there is none."""
    pepper = find_pepper(path)
    if pepper is None:
        raise VaultError("pepper-missing", VARIABLE, variable=VARIABLE)
    return pepper


def new_pepper() -> str:
    """Make a new random pepper of 256 bits."""
    return secrets.token_urlsafe(32)


def _from_file(path: str) -> bytes:
    try:
        with Path(path).open("rb") as file:
            value = file.read(_MOST + 1)
    except OSError as error:
        raise VaultError("pepper-unreadable", path, detail=error.strerror or "") from None
    if len(value) > _MOST:
        raise VaultError("pepper-no-pepper", path)
    try:
        return _checked(value.decode("utf-8"), path)
    except UnicodeDecodeError:
        raise VaultError("pepper-no-pepper", path) from None


def _checked(value: str, place: str) -> bytes:
    bare = value.strip()
    if len(bare) < _LEAST:
        raise VaultError("pepper-short", place, least=str(_LEAST))
    return bare.encode("utf-8")


def _from_keychain() -> str | None:
    try:
        import keyring  # noqa: PLC0415  (an extra; asks the system)
        from keyring.errors import KeyringError  # noqa: PLC0415
    except ImportError:
        return None
    try:
        found: str | None = keyring.get_password(SERVICE, ACCOUNT)
    except KeyringError:
        return None
    return found
