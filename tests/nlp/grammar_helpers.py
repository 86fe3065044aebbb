"""Fake servers, fake Javas and waiting, for the grammar tests."""

from __future__ import annotations

import contextlib
import http.server
import json
import os
import shutil
import sys
import threading
import time
import zipfile
from typing import TYPE_CHECKING

import psutil
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Handler = http.server.BaseHTTPRequestHandler

ANSWER = {"software": {"name": "LanguageTool", "version": "6.8"}, "matches": []}
LANGUAGES = [{"name": n, "code": c, "longCode": c} for n, c in (("French", "fr"), ("US", "en-US"))]

# Speaks enough of LanguageTool's HTTP to be started, warmed up, used and watched.
FAKE_JAVA = """#!{python} -I
import http.server, json, os, sys
if sys.argv[1:] == ["-version"]:
    print('openjdk version "{version}"', file=sys.stderr); sys.exit()
port = int(sys.argv[-1])
class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.0"
    def log_message(self, *a): pass
    def answer(self, body):
        self.send_response(200); self.end_headers(); self.wfile.write(json.dumps(body).encode())
    def do_GET(self): self.answer({languages})
    def do_POST(self):
        text = self.rfile.read(int(self.headers["Content-Length"])).decode()
        print("INFO checking " + text, flush=True)
        print("java.lang.IllegalStateException: Could not check <sentcontent>" + text, flush=True)
        print("\\tat org.languagetool.JLanguageTool.check(JLanguageTool.java:42)", flush=True)
        self.answer({answer})
server = http.server.ThreadingHTTPServer(("127.0.0.1", port), Handler)
print("Server started", flush=True)
server.serve_forever()
"""


def need(what: object, reason: str) -> None:
    """Skip without what a test needs, but fail in CI."""
    if not what:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)


def fake_java(folder: Path, version: str = "17.0.1") -> None:
    """Put a fake `java` into a folder, to be put on PATH."""
    text = FAKE_JAVA.format(
        python=sys.executable, version=version, languages=repr(LANGUAGES), answer=repr(ANSWER)
    )
    file = folder / "java"
    file.write_text(text)
    file.chmod(0o755)


def fake_jars(folder: Path, version: str = "6.8") -> Path:
    """Make a folder of jars that looks whole."""
    folder.mkdir()
    names = ("languagetool-server", "languagetool-core", "language-en", "language-fr")
    for name in (*names, "language-all", "other"):
        with zipfile.ZipFile(folder / f"{name}-{version}.jar", "w") as jar:
            if name == "languagetool-core":
                inside = "META-INF/maven/org.languagetool/languagetool-core/pom.properties"
                jar.writestr(inside, f"groupId=org.languagetool\nversion={version}\n")
            jar.writestr("filler", "x" * 100)
    return folder


def wait_for(condition: Callable[[], object], seconds: float = 10.0) -> bool:
    """Poll a condition; say whether it came true in time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.05)
    return bool(condition())


def alive(pid: int) -> bool:
    """Say whether a process runs; a zombie does not."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


@contextlib.contextmanager
def answering(
    reply: Callable[[Handler], None], *, seen: list[tuple[str, str]] | None = None
) -> Iterator[str]:
    """Run an HTTP server whose handler is `reply(handler)`; give its URL."""

    class Recorder(http.server.BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            if seen is not None:
                seen.append(("GET", self.path))
            reply(self)

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if seen is not None:
                seen.append(("POST", body.decode()))
            reply(self)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Recorder)
    server.daemon_threads = True
    server.block_on_close = False
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def send(handler: Handler, body: str | bytes, status: int = 200, **headers: str) -> None:
    """Send a whole answer."""
    data = body.encode() if isinstance(body, str) else body
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.end_headers()
    with contextlib.suppress(OSError):
        handler.wfile.write(data)


def languagetool(handler: Handler) -> None:
    """Answer as LanguageTool does, with nothing found."""
    send(handler, json.dumps(LANGUAGES if handler.command == "GET" else ANSWER))


def java_is_there() -> bool:
    """Say whether a real Java is on PATH."""
    return shutil.which("java") is not None
