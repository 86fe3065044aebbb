"""The routes that only tell: rules, charters, health, counters, the page, the OpenAPI document."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import msgspec
from starlette.responses import Response

from charter_lint.hooks.http.answers import charters_of, health_of, rule_of, rules_of
from charter_lint.hooks.http.openapi import document
from charter_lint.hooks.http.problem import Problem
from charter_lint.hooks.page.assemble import page_of

if TYPE_CHECKING:
    from starlette.requests import Request

    from charter_lint.hooks.http.state import State


async def rules(request: Request) -> Response:
    """List the rules of a charter, or of one of its packs."""
    state: State = request.app.state
    charter = state.shelf.charter(request.query_params.get("charter", ""))
    return _json(rules_of(charter, request.query_params.get("pack", "")))


async def rule(request: Request) -> Response:
    """Explain one rule."""
    state: State = request.app.state
    charter = state.shelf.charter(request.query_params.get("charter", ""))
    number = charter.rule_numbers.get(request.path_params["id"])
    if number is None:
        raise Problem("rule-unknown")
    return _json(rule_of(charter, number))


async def charters(request: Request) -> Response:
    """List the served charters."""
    return _json(charters_of(request.app.state.shelf))


async def health(request: Request) -> Response:
    """Say how the server is; 503 while it does not judge."""
    state: State = request.app.state
    found = health_of(state.shelf, ready=state.ready)
    return _json(found, 200 if found.ready else 503)


async def live(request: Request) -> Response:  # noqa: ARG001  (a route)
    """Say that the server runs."""
    return _json({"live": True})


async def metrics(request: Request) -> Response:
    """Give the counters."""
    state: State = request.app.state
    gauges = {"waiting": float(state.judge.held), "streams": float(state.streams)}
    memory = _memory()
    if memory:
        gauges["resident_bytes"] = float(memory)
    for name, place in state.shelf.places.items():
        gauges[f'charter_faults{{charter="{name}"}}'] = float(len(place.faults))
    return Response(state.metrics.page(gauges), media_type="text/plain; version=0.0.4")


async def openapi(request: Request) -> Response:
    """Give the OpenAPI document."""
    return _json(document(request.app.state.settings))


async def page(request: Request) -> Response:
    """Give the page to paste into."""
    state: State = request.app.state
    made = page_of(state.settings.max_text)
    return Response(
        made.html, media_type="text/html", headers={"content-security-policy": made.policy}
    )


def _json(answer: Any, status: int = 200) -> Response:  # noqa: ANN401  (any answer)
    return Response(msgspec.json.encode(answer), status_code=status, media_type="application/json")


def _memory() -> int:
    """Give the memory in use, in bytes, where the system tells it in /proc."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123  (each scrape)
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, AttributeError):
        return 0
