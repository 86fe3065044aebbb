"""Start, share, ask and stop the one LanguageTool server of this machine's user."""

from __future__ import annotations

import atexit
import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import msgspec

import charter_lint.version
from charter_lint.nlp.grammar import places
from charter_lint.nlp.grammar.jars import jars_of
from charter_lint.nlp.grammar.java import find_java
from charter_lint.nlp.grammar.model import GrammarUnavailable
from charter_lint.nlp.grammar.profile import profile
from charter_lint.nlp.grammar.supervisor import Plan

_PATIENCE = 120.0  # seconds for one start; 15 is usual, the first questions included
_BOOT = """\
import sys
sys.path.insert(0, sys.argv[1])
from charter_lint.nlp.grammar.supervisor import main
main()
"""


class Status(msgspec.Struct, frozen=True):
    """What a supervisor says of its server; memory in MB, idle and left in seconds."""

    status: str
    reason: str = ""
    port: int = 0
    version: str = ""
    java: int = 0
    memory: int = 0
    clients: int = 0
    idle: float = 0
    left: int = 0


class Lease:
    """A share in the running server; it is given back when this process ends.

    If this process is killed instead, the supervisor sees it and ends a server nobody else uses.
    """

    def __init__(self, connection: socket.socket, status: Status) -> None:
        self._connection = connection
        self._owner = os.getpid()
        self.status = status
        self.url = f"http://127.0.0.1:{status.port}"
        atexit.register(self.release)

    def touch(self) -> bool:
        """Tell the supervisor that the server is in use; False when it has gone."""
        if self._owner != os.getpid():
            return False
        try:
            self._connection.settimeout(0)
            try:
                if not self._connection.recv(4096, socket.MSG_PEEK):
                    return False
            except BlockingIOError:
                pass
            else:
                return False  # the only news after "ready" is the end
            self._connection.sendall(b"touch\n")
        except OSError:
            return False
        return True

    def stay(self) -> None:
        """Ask the server to stay until it is idle, whatever happens to its users."""
        self._connection.settimeout(2)
        self._connection.sendall(b"stay\n")

    def release(self) -> None:
        """Say goodbye, so that the server stays until it is idle."""
        atexit.unregister(self.release)
        if self._owner == os.getpid():
            try:
                self._connection.settimeout(2)
                self._connection.sendall(b"bye\n")
            except OSError:
                pass
        self._connection.close()


def running() -> Status | None:
    """Say what runs, without starting anything."""
    connection = _connect()
    if connection is None:
        return None
    with connection:
        return _ask(connection, b"status\n", 5)


def lease(*, start: bool = True, port: int = 0, idle: float = 900.0) -> Lease:
    """Share the running server, or start one if `start`; wait until it is ready.

    One process starts at a time, the others wait for it and share what it started.
    Raises GrammarUnavailable.
    """
    from filelock import FileLock, Timeout  # noqa: PLC0415

    shared = _share()
    if shared:
        return shared
    if not start:
        raise GrammarUnavailable("down")
    try:
        with FileLock(places.lock_file(), timeout=_PATIENCE):
            shared = _share()
            if shared:
                return shared
            shared = _joined(_launch(port, idle))
            if shared:
                return shared
    except Timeout as error:
        raise GrammarUnavailable("lock") from error
    raise GrammarUnavailable("start", what=str(places.log_file()))


def stop() -> bool:
    """Stop the running server and wait for its end; False when none runs."""
    connection = _connect()
    if connection is None:
        return False
    with connection:
        connection.settimeout(10)
        try:
            connection.sendall(b"stop\n")
            while connection.recv(4096):
                pass
        except OSError:
            pass
    return True


def _launch(port: int, idle: float) -> socket.socket:
    """Start a supervisor; give the connection that makes this process its first user."""
    if not hasattr(os, "fork"):
        raise GrammarUnavailable("system")
    data = profile()
    jars = jars_of(places.jars_dir())
    data.accept(jars.version)
    java = find_java(data.java)
    ours, theirs = socket.socketpair()
    plan = Plan(
        java=java,
        classpath=list(jars.classpath),
        folder=str(places.state_dir()),
        port=port,
        idle=idle,
        line=theirs.fileno(),
        warm=data.warm_forms(),
    )
    home = str(Path(charter_lint.version.__file__).parents[1])
    with (
        theirs,
        subprocess.Popen(  # noqa: S603 -- this very Python
            [sys.executable, "-I", "-c", _BOOT, home],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(theirs.fileno(),),
        ) as launcher,
    ):
        launcher.communicate(msgspec.json.encode(plan))
    return ours


def _share() -> Lease | None:
    """Join the running server, if there is one, and wait until it is ready."""
    connection = _connect()
    return _joined(connection) if connection else None


def _joined(connection: socket.socket) -> Lease | None:
    status = _ask(connection, b"lease\n", _PATIENCE)
    if status and status.status == "ready":
        return Lease(connection, status)
    connection.close()
    if status and status.status == "failed":
        raise GrammarUnavailable(status.reason, what=str(places.log_file()))
    return None


def _connect() -> socket.socket | None:
    state = places.read_state()
    if state is None:
        return None
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(2)
    try:
        connection.connect(state.socket)
    except OSError:
        connection.close()
        return None
    return connection


def _ask(connection: socket.socket, word: bytes, patience: float) -> Status | None:
    """Send a word and read the line that answers it; nothing if the server ends or is silent."""
    until = time.monotonic() + patience
    heard = b""
    try:
        connection.sendall(word)
        while b"\n" not in heard:
            connection.settimeout(max(0.01, until - time.monotonic()))
            data = connection.recv(4096)
            if not data:
                return None
            heard += data
        return msgspec.json.decode(heard.split(b"\n", 1)[0], type=Status)
    except (OSError, msgspec.MsgspecError, json.JSONDecodeError):
        return None
