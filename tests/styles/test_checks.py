"""Each kind of check, on plain text and in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from helpers import ini, of, short, style

from charter_lint.styles import load

if TYPE_CHECKING:
    from pathlib import Path


def test_existence_finds_whole_words_in_file_order(tmp_path: Path) -> None:
    styles = of(
        tmp_path, "{extends: existence, message: \"no '%s'\", tokens: [bad, bad idea, gr.+n]}"
    )
    found = styles.check("A bad idea, badly green.\n", syntax="plain", name="a.txt")
    assert short(found) == [(1, 3, 5, "bad"), (1, 19, 23, "green")]
    assert found[0].message == "no 'bad'"
    assert found[0].rule == "Own/Rule"
    assert (found[0].start, found[0].end) == (2, 5)
    assert found[0].severity == "warning"


def test_existence_joins_raw_before_its_tokens(tmp_path: Path) -> None:
    styles = of(
        tmp_path,
        r"{extends: existence, message: m, raw: ['\bvery\s+', '(?:much\s+)?'], tokens: [big, old]}",
    )
    text = "very big, very much old, very new, big\n"
    assert [each.match for each in styles.check(text, syntax="plain")] == [
        "very big",
        "very much old",
    ]


def test_case_blindness_is_unicode(tmp_path: Path) -> None:
    styles = of(
        tmp_path, "{extends: existence, message: m, ignorecase: true, tokens: [été, straße]}"
    )
    assert short(styles.check("ÉTÉ réétés Straße", syntax="plain")) == [
        (1, 1, 3, "ÉTÉ"),
        (1, 12, 17, "Straße"),
    ]


def test_word_boundaries_count_marks_but_no_superscripts(tmp_path: Path) -> None:
    styles = of(tmp_path, r"{extends: existence, message: m, tokens: [km, 'nai\w*']}")
    found = styles.check("12 km² and na\u0131\u0308ve, e\u0301km, ❤\ufe0fkm", syntax="plain")
    assert short(found) == [(1, 4, 5, "km")]


def test_nonword_and_exceptions(tmp_path: Path) -> None:
    styles = of(
        tmp_path,
        "{extends: existence, message: m, nonword: true, tokens: ['!+'], exceptions: ['Yahoo!']}",
    )
    assert short(styles.check("Yahoo! No!! Yes!", syntax="plain")) == [
        (1, 6, 6, "!"),
        (1, 10, 11, "!!"),
        (1, 16, 16, "!"),
    ]


def test_exceptions_are_searched_within_the_match_and_mind_case(tmp_path: Path) -> None:
    styles = of(
        tmp_path,
        r"{extends: existence, message: m, tokens: ['[A-Za-z]+ing'], exceptions: [Boeing, 'ski lift and mea culping']}",
    )
    found = styles.check("Boeing boeing doing ski lift and mea culping", syntax="plain")
    assert [each.match for each in found] == ["boeing", "doing"]


def test_a_percent_sign_slips_as_in_go(tmp_path: Path) -> None:
    styles = of(
        tmp_path, "{extends: existence, message: \"100% sure is bad: '%s'\", tokens: [sure]}"
    )
    assert styles.check("sure", syntax="plain")[0].message == "100sureure is bad: ''"


def test_substitution_prefers_the_longest_key(tmp_path: Path) -> None:
    styles = of(
        tmp_path,
        """
        extends: substitution
        message: Use '%s' instead of '%s'.
        ignorecase: true
        swap:
          tool: instrument
          power (?:tool|drill): machine
          '(\\w+) is that': '$1 means'
        """,
    )
    found = styles.check("A Power tool, a tool. The point is that.", syntax="plain")
    assert [each.message for each in found] == [
        "Use 'machine' instead of 'Power tool'.",
        "Use 'instrument' instead of 'tool'.",
        "Use 'point means' instead of 'point is that'.",
    ]


def test_substitution_offers_its_options(tmp_path: Path) -> None:
    styles = of(
        tmp_path,
        """
        extends: substitution
        message: "Use '%s' instead of '%s'."
        action: {name: replace}
        swap:
          utilize: use|apply|employ
          Wi-Fi|wifi: Wi-Fi
        """,
    )
    found = styles.check("utilize Wi-Fi or wifi", syntax="plain")
    assert [each.match for each in found] == ["utilize", "wifi"]
    assert found[0].message == "Use 'use', 'apply', or 'employ' instead of 'utilize'."
    assert found[0].action.params == ("use", "apply", "employ")


def test_replacements_take_the_case_of_what_they_replace(tmp_path: Path) -> None:
    styles = of(
        tmp_path,
        """
        extends: substitution
        message: "'%s' for '%s'"
        action: {name: replace}
        matchcase: true
        ignorecase: true
        swap: {a ok: A-OK, bad rep: poor showing}
        """,
    )
    found = styles.check("a ok, A OK; Bad rep, BAD REP", syntax="plain")
    assert [each.action.params[0] for each in found] == [
        "a-ok", "A-OK", "Poor showing", "POOR SHOWING",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"), [("a, b", []), ("a, b, c, d", [(1, 2, 2, ",")]), ("none", [])]
)
def test_occurrence_counts_up(tmp_path: Path, text: str, found: list[object]) -> None:
    styles = of(tmp_path, "{extends: occurrence, message: 'too many (%d)', max: 2, token: ','}")
    assert short(styles.check(text, syntax="plain")) == found


def test_occurrence_below_its_minimum_stands_at_the_first_word(tmp_path: Path) -> None:
    styles = of(tmp_path, r"{extends: occurrence, message: 'only %s', min: 2, token: '#\w+'}")
    found = styles.check("\nHello you", syntax="plain")
    assert short(found) == [(2, 1, 5, "Hello")]
    assert found[0].message == "only 0"


def test_repetition_does_not_cross_sentences(tmp_path: Path) -> None:
    styles = of(
        tmp_path,
        r"{extends: repetition, message: '%s twice', ignorecase: true, alpha: true, tokens: ['[^\s.!?]+']}",
    )
    found = styles.check("The the end. I forgot that. That is it, 1 1.", syntax="plain")
    assert short(found) == [(1, 1, 7, "The the")]
    assert found[0].message == "the twice"


def test_consistency_remembers_over_blocks(tmp_path: Path) -> None:
    styles = of(
        tmp_path,
        "{extends: consistency, message: 'one of %s', either: {advisor: adviser}, ignorecase: true}",
    )
    assert styles.check("An advisor.\n\nAn advisor.\n", name="a.md") == []
    found = styles.check("An advisor.\n\nAn adviser.\n", name="a.md")
    assert short(found) == [(3, 4, 10, "adviser")]


def test_conditional_accepts_what_was_defined(tmp_path: Path) -> None:
    styles = of(
        tmp_path,
        r"{extends: conditional, message: '%s?', first: '\b([A-Z]{3,5})\b', second: '(?:\b[A-Z][a-z]+ )+\(([A-Z]{3,5})\)', exceptions: [PDF]}",
    )
    text = "WHO says: the World Health Organization (WHO), not NATO or PDF.\n"
    assert [each.match for each in styles.check(text, name="a.md")] == ["NATO"]


def test_conditional_without_a_group_asks_for_presence(tmp_path: Path) -> None:
    styles = of(tmp_path, "{extends: conditional, message: m, first: advert, second: '#ad'}")
    assert styles.check("An advert. #ad", syntax="plain") == []
    assert [each.match for each in styles.check("An advert.", syntax="plain")] == ["advert"]


@pytest.mark.parametrize(
    ("match", "heading", "good"),
    [
        ("$sentence", "Getting started with tools", True),
        ("$sentence", "Getting Started With Tools", False),
        ("$sentence", "Getting started with Linux", True),
        ("$title", "Getting Started With the Tools", True),
        ("$title", "Getting started with the tools", False),
        ("$lower", "all small", True),
        ("$lower", "Not small", False),
        ("$upper", "LOUD", True),
        ("'^[A-Z]'", "Good", True),
        ("'^[A-Z]'", "bad", False),
    ],
)
def test_capitalization(tmp_path: Path, match: str, heading: str, *, good: bool) -> None:
    styles = of(
        tmp_path,
        f"{{extends: capitalization, message: \"'%s'\", scope: heading, match: {match}, exceptions: [Linux]}}",
    )
    found = styles.check(f"# {heading}\n\nSome Text Here.\n", name="a.md")
    assert short(found) == ([] if good else [(1, 3, 2 + len(heading), heading)])


def test_metric_measures_the_summary(tmp_path: Path) -> None:
    styles = of(
        tmp_path,
        "{extends: metric, message: 'grade %s', formula: '(0.39 * (words / sentences)) + (11.8 * (syllables / words)) - 15.59', condition: '> 8'}",
    )
    assert styles.check("The cat sat on the mat. It was fat.\n", name="a.md") == []
    hard = "Organisational accountability necessitates comprehensive documentation.\n"
    found = styles.check(hard, name="a.md")
    assert short(found) == [(1, 1, 1, "")]
    assert found[0].message.startswith("grade ")
    assert styles.check(hard, syntax="plain", name="a.txt") == []


def test_a_formula_that_can_not_be_worked_out_is_said(tmp_path: Path) -> None:
    styles = of(
        tmp_path,
        "{extends: metric, message: m, formula: 'words / (sentences - sentences)', condition: '> 1'}",
    )
    judged = styles.judge("One sentence.\n", name="a.md")
    assert judged.alerts == ()
    assert [(each.rule, each.reason) for each in judged.notices] == [("Own/Rule", "formula")]


def test_limit_caps_the_alerts_of_a_file(tmp_path: Path) -> None:
    styles = of(tmp_path, "{extends: existence, message: m, limit: 2, tokens: [x]}")
    assert len(styles.check("x x x x", syntax="plain")) == 2


def test_links_descriptions_and_actions_are_handed_on(tmp_path: Path) -> None:
    styles = of(
        tmp_path,
        """
        extends: existence
        message: "'%s' or '%s'"
        description: About '%s'
        link: https://charter.example/words
        level: error
        action: {name: edit, params: [truncate, " "]}
        tokens: [past history]
        """,
    )
    found = styles.check("Our past history.", syntax="plain")[0]
    assert found.message == "'past history' or 'past'"
    assert found.description == "About 'past history'"
    assert found.link == "https://charter.example/words"
    assert (found.severity, found.action.name) == ("error", "edit")


def test_a_vocabulary_asks_for_its_terms_and_excuses_them(tmp_path: Path) -> None:
    style(tmp_path, {"Caps": r"{extends: existence, message: m, tokens: ['[A-Z]{3,}']}"})
    words = tmp_path / "styles/config/vocabularies/Ours"
    words.mkdir(parents=True)
    (words / "accept.txt").write_text("# names\nACME\nNode.js\nOAuth2?\n", encoding="utf-8")
    (words / "reject.txt").write_text("synergy\n", encoding="utf-8")
    config = tmp_path / ".vale.ini"
    config.write_text("StylesPath = styles\nVocab = Ours\n[*]\nBasedOnStyles = Own, Vale\n")
    found = load(config).check("ACME and acme, NASA, node.js, OAUTH and synergy.", syntax="plain")
    assert [(each.rule, each.match, each.message) for each in found] == [
        ("Vale/Terms", "acme", "Use 'ACME' instead of 'acme'."),
        ("Own/Caps", "NASA", "m"),
        ("Vale/Terms", "node.js", "Use 'Node.js' instead of 'node.js'."),
        ("Own/Caps", "OAUTH", "m"),
        ("Vale/Terms", "OAUTH", "Use 'OAuth' instead of 'OAUTH'."),
        ("Vale/Avoid", "synergy", "Avoid using 'synergy'."),
    ]


def test_inherited_rules_add_and_take_away(tmp_path: Path) -> None:
    style(
        tmp_path, {"Words": "{extends: existence, message: 'not %s', tokens: [one, two]}"}, "Base"
    )
    style(
        tmp_path,
        {
            "Words": "{extends: Base.Words, level: error, tokens+: [three], tokens-: [two]}".replace(
                ", tokens-: [two]", ""
            ),
            "Less": "{extends: Base.Words, tokens-: [two]}",
        },
    )
    styles = load(ini(tmp_path, "[*]\nBasedOnStyles = Own\n"))
    found = styles.check("one two three", syntax="plain")
    assert [(each.rule, each.match, each.severity) for each in found] == [
        ("Own/Less", "one", "warning"),
        ("Own/Words", "one", "error"),
        ("Own/Words", "two", "error"),
        ("Own/Words", "three", "error"),
    ]
