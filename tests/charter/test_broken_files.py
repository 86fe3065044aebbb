"""Every broken file tells its place, and the corrected line makes it good."""

from __future__ import annotations

from pathlib import Path

import pytest
from broken_files import CASES, FILES, Case

from charter_lint.charter.compile import build
from charter_lint.charter.faults import CharterError, Fault
from charter_lint.cli.output import fault_text


@pytest.fixture
def company(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a company whose rules are all that there are: compiling takes no time."""
    empty = tmp_path / "shipped"
    for name in ("concepts", "contexts", "data", "reader"):
        (empty / name).mkdir(parents=True)
    needed = ("i", "we", "stock-proud", "buzz")  # what kinds of check ask for themselves
    spoken = "".join(f"{name}:\n  about: needed\n  en: [zzz]\n" for name in needed)
    (empty / "concepts" / "needed.yaml").write_text(spoken, encoding="utf-8")
    monkeypatch.setattr("charter_lint.charter.files.shipped_rules", lambda: empty)
    write(tmp_path / "own", FILES)
    return tmp_path / "own"


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def faults_of(folder: Path) -> list[Fault]:
    try:
        build(folder / "own.yaml")
    except CharterError as error:
        return error.faults
    return []


def test_the_table_is_long_enough() -> None:
    assert len({c[:3] for c in CASES}) >= 60


def test_the_files_themselves_are_good(company: Path) -> None:
    assert faults_of(company) == []


@pytest.mark.parametrize("case", CASES, ids=[f"{c[3]}-{i}" for i, c in enumerate(CASES)])
def test_broken_file(company: Path, case: Case) -> None:
    file, old, new, problem, line, column, mend = case
    assert FILES[file].count(old) == 1
    broken = FILES[file].replace(old, new)
    write(company, {file: broken})
    found = [f for f in faults_of(company) if Path(f.file).name == Path(file).name]
    places = [(f.problem, f.line, f.column) for f in found]
    assert (problem, line, column) in places
    fault = found[places.index((problem, line, column))]
    for language in ("fr", "en"):
        assert f":{line}:{column}: " in fault_text(fault, language)
    lines = broken.splitlines()
    lines[line - 1] = mend or fault.fix
    assert lines[line - 1]
    if problem == "yaml-alias":
        lines.remove("contact: *a")
    write(company, {file: "\n".join(lines) + "\n"})
    assert faults_of(company) == []


def test_a_byte_order_mark_is_no_fault(company: Path) -> None:
    file = company / "rules/own/a.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert faults_of(company) == []


def test_windows_1252_has_its_place_and_line(company: Path) -> None:
    file = company / "rules/own/a.yaml"
    file.write_bytes(file.read_bytes().replace(b"owner: legal", "owner: été".encode("cp1252")))
    fault = faults_of(company)[0]
    assert (fault.problem, fault.line, fault.column) == ("file-encoding", 7, 8)
    assert fault.fix == "owner: été"
