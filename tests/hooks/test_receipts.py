"""Receipts and the gate."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from server_helpers import LUMEN, serving

from charter_lint import Context, Draft, lint, load_charter
from charter_lint.hooks.receipts.gate import Terms, prove
from charter_lint.hooks.receipts.keys import make_keys, read_private, read_public
from charter_lint.hooks.receipts.receipt import BrokenReceipt, Override, receipt_of, sign

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=timezone.utc)


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("keys")
    make_keys(folder / "key", folder / "key.pub")
    return folder / "key", folder / "key.pub"


def _signed(keys: tuple[Path, Path], text: str, override: Override | None = None) -> bytes:
    draft = Draft(text, Context(platform="x", author="Ada"))
    report = lint(draft, load_charter(LUMEN))
    return sign(receipt_of(draft, report, override, NOW), read_private(keys[0]))


def _reasons(keys: tuple[Path, Path], written: bytes, text: str, **terms: object) -> list[str]:
    later = NOW + timedelta(hours=float(str(terms.pop("later", 0))))
    asked = Terms(**terms)  # type: ignore[arg-type]
    return list(prove(written, text, [read_public(keys[1])], asked, later).reasons)


def test_a_receipt_holds_for_its_text_alone(keys: tuple[Path, Path]) -> None:
    written = _signed(keys, "Thanks.")
    assert _reasons(keys, written, "Thanks.") == []
    for other in ("Thanks. ", "thanks.", "Thanks.\n", "Thanks\u200b."):
        assert _reasons(keys, written, other) == ["text"]
    assert _reasons(keys, written, "Thanks.", later=25) == ["old"]
    assert _reasons(keys, written, "Thanks.", later=-1) == ["future"]
    assert _reasons(keys, written, "Thanks.", later=-0.01) == []
    assert _reasons(keys, written, "Thanks.", charter="other") == ["charter"]
    assert _reasons(keys, written, "Thanks.", revision="other") == ["revision"]
    assert _reasons(keys, written, "Thanks.", context={"platform": "linkedin"}) == ["context"]
    assert _reasons(keys, written, "Thanks.", context={"platform": "x", "role": ""}) == []
    assert _reasons(keys, _signed(keys, "we will double"), "we will double") == ["verdict"]


def test_a_receipt_holds_no_text(keys: tuple[Path, Path]) -> None:
    written = _signed(keys, "we will double, says Ada, sesame42")
    payload = base64.b64decode(json.loads(written)["payload"])
    for word in (b"double", b"Ada", b"sesame42"):
        assert word not in payload
    assert json.loads(payload)["rules"] == ["keys/pass-phrase", "promises/promise"]


def test_an_override_is_kept_and_lets_the_text_out(keys: tuple[Path, Path]) -> None:
    override = Override(by="Bo", reason="Announced this morning.")
    written = _signed(keys, "we will double", override)
    assert _reasons(keys, written, "we will double") == []


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_nothing_changed_is_accepted(keys: tuple[Path, Path], data: st.DataObject) -> None:
    """One changed byte, anywhere: broken, or not signed."""
    written = bytearray(_signed(keys, "Thanks."))
    at = data.draw(st.integers(0, len(written) - 1))
    old, new = written[at], data.draw(st.integers(0, 255))
    written[at] = new
    try:
        proof = prove(bytes(written), "Thanks.", [read_public(keys[1])], Terms(), NOW)
    except BrokenReceipt:
        return
    original = json.loads(_signed(keys, "Thanks."))
    try:
        same = json.loads(written)["payload"] == original["payload"]
    except ValueError:
        same = False
    assert "signature" in proof.reasons or old == new or same


def test_another_key_is_no_key(keys: tuple[Path, Path], tmp_path: Path) -> None:
    make_keys(tmp_path / "k", tmp_path / "k.pub")
    other = (keys[0], tmp_path / "k.pub")
    assert _reasons(other, _signed(keys, "Thanks."), "Thanks.") == ["signature"]
    assert (tmp_path / "k").stat().st_mode & 0o077 == 0


def _run(*arguments: object, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "charter_lint", *map(str, arguments), "--lang", "en"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **env},
    )


def test_the_whole_way_on_the_command_line(tmp_path: Path) -> None:
    key, public = tmp_path / "key", tmp_path / "key.pub"
    draft, receipt = tmp_path / "post.txt", tmp_path / "post.receipt"
    draft.write_text("Thanks to all.\n", encoding="utf-8")
    assert _run("receipt", "keys", key).returncode == 0
    assert _run("receipt", "keys", key).returncode == 2
    gate = ("gate", draft, "--receipt", receipt, "--public-key", public)
    missing = _run(*gate)
    assert (missing.returncode, "Have it checked first" in missing.stderr) == (1, True)
    sign_it = ("receipt", "sign", draft, "--key", key, "-o", receipt, "--charter", LUMEN)
    assert _run(*sign_it).returncode == 0
    assert "pass" in _run(*gate).stdout
    verified = _run("receipt", "verify", receipt, "--draft", draft, "--public-key", public)
    assert verified.returncode == 0
    draft.write_text("Thanks to all!\n", encoding="utf-8")
    changed = _run(*gate)
    assert (changed.returncode, "another text" in changed.stderr) == (1, True)
    draft.write_text("We will double, best in the world.\n", encoding="utf-8")
    assert _run(*sign_it).returncode == 0
    assert _run(*gate).returncode == 1
    assert _run(*sign_it, "--override", "Announced.", "--by", "Bo").returncode == 0
    assert "overridden by Bo" in _run(*gate).stdout
    receipt.write_text("{}")
    assert _run(*gate).returncode == 1
    public.write_text("no key")
    assert _run(*gate).returncode == 2
    draft.unlink()
    assert _run(*gate).returncode == 2


def test_an_encrypted_key(tmp_path: Path) -> None:
    key, draft = tmp_path / "key", tmp_path / "post.txt"
    draft.write_text("Thanks.")
    secret = {"CHARTER_LINT_KEY_PASSWORD": "open"}
    assert _run("receipt", "keys", key, **secret).returncode == 0
    assert b"ENCRYPTED" in key.read_bytes()
    command = ("receipt", "sign", draft, "--key", key, "--charter", LUMEN)
    assert _run(*command).returncode == 2
    assert _run(*command, **secret).returncode == 0


def test_live_keys_are_never_overridden(tmp_path: Path) -> None:
    key, draft = tmp_path / "key", tmp_path / "post.txt"
    _run("receipt", "keys", key)
    draft.write_text("AWS_SECRET: AKIA" + "Q3EGRW7XDVZ6SNMB" + "\npassword: hunter2Tr0ub4dor&3\n")
    charter = tmp_path / "own.yaml"
    charter.write_text("name: own\npacks: [tech-ip]\n")
    done = _run("receipt", "sign", draft, "--key", key, "--charter", charter, "--override", "x")
    assert done.returncode == 2
    assert "Nobody may override tech-ip/" in done.stderr


def test_over_http(keys: tuple[Path, Path], tmp_path: Path) -> None:
    with serving(tmp_path, "--receipt-key", str(keys[0])) as own:
        made = own.client.post("/v1/receipts", json={"text": "Thanks.", "platform": "x"})
        assert made.status_code == 200
        proof = prove(made.content, "Thanks.", [read_public(keys[1])], Terms())
        assert proof.valid
        body = {"receipt": made.text, "text": "Thanks."}
        answer = own.client.post("/v1/receipts/verify", json=body).json()
        assert (answer["valid"], answer["verdict"]) == (True, "pass")
        other = own.client.post("/v1/receipts/verify", json={**body, "text": "Thanks!"}).json()
        assert (other["valid"], other["reasons"]) == (False, ["text"])
        broken = own.client.post("/v1/receipts/verify", json={**body, "receipt": "{}"})
        assert broken.json()["error"]["code"] == "receipt-broken"
