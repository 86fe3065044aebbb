"""Signed bundles of a charter."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

pytest.importorskip("cryptography")

from charter_lint.cli.bundle import bundle
from charter_lint.cli.check import check
from charter_lint.desk.bundle import make, trusted
from charter_lint.desk.bundle_format import BundleFault, read_bundle
from charter_lint.hooks.receipts.keys import make_keys, read_private

RULE = """\
title: {fr: Grands mots, en: Big words}
severity: review
message: {fr: "« {match} ».", en: "“{match}”."}
instead: {fr: "Dites-le simplement.", en: "Say it plainly."}
check: {kind: existence, en: [groundbreaking, "@mine"], fr: [révolutionnaire]}
"""


@pytest.fixture
def company(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "rules/big").mkdir(parents=True)
    (tmp_path / "rules/concepts").mkdir()
    (tmp_path / "rules/big/words.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / "rules/concepts/mine.yaml").write_text("mine: {about: x, en: [zorgful]}\n")
    (tmp_path / "acme.yaml").write_text("name: acme\npacks: [big]\n", encoding="utf-8")
    make_keys(tmp_path / "key", tmp_path / "key.pub")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CHARTER_LINT_CACHE", str(tmp_path / "cache"))
    return tmp_path


def _run(command: object, *args: str) -> tuple[int, str]:
    result = CliRunner().invoke(command, [*args, "--lang", "en"], catch_exceptions=False)  # type: ignore[arg-type]
    return result.exit_code, result.output


def _made(company: Path, *more: str) -> str:
    code, said = _run(
        bundle, "make", "--to", "acme.bundle", "--key", "key", "-c", "acme.yaml", *more
    )
    assert code == 0, said
    return read_bundle((company / "acme.bundle").read_bytes()).digest


def test_a_bundle_judges_as_its_charter_and_names_itself(company: Path) -> None:
    digest = _made(company)
    (company / "rules/big/words.yaml").unlink()
    (company / "acme.yaml").unlink()
    for text, wanted in (("How zorgful.", 1), ("How nice.", 0)):
        for _ in range(2):
            code, said = _run(
                check, "--text", text, "-c", "acme.bundle", "--pin", digest, "--format", "json"
            )
            assert code == wanted, said
            assert f"sha256:{digest}" in said


def test_a_key_as_pin(company: Path) -> None:
    _made(company)
    key = read_bundle((company / "acme.bundle").read_bytes()).key_digest
    assert _run(bundle, "verify", "acme.bundle", "--pin", f"key:{key}")[0] == 0
    make_keys(company / "other", company / "other.pub")
    _run(bundle, "make", "--to", "b.bundle", "--key", "other", "-c", "acme.yaml")
    code, said = _run(bundle, "verify", "b.bundle", "--pin", f"key:{key}")
    assert (code, "not the bundle expected" in said) == (2, True)


def test_no_pin_no_judgement(company: Path) -> None:
    digest = _made(company)
    code, said = _run(check, "--text", "x", "-c", "acme.bundle")
    assert (code, digest in said) == (2, True)


def test_one_byte_anywhere_is_refused(company: Path) -> None:
    _made(company)
    data = (company / "acme.bundle").read_bytes()
    made = read_bundle(data)
    key = "key:" + made.key_digest
    body = len(data) - len(made.packed)
    # All of the head and the signature; the body, whose hash the head holds, at many places.
    for at in (*range(body + 16), *range(body, len(data), max(1, len(made.packed) // 200))):
        changed = bytearray(data)
        changed[at] ^= 1
        with pytest.raises(BundleFault):
            read_bundle(bytes(changed))
    for cut in (0, 5, 30, 200, len(data) - 1):
        (company / "x.bundle").write_bytes(data[:cut])
        with pytest.raises(BundleFault):
            trusted(company / "x.bundle", key, "2026-01-01")
    changed = bytearray(data)
    changed[-1] ^= 1
    (company / "x.bundle").write_bytes(changed)
    assert _run(check, "--text", "x", "-c", "x.bundle", "--pin", key)[0] == 2


def test_an_expired_one_is_refused(company: Path) -> None:
    signing = read_private(company / "key")
    data = make(company / "acme.yaml", signing, "1", "2020-01-01", "2020-12-31", "")
    (company / "x.bundle").write_bytes(data)
    pin = read_bundle(data).digest
    assert trusted(company / "x.bundle", pin, "2020-12-31").head.version == "1"
    code, said = _run(check, "--text", "x", "-c", "x.bundle", "--pin", pin)
    assert (code, "expired on 2020-12-31" in said) == (2, True)
    args = ("--to", "y.bundle", "--key", "key", "-c", "acme.yaml", "--expires", "2020-01-01")
    assert _run(bundle, "make", *args)[0] == 2


def test_an_encrypted_one_shows_nothing(company: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHARTER_LINT_BUNDLE_PASSWORD", "open sesame")
    digest = _made(company, "--encrypt")
    assert _run(check, "--text", "zorgful", "-c", "acme.bundle", "--pin", digest)[0] == 1
    assert not list((company / "cache").rglob("*.yaml"))
    assert not list((company / "cache").rglob("*.charter"))
    monkeypatch.setenv("CHARTER_LINT_BUNDLE_PASSWORD", "wrong")
    assert _run(check, "--text", "zorgful", "-c", "acme.bundle", "--pin", digest)[0] == 2
    monkeypatch.delenv("CHARTER_LINT_BUNDLE_PASSWORD")
    assert _run(check, "--text", "zorgful", "-c", "acme.bundle", "--pin", digest)[0] == 2


def test_files_unpacked_before_are_put_right(company: Path) -> None:
    digest = _made(company)
    args = ("--text", "zorgful", "-c", "acme.bundle", "--pin", digest)
    assert _run(check, *args)[0] == 1
    for file in (company / "cache/bundles").rglob("mine.yaml"):
        file.write_text("mine: {about: x, en: [other]}\n")
    assert _run(check, *args)[0] == 1


def test_a_charter_with_faults_makes_no_bundle(company: Path) -> None:
    (company / "acme.yaml").write_text("name: acme\npacks: [bog]\n")
    code, _ = _run(bundle, "make", "--to", "a.bundle", "--key", "key", "-c", "acme.yaml")
    assert code == 2
    assert not (company / "a.bundle").exists()
