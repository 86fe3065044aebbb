"""Spelling rules with a dictionary of their own."""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest
from helpers import ini, short, style

from charter_lint.styles import load
from charter_lint.styles.spelling import words

if TYPE_CHECKING:
    from pathlib import Path

RULE = "{extends: spelling, message: \"'%s'?\", dictionaries: [own], ignore: names.txt}"
needs_spylls = pytest.mark.skipif(
    find_spec("spylls") is None and os.environ.get("CI") != "true", reason="spylls is not installed"
)


def spelled(folder: Path, rule: str = RULE) -> Path:
    style(folder, {"Spelling": rule, "Bad": "{extends: existence, message: m, tokens: [bad]}"})
    dictionaries = folder / "styles/config/dictionaries"
    dictionaries.mkdir(parents=True)
    (dictionaries / "own.aff").write_text("SET UTF-8\nSFX S Y 1\nSFX S 0 s .\n", encoding="utf-8")
    (dictionaries / "own.dic").write_text("4\ndog/S\ncat\nthe\nbad\n", encoding="utf-8")
    (folder / "styles/names.txt").write_text("Fido\n", encoding="utf-8")
    return ini(folder, "[*]\nBasedOnStyles = Own\n")


@needs_spylls
def test_words_are_looked_up(tmp_path: Path) -> None:
    found = load(spelled(tmp_path)).check(
        "The dogs, the cats. Fido (dgo) and café, x2, NATO, McDoNald!", syntax="plain"
    )
    assert short(found) == [(1, 15, 18, "cats"), (1, 27, 29, "dgo"), (1, 32, 34, "and")]
    assert found[0].message == "'cats'?"


@needs_spylls
def test_a_broken_dictionary_is_said_and_the_rest_judged(tmp_path: Path) -> None:
    config = spelled(tmp_path)
    broken = tmp_path / "styles/config/dictionaries/own.aff"
    broken.write_text("REP 1\nREP ^\nSFX S Y x\n", encoding="utf-8")
    judged = load(config).judge("bad dgo", syntax="plain")
    assert [each.rule for each in judged.alerts] == ["Own/Bad"]
    assert [(each.rule, each.reason) for each in judged.notices] == [("Own/Spelling", "spelling")]


@pytest.mark.parametrize(
    "rule",
    [
        "{extends: spelling, message: m}",
        "{extends: spelling, message: m, dictionaries: [missing]}",
        "{extends: spelling, message: m, dictionaries: [own], append: true}",
    ],
)
def test_without_a_dictionary_the_rule_is_not_run(tmp_path: Path, rule: str) -> None:
    styles = load(spelled(tmp_path, rule))
    assert [(each.rule, each.reason) for each in styles.notices] == [("Own/Spelling", "spelling")]
    assert [each.rule for each in styles.check("bad dgo", syntax="plain")] == ["Own/Bad"]


def test_words_are_cut_as_vale_cuts_them() -> None:
    assert list(words('Well) "quoted" don\u2019t (Mr. U.S.A.), 12 -- $x1.')) == [
        (0, "Well"), (7, "quoted"), (-1, "don't"), (22, "Mr."), (26, "U.S.A."), (42, "x1"),
    ]  # fmt: skip
