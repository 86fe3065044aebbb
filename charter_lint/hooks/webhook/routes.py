"""The routes of publishing tools: signed calls, Slack's slash command, Teams' outgoing webhook."""

from __future__ import annotations

import html
import re
from time import time
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import msgspec
from starlette.responses import Response

from charter_lint.hooks.http.body import JSON, read_body
from charter_lint.hooks.http.checks import judge
from charter_lint.hooks.http.problem import Problem
from charter_lint.hooks.http.requests import CheckRequest, decode
from charter_lint.hooks.webhook.signature import check_slack, check_standard, check_teams
from charter_lint.hooks.webhook.words import words_of
from charter_lint.lint.report import RANK

if TYPE_CHECKING:
    from starlette.requests import Request

    from charter_lint.hooks.http.judging import Judged
    from charter_lint.hooks.http.state import State

DEADLINE = "charter-deadline-ms"
"""Header with the milliseconds that the caller waits."""
_FORM = ("application/x-www-form-urlencoded",)
_CHAT_SECONDS = 2.0  # Slack gives up after 3 s, Teams after 5 s
_TAG = re.compile(r"<at>[^<]*</at>|<[^>]+>")


class Activity(msgspec.Struct, frozen=True):
    """What Teams sends; the rest of it is not read."""

    text: str


async def webhook(request: Request) -> Response:
    """Judge a signed call: 200 may be published, 409 not, 503 was not judged in full."""
    state: State = request.app.state
    if not state.settings.secrets:
        raise Problem("webhook-off")
    body = await _body(request, state, JSON)
    now = time()
    secrets, window = state.settings.secrets, state.settings.window_seconds
    signature = check_standard(request.headers, body, secrets, now, window)
    seconds = _deadline(request.headers.get(DEADLINE, ""), state.settings.judge_seconds)
    judged = await _once(state, signature, decode(body, CheckRequest), seconds)
    if not judged.report.judged:
        status = 503
    else:
        bound = RANK.get(state.settings.fail_on, 99)
        status = 409 if RANK[judged.report.verdict] >= bound else 200
    return Response(judged.body, status_code=status, media_type="application/json")


async def slack(request: Request) -> Response:
    """Answer a slash command of Slack, to its author alone."""
    state: State = request.app.state
    if not state.settings.slack:
        raise Problem("webhook-off")
    body = await _body(request, state, _FORM)
    window = state.settings.window_seconds
    signature = check_slack(request.headers, body, state.settings.slack, time(), window)
    try:
        fields = parse_qs(body.decode(), max_num_fields=100)
    except (UnicodeDecodeError, ValueError):
        raise Problem("text-broken") from None
    said = await _chat(state, signature, "".join(fields.get("text", ())))
    escaped = said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _json({"response_type": "ephemeral", "text": escaped})


async def teams(request: Request) -> Response:
    """Answer an outgoing webhook of Teams."""
    state: State = request.app.state
    if not state.settings.teams:
        raise Problem("webhook-off")
    body = await _body(request, state, JSON)
    signature = check_teams(request.headers, body, state.settings.teams)
    text = html.unescape(_TAG.sub("", decode(body, Activity).text)).strip()
    said = await _chat(state, signature, text)
    return _json({"type": "message", "text": html.escape(said).replace("\n", "<br>")})


async def _chat(state: State, signature: str, text: str) -> str:
    """Judge a text from a chat; what is wrong is said there as well."""
    language = state.shelf.charter().head.language
    try:
        judged = await _once(state, signature, CheckRequest(text=text), _CHAT_SECONDS)
    except Problem as problem:
        if problem.status == 401:
            raise
        return problem.answer().error.message[language]
    return words_of(judged.entry, language)


async def _once(state: State, signature: str, asked: CheckRequest, seconds: float) -> Judged:
    state.replays.use(signature, time())
    try:
        return await judge(state, asked, seconds)
    except Problem:
        state.replays.forget(signature)
        raise


async def _body(request: Request, state: State, kinds: tuple[str, ...]) -> bytes:
    settings = state.settings
    return await read_body(request, kinds, settings.max_body, settings.body_seconds)


def _deadline(given: str, most: float) -> float:
    if not given:
        return most
    if not (given.isascii() and given.isdigit() and int(given[:9]) > 0):
        raise Problem("deadline-wrong", header=DEADLINE)
    return min(most, int(given[:9]) / 1000)


def _json(answer: dict[str, str]) -> Response:
    return Response(msgspec.json.encode(answer), media_type="application/json")
