"""Every preset is a valid charter once filled, in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from charter_lint.charter.load import load_charter
from charter_lint.charter.places import shipped_charters
from charter_lint.desk.presets import fill_preset, sectors
from charter_lint.draft import Context, Draft
from charter_lint.lint.judge import lint

if TYPE_CHECKING:
    from pathlib import Path

SECTORS = {
    "alcohol",
    "energy",
    "finance",
    "food",
    "listed",
    "other",
    "pharma",
    "public",
    "retail",
    "software",
}
EVERY = [(sector, language) for sector in sorted(SECTORS) for language in ("fr", "en")]


def write(folder: Path, sector: str, name: str, language: str) -> Path:
    path = folder / ".charter-lint.yaml"
    path.write_text(fill_preset(sector, name, language), encoding="utf-8")
    return path


def test_every_sector_has_a_preset_in_both_languages() -> None:
    files = {path.name for path in (shipped_charters() / "presets").iterdir()}
    assert set(sectors()) == SECTORS
    assert files == {f"{sector}.{language}.yaml" for sector, language in EVERY}


@pytest.mark.parametrize(("sector", "language"), EVERY)
def test_filled_preset_is_a_charter(tmp_path: Path, sector: str, language: str) -> None:
    path = write(tmp_path, sector, "Maison Tilleul & Fils", language)
    written = path.read_text(encoding="utf-8")
    assert not re.search(r"\{(?:name|slug)\}", written)
    # Without the rules, which are the same for all and slow to build.
    path.write_text(written.replace("extends: [default]", "extends: []"), encoding="utf-8")
    charter = load_charter(path)
    assert charter.head.name == "maison-tilleul-fils"
    report = lint(Draft("Et vous, qu’en pensez-vous ? What do you think?", Context()), charter)
    assert any(note.kind in ("encouraged", "permission") for note in report.notes)


@pytest.mark.parametrize(
    "name", ['La "Petite" Maison', "L'Atelier : n° 1 #bio", "Müller, Söhne & Co.", "A\\B"]
)
def test_name_with_signs_of_yaml_is_kept(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, "food", name, "fr")
    path.write_text(path.read_text("utf-8").replace("[default]", "[]"), encoding="utf-8")
    charter = load_charter(path)
    assert charter.head.title is not None
    assert charter.head.title.fr == f"La charte {name}"


@pytest.mark.parametrize(("sector", "language"), [("pharma", "fr"), ("retail", "en")])
def test_filled_preset_brings_every_pack(tmp_path: Path, sector: str, language: str) -> None:
    charter = load_charter(write(tmp_path, sector, "Maison Tilleul", language))
    assert charter.head.rights is not None
    packs = {rule.split("/")[0] for rule in charter.rule_numbers}
    assert {"finance", "pharma", "green", "guard", "voice", "confidentiality"} <= packs


@pytest.mark.parametrize("language", ["fr", "en"])
def test_presets_ask_the_same_things(language: str) -> None:
    """Each preset has the parts of the others, in their order."""
    folder = shipped_charters() / "presets"
    texts = [(folder / f"{sector}.{language}.yaml").read_text("utf-8") for sector in SECTORS]
    parts = {tuple(re.findall(r"^# (\d\. .+)$", text, re.MULTILINE)) for text in texts}
    assert len(parts) == 1
    assert len(parts.pop()) == 6
