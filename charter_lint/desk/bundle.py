"""Bundles: a charter with all its files in one signed file, and a charter out of it."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from datetime import date
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from charter_lint.charter import cache as stored
from charter_lint.charter import files
from charter_lint.charter.bundled import INDEX, Index, load_unpacked
from charter_lint.charter.compile import build
from charter_lint.charter.load import _program
from charter_lint.charter.places import shipped_rules
from charter_lint.charter.source import Source
from charter_lint.desk.bundle_format import (
    Bundle,
    BundleFault,
    Head,
    files_of,
    read_bundle,
    write_bundle,
)
from charter_lint.version import VERSION

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from charter_lint.charter.compiled import Charter

SUFFIX = ".bundle"
PIN = "CHARTER_LINT_PIN"
"""Environment variable with the pin, where none is given."""
PASSWORD = "CHARTER_LINT_BUNDLE_PASSWORD"  # noqa: S105  (the name of a variable)
"""Environment variable with the password of encrypted bundles."""
_KEY = "key:"
_EXTRA = ("sealed", "fingerprints")


def make(
    charter: Path, key: Ed25519PrivateKey, version: str, made: str, expires: str, password: str
) -> bytes:
    """Pack a charter that has no fault; raises CharterError, OSError, BundleFault.

    Not packed: Vale styles and the grammar server, which stay where the charter names them, so a
    charter with styles is refused.
    """
    layout = build(charter).layout
    named: dict[Path, str] = {}
    last = layout.charters[-1]
    for number, path in enumerate(layout.charters):
        folder = "charter" if path == last else f"charter-{number}"
        named[path] = f"{folder}/{path.name}"
    for path in (*(p for _, p in layout.rules), *layout.concepts, *layout.contexts, *layout.data):
        named[path] = _name(path, layout.folders)
    for path in layout.waivers:
        named[path] = f"waivers/{path.name}"
    extra = _extra(layout)
    named |= extra
    if len(set(named.values())) != len(named):
        raise BundleFault("names")
    packed = {name: path.read_bytes() for path, name in named.items()}
    index = Index(
        tuple(named[p] for p in layout.charters),
        tuple((rule_id, named[p]) for rule_id, p in layout.rules),
        tuple(named[p] for p in layout.concepts),
        tuple(named[p] for p in layout.contexts),
        tuple(named[p] for p in layout.data),
        tuple(named[p] for p in layout.waivers),
        tuple(extra.values()),
    )
    packed[INDEX] = msgspec.msgpack.encode(index)
    head = Head(
        name=last.stem.lstrip("."),
        version=version,
        revision=stored.content_hash(layout.all, VERSION),
        program=VERSION,
        made=made,
        expires=expires,
        files=len(packed) - 1,
        key=b"",
        packed=b"",
    )
    return write_bundle(head, packed, key, password)


def trusted(path: Path, pin: str, day: str) -> Bundle:
    """Read a bundle and hold it against a pin and a day; raises BundleFault and OSError.

    A pin is the SHA-256 of the whole file, or "key:" and that of the public key that signs.
    """
    bundle = read_bundle(path.read_bytes())
    wanted = pin.strip().lower()
    if not wanted:
        raise BundleFault("unpinned", hash=bundle.digest)
    have = _KEY + bundle.key_digest if wanted.startswith(_KEY) else bundle.digest
    if wanted != have:
        raise BundleFault("other", wanted=wanted[:20], have=have[:20])
    if bundle.head.expires < day:
        raise BundleFault("expired", day=bundle.head.expires)
    return bundle


def load_bundle(path: Path, pin: str = "", password: str = "") -> Charter:
    """Load the charter of a bundle; raises BundleFault, CharterError and OSError.

    What an encrypted one holds is unpacked to a folder of this process only, gone at its end.
    """
    today = date.today().isoformat()  # noqa: DTZ011  (the author's own day)
    bundle = trusted(path, pin or os.environ.get(PIN, ""), today)
    packed = files_of(bundle, password or os.environ.get(PASSWORD, ""))
    place = stored.folder()
    keep = place is not None and not bundle.head.salt
    if keep and place is not None:
        folder = place / "bundles" / bundle.digest
        _unpack(folder, packed)
    else:
        folder = Path(tempfile.mkdtemp(prefix="charter-lint-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        _unpack(folder, packed)
    return load_unpacked(folder, f"sha256:{bundle.digest}", _program(), keep=keep)


def _unpack(folder: Path, packed: dict[str, bytes]) -> None:
    """Write files that are not there as they should be; a changed one is put right."""
    for name, data in packed.items():
        inside = PurePosixPath(name)
        if inside.is_absolute() or ".." in inside.parts or "\\" in name or ":" in name:
            raise BundleFault("broken")
        path = folder / inside
        if path.is_file() and path.read_bytes() == data:
            continue
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.write_bytes(data)


def _name(path: Path, folders: tuple[Path, ...]) -> str:
    root = shipped_rules()
    if path.is_relative_to(root):
        return f"rules/{path.relative_to(root).as_posix()}"
    own = [f for f in folders if path.is_relative_to(f) and not f.is_relative_to(root)]
    base = min(own, key=lambda f: len(f.parts))
    return f"own-{folders.index(base)}/{path.relative_to(base).as_posix()}"


def _extra(layout: files.Layout) -> dict[Path, str]:
    """Give the sealed lexicon and the fingerprints that the charter names, beside its file."""
    last = layout.charters[-1]
    found = {}
    for path in layout.charters:
        value = Source.read(path, path.name).value
        if not isinstance(value, dict):
            continue
        if value.get("styles"):
            raise BundleFault("styles")
        for key in _EXTRA:
            if value.get(key):
                name = str(value[key])
                if PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts:
                    raise BundleFault("outside", file=name)
                found[last.parent / name] = f"charter/{name}"
    reader = shipped_rules() / "reader" / "reader.msgpack"
    if reader.is_file():
        found[reader] = "rules/reader/reader.msgpack"
    return found
