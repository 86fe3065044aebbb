"""Pieces that add up: in one post, or over an author's last posts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from charter_lint import Draft, lint, load_charter
from charter_lint.cli.group import charter_lint

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RULES = {
    "mosaic": {
        "message": {"fr": "Avec {earlier}.", "en": "With {earlier}."},
        "check": {
            "kind": "mosaic",
            "pieces": {"trade": ["insurer"], "town": ["Leeds"], "day": ["in March"]},
        },
    }
}


@pytest.fixture
def charter(write_charter: Callable[..., Path]) -> Path:
    return write_charter(RULES)


def test_pieces_of_one_post_add_up(charter: Path) -> None:
    loaded = load_charter(charter)
    draft = Draft("An insurer. It is in Leeds. They move in March.")
    (found,) = lint(draft, loaded).findings
    assert draft.text[found.span.start : found.span.end].startswith("insurer")
    assert not lint(Draft("An insurer, in March."), loaded).findings


def test_the_last_piece_is_found_and_the_older_posts_are_named(charter: Path) -> None:
    loaded = load_charter(charter)
    history = [
        Draft("My new client is an insurer.", name="monday"),
        Draft("Lovely weather in Leeds.", name="tuesday"),
    ]
    (found,) = lint(Draft("We all move in March!"), loaded, history).findings
    assert found.match == "in March"
    assert found.message["en"] == "With monday, tuesday."
    assert not lint(Draft("A quiet day."), loaded, history).findings
    assert not lint(Draft("We all move in March!"), loaded, history[:1]).findings


def run(charter: Path, history: Path, author: str) -> tuple[int, str]:
    given = ["check", "--charter", str(charter), "--history", str(history), "--author", author]
    done = CliRunner().invoke(charter_lint, [*given, "--text", "We move in March.", "-f", "json"])
    return done.exit_code, done.output


def test_history_is_of_one_author_and_must_be_readable(charter: Path, tmp_path: Path) -> None:
    posts = tmp_path / "posts.jsonl"
    lines = [{"text": "An insurer.", "author": "Ana"}, {"text": "Leeds again.", "author": "Ana"}]
    posts.write_text("\n".join(json.dumps(line) for line in lines))
    before = posts.read_bytes()
    assert json.loads(run(charter, posts, "ana")[1])["drafts"][0]["findings"]
    assert not json.loads(run(charter, posts, "Bo")[1])["drafts"][0]["findings"]
    assert posts.read_bytes() == before
    posts.write_text('{"text": "An insurer."}\n{broken')
    code, output = run(charter, posts, "")
    assert code == 2
    assert "findings" not in output
