"""What a receipt says, and its envelope.

The envelope is DSSE 1.0 (Dead Simple Signing Envelope): the signature covers the type and the
payload's bytes as they are, so that nothing has to be written in one canonical way.
"""

from __future__ import annotations

import hashlib
from datetime import datetime, timezone
from typing import TYPE_CHECKING

import msgspec

from charter_lint.hooks.receipts.keys import key_id, signed_by
from charter_lint.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
        Ed25519PublicKey,
    )

    from charter_lint.draft import Draft
    from charter_lint.lint.report import Report

TYPE = "application/vnd.charter-lint.receipt+json"
_CONTEXT = (
    "platform", "role", "account", "audience", "date", "action", "language", "source", "syntax",
)  # fmt: skip


class BrokenReceipt(ValueError):  # noqa: N818  (what the file is)
    """Bytes that are no receipt."""


class Override(msgspec.Struct, frozen=True, kw_only=True):
    """Who publishes against the verdict, and why."""

    by: str
    reason: str


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """A judgement without the text: `text` is its SHA-256, `time` UTC to the second."""

    version: int
    text: str
    charter: str
    revision: str
    verdict: str
    judged: bool
    time: str
    rules: tuple[str, ...]
    waivers: tuple[str, ...]
    context: dict[str, str]
    override: Override | None
    tool: str


class Signature(msgspec.Struct, frozen=True):
    """A signature and the id of its key."""

    keyid: str
    sig: bytes


class Envelope(msgspec.Struct, frozen=True, rename="camel"):
    """A DSSE envelope; `bytes` are Base64 in JSON."""

    payload_type: str
    payload: bytes
    signatures: tuple[Signature, ...]


def receipt_of(
    draft: Draft, report: Report, override: Override | None = None, now: datetime | None = None
) -> Receipt:
    """Make the receipt of a judgement."""
    moment = (now or datetime.now(timezone.utc)).astimezone(timezone.utc)
    given = msgspec.structs.asdict(draft.context)
    return Receipt(
        version=1,
        text=hash_of(draft.text),
        charter=report.charter,
        revision=report.revision,
        verdict=report.verdict,
        judged=report.judged,
        time=moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
        rules=tuple(sorted({f.rule for f in report.findings})),
        waivers=tuple(sorted(set(report.waived))),
        context={k: given[k] for k in _CONTEXT if given[k]},
        override=override,
        tool=VERSION,
    )


def hash_of(text: str) -> str:
    """Give the SHA-256 of a text as UTF-8, hexadecimal; not one character may differ."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def sign(receipt: Receipt, key: Ed25519PrivateKey) -> bytes:
    """Give the signed receipt as JSON."""
    payload = msgspec.json.encode(receipt)
    made = Signature(key_id(key.public_key()), key.sign(_signed(TYPE, payload)))
    return msgspec.json.encode(Envelope(TYPE, payload, (made,)))


def open_receipt(written: bytes, keys: Iterable[Ed25519PublicKey]) -> tuple[Receipt, bool]:
    """Read a receipt; say whether one of the keys has signed it. Raises BrokenReceipt."""
    try:
        envelope = msgspec.json.decode(written, type=Envelope)
        if envelope.payload_type != TYPE:
            raise BrokenReceipt
        receipt = msgspec.json.decode(envelope.payload, type=Receipt)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise BrokenReceipt from None
    message = _signed(envelope.payload_type, envelope.payload)
    held = any(signed_by(k, s.sig, message) for k in keys for s in envelope.signatures[:8])
    return receipt, held


def _signed(kind: str, payload: bytes) -> bytes:
    """Give what DSSE signs: its pre-authentication encoding."""
    return b"DSSEv1 %d %s %d %s" % (len(kind.encode()), kind.encode(), len(payload), payload)
