"""Each recipe against the real server."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from server_helpers import Server, serving

from charter_lint.hooks.webhook.secrets import new_secret

RECIPES = Path(__file__).parents[2] / "examples" / "recipes"
SECRET = new_secret()
SLACK = "c" * 32
TEAMS = base64.b64encode(b"t" * 32).decode()
GOOD = "Thanks to all for “yesterday” & more 🚀"
BAD = "Next year we will double <b>it</b>."


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("recipes")
    (folder / "secret").write_text(SECRET)
    env = {"CHARTER_LINT_SLACK_SECRET": SLACK, "CHARTER_LINT_TEAMS_SECRET": TEAMS}
    with serving(folder, "--webhook-secret", str(folder / "secret"), env=env) as running:
        yield running


def _need(*tools: str) -> None:
    for tool in tools:
        if shutil.which(tool) is None:
            reason = f"{tool} is not installed"
            if os.environ.get("CI") == "true":
                pytest.fail(reason)
            pytest.skip(reason)


def test_wordpress(target: Server) -> None:
    _need("php")
    plugin = RECIPES / "wordpress" / "charter-lint.php"
    stub = Path(__file__).with_name("wordpress_stub.php")

    def publish(content: str, secret: str = SECRET) -> dict[str, object]:
        done = subprocess.run(
            ["php", stub, plugin, target.address, secret, "A title", content],
            capture_output=True,
            check=True,
        )
        return dict(json.loads(done.stdout))

    assert publish(f"<p>{GOOD}</p>") == {"published": "A title"}
    blocked = publish(f"<p>{BAD}</p>")
    assert blocked["status"] == 409
    assert "promises what nobody knows" in str(blocked["error"])
    assert "could not be checked (401)" in str(publish(GOOD, new_secret())["error"])


def test_scheduler(target: Server, tmp_path: Path) -> None:
    _need("curl", "openssl", "jq")
    post = tmp_path / "post.txt"
    env = {**os.environ, "CHARTER_LINT_URL": target.address, "CHARTER_LINT_SECRET": SECRET}

    def publish(text: str, **more: str) -> subprocess.CompletedProcess[str]:
        post.write_text(text, encoding="utf-8")
        return subprocess.run(
            [RECIPES / "scheduler" / "publish.sh", post, "linkedin", "echo", "published"],
            capture_output=True,
            text=True,
            check=False,
            env={**env, **more},
        )

    assert publish(GOOD).stdout == "published\n"
    blocked = publish(BAD)
    assert (blocked.returncode, blocked.stdout) == (1, "")
    assert "block: " in blocked.stderr
    assert publish(GOOD, CHARTER_LINT_SECRET=new_secret()).returncode == 2
    assert publish(GOOD, CHARTER_LINT_URL="http://127.0.0.1:9").returncode == 2


def test_zapier(target: Server) -> None:
    _need("node")
    code = (RECIPES / "zapier" / "code.js").read_text(encoding="utf-8")

    def publish(text: str) -> dict[str, object]:
        given = {"url": target.address, "secret": SECRET, "text": text, "platform": "x"}
        script = (
            f"(async () => {{ const inputData = {json.dumps(given)}; let output;\n{code}\n"
            "console.log(JSON.stringify(output)); })()"
        )
        done = subprocess.run(["node", "-e", script], capture_output=True, check=True)
        return dict(json.loads(done.stdout))

    assert publish(GOOD)["publish"] is True
    blocked = publish(BAD)
    assert (blocked["publish"], blocked["status"]) == (False, 409)
    assert "promises" in str(blocked["why"])


def test_make(target: Server) -> None:
    mapper = json.loads((RECIPES / "make" / "module.json").read_text())["mapper"]
    path = mapper["url"].removeprefix("https://charter.example.com")
    body = mapper["data"].replace("{{text}}", json.dumps(BAD))
    headers = {h["name"]: h["value"] for h in mapper["headers"]}
    answer = target.client.request(
        mapper["method"].upper(),
        path,
        content=body,
        headers={**headers, "content-type": mapper["contentType"]},
    ).json()
    assert (answer["verdict"], answer["judged"]) == ("block", True)


def test_slack(target: Server) -> None:
    body = (RECIPES / "slack" / "command.txt").read_bytes().strip()
    stamp = str(int(time.time()))
    mac = hmac.new(SLACK.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()
    headers = {
        "content-type": "application/x-www-form-urlencoded",
        "x-slack-request-timestamp": stamp,
        "x-slack-signature": f"v0={mac}",
    }
    answer = target.client.post("/v1/slack", content=body, headers=headers).json()
    assert "“we will double” promises" in answer["text"]


def test_teams(target: Server) -> None:
    body = (RECIPES / "teams" / "activity.json").read_bytes()
    mac = base64.b64encode(hmac.new(base64.b64decode(TEAMS), body, hashlib.sha256).digest())
    headers = {
        "content-type": "application/json; charset=utf-8",
        "authorization": f"HMAC {mac.decode()}",
    }
    answer = target.client.post("/v1/teams", content=body, headers=headers).json()
    assert "promises what nobody knows" in answer["text"]
