"""Presets: commented charters to start from, one a sector and language."""

from __future__ import annotations

from charter_lint.charter.places import shipped_charters

_FOLDER = "presets"


def sectors() -> list[str]:
    """Give the sectors that have a preset."""
    folder = shipped_charters() / _FOLDER
    return sorted({path.name.split(".")[0] for path in folder.glob("*.yaml")})


def fill_preset(sector: str, name: str, language: str) -> str:
    """Give the charter of a sector for a company, as YAML text with comments.

    Raises KeyError for an unknown sector.
    """
    path = shipped_charters() / _FOLDER / f"{sector}.{language}.yaml"
    if not path.is_file():
        raise KeyError(sector)
    written = path.read_text(encoding="utf-8")
    quoted = " ".join(name.split()).replace("\\", "\\\\").replace('"', '\\"')
    return written.replace("{slug}", _slug(name)).replace("{name}", quoted)


def _slug(name: str) -> str:
    from charter_lint.draft.fold import fold_word  # noqa: PLC0415

    kept = "".join(c if c.isalnum() else "-" for c in fold_word(name))
    return "-".join(part for part in kept.split("-") if part) or "charter"
