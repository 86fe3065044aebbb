"""The routes that judge: one draft, and many line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from starlette.responses import Response, StreamingResponse

from charter_lint.hooks.http.body import JSON, LINES, read_body
from charter_lint.hooks.http.problem import ErrorEntry, Problem
from charter_lint.hooks.http.requests import CheckRequest, decode, draft_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request

    from charter_lint.charter.compiled import Charter
    from charter_lint.hooks.http.judging import Judged
    from charter_lint.hooks.http.state import State


class LineError(msgspec.Struct, frozen=True, kw_only=True):
    """A line that could not be judged, in its place among the judgements."""

    id: str
    line: int
    error: ErrorEntry


async def check(request: Request) -> Response:
    """Judge one draft; 200 with the verdict."""
    state: State = request.app.state
    body = await read_body(request, JSON, state.settings.max_body, state.settings.body_seconds)
    judged = await judge(state, decode(body, CheckRequest))
    return Response(judged.body, media_type="application/json")


async def checks(request: Request) -> Response:
    """Judge many drafts, one JSON object a line; each answer is sent when it is there."""
    state: State = request.app.state
    if state.streams >= state.settings.streams:
        raise Problem("busy")
    state.streams += 1
    try:
        body = await read_body(
            request, LINES, state.settings.max_lines, state.settings.body_seconds
        )
    except BaseException:
        state.streams -= 1
        raise
    return StreamingResponse(_answers(state, body), media_type="application/x-ndjson")


async def judge(state: State, request: CheckRequest, seconds: float = 0) -> Judged:
    """Judge a request by the charter it names and count it; raises Problem."""
    charter = state.shelf.charter(request.charter)
    draft = draft_of(request, state.settings.max_text)
    judged = await state.judge.judge(draft, charter, seconds or state.settings.judge_seconds)
    _count(state, charter, judged)
    return judged


async def _answers(state: State, body: bytes) -> AsyncIterator[bytes]:
    """Yield an answer a line; a line waits where a single draft would be turned away."""
    try:
        for number, line in enumerate(body.split(b"\n"), 1):
            if line.strip():
                yield await _answer(state, line, number) + b"\n"
    finally:
        state.streams -= 1


async def _answer(state: State, line: bytes, number: int) -> bytes:
    named = ""
    try:
        request = decode(line, CheckRequest)
        named = request.id
        if not named:
            request = msgspec.structs.replace(request, id=str(number))
        await state.judge.room(state.settings.judge_seconds)
        return (await judge(state, request)).body
    except Problem as problem:
        error = problem.answer().error
        return msgspec.json.encode(LineError(id=named or str(number), line=number, error=error))


def _count(state: State, charter: Charter, judged: Judged) -> None:
    complete = judged.report.judged
    state.metrics.judged(charter.name, judged.report.verdict, complete=complete)
