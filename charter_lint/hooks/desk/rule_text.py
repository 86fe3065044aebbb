"""A rule's file as the text of a page, and back, byte for byte."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

from charter_lint.charter.source import read_text

if TYPE_CHECKING:
    from pathlib import Path

_BOM = b"\xef\xbb\xbf"


class RuleText(msgspec.Struct, frozen=True, kw_only=True):
    """What a file says, with the line ends that a page has (LF).

    `hash` is the SHA-256 of its bytes, "" for no file; `same` says whether `restore` gives these
    bytes back, which it cannot for a file that mixes line ends.
    """

    text: str
    hash: str
    bom: bool = False
    crlf: bool = False
    same: bool = True

    def restore(self, text: str) -> bytes:
        """Give the bytes to write for a text, with the file's byte-order mark and line ends."""
        lines = text.replace("\n", "\r\n") if self.crlf else text
        return (_BOM if self.bom else b"") + lines.encode()


def read_rule(path: Path, name: str) -> RuleText:
    """Read a file; raises CharterError for one that is unreadable or not in UTF-8."""
    read_text(path, name)
    return rule_text(path.read_bytes())


def rule_text(data: bytes) -> RuleText:
    """Make the text of a file's bytes; raises UnicodeDecodeError."""
    written = data.decode("utf-8-sig")
    crlf = "\r\n" in written
    text = written.replace("\r\n", "\n").replace("\r", "\n")
    found = RuleText(text=text, hash=hash_of(data), bom=data.startswith(_BOM), crlf=crlf)
    return msgspec.structs.replace(found, same=found.restore(text) == data)


def hash_of(data: bytes) -> str:
    """Give what tells one state of a file from another."""
    return hashlib.sha256(data).hexdigest()
