"""What benchmarks share: timing whole processes in turn, and installing Vale to compare with."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

VALE = "github.com/vale-cli/vale/v3/cmd/vale@v3.22.0"


def cpu_seconds(command: Sequence[str], env: dict[str, str] | None = None) -> float:
    """Run a command with its output thrown away; give user and system seconds of CPU."""
    with subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **(env or {})},
    ) as process:
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    return usage.ru_utime + usage.ru_stime


def interleaved(
    commands: dict[str, tuple[Sequence[str], dict[str, str] | None]], runs: int
) -> dict[str, list[float]]:
    """Time commands in turn, A B C A B C …, after one run of each that does not count."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, (command, env) in commands.items():
            spent = cpu_seconds(command, env)
            if run:
                times[name].append(spent)
    return times


def show(times: dict[str, list[float]], base: str) -> None:
    """Print the median of each command, and the median of its ratio to the base, run by run."""
    for name, spent in times.items():
        ratios = [a / b for a, b in zip(spent, times[base], strict=True)]
        print(
            f"{name:34} {statistics.median(spent):.3f} CPU s"
            f"   {statistics.median(ratios):.2f} × {base}"
        )


def find_vale() -> str | None:
    """Give the path of Vale 3.22.0: the one on the PATH, or one installed with Go; else None."""
    for candidate in (shutil.which("vale"), str(_bin() / "vale")):
        if candidate and Path(candidate).exists() and "3.22.0" in _version(candidate):
            return candidate
    if shutil.which("go") is None:
        print("Vale: skipped, Go is not installed", file=sys.stderr)
        return None
    _bin().mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        ["go", "install", VALE], env={**os.environ, "GOBIN": str(_bin())}, check=False
    )
    return str(_bin() / "vale") if done.returncode == 0 else None


def _bin() -> Path:
    return Path(tempfile.gettempdir()) / "charter-lint-vale-3.22.0"


def _version(path: str) -> str:
    done = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)
    return done.stdout
