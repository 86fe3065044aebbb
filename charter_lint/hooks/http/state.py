"""What the routes of a running server share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from charter_lint.hooks.webhook.signature import Replays

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    from charter_lint.hooks.http.judging import Judge
    from charter_lint.hooks.http.metrics import Metrics
    from charter_lint.hooks.http.settings import Settings
    from charter_lint.hooks.http.shelf import Shelf


class State:
    """Settings, charters, judge, counters and signatures in use.

    `key` signs receipts, `streams` are long runs in progress.
    """

    def __init__(
        self,
        settings: Settings,
        shelf: Shelf,
        judge: Judge,
        metrics: Metrics,
        key: Ed25519PrivateKey | None = None,
    ) -> None:
        self.settings = settings
        self.shelf = shelf
        self.judge = judge
        self.metrics = metrics
        self.replays = Replays(settings.window_seconds)
        self.key = key
        self.streams = 0
        self.ready = False
