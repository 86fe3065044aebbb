"""Sheets of phrases as CSV and XLSX files."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from charter_lint.charter.faults import CharterError, Fault
from charter_lint.desk.words import COLUMNS, Row

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_SIGNS = ("=", "+", "-", "@", "\t")
_MOST_BYTES = 20_000_000


def write_sheet(path: Path, rows: Iterable[Row]) -> None:
    """Write rows as .xlsx or .csv; raises OSError, and ImportError without openpyxl."""
    lines: list[tuple[str, ...]] = [
        COLUMNS,
        *((r.rule, r.language, r.phrase, r.concept, r.place) for r in rows),
    ]
    if path.suffix.lower() == ".xlsx":
        _write_xlsx(path, lines)
        return
    out = io.StringIO()
    csv.writer(out).writerows([_guarded(cell) for cell in line] for line in lines)
    # With the mark at its start, spreadsheets take the file for UTF-8.
    path.write_bytes(out.getvalue().encode("utf-8-sig"))


def read_sheet(path: Path) -> list[Row]:
    """Read rows; raises OSError, ImportError, and CharterError naming each bad cell."""
    if path.stat().st_size > _MOST_BYTES:
        raise CharterError([Fault(path.name, 0, 0, "file-too-large", {"most": str(_MOST_BYTES)})])
    if path.suffix.lower() == ".xlsx":
        return _rows(_read_xlsx(path), path.name)
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        values = {"encoding": "Windows-1252"}
        raise CharterError([Fault(path.name, line, 1, "file-encoding", values)]) from None
    first = text.split("\n", 1)[0]
    sign = max(",;\t", key=first.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True))
    except csv.Error as error:
        values = {"detail": str(error)}
        raise CharterError([Fault(path.name, 0, 0, "words-sheet-broken", values)]) from None
    return _rows([[_bare(cell) for cell in line] for line in lines], path.name)


def _rows(lines: list[list[str]], name: str) -> list[Row]:
    head = [c.strip().lower() for c in lines[0]] if lines else []
    missing = [c for c in COLUMNS[:4] if c not in head]
    if missing:
        values = {"columns": ", ".join(missing)}
        raise CharterError([Fault(name, 1, 1, "words-columns", values)])
    at = {c: head.index(c) for c in COLUMNS if c in head}
    found = []
    for number, line in enumerate(lines[1:], 2):
        if not any(cell.strip() for cell in line):
            continue
        cells = {c: line[i] if i < len(line) else "" for c, i in at.items()}
        found.append(
            Row(
                cells["rule"].strip(),
                cells["language"].strip().lower(),
                cells["phrase"],
                cells["concept"].strip().removeprefix("@"),
                cells.get("place", "").strip(),
                f"{_letter(at['phrase'])}{number}",
            )
        )
    return found


def _letter(column: int) -> str:
    return chr(ord("A") + column) if column < 26 else f"#{column + 1}"


def _write_xlsx(path: Path, lines: list[tuple[str, ...]]) -> None:
    from openpyxl import Workbook  # noqa: PLC0415  (an extra, slow to import)

    book = Workbook()
    sheet: Any = book.active
    sheet.title = "words"
    for number, line in enumerate(lines, 1):
        for column, value in enumerate(line, 1):
            cell = sheet.cell(number, column)
            # As text, for a phrase such as =PEA is no formula.
            cell.value = value
            cell.data_type = "s"
            cell.quotePrefix = value.startswith(_SIGNS)
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABCDE", (28, 10, 60, 28, 28), strict=True):
        sheet.column_dimensions[letter].width = width
    book.save(path)


def _read_xlsx(path: Path) -> list[list[str]]:
    from openpyxl import load_workbook  # noqa: PLC0415  (an extra, slow to import)

    try:
        book = load_workbook(path)
        sheet: Any = book.active
        ranges = list(sheet.merged_cells.ranges)
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001  (what a broken workbook raises is open-ended)
        values = {"detail": type(error).__name__}
        raise CharterError([Fault(path.name, 0, 0, "words-sheet-broken", values)]) from None
    faults = [
        Fault(f"{path.name}:{each.coord}", 0, 0, "words-merged", {"cells": each.coord})
        for each in ranges
    ]
    lines = []
    for row in sheet.iter_rows():
        line = []
        for cell in row:
            kind = {"f": "words-formula", "e": "words-error", "d": "words-date"}
            if cell.value is not None and cell.data_type in kind:
                where = f"{path.name}:{cell.coordinate}"
                values = {"cell": cell.coordinate}
                faults.append(Fault(where, 0, 0, kind[cell.data_type], values))
            line.append("" if cell.value is None else str(cell.value))
        lines.append(line)
    if faults:
        raise CharterError(faults)
    return lines


def _guarded(cell: str) -> str:
    """Keep a spreadsheet from taking a phrase for a formula."""
    signs = (*_SIGNS, "'")
    if cell.startswith(_SIGNS) or (cell.startswith("'") and cell[1:].startswith(signs)):
        return "'" + cell
    return cell


def _bare(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*_SIGNS, "'")) else cell
