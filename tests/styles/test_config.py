"""The .vale.ini: what runs where, what is refused, what is said."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from helpers import ini, style

from charter_lint.messages.styles import TEXTS
from charter_lint.styles import StylesError, load
from charter_lint.styles.explain import explain

if TYPE_CHECKING:
    from pathlib import Path

BAD = "{extends: existence, message: m, tokens: [bad]}"
UGLY = "{extends: existence, message: m, level: suggestion, tokens: [ugly]}"


def rules(folder: Path, text: str, name: str) -> list[tuple[str, str]]:
    style(folder, {"Bad": BAD, "Ugly": UGLY})
    style(folder, {"Bad": BAD}, "Other")
    found = load(ini(folder, text)).check("bad ugly", name=name)
    return [(each.rule, each.severity) for each in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[*]\nBasedOnStyles = Own\n", ["Own/Bad", "Own/Ugly"]),
        ("[*.md]\nBasedOnStyles = Own\nOwn.Ugly = NO\n", ["Own/Bad"]),
        ("[*.{md,txt}]\nBasedOnStyles = Own, Other\n", ["Other/Bad", "Own/Bad", "Own/Ugly"]),
        ("[*.txt]\nBasedOnStyles = Own\n", []),
        ("[*]\nBasedOnStyles = Own\n[*.md]\nBasedOnStyles = Other\n", ["Other/Bad"]),
        ("[*]\nOwn.Bad = YES\n", ["Own/Bad"]),
        ("[*]\nBasedOnStyles = Own\nOwn = NO\nOwn.Ugly = YES\n", ["Own/Ugly"]),
        ("[posts/*]\nBasedOnStyles = Own\n", ["Own/Bad", "Own/Ugly"]),
        ("[*]\nBasedOnStyles = Own\n[posts/*.md]\nBasedOnStyles =\n", []),
        ("[!posts/*]\nBasedOnStyles = Own\n", []),
    ],
)
def test_which_rules_run(tmp_path: Path, text: str, found: list[str]) -> None:
    assert [rule for rule, _ in rules(tmp_path, text, "posts/a.md")] == found


def test_levels_are_set_for_rules_styles_and_files(tmp_path: Path) -> None:
    text = "[*]\nBasedOnStyles = Own\nOwn.Bad = error\n[*.md]\nOwn.Ugly = warning\n"
    assert rules(tmp_path, text, "a.md") == [("Own/Bad", "error"), ("Own/Ugly", "warning")]
    assert rules(tmp_path, text, "a.txt") == [("Own/Bad", "error"), ("Own/Ugly", "suggestion")]


def test_the_lowest_level_is_kept(tmp_path: Path) -> None:
    text = "MinAlertLevel = warning\n[*]\nBasedOnStyles = Own\n"
    assert rules(tmp_path, text, "a.md") == [("Own/Bad", "warning")]


def test_ignored_tokens_and_blocks_are_not_judged(tmp_path: Path) -> None:
    style(tmp_path, {"Bad": BAD})
    config = ini(
        tmp_path,
        r"""
        [*]
        BasedOnStyles = Own
        TokenIgnores = (\$\w+), (:\w+:)
        BlockIgnores = (?s) *(<x>.*?</x>)
        """,
    )
    text = "A $bad :bad: bad.\n\n<x>\nbad\n</x>\n"
    assert [each.column for each in load(config).check(text, name="a.md")] == [14]


def test_scopes_may_be_skipped(tmp_path: Path) -> None:
    style(tmp_path, {"Bad": BAD})
    config = ini(
        tmp_path, "IgnoredScopes = em\nSkippedScopes = blockquote\n[*]\nBasedOnStyles = Own\n"
    )
    text = "A *bad* thing and `one bad` thing.\n\n> bad\n"
    assert [each.column for each in load(config).check(text, name="a.md")] == [24]


def test_rule_parameters_may_be_set(tmp_path: Path) -> None:
    style(tmp_path, {"Long": r"{extends: occurrence, message: m, max: 2, token: '\w+'}"})
    config = ini(tmp_path, "[*]\nBasedOnStyles = Own\nOwn.Long[max] = 3\n")
    assert load(config).check("one two three", syntax="plain") == []


@pytest.mark.parametrize(
    ("text", "problem", "line"),
    [
        ("[*]\nBasedOnStyles = Missing\n", "missing-style", 4),
        ("Vocab = Missing\n", "missing-vocabulary", 3),
        ("MinAlertLevel = loud\n", "level", 2),
        ("[*.md\n", "section", 3),
        ("what is this\n", "assignment", 3),
        ("BasedOnStyles = Own\n", "misplaced", 3),
        ("[*.md]\nStylesPath = x\n", "misplaced", 4),
        ("[*.md]\nCommentDelimiters = #\n", "delimiters", 4),
        ("[*]\nOwn.Bad[tokens] = x\n", "parameter", 4),
        ("StylesPath = nowhere\n", "styles-path", 1),
    ],
)
def test_faulty_configurations_are_refused(
    tmp_path: Path, text: str, problem: str, line: int
) -> None:
    style(tmp_path, {"Bad": BAD})
    with pytest.raises(StylesError) as error:
        load(ini(tmp_path, text))
    assert (error.value.problem, error.value.line) == (problem, line)
    for language in ("fr", "en"):
        assert "{" not in explain(error.value, language).replace("{/*", "")


@pytest.mark.parametrize(
    ("rule", "problem"),
    [
        ("extends: existence\nmessage: [unclosed\n", "yaml"),
        ("message: m\n", "no-extends"),
        ("extends: existence\n", "no-message"),
        ("extends: wish\nmessage: m\n", "extends"),
        ("extends: existence\nmessage: m\nlevel: loud\n", "level"),
        ("extends: existence\nmessage: m\ntokns: [a]\n", "unknown-rule-key"),
        ("extends: existence\nmessage: m\nignorecase: yes\n", "type"),
        ("extends: existence\nmessage: m\ntokens: {a: b}\n", "type"),
        ("extends: existence\nmessage: m\nscope: my own\n", "bad-scope"),
        ("extends: Own.Rule\n", "cycle"),
        ("extends: Own.Missing\n", "missing-parent"),
        ("extends: existence\nmessage: m\ntokens+: [a]\n", "no-parent"),
        ("just text\n", "no-extends"),
        ("", "no-extends"),
    ],
)
def test_faulty_rules_are_refused(tmp_path: Path, rule: str, problem: str) -> None:
    folder = style(tmp_path, {"Rule": rule})
    with pytest.raises(StylesError) as error:
        load(ini(tmp_path, "[*]\nBasedOnStyles = Own\n"))
    assert error.value.problem == problem
    assert error.value.path == folder / "Rule.yml"
    assert explain(error.value, "fr")


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        (r"{extends: existence, message: m, tokens: ['(unclosed']}", "pattern"),
        (r"{extends: existence, message: m, tokens: ['a++']}", "pattern"),
        (r"{extends: existence, message: m, tokens: ['[z-a]']}", "pattern"),
        ("{extends: script, message: m, script: 'x := 1'}", "script"),
        ("{extends: existence, message: m, scope: doc(.note), tokens: [a]}", "scope"),
        ("{extends: substitution, message: m, swap: {a: b, a: c}}", "repeated-key"),
    ],
)
def test_a_rule_that_can_not_run_is_said_and_the_rest_runs(
    tmp_path: Path, rule: str, reason: str
) -> None:
    style(tmp_path, {"Odd": rule, "Bad": BAD})
    styles = load(ini(tmp_path, "[*]\nBasedOnStyles = Own\n"))
    assert [(each.rule, each.reason) for each in styles.notices] == [("Own/Odd", reason)]
    assert [each.rule for each in styles.check("bad a", syntax="plain")] == ["Own/Bad"]
    for language in ("fr", "en"):
        assert "Own/Odd" in explain(styles.notices[0], language)


def test_unknown_keys_and_settings_are_said(tmp_path: Path) -> None:
    style(tmp_path, {"Bad": BAD})
    text = (
        "Surprise = 1\nNLPEndpoint = http://x.example\n[*]\nBasedOnStyles = Own\nOwn.Bad = MAYBE\n"
    )
    styles = load(ini(tmp_path, text))
    assert [(each.reason, each.line) for each in styles.notices] == [
        ("unknown-key", 3),
        ("setting", 4),
        ("unknown-value", 7),
    ]


def test_a_slow_expression_is_given_up_and_said(tmp_path: Path) -> None:
    slow = r"{extends: existence, message: m, nonword: true, tokens: ['(?:x|xx)+c']}"
    style(tmp_path, {"Slow": slow, "Bad": BAD})
    judged = load(ini(tmp_path, "[*]\nBasedOnStyles = Own\n")).judge(
        "bad c " + "x" * 60 + "b", syntax="plain"
    )
    assert [each.rule for each in judged.alerts] == ["Own/Bad"]
    assert [(each.rule, each.reason) for each in judged.notices] == [("Own/Slow", "too-slow")]


def test_every_text_exists_in_both_languages() -> None:
    for key, texts in TEXTS.items():
        assert set(texts) == {"fr", "en"}, key
        assert ("{detail}" in texts["fr"]) == ("{detail}" in texts["en"]), key


@pytest.mark.parametrize(
    "text",
    ["a" * 100_000, "1" * 50_000, " " * 100_000 + "x", "[" * 5000, "*a " * 3000, '"' * 20_000],
)
def test_long_lines_are_judged_in_reasonable_time(tmp_path: Path, text: str) -> None:
    style(
        tmp_path,
        {
            "Sentence": r"{extends: existence, message: m, scope: sentence, tokens: ['\w+ly-\w+']}",
            "Twice": r"{extends: repetition, message: m, tokens: ['[^\s]+']}",
            "Grade": "{extends: metric, message: m, formula: syllables / words, condition: '> 9e9'}",
        },
    )
    styles = load(ini(tmp_path, "[*]\nBasedOnStyles = Own\n"))
    began = time.process_time()
    styles.judge(text, name="a.md")
    assert time.process_time() - began < 5
