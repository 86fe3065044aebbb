"""Counters of a server in the text format of Prometheus; they hold no text of anybody."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

BOUNDS = (0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
"""Upper bounds of the buckets of answer times, in seconds."""


class Metrics:
    """What a server counts; only its event loop writes."""

    def __init__(self) -> None:
        self._requests: Counter[tuple[str, str, int]] = Counter()
        self._verdicts: Counter[tuple[str, str]] = Counter()
        self._unjudged = 0
        self._buckets = [0] * (len(BOUNDS) + 1)
        self._seconds = 0.0
        self._reloads: Counter[str] = Counter()

    def answered(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count a request by the route's name, never by what stood in its address."""
        self._requests[(route, method, status)] += 1
        self._buckets[bisect_left(BOUNDS, seconds)] += 1
        self._seconds += seconds

    def judged(self, charter: str, verdict: str, *, complete: bool) -> None:
        """Count a judgement."""
        self._verdicts[(charter, verdict)] += 1
        self._unjudged += not complete

    def reloaded(self, result: str) -> None:
        """Count a charter taken up ("new") or kept because the new one has faults ("kept")."""
        self._reloads[result] += 1

    def page(self, gauges: dict[str, float]) -> str:
        """Give all counters; `gauges` are values of this moment, by name."""
        lines = ["# TYPE charter_lint_requests_total counter"]
        for (route, method, status), count in sorted(self._requests.items()):
            labels = f'route="{route}",method="{method}",status="{status}"'
            lines.append(f"charter_lint_requests_total{{{labels}}} {count}")
        lines.append("# TYPE charter_lint_request_seconds histogram")
        total = 0
        for bound, count in zip((*BOUNDS, "+Inf"), self._buckets, strict=True):
            total += count
            lines.append(f'charter_lint_request_seconds_bucket{{le="{bound}"}} {total}')
        lines.append(f"charter_lint_request_seconds_sum {self._seconds:.6f}")
        lines.append(f"charter_lint_request_seconds_count {total}")
        lines.append("# TYPE charter_lint_judgements_total counter")
        for (charter, verdict), count in sorted(self._verdicts.items()):
            labels = f'charter="{_label(charter)}",verdict="{verdict}"'
            lines.append(f"charter_lint_judgements_total{{{labels}}} {count}")
        lines.append("# TYPE charter_lint_incomplete_total counter")
        lines.append(f"charter_lint_incomplete_total {self._unjudged}")
        lines.append("# TYPE charter_lint_reloads_total counter")
        lines.extend(
            f'charter_lint_reloads_total{{result="{result}"}} {count}'
            for result, count in sorted(self._reloads.items())
        )
        for name, value in gauges.items():
            lines.extend((f"# TYPE charter_lint_{name} gauge", f"charter_lint_{name} {value:g}"))
        return "\n".join(lines) + "\n"


def _label(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
