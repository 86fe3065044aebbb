"""The desk's application: its page and its few questions, behind the gatekeeper."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TYPE_CHECKING

import msgspec
from starlette.responses import Response
from starlette.routing import Route, Router

from charter_lint.hooks.desk.answers import Asked
from charter_lint.hooks.desk.workshop import Workshop
from charter_lint.hooks.http.body import JSON, read_body
from charter_lint.hooks.http.gatekeeper import Gatekeeper
from charter_lint.hooks.http.metrics import Metrics
from charter_lint.hooks.http.problem import Problem
from charter_lint.hooks.http.requests import decode
from charter_lint.hooks.page.assemble import Page, put_together, texts_of
from charter_lint.hooks.tokens import TokenStore

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from starlette.requests import Request

    from charter_lint.hooks.http.settings import Settings


class DeskState:
    """What the routes share: the charter under work and the one thread that works on it."""

    def __init__(self, settings: Settings, charter: Path) -> None:
        self.settings = settings
        self.metrics = Metrics()
        self.workshop = Workshop(charter)
        self.pool = ThreadPoolExecutor(1, thread_name_prefix="judge")


def make_desk(settings: Settings, charter: Path) -> Gatekeeper:
    """Make the application that works on a company's charter."""
    tokens = TokenStore(settings.tokens, settings.session)
    return Gatekeeper(
        Router(routes=ROUTES, redirect_slashes=False), DeskState(settings, charter), tokens
    )


@cache
def desk_page(longest: int) -> Page:
    """Make the page; `longest` is the most code points of a draft."""
    data = {"texts": texts_of(("report", "desk_page")), "longest": longest}
    return put_together("charter_lint.hooks.desk", "desk", data)


async def _page(request: Request) -> Response:
    made = desk_page(request.app.state.settings.max_text)
    policy = {"content-security-policy": made.policy}
    return Response(made.html, media_type="text/html", headers=policy)


async def _rules(request: Request) -> Response:
    return await _worked(request, request.app.state.workshop.listed)


async def _open(request: Request) -> Response:
    return await _asked(request, request.app.state.workshop.opened)


async def _prove(request: Request) -> Response:
    return await _asked(request, request.app.state.workshop.proved)


async def _save(request: Request) -> Response:
    return await _asked(request, request.app.state.workshop.saved)


async def _copy(request: Request) -> Response:
    return await _asked(request, request.app.state.workshop.copied)


ROUTES = (
    Route("/", _page),
    Route("/v1/rules", _rules),
    Route("/v1/open", _open, methods=["POST"]),
    Route("/v1/prove", _prove, methods=["POST"]),
    Route("/v1/save", _save, methods=["POST"]),
    Route("/v1/copy", _copy, methods=["POST"]),
)


async def _asked(request: Request, work: Callable[[Asked], object]) -> Response:
    settings: Settings = request.app.state.settings
    body = await read_body(request, JSON, settings.max_body, settings.body_seconds)
    asked = decode(body, Asked)
    if len(asked.draft) > settings.max_text:
        raise Problem("text-long", "$.draft", limit=f"{settings.max_text}")
    if "\0" in asked.draft:
        raise Problem("text-nul", "$.draft")
    return await _worked(request, lambda: work(asked))


async def _worked(request: Request, work: Callable[[], object]) -> Response:
    state: DeskState = request.app.state
    future = asyncio.get_running_loop().run_in_executor(state.pool, work)
    try:
        answer = await asyncio.wait_for(asyncio.shield(future), state.settings.judge_seconds)
    except asyncio.TimeoutError:
        future.add_done_callback(lambda f: f.cancelled() or f.exception())
        raise Problem("too-slow") from None
    return Response(msgspec.json.encode(answer), media_type="application/json")
