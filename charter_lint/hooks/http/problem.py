"""Why a request gets no judgement: a code, a status, and words in both languages."""

from __future__ import annotations

import msgspec

from charter_lint.messages.catalogue import text

STATUSES = {
    "json-broken": 400,
    "signature-missing": 401,
    "signature-wrong": 401,
    "signature-old": 401,
    "signature-future": 401,
    "signature-replayed": 401,
    "token-missing": 401,
    "token-wrong": 401,
    "origin-foreign": 403,
    "not-found": 404,
    "charter-unknown": 404,
    "rule-unknown": 404,
    "webhook-off": 404,
    "receipts-off": 404,
    "method-wrong": 405,
    "body-slow": 408,
    "body-large": 413,
    "content-type": 415,
    "content-coding": 415,
    "host-foreign": 421,
    "field-unknown": 422,
    "field-wrong": 422,
    "field-missing": 422,
    "text-empty": 422,
    "text-nul": 422,
    "text-long": 422,
    "text-broken": 422,
    "date-wrong": 422,
    "deadline-wrong": 422,
    "receipt-broken": 422,
    "override-refused": 422,
    "own-fault": 500,
    "busy": 503,
    "too-slow": 503,
    "engine-missing": 503,
}
"""The HTTP status of each code."""

_RETRY = frozenset({"busy", "too-slow"})


class Problem(Exception):  # noqa: N818  (what the caller is told, not always the caller's error)
    """A request that is not answered with a judgement; holds nothing of a draft.

    `path` is the place in the request as a JSON path; `values` fill the message.
    """

    def __init__(self, code: str, path: str = "", **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.path = path
        self.values = values

    @property
    def status(self) -> int:
        """The HTTP status."""
        return STATUSES[self.code]

    @property
    def headers(self) -> dict[str, str]:
        """Headers that go with the status."""
        found = {}
        if self.code in _RETRY:
            found["retry-after"] = "1"
        if self.status == 401:
            found["www-authenticate"] = 'Bearer realm="charter-lint"'
        if self.code in {"body-slow", "body-large"}:
            found["connection"] = "close"
        return found

    def answer(self) -> ErrorAnswer:
        """Give the body of the answer."""
        said = {k: text(f"hooks.{self.code}", k, **self.values) for k in ("fr", "en")}
        return ErrorAnswer(error=ErrorEntry(code=self.code, message=said, path=self.path))


class ErrorEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Why there is no judgement; `path` is the place in the request ("" if it has none)."""

    code: str
    message: dict[str, str]
    path: str = ""


class ErrorAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The body of every answer that is no judgement."""

    error: ErrorEntry
