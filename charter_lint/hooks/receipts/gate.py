"""Whether a receipt lets this very text out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import msgspec

from charter_lint.hooks.receipts.receipt import Receipt, hash_of, open_receipt
from charter_lint.lint.report import RANK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

_SKEW = timedelta(seconds=120)
"""How far the clock of the signer may be ahead of ours."""


class Terms(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of a receipt; empty values ask nothing."""

    hours: float = 24.0
    fail_on: str = "review"
    charter: str = ""
    revision: str = ""
    context: Mapping[str, str] = {}


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """A receipt and every reason why it does not let the text out."""

    receipt: Receipt
    reasons: tuple[str, ...]

    @property
    def valid(self) -> bool:
        """Say whether nothing stands against it."""
        return not self.reasons


def prove(
    written: bytes,
    text: str,
    keys: Iterable[Ed25519PublicKey],
    terms: Terms,
    now: datetime | None = None,
) -> Proof:
    """Hold a receipt against a text; raises BrokenReceipt for bytes that are none.

    Reasons are message keys: signature, text, time, old, future, unjudged, verdict, charter,
    revision, context.
    """
    receipt, held = open_receipt(written, keys)
    reasons = [] if held else ["signature"]
    if receipt.text != hash_of(text):
        reasons.append("text")
    reasons.extend(_time(receipt.time, terms.hours, now or datetime.now(timezone.utc)))
    if not receipt.judged:
        reasons.append("unjudged")
    bound = RANK.get(terms.fail_on, 99)
    if receipt.override is None and RANK.get(receipt.verdict, 99) >= bound:
        reasons.append("verdict")
    if terms.charter and receipt.charter != terms.charter:
        reasons.append("charter")
    if terms.revision and receipt.revision != terms.revision:
        reasons.append("revision")
    if any(receipt.context.get(key, "") != value for key, value in terms.context.items() if value):
        reasons.append("context")
    return Proof(receipt=receipt, reasons=tuple(reasons))


def _time(stamp: str, hours: float, now: datetime) -> list[str]:
    try:
        moment = datetime.strptime(stamp, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc)
    except ValueError:
        return ["time"]
    if moment > now + _SKEW:
        return ["future"]
    return ["old"] if now - moment > timedelta(hours=hours) else []
