"""What the routes of a running server share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from charter_lint.hooks.http.judging import Judge
    from charter_lint.hooks.http.metrics import Metrics
    from charter_lint.hooks.http.settings import Settings
    from charter_lint.hooks.http.shelf import Shelf


class State:
    """The settings, charters, judge and counters; `streams` are long runs in progress."""

    def __init__(self, settings: Settings, shelf: Shelf, judge: Judge, metrics: Metrics) -> None:
        self.settings = settings
        self.shelf = shelf
        self.judge = judge
        self.metrics = metrics
        self.streams = 0
        self.ready = False
