"""`charter-lint voice`: counted facts, no score."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from charter_lint.cli.group import charter_lint

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LONG = (
    "Je suis arrivée à l'atelier de Lyon en 2012. Nadia m'a appris le métier en trois semaines. "
    "Nous avons réparé quarante pompes, et nous en avons raté deux. "
) * 6


def run(*args: object) -> Result:
    return CliRunner().invoke(charter_lint, ["voice", "--lang", "fr", *map(str, args)])


def test_facts_are_counted_beside_the_charter_and_good_posts(
    tmp_path: Path, write_charter: Callable[..., Path]
) -> None:
    draft, good = tmp_path / "a.txt", tmp_path / "good.txt"
    draft.write_text(LONG)
    good.write_text(LONG)
    charter = write_charter({}, voice={"sentence-words": {"most": 8}})
    done = run(draft, "--json", "--charter", charter, "--beside", good)
    assert done.exit_code == 0, done.output
    (row,) = json.loads(done.output)
    facts = {fact["name"]: fact for fact in row["facts"]}
    assert facts["sentences"]["value"] == 18
    assert facts["sentence-words"]["most"] == 8
    assert facts["sentence-words"]["value"] > 8
    assert facts["first-person"]["value"] > 5
    assert facts["words"]["good"] == facts["words"]["value"]
    assert facts["reading-ease"]["value"] is not None
    assert "score" not in done.output


def test_a_short_text_is_said_to_be_short(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_text("Merci à tous !")
    done = run(draft)
    assert done.exit_code == 0
    assert "trop court" in done.output


@pytest.mark.parametrize("text", ["", "  \n"])
def test_nothing_to_count_is_told(text: str, tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_text(text)
    assert run(draft).exit_code == 2
    assert run(tmp_path / "nowhere.txt").exit_code == 2


def test_an_unknown_measure_has_a_near_name(write_charter: Callable[..., Path]) -> None:
    charter = write_charter({}, voice={"sentence-wrds": {"most": 8}})
    done = CliRunner().invoke(charter_lint, ["validate", str(charter), "--lang", "en"])
    assert done.exit_code == 2
    assert "sentence-words" in done.output
