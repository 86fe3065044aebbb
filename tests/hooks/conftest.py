"""One server and one browser for the tests that change neither."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from server_helpers import Server, serving

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("server"), "--access-log") as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    reason = ""
    if CHROMIUM is None:
        reason = "Chromium is not installed (.ci/chromium installs it)"
    elif find_spec("playwright") is None:
        reason = "the package playwright is not installed"
    if reason:
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def axe() -> str:
    folder = Path(os.environ.get("AXE_CORE", Path(__file__).parent / "node_modules/axe-core"))
    source = folder / "axe.min.js"
    if not source.is_file():
        reason = "axe-core is not installed (.ci/chromium installs it)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return source.read_text(encoding="utf-8")
