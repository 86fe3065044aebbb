"""Make a child process die with its parent, even when the parent is killed with kill -9."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_PR_SET_PDEATHSIG = 1  # prctl(2)
_WATCH = (
    "import os,signal,sys\n"
    "sys.stdin.buffer.read()\n"
    "try: os.kill(int(sys.argv[1]), signal.SIGKILL)\n"
    "except OSError: pass\n"
)


def by_kernel() -> Callable[[], None] | None:
    """Give what a child runs before exec so that Linux kills it with its parent, else nothing.

    The kernel watches the parent's thread: start the child from a thread that lives on.
    """
    if not sys.platform.startswith("linux"):
        return None
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    parent = os.getpid()

    def die_with_parent() -> None:
        prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:  # it died before the kernel was told
            os._exit(1)

    return die_with_parent


def by_pipe(pid: int) -> subprocess.Popen[bytes]:
    """Start a process that kills `pid` as soon as this process ends, for systems without prctl.

    It holds the reading end of a pipe whose only writing end is here. Keep the result; `kill` it
    before `pid` is ended on purpose, so that a number used again is never hit.
    """
    return subprocess.Popen(  # noqa: S603 -- this very Python
        [sys.executable, "-I", "-S", "-c", _WATCH, str(pid)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
