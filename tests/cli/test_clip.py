"""`charter-lint clip`, with a program in the place of xclip that gives a file's content."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="stands in for a Linux clipboard")

RISKY = "Notre fonds offre un rendement garanti de 5 % par an."
CLEAN = "Merci à toute l'équipe pour ces deux journées."


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """Give an environment in which xclip prints the file `board`."""
    tools = tmp_path / "bin"
    tools.mkdir()
    script = tools / "xclip"
    script.write_text(f'#!/bin/sh\ntest "$3" = -o && cat "{tmp_path}/board"\n')
    script.chmod(0o755)
    kept = {k: v for k, v in os.environ.items() if k != "WAYLAND_DISPLAY"}
    return {**kept, "PATH": f"{tools}{os.pathsep}/usr/bin{os.pathsep}/bin", "DISPLAY": ":99"}


def clip(env: dict[str, str], *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "charter_lint", "clip", "--lang", "fr", *options],
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_what_was_copied_is_judged(tmp_path: Path, env: dict[str, str]) -> None:
    (tmp_path / "board").write_text(RISKY)
    done = clip(env)
    assert done.returncode == 1
    assert "finance/guaranteed-return" in done.stdout
    assert done.stdout.startswith("presse-papiers")
    assert clip(env, "--fail-on", "never").returncode == 0
    (tmp_path / "board").write_text(CLEAN)
    assert clip(env).returncode == 0


def test_no_text_is_not_a_pass(tmp_path: Path, env: dict[str, str]) -> None:
    (tmp_path / "board").write_text(" \n")
    done = clip(env)
    assert done.returncode == 2
    assert "ne contient pas de texte" in done.stderr


def test_no_clipboard_is_said_with_what_to_install(env: dict[str, str]) -> None:
    del env["DISPLAY"]
    done = clip({**env, "PATH": ""})
    assert done.returncode == 2
    assert "wl-clipboard" in done.stderr
    assert "Traceback" not in done.stderr


def test_watching_judges_every_new_text(tmp_path: Path, env: dict[str, str]) -> None:
    (tmp_path / "board").write_text(CLEAN)
    with subprocess.Popen(
        [sys.executable, "-m", "charter_lint", "clip", "--watch", "--lang", "fr"],
        env={**env, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as running:
        try:
            assert running.stdout is not None
            assert "rien à signaler" in running.stdout.readline()
            part = tmp_path / "next"
            part.write_text(RISKY)
            part.replace(tmp_path / "board")
            start = time.monotonic()
            while "finance/" not in running.stdout.readline():
                assert time.monotonic() - start < 30
            running.send_signal(signal.SIGINT)
            assert running.wait(20) == 130
        finally:
            running.kill()
