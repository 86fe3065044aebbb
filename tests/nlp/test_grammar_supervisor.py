"""The supervisor around a stand-in for Java: what would take minutes with the real one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import grammar_helpers as helpers
import psutil
import pytest

from charter_lint.nlp.grammar import GrammarUnavailable, Settings, places, server
from charter_lint.nlp.grammar.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a POSIX system")

HOLD = (
    "import sys, time; from charter_lint.nlp.grammar import server\n"
    "lease = server.lease(); print(lease.status.port, lease.status.java, flush=True)\n"
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a fresh state folder, jars that look whole and a stand-in for Java."""
    helpers.fake_java(tmp_path)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("CHARTER_LINT_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("CHARTER_LINT_LANGUAGETOOL", str(helpers.fake_jars(tmp_path / "jars")))
    yield tmp_path
    server.stop()


def log(home: Path) -> str:
    return (home / "state" / "server.log").read_text(encoding="utf-8")


def holder(then: str) -> tuple[subprocess.Popen[str], int, int]:
    """Start a process that shares the server and then does something; give port and Java."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD + then], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    with process.stdout:
        port, java = map(int, process.stdout.readline().split())
    return process, port, java


def test_a_server_that_is_started_answers_and_stops(home: Path) -> None:
    lease = server.lease()
    assert lease.touch()
    now = server.running()
    assert now
    assert (now.status, now.version, now.clients) == ("ready", "6.8", 1)
    assert server.stop()
    assert not lease.touch()
    lease.release()
    assert not helpers.alive(now.java)
    assert server.running() is None
    assert not server.stop()
    assert places.read_state() is None
    assert "told to stop" in log(home)


def test_it_ends_when_idle(home: Path) -> None:
    lease = server.lease(idle=1.5)
    java = lease.status.java
    for _ in range(4):
        time.sleep(0.5)
        assert lease.touch()
    assert helpers.wait_for(lambda: not helpers.alive(java), 6)
    assert not lease.touch()
    lease.release()
    assert log(home).rstrip().endswith("ending: idle")


def test_a_killed_user_ends_it_and_a_second_user_keeps_it(home: Path) -> None:
    first, port, java = holder("time.sleep(60)")
    second, port_too, _ = holder("time.sleep(60)")
    assert port == port_too
    first.kill()
    first.wait()
    time.sleep(0.3)
    assert helpers.alive(java)
    second.kill()
    second.wait()
    assert helpers.wait_for(lambda: not helpers.alive(java), 5)
    assert "its last user was killed" in log(home)


def test_a_user_that_ends_well_leaves_it_warm(home: Path) -> None:
    process, _, java = holder("")
    assert process.wait() == 0
    time.sleep(0.5)
    assert helpers.alive(java)
    assert "killed" not in log(home)


def test_a_server_that_was_asked_to_stay_survives_a_killed_user(home: Path) -> None:
    process, _, java = holder("lease.stay(); time.sleep(60)")
    time.sleep(0.3)
    process.kill()
    process.wait()
    time.sleep(0.7)
    assert helpers.alive(java), log(home)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_java_dies_with_its_supervisor(home: Path, number: int) -> None:
    lease = server.lease()
    state = places.read_state()
    assert state
    os.kill(state.pid, number)
    assert helpers.wait_for(lambda: not helpers.alive(lease.status.java), 5)
    assert not lease.touch()
    lease.release()
    fresh = server.lease()  # what the dead one left behind is no obstacle
    assert fresh.status.java != lease.status.java
    fresh.release()
    assert (home / "state" / "server.json").exists()


def test_the_watching_process_kills_where_no_kernel_does() -> None:
    code = (
        "import subprocess, sys, time; from charter_lint.nlp.grammar import deathwatch\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        "watch = deathwatch.by_pipe(child.pid); print(child.pid, watch.pid, flush=True)\n"
        "time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert parent.stdout
    with parent.stdout:
        child, watch = map(int, parent.stdout.readline().split())
    assert helpers.alive(child)
    parent.kill()
    parent.wait()
    assert helpers.wait_for(lambda: not helpers.alive(child), 5)
    assert helpers.wait_for(lambda: not helpers.alive(watch), 5)


@pytest.mark.usefixtures("home")
def test_a_dead_java_is_replaced() -> None:
    session = Session(Settings())
    assert session.check("One text.", "en") == []
    assert session._lease
    java = session._lease.status.java
    psutil.Process(java).kill()
    assert session.check("Another text.", "en") == []
    assert session._lease.status.java != java
    session._lease.release()


def test_eight_processes_share_one_server(home: Path) -> None:
    command = [sys.executable, "-c", HOLD]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(8)]
    said = {run.communicate()[0] for run in runs}
    assert len(said) == 1, said
    assert log(home).count("started Java") == 1


def test_a_killed_starter_does_not_block_the_next(home: Path) -> None:
    slow = home / "java"
    text = slow.read_text()
    slow.write_text(text.replace('print("Server', 'import time; time.sleep(3); print("Server'))
    first = subprocess.Popen([sys.executable, "-c", HOLD], stdout=subprocess.DEVNULL)
    assert helpers.wait_for((home / "state" / "server.json").exists)
    assert helpers.wait_for(lambda: bool(now := server.running()) and now.java > 0)
    now = server.running()
    assert now
    first.kill()
    first.wait()
    assert helpers.wait_for(lambda: not helpers.alive(now.java), 5)
    second = server.lease()
    assert second.status.status == "ready"
    second.release()


def test_drafts_are_neither_in_the_log_nor_in_any_file(home: Path) -> None:
    session = Session(Settings())
    session.check("Projet Zanzibar avance.", "fr")
    assert session._lease
    session._lease.release()
    assert helpers.wait_for(lambda: "IllegalStateException" in log(home))
    assert "JLanguageTool.java:42" in log(home)
    for file in (home / "state").rglob("*"):
        if file.is_file():
            assert b"Zanzibar" not in file.read_bytes(), file
    assert (home / "state").stat().st_mode & 0o077 == 0


def test_a_java_that_fails_says_so_at_once(home: Path) -> None:
    (home / "java").write_text(
        f'#!{sys.executable}\nimport sys\nif "-version" in sys.argv:\n'
        " print('openjdk version \"17.0.1\"')\n"
        'else:\n print("Could not reserve memory")\n sys.exit(1)\n'
    )
    begun = time.monotonic()
    with pytest.raises(GrammarUnavailable) as caught:
        server.lease()
    assert caught.value.reason == "start"
    assert time.monotonic() - begun < 10
    assert "Could not reserve memory" in log(home)
    assert server.running() is None


def test_a_version_that_does_not_fit_is_not_started(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jars = helpers.fake_jars(home / "old", "5.9")
    monkeypatch.setenv("CHARTER_LINT_LANGUAGETOOL", str(jars))
    with pytest.raises(GrammarUnavailable, match=r"LanguageTool 5\.9 is not supported"):
        server.lease()
    assert not (home / "state" / "server.log").exists()
