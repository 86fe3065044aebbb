"""Styles turned into our own rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml
from helpers import style

from charter_lint import Context, Draft, lint, load_charter
from charter_lint.styles.convert import convert, left_out

if TYPE_CHECKING:
    from pathlib import Path

RULES = {
    "Words": r"""
        extends: existence
        message: "Avoid '%s'."
        level: error
        ignorecase: true
        tokens: [synergy, 'game.?changers?', "low-hanging fruit", 'really{2,}']
        """,
    "Swaps": r"""
        extends: substitution
        message: Use '%s' instead of '%s'.
        ignorecase: true
        swap: {utilize: use|apply, 'leverag(?:e|ing)': use, '\w+wise': as for}
        """,
    "Case": "{extends: capitalization, message: m, scope: heading, match: $sentence}",
    "Loose": r"{extends: substitution, message: m, swap: {'\w+ly': x}}",
}


def test_fixed_words_become_phrases_and_the_rest_expressions(tmp_path: Path) -> None:
    made = convert(style(tmp_path, RULES))
    assert sorted(made) == ["swaps.yaml", "words.yaml"]
    words = yaml.safe_load(made["words.yaml"])
    assert words["severity"] == "review"
    assert words["message"]["en"] == "Avoid “{match}”."
    assert words["check"]["any"] == ["synergy", "low-hanging fruit"]
    assert len(words["check"]["regex"]) == 2
    swaps = yaml.safe_load(made["swaps.yaml"])
    assert swaps["check"]["any"] == {"leveraging": "use", "leverage": "use", "utilize": "use"}


def test_what_has_no_counterpart_is_told(tmp_path: Path) -> None:
    found = left_out(style(tmp_path, RULES))
    assert [(each.rule, each.reason) for each in found] == [
        ("Own/Case", "not-convertible"),
        ("Own/Loose", "not-convertible"),
        ("Own/Swaps", "partly"),
    ]


def test_a_charter_can_use_the_rules(tmp_path: Path) -> None:
    folder = tmp_path / "rules" / "own"
    folder.mkdir(parents=True)
    for name, text in convert(style(tmp_path, RULES)).items():
        (folder / name).write_text(text, encoding="utf-8")
    charter = tmp_path / "charter.yaml"
    charter.write_text("name: own\npacks: [own]\n", encoding="utf-8")
    draft = Draft("We utilize synergy, a game-changer, really reallyyy.", Context())
    report = lint(draft, load_charter(str(charter)))
    assert {finding.rule for finding in report.findings} == {"own/swaps", "own/words"}
