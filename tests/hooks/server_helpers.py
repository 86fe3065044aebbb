"""A real server in a process of its own, on a free port."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import httpx

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterator

Result = TypeVar("Result")

COMPANY = Path(__file__).parent / "company"
LUMEN = COMPANY / "lumen.yaml"
_ADDRESS = re.compile(r"(https?://\S+:\d+/)")


class Server:
    """A running server: its address, what it printed, and a client."""

    def __init__(self, arguments: tuple[str, ...], env: dict[str, str], log: Path) -> None:
        self.log = log
        with log.open("wb") as file:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "charter_lint", "serve", "--lang", "en", *arguments],
                stdout=subprocess.DEVNULL,
                stderr=file,
                env={**os.environ, **env},
            )
        started = time.monotonic()
        self.address = self._address()
        self.start_seconds = time.monotonic() - started
        self.client = httpx.Client(base_url=self.address, timeout=20, trust_env=False)

    def printed(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def stop(self) -> int:
        self.client.close()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(20)

    def _address(self) -> str:
        for _ in range(1500):
            found = _ADDRESS.search(self.printed())
            if found:
                return found[1]
            if self.process.poll() is not None:
                break
            time.sleep(0.02)
        raise AssertionError(f"no server: {self.printed()}")


@contextmanager
def serving(
    tmp_path: Path, *arguments: str, charter: str | Path = LUMEN, env: dict[str, str] | None = None
) -> Iterator[Server]:
    log = tmp_path / f"serve-{time.monotonic_ns()}.log"
    server = Server(("--charter", str(charter), "--port", "0", *arguments), env or {}, log)
    try:
        yield server
    finally:
        server.stop()


def awaited(work: Coroutine[Any, Any, Result]) -> Result:
    """Run a coroutine in a thread of its own: Playwright keeps a loop running in the main one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()
