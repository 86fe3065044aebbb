"""Signed calls, as publishing tools make them."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import httpx
import pytest
from server_helpers import Server, serving

from charter_lint.hooks.webhook.secrets import new_secret, parse_secret
from charter_lint.hooks.webhook.signature import sign

SECRET = new_secret()
OLD = new_secret()
SLACK = "8f742231b10e8888abcd99yyyzzz85a5"
TEAMS = base64.b64encode(b"t" * 32).decode()


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("webhook")
    secrets = folder / "secrets"
    secrets.write_text(f"# the old one holds until the CMS is changed\n{OLD}\n{SECRET}\n")
    env = {"CHARTER_LINT_SLACK_SECRET": SLACK, "CHARTER_LINT_TEAMS_SECRET": TEAMS}
    with serving(folder, "--webhook-secret", str(secrets), env=env) as running:
        yield running


def _call(
    server: Server,
    body: object,
    *,
    secret: str = SECRET,
    at: float | None = None,
    name: str = "",
    **headers: str,
) -> httpx.Response:
    content = json.dumps(body).encode()
    stamp = int(time.time() if at is None else at)
    name = name or f"msg_{time.monotonic_ns()}"
    given = {
        "content-type": "application/json",
        "webhook-id": name,
        "webhook-timestamp": str(stamp),
        "webhook-signature": sign(parse_secret(secret), name, stamp, content),
    }
    return server.client.post("/v1/webhook", content=content, headers={**given, **headers})


def test_verdicts_are_statuses(signed: Server) -> None:
    for text, status in (
        ("Thanks to all.", 200),
        ("We utilise it.", 200),
        ("best in the world", 409),
        ("we will double", 409),
    ):
        answer = _call(signed, {"text": text})
        assert answer.status_code == status, text
        assert answer.json()["judged"] is True


def test_signatures_are_those_of_the_standard(signed: Server) -> None:
    """Signed by the reference library of Standard Webhooks."""
    standard = pytest.importorskip("standardwebhooks")
    from datetime import datetime, timezone

    body, now = '{"text": "Thanks."}', datetime.now(timezone.utc)
    signature = standard.Webhook(SECRET).sign("msg_reference", now, body)
    answer = signed.client.post(
        "/v1/webhook",
        content=body,
        headers={
            "content-type": "application/json",
            "webhook-id": "msg_reference",
            "webhook-timestamp": str(int(now.timestamp())),
            "webhook-signature": signature,
        },
    )
    assert answer.status_code == 200


def test_faulty_signatures(signed: Server) -> None:
    def code(answer: httpx.Response) -> str:
        assert answer.status_code == 401
        return str(answer.json()["error"]["code"])

    good = {"text": "Thanks."}
    assert _call(signed, good, secret=OLD).status_code == 200
    assert code(_call(signed, good, secret=new_secret())) == "signature-wrong"
    assert code(_call(signed, good, at=time.time() - 400)) == "signature-old"
    assert code(_call(signed, good, at=time.time() + 400)) == "signature-future"
    assert _call(signed, good, at=time.time() - 200).status_code == 200
    assert code(_call(signed, good, **{"webhook-timestamp": "soon"})) == "signature-wrong"
    assert code(_call(signed, good, **{"webhook-signature": ""})) == "signature-missing"
    assert code(_call(signed, good, **{"webhook-signature": "v1,AAAA v2,="})) == "signature-wrong"
    now = time.time()
    assert _call(signed, good, at=now, name="msg_once").status_code == 200
    assert code(_call(signed, good, at=now, name="msg_once")) == "signature-replayed"
    assert _call(signed, good, at=now - 1, name="msg_once").status_code == 200


def test_deadlines(signed: Server) -> None:
    long = {"text": "We utilise it, and next year we will double. " * 200}
    answer = _call(signed, long, **{"charter-deadline-ms": "5"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "too-slow")
    assert _call(signed, {"text": "a"}, **{"charter-deadline-ms": "soon"}).status_code == 422
    # The text that took too long keeps its place until it is judged; then the line is free again.
    codes = []
    while len(codes) < 30 and codes[-1:] != [200]:
        code = _call(signed, {"text": "a"}, **{"charter-deadline-ms": "4000"}).status_code
        codes.append(code)
        time.sleep(0 if code == 200 else 1)
    assert codes[-1] == 200
    assert set(codes[:-1]) <= {503}


def test_what_is_not_judged_is_not_published(tmp_path: Path) -> None:
    from server_helpers import COMPANY

    charter = tmp_path / "own.yaml"
    charter.write_text(
        f"name: own\nextends: [{COMPANY / 'lumen.yaml'}]\nrequired: [secrets]\n", encoding="utf-8"
    )
    secrets = tmp_path / "secrets"
    secrets.write_text(SECRET)
    # A finder that hides the scanner stands for a machine without it.
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text(
        "import importlib.util as u\n_f = u.find_spec\n"
        "u.find_spec = lambda n, *a: None if n == 'kingfisher_sdk' else _f(n, *a)\n"
    )
    env = {"PYTHONPATH": str(hidden)}
    with serving(tmp_path, "--webhook-secret", str(secrets), charter=charter, env=env) as own:
        answer = _call(own, {"text": "Thanks."})
        assert answer.status_code == 503
        assert answer.json()["not_checked"][0]["required"] is True
        told = own.client.post("/v1/check", json={"text": "Thanks."})
        assert (told.status_code, told.json()["judged"]) == (200, False)


def _slack(
    server: Server, text: str, secret: str = SLACK, at: float | None = None
) -> httpx.Response:
    body = urlencode({"command": "/charter", "text": text, "user_id": "U1"}).encode()
    stamp = str(int(time.time() if at is None else at))
    mac = hmac.new(secret.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()
    headers = {
        "content-type": "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": f"v0={mac}",
    }
    return server.client.post("/v1/slack", content=body, headers=headers)


def test_slack(signed: Server) -> None:
    answer = _slack(signed, "Next year we will double <b>&amp; sesame42").json()
    assert answer["response_type"] == "ephemeral"
    assert "we will double" in answer["text"]
    assert "sesame42" not in answer["text"]
    assert _slack(signed, "x", secret="other").status_code == 401
    assert _slack(signed, "x", at=time.time() - 999).status_code == 401
    assert "empty" in _slack(signed, "").json()["text"]


def test_teams(signed: Server) -> None:
    body = json.dumps(
        {"type": "message", "text": "<at>Charter</at> next year we will double&nbsp;it"}
    ).encode()
    mac = hmac.new(base64.b64decode(TEAMS), body, hashlib.sha256).digest()
    headers = {
        "content-type": "application/json; charset=utf-8",
        "authorization": "HMAC " + base64.b64encode(mac).decode(),
    }
    answer = signed.client.post("/v1/teams", content=body, headers=headers)
    assert answer.json()["type"] == "message"
    assert "we will double" in answer.json()["text"]
    assert signed.client.post("/v1/teams", content=body, headers=headers).status_code == 401
    wrong = {**headers, "authorization": "HMAC AAAA"}
    assert signed.client.post("/v1/teams", content=body, headers=wrong).status_code == 401
