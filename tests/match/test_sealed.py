"""Sealed codenames: found in every writing, closed to whoever lacks the pepper."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from charter_lint.cli.seal import seal as command
from charter_lint.draft import Draft
from charter_lint.match.errors import VaultError
from charter_lint.match.names import Names, names_of
from charter_lint.match.pepper import find_pepper, need_pepper, new_pepper
from charter_lint.match.sealed import (
    Cost,
    Entry,
    Lexicon,
    check_pepper,
    find,
    open_lexicon,
    seal,
    write_lexicon,
)

if TYPE_CHECKING:
    from collections.abc import Callable

DATA = Path(__file__).parents[2] / "rules" / "data" / "sealed" / "names.yaml"
NAMES = names_of(yaml.safe_load(DATA.read_text(encoding="utf-8")))
PEPPER = b"a pepper that is only for tests!"
CHEAP = Cost(n=2)
ENTRIES = (
    Entry("Projet Garance", severity="block", contact="juridique", label="fusion"),
    Entry("Hazy Copper", expires="2027-01-31"),
)


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return seal(ENTRIES, PEPPER, NAMES, CHEAP)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Bientôt le projet Garance !", "Garance"),
        ("GARANCE, enfin", "GARANCE"),
        ("Gar-ance arrive", "Gar-ance"),
        ("g a r a n c e", "g a r a n c e"),
        ("G4rance avance", "G4rance"),
        ("G\u200barance avance", "G\u200barance"),
        ("hazy copper is near", "hazy copper"),
        ("#HazyCopper is near", "HazyCopper"),
        ("hazy-copper is near", "hazy-copper"),
        ("hazy.copper is near", "hazy.copper"),
        ("hazycopper is near", "hazycopper"),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str, quote: str, lexicon: Lexicon) -> None:
    found = find(Draft(text), lexicon, PEPPER)
    assert [text[f.span.start : f.span.end] for f in found] == [quote]


def test_an_entry_speaks_only_on_a_match(lexicon: Lexicon) -> None:
    found = find(Draft("le projet Garance"), lexicon, PEPPER)[0]
    assert (found.severity, found.contact, found.label) == ("block", "juridique", "fusion")
    assert "juridique" not in repr(lexicon)


def test_other_words_are_silent_and_expiry_counts(lexicon: Lexicon) -> None:
    assert find(Draft("la garantie, un copper hazy, Gar. ance"), lexicon, PEPPER) == []
    text = "hazy copper"
    assert len(find(Draft(text), lexicon, PEPPER, on="2027-01-31")) == 1
    assert find(Draft(text), lexicon, PEPPER, on="2027-02-01") == []


def test_the_number_of_rows_and_their_size_tell_nothing(lexicon: Lexicon) -> None:
    more = seal([Entry(f"Zorvane Keld{i}lo") for i in range(65)], PEPPER, NAMES, CHEAP)
    assert len(lexicon.entries) == 64
    assert len(more.entries) == 128
    assert {len(said) for _, said in lexicon.entries} == {len(said) for _, said in more.entries}


def test_file_round_trip_holds_no_name(lexicon: Lexicon, tmp_path: Path) -> None:
    path = tmp_path / "names.json"
    write_lexicon(lexicon, path)
    again = open_lexicon(path)
    assert len(find(Draft("Garance"), again, PEPPER)) == 1
    written = path.read_text(encoding="utf-8").casefold()
    assert not any(w in written for w in ("garance", "copper", "juridique", "fusion"))
    assert [p.name for p in tmp_path.iterdir()] == ["names.json"]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda c: c.update(format="other"), "lexicon-foreign"),
        (lambda c: c.update(version=9), "lexicon-version"),
        (lambda c: c.pop("salt"), "lexicon-damaged"),
        (lambda c: c.update(entries=[["AA", "AA"]]), "lexicon-damaged"),
        (lambda c: c.update(cost={"n": 2**40, "r": 8, "p": 1}), "lexicon-damaged"),
        (lambda c: c.update(cost={"n": 1000, "r": 8, "p": 1}), "lexicon-damaged"),
        (lambda c: c.update(salt="no base64!"), "lexicon-damaged"),
    ],
)
def test_a_faulty_lexicon_is_refused(
    change: Callable[[dict[str, Any]], object], problem: str, lexicon: Lexicon, tmp_path: Path
) -> None:
    path = tmp_path / "names.json"
    write_lexicon(lexicon, path)
    content = json.loads(path.read_text(encoding="utf-8"))
    change(content)
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(VaultError) as caught:
        open_lexicon(path)
    assert caught.value.problem == problem


def test_half_a_file_another_file_and_none(lexicon: Lexicon, tmp_path: Path) -> None:
    path = tmp_path / "names.json"
    write_lexicon(lexicon, path)
    path.write_bytes(path.read_bytes()[:900])
    other = tmp_path / "other.json"
    other.write_text("[1, 2]", encoding="utf-8")
    for place, problem in (
        (path, "lexicon-damaged"),
        (other, "lexicon-foreign"),
        (tmp_path / "none", "lexicon-missing"),
    ):
        with pytest.raises(VaultError) as caught:
            open_lexicon(place)
        assert caught.value.problem == problem


def test_a_wrong_pepper_and_a_missing_row_never_look_clean(lexicon: Lexicon) -> None:
    with pytest.raises(VaultError) as caught:
        find(Draft("Garance"), lexicon, b"another pepper, of enough length")
    assert caught.value.problem == "pepper-wrong"
    fewer = msgspec.structs.replace(lexicon, entries=lexicon.entries[1:])
    with pytest.raises(VaultError) as caught:
        check_pepper(fewer, PEPPER)
    assert caught.value.problem == "lexicon-changed"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_draft_is_read(text: str) -> None:
    lexicon = seal(ENTRIES, PEPPER, NAMES, CHEAP)
    for found in find(Draft(text), lexicon, PEPPER):
        assert 0 <= found.span.start < found.span.end <= len(text)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Projet Garance", "word"),
        ("Opération Tramontane", "word"),
        ("The Falcon", "word"),
        ("G4rance", "word"),
        ("Zork", "short"),
        ("Projet 20261", "number"),
        ("Hazy Copper", ""),
        ("Velmorandix", ""),
    ],
)
def test_weak_names_are_told(name: str, why: str) -> None:
    assert NAMES.weakness(name) == why


def test_a_name_of_common_words_alone_is_refused() -> None:
    with pytest.raises(VaultError) as caught:
        seal([Entry("Projet")], PEPPER, NAMES, CHEAP)
    assert caught.value.problem == "name-empty"
    assert Names().core("Blue Heron") == ("blue", "heron")


def test_pepper_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CHARTER_LINT_PEPPER", "CHARTER_LINT_PEPPER_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("charter_lint.match.pepper._from_keychain", lambda: None)
    assert find_pepper() is None
    with pytest.raises(VaultError) as caught:
        need_pepper()
    assert caught.value.problem == "pepper-missing"
    file = tmp_path / "pepper"
    file.write_text(new_pepper() + "\n", encoding="ascii")
    assert find_pepper(str(file)) == file.read_bytes().strip()
    monkeypatch.setenv("CHARTER_LINT_PEPPER_FILE", str(file))
    assert find_pepper() == file.read_bytes().strip()
    monkeypatch.setenv("CHARTER_LINT_PEPPER", "short")
    with pytest.raises(VaultError) as caught:
        find_pepper()
    assert caught.value.problem == "pepper-short"


def test_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHARTER_LINT_PEPPER", raising=False)
    monkeypatch.delenv("CHARTER_LINT_PEPPER_FILE", raising=False)
    monkeypatch.setattr("charter_lint.match.pepper._from_keychain", lambda: None)
    names = tmp_path / "names.yaml"
    names.write_text("- Projet Garance\n- {name: Hazy Copper, contact: legal}\n", encoding="utf-8")
    pepper, out = tmp_path / "pepper", tmp_path / "out.json"
    run = CliRunner().invoke
    without = run(command, [str(names), "--lang", "en"])
    assert without.exit_code == 2
    assert "--new-pepper" in without.stderr
    assert run(command, ["--new-pepper", str(pepper)]).exit_code == 0
    assert run(command, ["--new-pepper", str(pepper)]).exit_code == 2
    weak = run(command, [str(names), "-o", str(out), "--pepper", str(pepper), "--lang", "fr"])
    assert weak.exit_code == 2
    assert "entrée 1" in weak.stderr
    assert "arance" not in weak.output
    assert not out.exists()
    done = run(command, [str(names), "-o", str(out), "--pepper", str(pepper), "--accept-weak"])
    assert done.exit_code == 0
    assert "arance" not in done.output
    found = find(Draft("hazy copper"), open_lexicon(out), find_pepper(str(pepper)) or b"")
    assert [f.contact for f in found] == ["legal"]
    names.write_text("- [1, {a: b}]\n", encoding="utf-8")
    assert run(command, [str(names), "--pepper", str(pepper)]).exit_code == 2
