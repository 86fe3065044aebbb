"""An index of documents as a value: labels and hashes, no text."""

from __future__ import annotations

import hmac
import secrets
from array import array
from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec

from charter_lint.draft.fold import fold
from charter_lint.match.errors import VaultError
from charter_lint.match.fingerprints.grams import PARAMETERS, Parameters, fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable


class Document(msgspec.Struct, frozen=True):
    """One document: its label, the day it came in, its number of words and its hashes, packed."""

    label: str
    added: str
    words: int
    hashes: bytes
    public: bool = False

    def numbers(self) -> array[int]:
        """Give the hashes as numbers."""
        return array("Q", self.hashes)


class Index(msgspec.Struct, frozen=True):
    """Documents under one key; `salt` goes into the key, `check` tells a wrong pepper."""

    salt: bytes
    check: bytes
    parameters: Parameters = PARAMETERS
    documents: tuple[Document, ...] = ()


def new_index(pepper: bytes, parameters: Parameters = PARAMETERS) -> Index:
    """Make an empty index under a pepper."""
    salt = secrets.token_bytes(16)
    return Index(salt, _check(_key(pepper, salt)), parameters)


def key_of(index: Index, pepper: bytes, place: str) -> bytes:
    """Give the key of the index's hashes; raise VaultError if the pepper is not the one it has."""
    key = _key(pepper, index.salt)
    if not hmac.compare_digest(_check(key), index.check):
        raise VaultError("pepper-wrong", place)
    return key


def add_document(
    index: Index, key: bytes, text: str, label: str, *, added: str, public: bool = False
) -> Index:
    """Give the index with a document more; one of the same label is replaced.

    A `public` document is never found: what it says is taken out of all others. Raises VaultError
    for a text too short to be told again.
    """
    folded = fold(text).text
    hashes = fingerprint(folded, key, index.parameters)
    if not hashes:
        raise VaultError("document-short", label, least=str(index.parameters.words))
    packed = array("Q", hashes).tobytes()
    document = Document(label, added, len(folded.split()), packed, public)
    kept = tuple(d for d in index.documents if d.label != label)
    return msgspec.structs.replace(index, documents=(*kept, document))


def remove_document(index: Index, labels: Iterable[str], place: str) -> Index:
    """Give the index without the documents of these labels; raise VaultError for an unknown one."""
    gone = set(labels)
    unknown = gone - {d.label for d in index.documents}
    if unknown:
        raise VaultError("document-unknown", place, label=min(unknown))
    kept = tuple(d for d in index.documents if d.label not in gone)
    return msgspec.structs.replace(index, documents=kept)


def _key(pepper: bytes, salt: bytes) -> bytes:
    return blake2b(salt + pepper, digest_size=32, person=b"charterlint-fp").digest()


def _check(key: bytes) -> bytes:
    return blake2b(b"check", key=key, digest_size=8).digest()
