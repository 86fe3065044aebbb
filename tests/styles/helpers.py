"""Small styles for the tests, written here."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from charter_lint.styles import Alert, Styles, load


def style(folder: Path, rules: dict[str, str], name: str = "Own") -> Path:
    """Write a style's folder: rule name → YAML."""
    path = folder / "styles" / name
    path.mkdir(parents=True, exist_ok=True)
    for rule, text in rules.items():
        target = path / f"{rule}.yml"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(dedent(text), encoding="utf-8")
    return path


def ini(folder: Path, text: str) -> Path:
    """Write a .vale.ini whose styles lie beside it."""
    path = folder / ".vale.ini"
    head = "StylesPath = styles\nMinAlertLevel = suggestion\n"
    path.write_text(head + dedent(text), encoding="utf-8")
    return path


def of(folder: Path, rule: str) -> Styles:
    """Load a style of one rule."""
    return load([style(folder, {"Rule": rule})], None)


def short(alerts: list[Alert]) -> list[tuple[int, int, int, str]]:
    """Give line, columns and match of alerts."""
    return [(each.line, each.column, each.last, each.match) for each in alerts]
