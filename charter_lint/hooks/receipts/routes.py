"""The routes of receipts: judge and sign, and verify."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import msgspec
from msgspec import Meta
from starlette.responses import Response

from charter_lint.hooks.http.body import JSON, read_body
from charter_lint.hooks.http.checks import judge
from charter_lint.hooks.http.problem import Problem
from charter_lint.hooks.http.requests import CheckRequest, decode
from charter_lint.lint.report import RANK

if TYPE_CHECKING:
    from starlette.requests import Request

    from charter_lint.hooks.http.state import State


class ReceiptRequest(CheckRequest, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A draft to judge and sign for; `override` is the reason to publish against the verdict."""

    override: Annotated[str, Meta(max_length=500)] = ""
    by: Annotated[str, Meta(max_length=200, description="who overrides")] = ""


class VerifyRequest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A receipt as JSON text, and the text that would be published."""

    receipt: Annotated[str, Meta(max_length=20_000)]
    text: str
    hours: Annotated[float, Meta(gt=0, le=100_000)] = 24.0
    fail_on: Annotated[str, Meta(pattern="^(advise|review|block|never)$")] = "review"


class VerifyAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Whether the receipt lets the text out, and if not, why."""

    valid: bool
    reasons: tuple[str, ...]
    verdict: str
    time: str
    charter: str
    revision: str


async def receipts(request: Request) -> Response:
    """Judge a draft and give a signed receipt, whatever the verdict it holds."""
    state: State = request.app.state
    if state.key is None:
        raise Problem("receipts-off")
    from charter_lint.hooks.receipts.override import not_overridable  # noqa: PLC0415  (extra)
    from charter_lint.hooks.receipts.receipt import Override, receipt_of, sign  # noqa: PLC0415

    asked = decode(await _body(request), ReceiptRequest)
    judged = await judge(state, asked)
    override = None
    if asked.override and RANK[judged.report.verdict] >= RANK["review"]:
        refused = not_overridable(judged.report)
        if refused:
            raise Problem("override-refused", "$.override", rules=", ".join(refused))
        override = Override(by=asked.by, reason=asked.override)
    signed = sign(receipt_of(judged.draft, judged.report, override), state.key)
    return Response(signed, media_type="application/json")


async def verify(request: Request) -> Response:
    """Hold a receipt of this server against a text."""
    state: State = request.app.state
    if state.key is None:
        raise Problem("receipts-off")
    from charter_lint.hooks.receipts.gate import Terms, prove  # noqa: PLC0415  (extra)
    from charter_lint.hooks.receipts.receipt import BrokenReceipt  # noqa: PLC0415

    asked = decode(await _body(request), VerifyRequest)
    try:
        terms = Terms(hours=asked.hours, fail_on=asked.fail_on)
        written = asked.receipt.encode("utf-8", "surrogatepass")
        proof = prove(written, asked.text, (state.key.public_key(),), terms)
    except BrokenReceipt:
        raise Problem("receipt-broken", "$.receipt") from None
    answer = VerifyAnswer(
        valid=proof.valid,
        reasons=proof.reasons,
        verdict=proof.receipt.verdict,
        time=proof.receipt.time,
        charter=proof.receipt.charter,
        revision=proof.receipt.revision,
    )
    return Response(msgspec.json.encode(answer), media_type="application/json")


async def _body(request: Request) -> bytes:
    settings = request.app.state.settings
    return await read_body(request, JSON, settings.max_body, settings.body_seconds)
