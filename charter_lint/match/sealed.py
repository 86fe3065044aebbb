"""Codenames as a keyed lexicon that finds them without holding them.

An entry is scrypt(HMAC-SHA-256(pepper, name)): 8 bytes to compare, 32 to open what the entry says
of itself. Decoys fill the lexicon up to a fixed number. Whoever holds lexicon and pepper can try
names at the price of one scrypt each: that is the limit of any check on the author's machine.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from base64 import b64decode, b64encode
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec

from charter_lint.match.errors import VaultError
from charter_lint.match.found import Found
from charter_lint.match.names import Names, candidates_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from charter_lint.draft import Draft

FORMAT, VERSION = "charter-lint sealed lexicon", 1

_TAG, _KEY, _MAC = 8, 32, 16  # bytes
_ROOM = 320  # bytes of what an entry says, padded so that its length tells nothing
_STEP = 64  # a lexicon's number of entries is a multiple of it
_MOST = 16 * 1024 * 1024  # bytes of a file
_MOST_N, _MOST_R, _MOST_P = 2**17, 32, 16
_MOST_WORDS = 8
_SLACK = 2**20  # bytes that OpenSSL wants beyond what scrypt itself takes
_REMEMBERED = 100_000  # hashes kept in memory while the process lives


class Cost(msgspec.Struct, frozen=True):
    """Parameters of scrypt: 128 * n * r bytes of memory and p times the work."""

    n: int = 2**10
    r: int = 8
    p: int = 1


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """A name to seal and what its finding shall say; only the name is never stored."""

    name: str
    severity: str = ""
    contact: str = ""
    expires: str = ""
    label: str = ""


class Lexicon(msgspec.Struct, frozen=True):
    """A sealed lexicon as read from its file."""

    salt: bytes
    check: bytes
    mac: bytes
    cost: Cost
    longest: int
    skipped: frozenset[str]
    entries: tuple[tuple[bytes, bytes], ...]
    place: str = ""


class Sealed(Found, frozen=True):
    """A codename that stands in a draft, with what its entry says of itself."""

    severity: str = ""
    contact: str = ""
    expires: str = ""
    label: str = ""


def seal(entries: Iterable[Entry], pepper: bytes, names: Names, cost: Cost = Cost()) -> Lexicon:  # noqa: B008  (frozen)
    """Seal entries into a lexicon; raise VaultError for a name of which nothing is left to seal."""
    salt = secrets.token_bytes(16)
    rows: dict[bytes, bytes] = {}
    longest = 1
    for entry in entries:
        words = names.core(entry.name)
        if not words:
            raise VaultError("name-empty", entry.label or "?")
        longest = max(longest, len(words))
        hashed = _slow(_fast(pepper, "".join(words)), salt, cost.n, cost.r, cost.p)
        said = {k: v for k, v in msgspec.to_builtins(entry).items() if k != "name"}
        rows[hashed[:_TAG]] = _close(hashed[_TAG:], said)
    while not rows or len(rows) % _STEP:
        rows[secrets.token_bytes(_TAG)] = secrets.token_bytes(_ROOM + _MAC)
    lexicon = Lexicon(
        salt=salt,
        check=_checked(pepper, salt, cost)[:_TAG],
        mac=b"",
        cost=cost,
        longest=longest,
        skipped=names.function,
        entries=tuple(sorted(rows.items())),
    )
    return msgspec.structs.replace(lexicon, mac=_mac(lexicon, pepper))


def write_lexicon(lexicon: Lexicon, path: Path) -> None:
    """Write a lexicon as JSON, whole or not at all; raise VaultError where that fails."""
    content = {
        "format": FORMAT,
        "version": VERSION,
        "cost": msgspec.to_builtins(lexicon.cost),
        "longest": lexicon.longest,
        "skipped": sorted(lexicon.skipped),
        "salt": _text(lexicon.salt),
        "check": _text(lexicon.check),
        "mac": _text(lexicon.mac),
        "entries": [[_text(tag), _text(said)] for tag, said in lexicon.entries],
    }
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        temporary.write_bytes(msgspec.json.format(msgspec.json.encode(content), indent=1))
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise VaultError("file-unwritable", str(path), detail=error.strerror or "") from None


def open_lexicon(path: Path) -> Lexicon:
    """Read a lexicon; raise VaultError if it is missing, foreign, of another version or damaged."""
    place = str(path)
    try:
        data = path.read_bytes() if path.stat().st_size <= _MOST else b""
    except FileNotFoundError:
        raise VaultError("lexicon-missing", place) from None
    except OSError as error:
        raise VaultError("lexicon-unreadable", place, detail=error.strerror or "") from None
    try:
        content: Any = msgspec.json.decode(data)
    except msgspec.DecodeError:
        raise VaultError(
            "lexicon-damaged" if FORMAT.encode() in data else "lexicon-foreign", place
        ) from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise VaultError("lexicon-foreign", place)
    if content.get("version") != VERSION:
        raise VaultError("lexicon-version", place, version=str(content.get("version")))
    try:
        lexicon = Lexicon(
            salt=_bytes(content["salt"]),
            check=_bytes(content["check"]),
            mac=_bytes(content["mac"]),
            cost=msgspec.convert(content["cost"], Cost),
            longest=int(content["longest"]),
            skipped=frozenset(map(str, content["skipped"])),
            entries=tuple((_bytes(tag), _bytes(said)) for tag, said in content["entries"]),
            place=place,
        )
    except (KeyError, TypeError, ValueError, msgspec.ValidationError):
        raise VaultError("lexicon-damaged", place) from None
    if not _plausible(lexicon):
        raise VaultError("lexicon-damaged", place)
    return lexicon


def _plausible(lexicon: Lexicon) -> bool:
    cost = lexicon.cost
    return (
        {(len(tag), len(said)) for tag, said in lexicon.entries} == {(_TAG, _ROOM + _MAC)}
        and 1 < cost.n <= _MOST_N
        and cost.n & (cost.n - 1) == 0
        and 0 < cost.r <= _MOST_R
        and 0 < cost.p <= _MOST_P
        and 0 < lexicon.longest <= _MOST_WORDS
    )


def check_pepper(lexicon: Lexicon, pepper: bytes) -> None:
    """Raise VaultError if the lexicon was sealed with another pepper, or changed since."""
    tag = _checked(pepper, lexicon.salt, lexicon.cost)[:_TAG]
    if not hmac.compare_digest(tag, lexicon.check):
        raise VaultError("pepper-wrong", lexicon.place)
    if not hmac.compare_digest(_mac(lexicon, pepper), lexicon.mac):
        raise VaultError("lexicon-changed", lexicon.place)


def find(draft: Draft, lexicon: Lexicon, pepper: bytes, *, on: str = "") -> list[Sealed]:
    """Find the sealed names of a draft; entries that expired before the day `on` stay silent.

    Raises VaultError as `check_pepper` does. `normal` of a finding is empty: the lexicon does not
    know the name, the draft's span shows it.
    """
    check_pepper(lexicon, pepper)
    candidates = candidates_of(draft, lexicon.longest, lexicon.skipped)
    known = dict(lexicon.entries)
    cost = lexicon.cost

    def hashed(name: str) -> bytes:
        return _slow(_fast(pepper, name), lexicon.salt, cost.n, cost.r, cost.p)

    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        hashes = dict(zip(candidates, pool.map(hashed, candidates), strict=True))
    found = []
    for name, spans in candidates.items():
        said = _open(hashes[name][_TAG:], known.get(hashes[name][:_TAG], b""))
        if said is None or (on and said.get("expires") and on > said["expires"]):
            continue
        found += [Sealed("sealed", span, 1.0, "", ("sealed",), **said) for span in spans]
    return sorted(found, key=lambda f: f.span)


def guess(name: str, cost: Cost) -> None:
    """Do the work that one guess of a name takes, so that it can be timed."""
    _slow(_fast(secrets.token_bytes(16), name), b"", cost.n, cost.r, cost.p)


def _fast(pepper: bytes, name: str) -> bytes:
    return hmac.digest(pepper, name.encode(), "sha256")


@lru_cache(maxsize=_REMEMBERED)
def _slow(keyed: bytes, salt: bytes, n: int, r: int, p: int) -> bytes:
    return hashlib.scrypt(
        keyed, salt=salt, n=n, r=r, p=p, maxmem=256 * n * r + _SLACK, dklen=_TAG + _KEY
    )


def _close(key: bytes, said: dict[str, str]) -> bytes:
    plain = msgspec.json.encode(said)
    if len(plain) > _ROOM:
        raise VaultError("entry-long", said.get("label") or "?", most=str(_ROOM))
    closed = _mixed(key, plain.ljust(_ROOM))
    return closed + hashlib.blake2b(closed, key=key, digest_size=_MAC).digest()


def _open(key: bytes, row: bytes) -> dict[str, str] | None:
    closed, told = row[:-_MAC], row[-_MAC:]
    mac = hashlib.blake2b(closed, key=key, digest_size=_MAC).digest()
    if not row or not hmac.compare_digest(mac, told):
        return None
    return msgspec.json.decode(_mixed(key, closed), type=dict[str, str])


def _mixed(key: bytes, data: bytes) -> bytes:
    """Add the key's stream; each key serves for one entry alone, so no nonce is needed."""
    stream = hashlib.shake_256(b"stream" + key).digest(len(data))
    return bytes(a ^ b for a, b in zip(data, stream, strict=True))


def _mac(lexicon: Lexicon, pepper: bytes) -> bytes:
    """Sign all that a lexicon holds, so that a missing entry is seen."""
    bare = msgspec.structs.replace(lexicon, mac=b"", place="")
    content = {**msgspec.structs.asdict(bare), "skipped": sorted(lexicon.skipped)}
    key = _checked(pepper, lexicon.salt, lexicon.cost)[_TAG:]
    return hmac.digest(key, msgspec.msgpack.encode(content), "sha256")[:_MAC]


def _checked(pepper: bytes, salt: bytes, cost: Cost) -> bytes:
    """Hash what no name can be: a tag that tells the pepper, and the key of the signature."""
    return _slow(_fast(pepper, "\0check"), salt, cost.n, cost.r, cost.p)


def _text(data: bytes) -> str:
    return b64encode(data).decode("ascii")


def _bytes(text: str) -> bytes:
    return b64decode(text, validate=True)
