"""The file of a bundle: a head, its signature, the packed files; all of it is covered."""

from __future__ import annotations

import hashlib
import os
import struct
import zlib
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = b"charter-lint bundle 1\n"
_MOST = 200_000_000
_LONGEST_HEAD = 65_536
_SIGNATURE = 64
_N, _R, _P = 2**15, 8, 1


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """What a bundle says of itself; days are YYYY-MM-DD, `expires` is the last one.

    `key` is the public key that signed, 32 bytes; `packed` the SHA-256 of what follows the head.
    """

    name: str
    version: str
    revision: str
    program: str
    made: str
    expires: str
    files: int
    key: bytes
    packed: bytes
    salt: bytes = b""
    nonce: bytes = b""


class Bundle(msgspec.Struct, frozen=True):
    """A bundle whose signature is good: its head, its packed files, the hash of the whole file."""

    head: Head
    packed: bytes
    digest: str

    @property
    def key_digest(self) -> str:
        """The SHA-256 of the public key, hexadecimal."""
        return hashlib.sha256(self.head.key).hexdigest()


class BundleFault(Exception):  # noqa: N818  (a condition that is told)
    """Why a bundle is refused: a message key below desk.bundle-, and its values."""

    def __init__(self, problem: str, **values: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.values = values


def write_bundle(
    head: Head, files: dict[str, bytes], key: Ed25519PrivateKey, password: str = ""
) -> bytes:
    """Pack, encrypt where a password is given, and sign."""
    packed = zlib.compress(msgspec.msgpack.encode(files), 9)
    salt = nonce = b""
    if password:
        salt, nonce = os.urandom(16), os.urandom(12)
        packed = _cipher(password, salt).encrypt(nonce, packed, MAGIC)
    public = key.public_key().public_bytes_raw()
    digest = hashlib.sha256(packed).digest()
    head = msgspec.structs.replace(head, key=public, packed=digest, salt=salt, nonce=nonce)
    encoded = msgspec.msgpack.encode(head)
    signed = MAGIC + struct.pack(">I", len(encoded)) + encoded
    return signed + key.sign(signed) + packed


def read_bundle(data: bytes) -> Bundle:
    """Read a bundle and verify its own signature; raises BundleFault.

    It says nothing yet of who signed: that is what a pin is for.
    """
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
        Ed25519PublicKey,
    )

    start = len(MAGIC) + 4
    if not data.startswith(MAGIC) or len(data) < start:
        raise BundleFault("none")
    (length,) = struct.unpack(">I", data[len(MAGIC) : start])
    end = start + length
    if length > _LONGEST_HEAD or len(data) < end + _SIGNATURE:
        raise BundleFault("broken")
    try:
        head = msgspec.msgpack.decode(data[start:end], type=Head)
        signature = data[end : end + _SIGNATURE]
        Ed25519PublicKey.from_public_bytes(head.key).verify(signature, data[:end])
    except (msgspec.MsgspecError, InvalidSignature, ValueError):
        raise BundleFault("broken") from None
    packed = data[end + _SIGNATURE :]
    if hashlib.sha256(packed).digest() != head.packed:
        raise BundleFault("broken")
    return Bundle(head, packed, hashlib.sha256(data).hexdigest())


def files_of(bundle: Bundle, password: str = "") -> dict[str, bytes]:
    """Give the files of a bundle; raises BundleFault for a missing or wrong password."""
    packed = bundle.packed
    if bundle.head.salt:
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415

        if not password:
            raise BundleFault("password")
        try:
            cipher = _cipher(password, bundle.head.salt)
            packed = cipher.decrypt(bundle.head.nonce, packed, MAGIC)
        except InvalidTag:
            raise BundleFault("password-wrong") from None
    unpacker = zlib.decompressobj()
    try:
        plain = unpacker.decompress(packed, _MOST)
        if not unpacker.eof:
            raise BundleFault("broken")
        return msgspec.msgpack.decode(plain, type=dict[str, bytes])
    except (zlib.error, msgspec.MsgspecError):
        raise BundleFault("broken") from None


def _cipher(password: str, salt: bytes) -> AESGCM:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    secret = hashlib.scrypt(password.encode(), salt=salt, n=_N, r=_R, p=_P, maxmem=2**26, dklen=32)
    return AESGCM(secret)
