"""LanguageTool's Java process: how it is started, bounded and ended."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from charter_lint.nlp.grammar import deathwatch

if TYPE_CHECKING:
    from collections.abc import Sequence

LOOPBACK = "127.0.0.1"
_HEAP = "512m"
# Few threads: each holds two analysers of 60 to 130 MB, and a third would be built cold, in 3 s.
THREADS = 2
_CONFIG = f"""\
pipelineCaching=true
maxPipelinePoolSize=16
pipelineExpireTimeInSeconds=604800
maxCheckThreads={THREADS}
maxCheckTimeMillis=60000
maxTextLength=60000
"""
_BOUNDS = (
    f"-Xmx{_HEAP}",
    "-Xmn64m",  # with more, what stays leaves no room and every 20th post waits 0.5 s
    "-XX:MaxMetaspaceSize=192m",
    "-XX:ReservedCodeCacheSize=64m",
    "-XX:MaxDirectMemorySize=32m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-XX:+ExitOnOutOfMemoryError",
    # A core dump or crash report would hold what the server was reading.
    "-XX:-CreateCoredumpOnCrash",
    f"-XX:ErrorFile={os.devnull}",
    "-XX:-UsePerfData",
    "-Djava.net.preferIPv4Stack=true",
)


class Running(msgspec.Struct):
    """A started Java with its port and, where the kernel doesn't watch, the process that does."""

    java: subprocess.Popen[bytes]
    port: int
    watch: subprocess.Popen[bytes] | None

    def end(self) -> None:
        """End Java, kindly at first, and the process that watches over it."""
        if self.watch:
            self.watch.kill()
            self.watch.wait()
            if self.watch.stdin:
                self.watch.stdin.close()
        if self.java.poll() is None:
            self.java.terminate()
            try:
                self.java.wait(timeout=2)
            except subprocess.TimeoutExpired:
                self.java.kill()
                self.java.wait()
        if self.java.stdout:
            self.java.stdout.close()


def run_java(java: str, classpath: Sequence[str], folder: Path, port: int) -> Running:
    """Start LanguageTool on a loopback port (0: any free one), bound in memory and in life."""
    config = folder / "lt.cfg"
    config.write_text(_CONFIG, encoding="ascii")
    port = port or _free_port()
    command = [java, *_BOUNDS, "-cp", os.pathsep.join(classpath)]
    command += ["org.languagetool.server.HTTPServer", "--config", str(config), "--port", str(port)]
    watched = deathwatch.by_kernel()
    process = subprocess.Popen(  # noqa: S603 -- the user's own Java
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=folder,
        preexec_fn=watched,  # noqa: PLW1509 -- no thread runs yet
        env={name: value for name, value in os.environ.items() if name != "CLASSPATH"},
    )
    return Running(process, port, None if watched else deathwatch.by_pipe(process.pid))


def memory_of(pid: int) -> int:
    """Give a process's resident memory in MB, 0 where the system doesn't say."""
    if not sys.platform.startswith("linux"):
        return 0
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    for line in status.splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) // 1024
    return 0


def _free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port
