"""The application: routes behind the gatekeeper, and the loop that renews charters."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from starlette.routing import Route, Router

from charter_lint.hooks.http import checks, lookups
from charter_lint.hooks.http.gatekeeper import LOG, Gatekeeper, where_of
from charter_lint.hooks.http.judging import Judge
from charter_lint.hooks.http.metrics import Metrics
from charter_lint.hooks.http.state import State
from charter_lint.hooks.receipts import routes as receipts
from charter_lint.hooks.tokens import TokenStore
from charter_lint.hooks.webhook import routes as webhook

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from charter_lint.hooks.http.settings import Settings
    from charter_lint.hooks.http.shelf import Shelf

ROUTES = (
    Route("/", lookups.page),
    Route("/v1/check", checks.check, methods=["POST"]),
    Route("/v1/checks", checks.checks, methods=["POST"]),
    Route("/v1/rules", lookups.rules),
    Route("/v1/rules/{id:path}", lookups.rule),
    Route("/v1/charters", lookups.charters),
    Route("/v1/webhook", webhook.webhook, methods=["POST"]),
    Route("/v1/slack", webhook.slack, methods=["POST"]),
    Route("/v1/teams", webhook.teams, methods=["POST"]),
    Route("/v1/receipts", receipts.receipts, methods=["POST"]),
    Route("/v1/receipts/verify", receipts.verify, methods=["POST"]),
    Route("/health", lookups.health),
    Route("/health/live", lookups.live),
    Route("/health/ready", lookups.health),
    Route("/metrics", lookups.metrics),
    Route("/openapi.json", lookups.openapi),
)


def make_app(settings: Settings, shelf: Shelf, key: Ed25519PrivateKey | None = None) -> Gatekeeper:
    """Make the application that serves these charters; `key` signs receipts."""
    judge = Judge(settings.queue)
    state = State(settings, shelf, judge, Metrics(), key)

    @asynccontextmanager
    async def lifespan(_: object) -> AsyncIterator[None]:
        for place in shelf.places.values():
            await asyncio.to_thread(judge.warm, place.charter)
        state.ready = True
        renewing = asyncio.create_task(_renew(state))
        yield
        state.ready = False
        renewing.cancel()
        with suppress(asyncio.CancelledError):
            await renewing
        judge.close()

    router = Router(routes=ROUTES, redirect_slashes=False, lifespan=lifespan)
    return Gatekeeper(router, state, TokenStore(settings.tokens, settings.session))


async def _renew(state: State) -> None:
    """Look for changed charters as long as the server runs."""
    for place in list(state.shelf.places.values()):
        await asyncio.to_thread(state.judge.warm_all, place.charter)
    while True:
        await asyncio.sleep(state.settings.reload_seconds)
        try:
            changed = await asyncio.to_thread(state.shelf.look, state.judge.warm_all)
        except Exception as error:  # noqa: BLE001  (a fault must not end the renewing)
            LOG.error("fault %s at %s", type(error).__name__, where_of(error))
            continue
        for name in changed:
            faults = state.shelf.places[name].faults
            state.metrics.reloaded("kept" if faults else "new")
            if faults:
                first = faults[0]
                LOG.warning(
                    "charter %s kept: %d faults, first at %s:%d:%d (%s)",
                    name, len(faults), first.file, first.line, first.column, first.problem,
                )  # fmt: skip
            else:
                LOG.warning("charter %s: revision in use", name)
