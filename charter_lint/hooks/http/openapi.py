"""The OpenAPI 3.1 document, made from the structs that requests and answers are."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from charter_lint.formats.entry import Entry
from charter_lint.hooks.http import examples
from charter_lint.hooks.http.answers import CharterEntry, Health, RuleDetail, RuleEntry
from charter_lint.hooks.http.checks import LineError
from charter_lint.hooks.http.problem import STATUSES, ErrorAnswer, Problem
from charter_lint.hooks.http.requests import CheckRequest
from charter_lint.hooks.receipts.routes import ReceiptRequest, VerifyAnswer, VerifyRequest
from charter_lint.hooks.webhook.routes import DEADLINE
from charter_lint.hooks.webhook.signature import STANDARD
from charter_lint.version import VERSION

if TYPE_CHECKING:
    from charter_lint.hooks.http.settings import Settings

_ALL = (
    CheckRequest,
    Entry,
    LineError,
    ErrorAnswer,
    RuleEntry,
    RuleDetail,
    CharterEntry,
    Health,
    ReceiptRequest,
    VerifyRequest,
    VerifyAnswer,
)
_SIGNED = {
    "type": "object",
    "required": ["payloadType", "payload", "signatures"],
    "properties": {
        "payloadType": {"type": "string"},
        "payload": {"type": "string", "contentEncoding": "base64"},
        "signatures": {"type": "array", "items": {"type": "object"}},
    },
}
_JSON = "application/json"
_LINES = "application/x-ndjson"
_BODY = (400, 408, 413, 415, 422)
_ANY_LINES = {"description": "One CheckRequest a line; a line that is none gives a LineError."}
_RULE_PATTERN = r"^[A-Za-z0-9_-]+/[A-Za-z0-9_-]+$"


def document(settings: Settings) -> dict[str, Any]:
    """Give the document; it names no charter and no rule of the company."""
    return _document(settings.asks_tokens, settings.max_text)


@cache
def _document(asks_tokens: bool, longest: int) -> dict[str, Any]:  # noqa: FBT001  (a cache key)
    schemas = msgspec.json.schema_components(_ALL, ref_template="#/components/schemas/{name}")[1]
    schemas["Signed"] = _SIGNED
    for name in ("CheckRequest", "ReceiptRequest"):
        schemas[name]["properties"]["text"]["maxLength"] = longest
    always = (401, 403, 421) if asks_tokens else (403, 421)
    paths = _paths(always)
    found: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {
            "title": "charter-lint",
            "version": VERSION,
            "description": "Says whether a draft respects the company's charter, and what to "
            "write instead. Nothing of a draft is kept.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "paths": paths,
        "components": {"schemas": schemas},
    }
    if asks_tokens:
        found["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        found["security"] = [{"token": []}]
    return found


def _paths(always: tuple[int, ...]) -> dict[str, Any]:
    lines = "\n".join(msgspec.json.encode(r).decode() for r in examples.REQUESTS.values()) + "\n"
    charter = _query("charter", "name of a served charter; empty: the first", {"type": "string"})
    pack = _query("pack", "only rules of this pack", {"type": "string"})
    rule = {
        "name": "id",
        "in": "path",
        "required": True,
        "description": "PACK/NAME; the slash may be sent as it is or as %2F",
        "schema": {"type": "string", "pattern": _RULE_PATTERN},
        "example": examples.FINDING.rule,
    }
    return {
        "/v1/check": {
            "post": _operation(
                "check",
                "Judge one draft.",
                {200: ("The judgement, whatever its verdict.", _JSON, "Entry")},
                (*always, *_BODY, 404, 503),
                body=(_JSON, _ref("CheckRequest"), _named(examples.REQUESTS)),
                example=examples.ENTRY,
            )
        },
        "/v1/checks": {
            "post": _operation(
                "checks",
                "Judge many drafts, one JSON object a line.",
                {200: ("One line a draft: an Entry, or a LineError.", _LINES, "")},
                (*always, 408, 413, 415, 503),
                body=(_LINES, _ANY_LINES, {"two": {"value": lines}}),
            )
        },
        "/v1/rules": {
            "get": _operation(
                "rules",
                "List the rules of a charter.",
                {200: ("The rules.", _JSON, "RuleEntry[]")},
                (*always, 404),
                parameters=[charter, pack],
            )
        },
        "/v1/rules/{id}": {
            "get": _operation(
                "rule",
                "Explain a rule.",
                {200: ("The rule in full.", _JSON, "RuleDetail")},
                (*always, 404),
                parameters=[rule, charter],
            )
        },
        "/v1/charters": {
            "get": _operation(
                "charters",
                "List the served charters.",
                {200: ("The charters.", _JSON, "CharterEntry[]")},
                always,
            )
        },
        "/v1/webhook": {
            "post": _operation(
                "webhook",
                "Judge a signed call: may this be published?",
                {
                    200: ("It may.", _JSON, "Entry"),
                    409: ("It may not, by the verdict.", _JSON, "Entry"),
                },
                (*always, *_BODY, 401, 404, 503),
                body=(_JSON, _ref("CheckRequest"), _named(examples.REQUESTS)),
                parameters=[_header(n) for n in (*STANDARD, DEADLINE)],
                is_open=True,
            )
        },
        "/v1/receipts": {
            "post": _operation(
                "receipts",
                "Judge a draft and sign for the verdict.",
                {200: ("A DSSE envelope.", _JSON, "Signed")},
                (*always, *_BODY, 404, 503),
                body=(_JSON, _ref("ReceiptRequest"), _named(examples.REQUESTS)),
            )
        },
        "/v1/receipts/verify": {
            "post": _operation(
                "verify",
                "Hold a receipt of this server against a text.",
                {200: ("Whether it holds, and if not, why.", _JSON, "VerifyAnswer")},
                (*always, *_BODY, 404),
                body=(_JSON, _ref("VerifyRequest"), {}),
            )
        },
        "/health": {
            "get": _operation(
                "health",
                "Say how the server is.",
                {
                    200: ("It judges.", _JSON, "Health"),
                    503: ("It does not judge now.", _JSON, "Health"),
                },
                (403, 421),
                is_open=True,
            )
        },
        "/metrics": {
            "get": _operation(
                "metrics",
                "Give counters in the text format of Prometheus.",
                {200: ("Counters; no text of anybody.", "text/plain", "")},
                always,
            )
        },
    }


def _operation(
    name: str,
    summary: str,
    good: dict[int, tuple[str, str, str]],
    bad: tuple[int, ...],
    *,
    body: tuple[str, dict[str, Any], dict[str, Any]] | None = None,
    parameters: list[dict[str, Any]] | None = None,
    example: object = None,
    is_open: bool = False,
) -> dict[str, Any]:
    answers = {str(s): _answer(*described, example) for s, described in good.items()}
    answers.update({str(s): _error(s) for s in sorted(bad) if s not in good})
    found: dict[str, Any] = {"operationId": name, "summary": summary, "responses": answers}
    if body is not None:
        media, schema, shown = body
        found["requestBody"] = {
            "required": True,
            "content": {media: {"schema": schema, **({"examples": shown} if shown else {})}},
        }
    if parameters:
        found["parameters"] = parameters
    if is_open:
        found["security"] = []
    return found


def _answer(described: str, media: str, schema: str, example: object) -> dict[str, Any]:
    shape: dict[str, Any] = {"type": "string"}
    if schema.endswith("[]"):
        shape = {"type": "array", "items": _ref(schema[:-2])}
    elif schema:
        shape = _ref(schema)
    content: dict[str, Any] = {"schema": shape}
    if example is not None:
        content["example"] = msgspec.to_builtins(example)
    return {"description": described, "content": {media: content}}


def _error(status: int) -> dict[str, Any]:
    codes = [code for code, s in STATUSES.items() if s == status]
    example = msgspec.to_builtins(Problem(codes[0]).answer())
    found: dict[str, Any] = {
        "description": "Codes: " + ", ".join(codes),
        "content": {_JSON: {"schema": _ref("ErrorAnswer"), "example": example}},
    }
    if status == 503:
        shape = {"type": "integer"}
        found["headers"] = {"Retry-After": {"description": "Seconds to wait.", "schema": shape}}
    return found


def _named(requests: dict[str, CheckRequest]) -> dict[str, Any]:
    return {name: {"value": examples.sent(request)} for name, request in requests.items()}


def _query(name: str, described: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": described, "schema": schema}


def _header(name: str) -> dict[str, Any]:
    return {"name": name, "in": "header", "schema": {"type": "string"}}


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}
