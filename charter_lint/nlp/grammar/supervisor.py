"""The process that owns one LanguageTool server: starts, watches and ends it.

It runs apart from the tool. Clients hold a connection to its private socket as long as they use
the server; a client whose connection breaks without a goodbye was killed, and when no other client
is left and nobody asked the server to stay, the server ends at once. Java dies with this process,
whatever ends it. Drafts never pass through here.
"""

from __future__ import annotations

import json
import os
import selectors
import signal
import socket
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from charter_lint.nlp.grammar.javalog import Log
from charter_lint.nlp.grammar.process import Running, memory_of, run_java
from charter_lint.nlp.grammar.visitors import Client, Visitors
from charter_lint.nlp.grammar.warmup import healthy, warm_up

if TYPE_CHECKING:
    from types import FrameType

_PORTS = 5  # tries, when the port is taken
_HEALTH_EVERY = 15.0
_HEALTH_MISSES = 3
_TICK = 0.5


class Plan(msgspec.Struct, frozen=True):
    """What to run: Java, its class path, the folder of state and log, the first questions.

    `line` is the descriptor of a socket to whoever starts this: the first user, from the start.
    """

    java: str
    classpath: list[str]
    folder: str
    port: int
    idle: float
    line: int
    warm: list[str]


class Ended(Exception):  # noqa: N818 -- the ordinary way out
    """The server is to end; the text says why, and is a reason of the messages or of the log."""


class Supervisor:
    """The loop around one Java process; `run` returns when the server has ended."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._folder = Path(plan.folder)
        self._log = Log(self._folder / "server.log")
        self._selector = selectors.DefaultSelector()
        self._visitors = Visitors(self._selector)
        self._visitors.adopt(socket.socket(fileno=plan.line), leases=True)
        self._status = "starting"
        self._stays = False
        self._version = ""
        self._touched = self._checked = time.monotonic()
        self._misses = 0
        self._ports = 0
        self._hints: set[str] = set()
        self._bell, self._ringer = socket.socketpair()
        self._running: Running | None = None

    def run(self) -> None:
        """Serve until idle, told to stop, abandoned or broken."""
        self._selector.register(self._bell, selectors.EVENT_READ, "bell")
        self._write_state()
        signal.signal(signal.SIGTERM, _on_signal)
        signal.signal(signal.SIGINT, _on_signal)
        try:
            self._spawn(self._plan.port)
            while True:
                self._turn()
        except Ended as end:
            self._end(str(end))
        except Exception:  # noqa: BLE001 -- nobody else would see it, and no draft comes here
            self._log.event(traceback.format_exc())
            self._end("start")
        finally:
            if self._running:
                self._running.end()
            self._forget_state()
            self._visitors.close()
            self._log.close()

    def _turn(self) -> None:
        for key, _ in self._selector.select(_TICK):
            if key.data is self._visitors:
                self._visitors.welcome()
            elif isinstance(key.data, Client):
                self._hear(key.data)
            elif key.data == "bell":
                self._warmed()
            else:
                self._hear_java()
        self._look_after()

    def _spawn(self, port: int) -> None:
        self._ports += 1
        self._running = run_java(self._plan.java, self._plan.classpath, self._folder, port)
        self._log.event(f"started Java {self._running.java.pid} on port {self._running.port}")
        if self._running.java.stdout:
            self._selector.register(self._running.java.stdout, selectors.EVENT_READ, "java")

    def _hear_java(self) -> None:
        assert self._running and self._running.java.stdout  # noqa: S101, PT018
        data = os.read(self._running.java.stdout.fileno(), 65536)
        if not data:
            self._selector.unregister(self._running.java.stdout)
            self._java_ended()
            return
        for line in data.decode("utf-8", "replace").splitlines():
            self._log.java(line)
            if "PortBindingException" in line or "BindException" in line:
                self._hints.add("port")
            elif "NoClassDefFoundError" in line or "ClassNotFoundException" in line:
                self._hints.add("half-copied")
            elif line.endswith("Server started") and self._status == "starting":
                self._log.private = True
                port = self._running.port
                threading.Thread(target=self._warm, args=(port,), daemon=True).start()

    def _java_ended(self) -> None:
        assert self._running  # noqa: S101
        taken = "port" in self._hints
        self._hints.discard("port")
        self._running.end()
        if taken and self._ports < _PORTS:
            self._log.event("the port is taken, trying another")
            self._spawn(0)
            return
        raise Ended("half-copied" if "half-copied" in self._hints else "start")

    def _warm(self, port: int) -> None:
        try:
            self._version = warm_up(port, self._plan.warm)
        except (OSError, ValueError) as error:
            self._log.event(f"the first questions failed: {type(error).__name__}")
        self._ringer.send(b"!")

    def _warmed(self) -> None:
        self._bell.recv(16)
        if not self._version:
            raise Ended("half-copied" if "half-copied" in self._hints else "start")
        self._status = "ready"
        self._touched = self._checked = time.monotonic()
        self._log.event(f"LanguageTool {self._version} is ready")
        for client in self._visitors:
            if client.leases:
                client.tell(**self._news())

    def _hear(self, client: Client) -> None:
        words = client.words()
        for word in words or ():
            self._obey(client, word)
        if words is None:
            self._visitors.part(client)
            if client.leases and not self._stays and not self._visitors.users():
                raise Ended("its last user was killed")

    def _obey(self, client: Client, word: str) -> None:
        if word == "lease":
            client.leases = True
            self._touched = time.monotonic()
            if self._status == "ready":
                client.tell(**self._news())
        elif word == "touch":
            self._touched = time.monotonic()
        elif word == "stay":
            self._stays = True
        elif word == "bye":
            client.leases = False
        elif word == "status":
            client.tell(**self._news())
        elif word == "stop":
            raise Ended("told to stop")

    def _look_after(self) -> None:
        now = time.monotonic()
        if self._status == "starting":
            return
        if now - self._touched > self._plan.idle:
            raise Ended("idle")
        if now - self._checked > _HEALTH_EVERY:
            assert self._running  # noqa: S101
            self._misses = 0 if healthy(self._running.port, 2) else self._misses + 1
            self._checked = time.monotonic()
            if self._misses >= _HEALTH_MISSES:
                raise Ended("unhealthy")

    def _news(self) -> dict[str, object]:
        assert self._running  # noqa: S101
        left = self._plan.idle - (time.monotonic() - self._touched)
        return {
            "status": self._status,
            "port": self._running.port,
            "version": self._version,
            "java": self._running.java.pid,
            "memory": memory_of(self._running.java.pid),
            "clients": self._visitors.users(),
            "idle": self._plan.idle,
            "left": max(0, round(left)),
        }

    def _end(self, why: str) -> None:
        self._log.event(f"ending: {why}")
        failed = why in ("start", "half-copied")
        for client in self._visitors:
            client.tell(status="failed" if failed else "ended", reason=why)

    def _write_state(self) -> None:
        path = self._folder / "server.json"
        fresh = path.with_suffix(f".{os.getpid()}")
        fresh.write_text(
            json.dumps({"pid": os.getpid(), "socket": self._visitors.path}), encoding="ascii"
        )
        fresh.replace(path)

    def _forget_state(self) -> None:
        path = self._folder / "server.json"
        try:
            if json.loads(path.read_bytes())["pid"] == os.getpid():
                path.unlink()
        except (OSError, ValueError, KeyError):
            return


def _on_signal(_number: int, _frame: FrameType | None) -> None:
    raise Ended("signal")


def main() -> None:
    """Read a plan from standard input, step away from whoever started this, and supervise."""
    plan = msgspec.json.decode(sys.stdin.buffer.read(), type=Plan)
    if os.fork():
        os._exit(0)
    os.setsid()
    os.umask(0o077)
    os.chdir(plan.folder)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
    Supervisor(plan).run()
