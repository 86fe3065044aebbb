"""The HTTP server, called as other tools call it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx
import pytest
from server_helpers import COMPANY, LUMEN, Server, serving

SECRET_TEXT = "Zanzibarquokka: next year we will double it, the password is sesame42."


def _check(server: Server, **keys: object) -> httpx.Response:
    return server.client.post("/v1/check", json=keys)


def test_one_draft_gives_what_the_command_line_gives(server: Server) -> None:
    text = "🚀 We utilise it; next year we will double."
    answer = _check(server, text=text, platform="x", id="a")
    assert answer.status_code == 200
    line = json.dumps({"text": text, "platform": "x", "id": "a"})
    command = [sys.executable, "-m", "charter_lint", "check", "-", "--format", "jsonl"]
    done = subprocess.run(
        [*command[:4], "/dev/stdin", *command[5:], "--charter", str(LUMEN), "--platform", "x"],
        input=text.encode(),
        capture_output=True,
        check=False,
    )
    told = json.loads(done.stdout)
    assert json.loads(line)["text"] == text
    assert {**told, "id": "a"} == answer.json()
    first = answer.json()["findings"][0]
    start, end = first["utf16"]
    assert text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le") == "we will double"


def test_many_drafts_line_by_line(server: Server) -> None:
    lines = [
        {"text": "we will double", "id": "one"},
        {"text": ""},
        {"id": "3"},
        {"text": "Thanks."},
    ]
    body = "\n".join(json.dumps(line) for line in lines) + "\nnot json\n"
    answer = server.client.post(
        "/v1/checks", content=body, headers={"content-type": "application/x-ndjson"}
    )
    found = [json.loads(line) for line in answer.text.splitlines()]
    assert [e.get("verdict") for e in found] == ["block", None, None, "pass", None]
    assert [e["error"]["code"] for e in found if "error" in e] == [
        "text-empty",
        "field-missing",
        "json-broken",
    ]
    assert [e["id"] for e in found] == ["one", "2", "3", "4", "5"]


def test_rules_charters_health_metrics(server: Server) -> None:
    rules = server.client.get("/v1/rules").json()
    assert {r["id"] for r in rules} >= {"words/plain-words", "promises/promise"}
    assert {r["id"].split("/")[0] for r in server.client.get("/v1/rules?pack=words").json()} == {
        "words"
    }
    rule = server.client.get("/v1/rules/promises/promise").json()
    assert rule["examples"][0]["flagged"] is True
    assert server.client.get("/v1/rules/promises%2Fpromise").json() == rule
    assert server.client.get("/v1/rules/no/such").status_code == 404
    assert server.client.get("/v1/rules?charter=other").json()["error"]["code"] == "charter-unknown"
    charters = server.client.get("/v1/charters").json()
    assert [c["name"] for c in charters] == ["lumen"]
    assert server.client.get("/health").json()["ready"] is True
    assert server.client.get("/health/live").json() == {"live": True}
    metrics = server.client.get("/metrics").text
    assert 'charter_lint_requests_total{route="rules",method="GET",status="200"}' in metrics


@pytest.mark.parametrize(
    ("body", "kind", "status", "code"),
    [
        (b'{"text": "a"}', "text/plain", 415, "content-type"),
        (b'{"text": "a"}', "application/json; charset=latin-1", 415, "content-type"),
        (b'{"text": ', "application/json", 400, "json-broken"),
        (b"\xff", "application/json", 400, "json-broken"),
        (b'{"text": "\\ud800"}', "application/json", 400, "json-broken"),
        (b"[" * 100_000, "application/json", 422, "field-wrong"),
        (b"{}", "application/json", 422, "field-missing"),
        (b'{"text": "a", "platfrm": "x"}', "application/json", 422, "field-unknown"),
        (b'{"text": 3}', "application/json", 422, "field-wrong"),
        (b'{"text": " \\n"}', "application/json", 422, "text-empty"),
        (b'{"text": ""}', "application/json", 422, "text-empty"),
        (b'{"text": "a\\u0000"}', "application/json", 422, "text-nul"),
        (b'{"text": "a", "date": "2026-02-30"}', "application/json", 422, "date-wrong"),
        (b'{"text": "a", "account": "hers"}', "application/json", 422, "field-wrong"),
        (b'{"text": "a", "charter": "hers"}', "application/json", 404, "charter-unknown"),
        (
            b'{"text": "' + b"a" * 60_000 + b'"}',
            "application/json",
            422,
            "text-long",
        ),
        (b'{"text": "' + b"a" * 10_000_000 + b'"}', "application/json", 413, "body-large"),
    ],
)
def test_bad_input(server: Server, body: bytes, kind: str, status: int, code: str) -> None:
    answer = server.client.post("/v1/check", content=body, headers={"content-type": kind})
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    said = answer.json()["error"]["message"]
    assert all(said[language] and "{" not in said[language] for language in ("fr", "en"))


def test_errors_and_logs_hold_nothing_of_the_draft(server: Server) -> None:
    for body in (
        {"text": SECRET_TEXT},
        {"text": [SECRET_TEXT]},
        {SECRET_TEXT: 1, "text": "a"},
        {"text": SECRET_TEXT, "account": "zanzibarquokka"},
        {"text": SECRET_TEXT, "charter": "zanzibarquokka"},
        {"text": SECRET_TEXT, "date": "zanzibarquokka"},
    ):
        answer = _check(server, **body)
        if answer.status_code != 200:
            assert "anzibarquokka" not in answer.text
    server.client.get("/v1/rules/Zanzibarquokka?charter=lumen&pack=Zanzibarquokka")
    assert "anzibarquokka" not in server.printed()
    assert "anzibarquokka" not in server.client.get("/metrics").text
    assert "sesame42" not in _check(server, text=SECRET_TEXT).text
    assert "POST check 200" in server.printed()


def test_other_sites_and_names_are_refused(server: Server) -> None:
    headers = {"content-type": "application/json"}
    for extra, status in (
        ({"host": "evil.example"}, 421),
        ({"host": "127.0.0.1.evil.example"}, 421),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"origin": server.address.rstrip("/")}, 200),
        ({"host": "localhost"}, 200),
    ):
        answer = server.client.post(
            "/v1/check", content=b'{"text": "a"}', headers={**headers, **extra}
        )
        assert answer.status_code == status, extra
        assert "access-control-allow-origin" not in answer.headers
    # A form or a simple request of another site needs no leave of the browser: refused by its type.
    assert server.client.post("/v1/check", data={"text": "a"}).status_code == 415
    preflight = server.client.options(
        "/v1/check",
        headers={"origin": "https://evil.example", "access-control-request-method": "POST"},
    )
    assert preflight.status_code == 403


def test_unknown_places_and_methods(server: Server) -> None:
    assert server.client.get("/nothing").json()["error"]["code"] == "not-found"
    answer = server.client.put("/v1/check", json={})
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
    for code in ("/v1/webhook", "/v1/slack", "/v1/teams"):
        assert server.client.post(code, content=b"x").json()["error"]["code"] == "webhook-off"
    assert server.client.post("/v1/receipts", json={}).json()["error"]["code"] == "receipts-off"


def test_slow_callers_are_cut_off(tmp_path: Path) -> None:
    """A head or a body that drips in does not hold a place for ever."""
    with serving(tmp_path) as own:
        port = httpx.URL(own.address).port
        assert port is not None
        with socket.create_connection(("127.0.0.1", port)) as head:
            head.sendall(b"POST /v1/check HTTP/1.1\r\nhost: localhost\r\n")
            with socket.create_connection(("127.0.0.1", port)) as body:
                body.sendall(
                    b"POST /v1/check HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n"
                    b"content-type: application/json\r\n\r\n{"
                )
                start = time.monotonic()
                head.settimeout(15)
                body.settimeout(15)
                assert head.recv(100) == b""
                assert b"408" in body.recv(1000)
                assert 5 < time.monotonic() - start < 14
        assert own.client.get("/health").status_code == 200


def test_huge_heads_are_cut_off(server: Server) -> None:
    port = httpx.URL(server.address).port
    with socket.create_connection(("127.0.0.1", port)) as caller:
        caller.settimeout(5)
        try:
            for _ in range(100):
                caller.sendall(
                    b"x" * 1 + b": " + b"y" * 4096 + b"\r\n" if _ else b"GET / HTTP/1.1\r\n"
                )
            assert caller.recv(100) == b""
        except (ConnectionResetError, BrokenPipeError):
            pass


def test_tokens(tmp_path: Path) -> None:
    file = tmp_path / "tokens.json"
    command = [sys.executable, "-m", "charter_lint", "token"]
    made = subprocess.run(
        [*command, "new", "cms", "--tokens", str(file)], capture_output=True, check=True, text=True
    ).stdout.strip()
    kept = file.read_text()
    assert made not in kept
    assert made.removeprefix("clt_") not in kept
    assert file.stat().st_mode & 0o077 == 0
    again = subprocess.run(
        [*command, "new", "cms", "--tokens", str(file)], capture_output=True, check=False
    )
    assert again.returncode == 2
    with serving(tmp_path, "--tokens", str(file)) as own:
        assert own.client.get("/v1/rules").json()["error"]["code"] == "token-missing"
        bearer = {"authorization": f"Bearer {made}"}
        assert own.client.get("/v1/rules", headers=bearer).status_code == 200
        wrong = {"authorization": "Bearer clt_wrong"}
        assert own.client.get("/v1/rules", headers=wrong).json()["error"]["code"] == "token-wrong"
        assert own.client.get("/", headers={}).status_code == 200
        subprocess.run([*command, "revoke", "cms", "--tokens", str(file)], check=True)
        assert own.client.get("/v1/rules", headers=bearer).status_code == 401


def test_other_addresses_need_tokens_and_encryption(tmp_path: Path) -> None:
    def refused(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "charter_lint", "serve", "--charter", str(LUMEN), *arguments],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            env={**os.environ, "CHARTER_LINT_LANG": "en"},
        )
        assert done.returncode == 2
        return done.stderr

    empty = str(tmp_path / "none.json")
    assert "in the clear" in refused("--host", "0.0.0.0", "--tokens", empty)  # noqa: S104
    said = refused("--host", "0.0.0.0", "--behind-proxy", "--tokens", empty)  # noqa: S104
    assert "at least one token" in said
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        assert "is taken" in refused("--port", str(taken.getsockname()[1]))
    assert "cannot be used" in refused("--webhook-secret", str(tmp_path / "missing"))


def test_tls(tmp_path: Path) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    command = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1"
    cert, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    subprocess.run(
        ["openssl", *command.split(), "-keyout", str(key), "-out", str(cert)],
        check=True,
        capture_output=True,
    )
    with serving(tmp_path, "--cert", str(cert), "--key", str(key)) as own:
        assert own.address.startswith("https://")
        assert httpx.get(
            own.address + "health",
            verify=ssl.create_default_context(cafile=str(cert)),
            trust_env=False,
        ).is_success


@pytest.fixture
def company(tmp_path: Path) -> Path:
    shutil.copytree(COMPANY, tmp_path / "company")
    return tmp_path / "company" / "lumen.yaml"


def _until(server: Server, wanted: str, seconds: float = 30) -> dict[str, object]:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found: dict[str, object] = server.client.get("/health").json()["charters"][0]
        if found["state"] == wanted:
            return found
        time.sleep(0.1)
    raise AssertionError(wanted)


def test_a_changed_charter_is_taken_up_without_a_dropped_request(
    tmp_path: Path, company: Path
) -> None:
    with serving(tmp_path, charter=company) as own:
        before = own.client.get("/health").json()["charters"][0]["revision"]
        statuses: list[int] = []
        stop = threading.Event()

        def ask() -> None:
            with httpx.Client(base_url=own.address, timeout=20, trust_env=False) as client:
                while not stop.is_set():
                    statuses.append(client.post("/v1/check", json={"text": "a"}).status_code)

        asking = threading.Thread(target=ask)
        asking.start()
        try:
            _change(own, company, before)
        finally:
            stop.set()
            asking.join()
        assert len(statuses) > 20
        assert set(statuses) == {200}


def _change(own: Server, company: Path, before: str) -> None:
    rule = company.parent / "rules/words/plain-words.yaml"
    rule.write_text(rule.read_text(encoding="utf-8").replace("synergize", "leverage"))
    end = time.monotonic() + 30
    while _check(own, text="They leverage.").json()["verdict"] == "pass":
        assert time.monotonic() < end
        time.sleep(0.1)
    good = company.read_text(encoding="utf-8")
    company.write_text(good + "unknown-key: 3\n", encoding="utf-8")
    kept = _until(own, "kept")
    assert kept["faults"] == 1
    assert str(kept["place"]).endswith("lumen.yaml:20:1")
    assert _check(own, text="They leverage.").json()["verdict"] == "advise"
    assert "unknown-key" not in own.client.get("/health").text
    company.write_text(good, encoding="utf-8")
    assert _until(own, "current")["revision"] != before


def test_a_server_does_not_start_with_a_broken_charter(tmp_path: Path, company: Path) -> None:
    company.write_text("name: [", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "charter_lint", "serve", "--charter", str(company), "--port", "0"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "lumen.yaml:" in done.stderr


def test_without_a_writable_cache(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    env = {"CHARTER_LINT_CACHE": str(blocked / "cache"), "TMPDIR": str(tmp_path)}
    with serving(tmp_path, env=env) as own:
        time.sleep(2.5)
        assert own.client.get("/health").json()["charters"][0]["state"] == "current"
        assert _check(own, text="we will double").json()["verdict"] == "block"
    assert list(tmp_path.glob("charter-lint-*")) == []


def test_busy_servers_turn_away_and_recover(tmp_path: Path) -> None:
    """More at once than may wait: 503 with Retry-After, and none is lost or stays behind."""
    with serving(tmp_path, "--queue", "1") as own:
        text = "We utilise it, and next year we will double. " * 200
        answers: list[httpx.Response] = []

        def ask() -> None:
            with httpx.Client(base_url=own.address, timeout=30, trust_env=False) as client:
                answers.extend(client.post("/v1/check", json={"text": text}) for _ in range(5))

        threads = [threading.Thread(target=ask) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        statuses = [a.status_code for a in answers]
        assert len(statuses) == 40
        assert set(statuses) == {200, 503}
        turned = next(a for a in answers if a.status_code == 503)
        assert turned.headers["retry-after"] == "1"
        assert _check(own, text="a").status_code == 200
        assert "charter_lint_waiting 0" in own.client.get("/metrics").text


def test_time_limit(tmp_path: Path) -> None:
    with serving(tmp_path, "--time-limit", "0.1") as own:
        answer = _check(own, text="We utilise it, and next year we will double. " * 1100)
        assert (answer.status_code, answer.json()["error"]["code"]) == (503, "too-slow")


def test_graceful_stop_answers_what_has_begun(tmp_path: Path) -> None:
    with serving(tmp_path) as own:
        lines = json.dumps({"text": "We utilise it. " * 100}) + "\n"
        got: list[str] = []

        def ask() -> None:
            answer = own.client.post(
                "/v1/checks",
                content=lines * 60,
                headers={"content-type": "application/x-ndjson"},
            )
            got.extend(answer.text.splitlines())

        asking = threading.Thread(target=ask)
        asking.start()
        time.sleep(0.3)
        own.process.send_signal(signal.SIGTERM)
        asking.join()
        assert len(got) == 60
        assert own.process.wait(20) == 0
        assert "Stopped." in own.printed()


def test_killed_under_load_and_started_again(tmp_path: Path) -> None:
    with serving(tmp_path) as own:
        stop = threading.Event()

        def ask() -> None:
            with httpx.Client(base_url=own.address, timeout=5, trust_env=False) as client:
                while not stop.is_set():
                    try:
                        client.post("/v1/check", json={"text": "we will double"})
                    except httpx.HTTPError:
                        return

        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        time.sleep(0.5)
        own.process.kill()
        own.process.wait()
        stop.set()
        for thread in threads:
            thread.join()
    cache = Path(os.environ["CHARTER_LINT_CACHE"])
    assert list(cache.glob(".new-*")) == []
    with serving(tmp_path) as again:
        assert _check(again, text="we will double").json()["verdict"] == "block"
        assert again.start_seconds < 5
