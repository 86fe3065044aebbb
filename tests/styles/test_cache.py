"""Kept styles: the same alerts, renewed when any of their files changes, never trusted blindly."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from helpers import ini, short, style

from charter_lint.styles import load

if TYPE_CHECKING:
    from pathlib import Path

RULES = {
    "Bad": r"{extends: existence, message: m, tokens: [bad, 'wors\w+']}",
    "Swap": "{extends: substitution, message: '%s, not %s', swap: {one: 1, two: 2}}",
    "Twice": r"{extends: repetition, message: m, tokens: ['\w+']}",
    "Caps": "{extends: capitalization, message: m, scope: heading, match: $sentence}",
    "Both": "{extends: consistency, message: m, either: {advisor: adviser}}",
}
DRAFT = "# A Bad Heading Here\n\nOne bad, two worse things. Of of advisor adviser.\n"


def test_what_is_kept_judges_the_same(tmp_path: Path) -> None:
    style(tmp_path, RULES)
    config = ini(tmp_path, "[*]\nBasedOnStyles = Own\nWrong = 1\n")
    cache = tmp_path / "cache"
    fresh, kept = load(config, cache), load(config, cache)
    assert len(list(cache.iterdir())) == 1
    assert fresh.check(DRAFT, name="a.md") == kept.check(DRAFT, name="a.md") != []
    assert fresh.notices == kept.notices
    assert load(config, None).check(DRAFT, name="a.md") == kept.check(DRAFT, name="a.md")


def test_a_changed_rule_is_compiled_anew(tmp_path: Path) -> None:
    style(tmp_path, RULES)
    config = ini(tmp_path, "[*]\nBasedOnStyles = Own\nVocab =\n".replace("Vocab =\n", ""))
    cache = tmp_path / "cache"
    load(config, cache)
    style(tmp_path, {"Bad": "{extends: existence, message: m, tokens: [things]}"})
    found = [
        each for each in load(config, cache).check(DRAFT, name="a.md") if each.rule == "Own/Bad"
    ]
    assert [each.match for each in found] == ["things"]


@pytest.mark.parametrize("damage", [b"", b"\x00", b"\xc1\xc1\xc1", b"\x93\x01\x02\x03"])
def test_damaged_files_are_ignored(tmp_path: Path, damage: bytes) -> None:
    folder = style(tmp_path, RULES)
    cache = tmp_path / "cache"
    before = load([folder], cache).check(DRAFT, name="a.md")
    (kept,) = cache.iterdir()
    kept.write_bytes(damage)
    assert load([folder], cache).check(DRAFT, name="a.md") == before


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs file permissions")
def test_a_folder_that_can_not_be_written_is_left_alone(tmp_path: Path) -> None:
    folder = style(tmp_path, RULES)
    cache = tmp_path / "cache"
    cache.mkdir(mode=0o500)
    assert load([folder], cache).check(DRAFT, name="a.md")
    assert list(cache.iterdir()) == []


def test_nothing_of_a_draft_stays_behind(tmp_path: Path) -> None:
    folder = style(tmp_path, RULES)
    styles = load([folder], None)
    first = styles.check("An advisor.", name="a.md")
    assert short(styles.check("An adviser.", name="a.md")) == []
    assert first == styles.check("An advisor.", name="a.md")
