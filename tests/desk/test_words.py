"""Phrases out to a sheet and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from charter_lint.charter.faults import CharterError
from charter_lint.charter.source import Source
from charter_lint.cli.words import words
from charter_lint.desk.words import lists_of, rows_of
from charter_lint.desk.words_edit import change_lists, scalar
from charter_lint.desk.words_sheet import read_sheet, write_sheet

openpyxl = pytest.importorskip("openpyxl")

RULE = """\
# Why this rule is here.
title: {fr: Grands mots, en: Big words}
message: {fr: "« {match} ».", en: "“{match}”."}
instead: {fr: "Dites-le simplement.", en: "Say it plainly."}
check:
  kind: existence
  fr:   # French first
    # the worst of all
    - révolutionnaire  # often
    - "=disruptif"

  en: [groundbreaking, 'world''s first']
"""
CHARTER = "name: acme\npacks: [big]\n"


@pytest.fixture
def company(tmp_path: Path) -> Path:
    rules = tmp_path / "rules" / "big"
    rules.mkdir(parents=True)
    (rules / "words.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / "acme.yaml").write_text(CHARTER, encoding="utf-8")
    return tmp_path


def _run(*args: object) -> tuple[int, str]:
    result = CliRunner().invoke(words, [*map(str, args), "--lang", "en"], catch_exceptions=False)
    return result.exit_code, result.output


def _sheet(company: Path, suffix: str = "csv") -> Path:
    sheet = company / f"words.{suffix}"
    code, said = _run("export", "big", "--to", sheet, "-c", company / "acme.yaml")
    assert code == 0, said
    return sheet


def _import(company: Path, sheet: Path) -> tuple[int, str, str]:
    code, said = _run("import", sheet, "-c", company / "acme.yaml")
    return code, said, (company / "rules/big/words.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_sheet_nobody_touched_changes_nothing(company: Path, suffix: str) -> None:
    code, said, after = _import(company, _sheet(company, suffix))
    assert (code, after) == (0, RULE), said


def test_only_the_changed_phrases_change(company: Path) -> None:
    sheet = _sheet(company)
    text = sheet.read_text(encoding="utf-8-sig")
    text = text.replace("révolutionnaire", "sans précédent").replace("world's first", "amazing")
    text += "big/words,en,stunning,,check.en\n"
    sheet.write_text(text, encoding="utf-8")
    code, said, after = _import(company, sheet)
    assert code == 0, said
    assert after == RULE.replace("révolutionnaire", "sans précédent").replace(
        "'world''s first'", "'amazing', stunning"
    )


def test_a_phrase_gone_leaves_its_comment(company: Path) -> None:
    sheet = _sheet(company)
    lines = sheet.read_text(encoding="utf-8-sig").splitlines()
    sheet.write_text("\n".join(x for x in lines if "révolutionnaire" not in x), encoding="utf-8")
    code, said, after = _import(company, sheet)
    assert code == 0, said
    assert after == RULE.replace("- révolutionnaire  # often", "# often")


def test_no_rule_is_emptied_by_a_sheet(company: Path) -> None:
    sheet = _sheet(company)
    lines = sheet.read_text(encoding="utf-8-sig").splitlines()
    sheet.write_text("\n".join(x for x in lines if ",en," not in x), encoding="utf-8")
    code, said, after = _import(company, sheet)
    assert (code, after) == (2, RULE)
    assert "no phrase left" in said


def test_what_validate_refuses_is_not_written(company: Path) -> None:
    sheet = _sheet(company)
    text = sheet.read_text(encoding="utf-8-sig").replace("groundbreaking", "(open")
    sheet.write_text(text, encoding="utf-8")
    code, said, after = _import(company, sheet)
    assert (code, after) == (2, RULE)
    assert "words.yaml" in said


def test_windows_1252_is_named(company: Path) -> None:
    sheet = _sheet(company)
    sheet.write_bytes(sheet.read_text(encoding="utf-8-sig").encode("cp1252"))
    code, said, _ = _import(company, sheet)
    assert code == 2
    assert "Windows-1252" in said


def test_semicolons_of_a_french_spreadsheet(company: Path) -> None:
    sheet = _sheet(company)
    text = sheet.read_text(encoding="utf-8-sig").replace(",", ";")
    sheet.write_text(text, encoding="utf-8-sig")
    assert _import(company, sheet)[0] == 0


@pytest.mark.parametrize(
    ("spoil", "said"),
    [("merge", "Merged cells A2:A3"), ("formula", "Formula in C2"), ("date", "date of C2")],
)
def test_cells_that_hold_no_phrase_are_named(company: Path, spoil: str, said: str) -> None:
    from datetime import date

    sheet = _sheet(company, "xlsx")
    book = openpyxl.load_workbook(sheet)
    if spoil == "merge":
        book.active.merge_cells("A2:A3")
    else:
        book.active["C2"] = "=A1&A2" if spoil == "formula" else date(2026, 1, 1)
    book.save(sheet)
    code, output, after = _import(company, sheet)
    assert (code, after) == (2, RULE)
    assert said in output


def test_a_broken_workbook_and_missing_columns(company: Path) -> None:
    sheet = company / "x.xlsx"
    sheet.write_bytes(b"PK no workbook")
    with pytest.raises(CharterError):
        read_sheet(sheet)
    sheet = company / "x.csv"
    sheet.write_text("a,b\n1,2\n", encoding="utf-8")
    assert "lacks the columns" in _import(company, sheet)[1]


def test_concepts_of_a_shipped_pack_come_along(tmp_path: Path) -> None:
    rows = rows_of(lists_of(Path("charters/default.yaml").resolve(), "claims"))
    assert {r.concept for r in rows} > {"", "claims-never-fails"}
    for suffix in ("csv", "xlsx"):
        path = tmp_path / f"s.{suffix}"
        write_sheet(path, rows)
        again = read_sheet(path)
        assert [(r.rule, r.language, r.phrase, r.concept, r.place) for r in again] == [
            (r.rule, r.language, r.phrase, r.concept, r.place) for r in rows
        ]


PHRASES = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=12
).filter(lambda p: bool(p.strip()))
LISTS = st.lists(PHRASES, min_size=1, max_size=6)


@given(LISTS)
def test_cells_keep_every_phrase(phrases: list[str]) -> None:
    from charter_lint.desk.words_sheet import _bare, _guarded

    assert [_bare(_guarded(p)) for p in phrases] == phrases


@settings(deadline=None)
@given(
    LISTS, LISTS, st.lists(st.sampled_from(["", "'", '"']), min_size=6, max_size=6), st.booleans()
)
def test_lists_change_and_all_else_stays(
    old: list[str], new: list[str], styles: list[str], flow: bool
) -> None:
    written = [scalar(p, s or None) for p, s in zip(old, styles, strict=False)]
    if flow:
        listed = "[" + ", ".join(written) + "]  # c0\n"
    else:
        listed = "\n" + "".join(f"  # b{i}\n  - {w}  # a{i}\n" for i, w in enumerate(written))
    text = f"# top\nx: 1\nlist: {listed}  # tail\ny: {{fr: a, en: b}}  # end\n"
    after = change_lists(text, {("list",): new})
    value = Source("", after).value
    assert value == {"x": 1, "list": new, "y": {"fr": "a", "en": "b"}}
    for comment in [
        "# top",
        "# tail",
        "# end",
        *([] if flow else [f"# a{i}" for i in range(len(old))]),
    ]:
        assert comment in after
    assert change_lists(after, {("list",): new}) == after
    back = change_lists(after, {("list",): old})
    assert Source("", back).value["list"] == old
