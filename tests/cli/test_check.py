"""`charter-lint check` as a tool and as a person would run it."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

TOOL = [sys.executable, "-m", "charter_lint"]
BAD = "Notre fonds offre un rendement garanti de 5 % à tous."
GOOD = "Merci à toute l'équipe pour ces deux belles journées."


def run(
    *args: str, data: bytes | str = b"", cwd: Path | None = None, **env: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the tool with some standard input; give exit code and both streams."""
    raw = data.encode() if isinstance(data, str) else data
    return subprocess.run(
        [*TOOL, *args],
        input=raw,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, **env},
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize(("text", "code"), [(GOOD, 0), (BAD, 1)])
def test_exit_code_of_standard_input(text: str, code: int) -> None:
    for args in ([], ["-"]):
        assert run("check", *args, data=text).returncode == code
    assert run(data=text).returncode == code


@pytest.mark.parametrize(
    ("fail_on", "code"), [("block", 1), ("review", 1), ("advise", 1), ("never", 0)]
)
def test_fail_on(fail_on: str, code: int) -> None:
    assert run("check", "--fail-on", fail_on, data=BAD).returncode == code


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    ("args", "data", "said"),
    [
        (["check", "nothing.txt"], b"", "nothing.txt"),
        (["check", "folder"], b"", "folder"),
        (["check", "--charter", "nortwind"], GOOD, "northwind"),
        (["check", "--charter", "broken.yaml"], GOOD, "broken.yaml:2:1"),
        (["check"], b"abc \xe9", ":1:5"),
        (["check"], "été".encode("utf-16"), "UTF-16"),
        (["check"], b"", ""),
        (["check"], b" \n\t", ""),
        (["check"], b"a\0b", ""),
        (["check", "bad.jsonl"], b"", "bad.jsonl:2"),
        (["check", "--format", "xml"], GOOD, "jsonl"),
        (["check", "--date", "demain"], GOOD, "YYYY-MM-DD"),
        (["chek"], GOOD, "check"),
    ],
)
def test_bad_input_says_place_and_exits_2(
    tmp_path: Path, lang: str, args: list[str], data: bytes, said: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "broken.yaml").write_text("name: x\npaks: []\n")
    (tmp_path / "bad.jsonl").write_text('{"id": 1, "text": "Bonjour."}\n[1]\n')
    done = run(*args, data=data, cwd=tmp_path, CHARTER_LINT_LANG=lang)
    errors = done.stderr.decode()
    assert done.returncode == 2
    assert said in errors
    assert "Traceback" not in errors
    assert errors.strip()


def test_what_can_be_judged_is_judged_beside_bad_input(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BAD)
    (tmp_path / "b.txt").write_bytes(b"\xff\xfe")
    done = run("check", "a.txt", "b.txt", "-f", "jsonl", cwd=tmp_path)
    assert done.returncode == 2
    assert [json.loads(line)["verdict"] for line in done.stdout.splitlines()] == ["block"]


def test_json_lines_keep_their_ids_and_order(tmp_path: Path) -> None:
    rows = [{"id": f"p{i}", "text": BAD if i % 2 else GOOD, "platform": "x"} for i in range(6)]
    (tmp_path / "posts.jsonl").write_text("\n".join(json.dumps(r) for r in rows))
    done = run("check", "--format", "jsonl", "posts.jsonl", cwd=tmp_path)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [f["id"] for f in found] == [r["id"] for r in rows]
    assert [f["verdict"] for f in found] == ["pass", "block"] * 3
    for entry in found:
        for finding in entry["findings"]:
            assert {"rule", "severity", "start", "end"} <= set(finding)


def test_folders_and_front_matter(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"---\nplatform: blog\n---\n{BAD}\n")
    (tmp_path / "b.txt").write_text(GOOD)
    done = run("check", "--format", "json", ".", cwd=tmp_path)
    drafts = json.loads(done.stdout)["drafts"]
    assert [d["id"] for d in drafts] == ["a.md", "b.txt"]
    assert drafts[0]["findings"][0]["line"] == 4


def test_output_file(tmp_path: Path) -> None:
    done = run("check", "-f", "json", "-o", "out.json", data=BAD, cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout == b""
    assert json.loads((tmp_path / "out.json").read_text())["drafts"][0]["verdict"] == "block"


def test_quiet_is_silent_on_a_clean_post() -> None:
    assert run("check", "--quiet", data=GOOD).stdout == b""


@pytest.mark.parametrize(
    ("env", "colored"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_color(env: dict[str, str], colored: bool) -> None:
    assert (b"\x1b[" in run("check", data=BAD, **env).stdout) is colored


@pytest.mark.parametrize(
    "text",
    [
        "mot " * 250_000,
        "a" * 100_000,
        ("Bonjour le monde. " * 60_000)[:1_000_000],
        "é" * 50_000 + "\u0301" * 50_000,
    ],
)
def test_long_texts_are_judged_in_reasonable_time(text: str) -> None:
    start = time.monotonic()
    assert run("check", data=text).returncode == 0
    assert time.monotonic() - start < 60


def test_closed_pipe_leaves_no_traceback_and_no_zero(tmp_path: Path) -> None:
    rows = "\n".join(json.dumps({"id": i, "text": GOOD}) for i in range(3000))
    (tmp_path / "posts.jsonl").write_text(rows)
    with subprocess.Popen(
        [*TOOL, "check", "-f", "jsonl", str(tmp_path / "posts.jsonl")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()
        assert process.wait(60) == 2
    assert b"Traceback" not in errors


def test_interrupt(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*TOOL, "check", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        time.sleep(2)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in errors


def test_read_only_and_missing_home(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.write_text("")
    env = {"HOME": str(locked), "XDG_CACHE_HOME": str(locked / "x"), "CHARTER_LINT_CACHE": ""}
    assert run("check", data=BAD, **env).returncode == 1


def test_full_disk_for_the_cache() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    assert run("check", data=BAD, CHARTER_LINT_CACHE="/dev/full").returncode == 1


def test_required_engine_that_is_missing_exits_2(write_charter: Callable[..., Path]) -> None:
    path = write_charter({"wine": {"kind": "existence", "fr": ["bon vin"]}}, required=["spacy"])
    hide = "import sys; sys.modules['spacy'] = None; from charter_lint.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", hide, "check", "--charter", str(path), "-f", "json", "--text", GOOD],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    (draft,) = json.loads(done.stdout)["drafts"]
    assert draft["judged"] is False
    assert [n["what"] for n in draft["not_checked"]] == ["spacy"]


def test_own_fault_hides_the_draft(tmp_path: Path) -> None:
    broken = (
        "import sys; from charter_lint.lint import judge\n"
        "def fail(*a): raise RuntimeError('canary-' + a[0].text)\n"
        "import charter_lint.cli.check as c; c.lint = fail\n"
        "from charter_lint.cli import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", broken, "check", "--text", "secret-canary"],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"canary" not in done.stdout + done.stderr
    assert b"RuntimeError" in done.stderr


def test_pasting_on_a_terminal() -> None:
    """A person starts the tool with no arguments, pastes, and ends with Ctrl-D."""
    parent, child = pty.openpty()
    with subprocess.Popen(
        [*TOOL],
        stdin=child,
        stdout=child,
        stderr=child,
        env={**os.environ, "CHARTER_LINT_LANG": "fr"},
    ) as process:
        os.close(child)
        seen = b""
        while "Ctrl-D" not in seen.decode("utf-8", "replace"):
            seen += os.read(parent, 4096)
        os.write(parent, f"{BAD}\n\x04".encode())
        while True:
            try:
                piece = os.read(parent, 4096)
            except OSError:
                break
            if not piece:
                break
            seen += piece
        assert process.wait(60) == 1
    os.close(parent)
    text = seen.decode()
    assert "Rien ne quitte cet ordinateur" in text
    assert "Plutôt\u00a0:" in text
