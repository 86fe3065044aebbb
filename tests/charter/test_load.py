from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from charter_lint import Charter, Draft, lint, load_charter
from charter_lint.charter import cache
from charter_lint.charter.places import shipped_names

WINE = {"kind": "existence", "fr": ["bon vin"]}


@pytest.mark.parametrize("name", shipped_names())
def test_shipped_charters_load(name: str) -> None:
    assert load_charter(name).name == name


def test_nearest_charter_upwards(tmp_path: Path) -> None:
    (tmp_path / ".charter-lint.yaml").write_text("name: mine\n")
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert load_charter("", inner).name == "mine"


def test_environment_names_the_charter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHARTER_LINT_CHARTER", "examples")
    assert load_charter("", tmp_path).name == "examples"


def test_own_rule_takes_the_place_of_a_pack_rule(tmp_path: Path) -> None:
    own = tmp_path / "rules" / "finance"
    own.mkdir(parents=True)
    both = "{fr: Le nôtre, en: Ours}"
    (own / "guaranteed-return.yaml").write_text(
        f"title: {both}\nmessage: {both}\ninstead: {both}\ncheck: {{kind: existence, fr: [bon vin]}}\n"
    )
    path = tmp_path / "own.yaml"
    path.write_text("name: own\nextends: [default]\n")
    charter = load_charter(path)
    rule = charter.rules[charter.rule_numbers["finance/guaranteed-return"]]
    assert rule.title.en == "Ours"


def test_cache_is_used_and_renewed(
    write_charter: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_charter({"wine": WINE})
    load_charter(path)

    def fail(*_: object) -> None:
        raise AssertionError("compiled again")

    with monkeypatch.context() as patch:
        patch.setattr("charter_lint.charter.compile.build", fail)
        assert lint(Draft("Un bon vin."), load_charter(path)).findings
    rule = path.parent / "rules" / "own" / "wine.yaml"
    rule.write_text(rule.read_text().replace("bon vin", "vieux rhum"))
    assert not lint(Draft("Un bon vin."), load_charter(path)).findings
    assert lint(Draft("Un vieux rhum."), load_charter(path)).findings


def test_a_new_rule_file_is_seen(write_charter: Callable[..., Path]) -> None:
    path = write_charter({"wine": WINE})
    assert len(load_charter(path).rules) == 1
    folder = path.parent / "rules" / "own"
    (folder / "more.yaml").write_text((folder / "wine.yaml").read_text())
    os.utime(folder)
    assert len(load_charter(path).rules) == 2


@pytest.mark.parametrize("place", ["file", "missing", "off"])
def test_no_usable_cache_folder(
    place: str, tmp_path: Path, write_charter: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    value = {"file": str(blocked), "missing": str(blocked / "x"), "off": "off"}[place]
    monkeypatch.setenv("CHARTER_LINT_CACHE", value)
    assert lint(Draft("Un bon vin."), load_charter(write_charter({"wine": WINE}))).findings


def test_broken_cache_file_is_made_anew(
    tmp_path: Path, write_charter: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHARTER_LINT_CACHE", str(tmp_path / "cache"))
    path = write_charter({"wine": WINE})
    load_charter(path)
    for file in (tmp_path / "cache").glob("*.charter"):
        file.write_bytes(b"charter-lint\x01\nbroken")
    assert lint(Draft("Un bon vin."), load_charter(path)).findings


def test_cache_holds_no_pickle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHARTER_LINT_CACHE", str(tmp_path / "cache"))
    load_charter("default")
    kept = sorted(p.suffix for p in (tmp_path / "cache").iterdir())
    assert kept == [".charter", ".stamp"]
    assert cache.folder() == tmp_path / "cache"


def test_cache_forgets_what_a_charter_was_before(
    tmp_path: Path, write_charter: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHARTER_LINT_CACHE", str(tmp_path / "cache"))
    for phrase in ("bon vin", "vieux rhum", "grand cru"):
        load_charter(write_charter({"wine": {"kind": "existence", "fr": [phrase]}}))
    assert len(list((tmp_path / "cache").glob("*.charter"))) == 1


def test_facts_become_concepts(charter_of: Callable[..., Charter]) -> None:
    rules = {"code": {"kind": "existence", "any": ["@codename"]}}
    charter = charter_of(
        rules, facts={"codename": ["Projet Zeus", {"name": "Projet Io", "until": "2026-01-01"}]}
    )
    assert lint(Draft("Le projet Zeus."), charter).findings
    assert lint(Draft("Le projet Io."), charter).findings


def test_overrides(charter_of: Callable[..., Charter]) -> None:
    rules = {"wine": {"check": WINE, "severity": "block"}}
    change = {"own/wine": {"severity": "advise", "reason": "essai"}}
    report = lint(Draft("Un bon vin."), charter_of(rules, overrides=change))
    assert report.verdict == "advise"
    off = {"own/wine": {"off": True, "reason": "essai"}}
    assert lint(Draft("Un bon vin."), charter_of(rules, overrides=off)).verdict == "pass"
