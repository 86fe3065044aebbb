"""Ed25519 keys that sign receipts, as PEM files."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

if TYPE_CHECKING:
    from pathlib import Path

SigningKey = Ed25519PrivateKey
"""What signs receipts."""
VARIABLE = "CHARTER_LINT_KEY_PASSWORD"
"""Environment variable with the password of a private key, if it has one."""
_PEM = serialization.Encoding.PEM


class KeyFault(ValueError):  # noqa: N818  (a file that is no key)
    """A key that cannot be used; says which kind was expected."""


def make_keys(private: Path, public: Path) -> str:
    """Write a new pair of keys; give the key's id. Raises FileExistsError and OSError."""
    key = Ed25519PrivateKey.generate()
    password = os.environ.get(VARIABLE, "").encode()
    sealed: serialization.KeySerializationEncryption = serialization.NoEncryption()
    if password:
        sealed = serialization.BestAvailableEncryption(password)
    written = key.private_bytes(_PEM, serialization.PrivateFormat.PKCS8, sealed)
    _write_new(private, written, 0o600)
    _write_new(public, _public_pem(key.public_key()), 0o644)
    return key_id(key.public_key())


def read_private(file: Path) -> Ed25519PrivateKey:
    """Read a private key; raises OSError and KeyFault."""
    password = os.environ.get(VARIABLE, "").encode() or None
    try:
        key = serialization.load_pem_private_key(file.read_bytes(), password)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise KeyFault("Ed25519, PEM") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyFault("Ed25519, PEM")
    return key


def read_public(file: Path) -> Ed25519PublicKey:
    """Read a public key; raises OSError and KeyFault."""
    try:
        key = serialization.load_pem_public_key(file.read_bytes())
    except (ValueError, UnsupportedAlgorithm):
        raise KeyFault("Ed25519, PEM") from None
    if not isinstance(key, Ed25519PublicKey):
        raise KeyFault("Ed25519, PEM")
    return key


def key_id(key: Ed25519PublicKey) -> str:
    """Name a key: the first 16 hexadecimal digits of the SHA-256 of its 32 bytes."""
    return hashlib.sha256(key.public_bytes_raw()).hexdigest()[:16]


def signed_by(key: Ed25519PublicKey, signature: bytes, message: bytes) -> bool:
    """Say whether the key made this signature of this message."""
    try:
        key.verify(signature, message)
    except InvalidSignature:
        return False
    return True


def _public_pem(key: Ed25519PublicKey) -> bytes:
    return key.public_bytes(_PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def _write_new(file: Path, written: bytes, mode: int) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(handle, "wb") as opened:
        opened.write(written)
