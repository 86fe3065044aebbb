"""Scopes, places and comments in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from helpers import of, short

if TYPE_CHECKING:
    from pathlib import Path

DRAFT = """\
# The heading word

A paragraph word with *emphasis word* and `code word` and [link word](https://x.example/word).

> A quote word

- An item word
  - A nested word

| header word |
|-------------|
| cell word   |

![alt word](picture.png)

```
fenced word
```

<!-- a comment word -->
"""


@pytest.mark.parametrize(
    ("scope", "lines"),
    [
        ("text", [1, 3, 3, 3, 5, 7, 8, 10, 12, 14]),
        ("heading", [1]),
        ("heading.h1", [1]),
        ("heading.h2", []),
        ("list", [7, 8]),
        ("blockquote", [5]),
        ("table", [10, 12]),
        ("table.cell", [12]),
        ("alt", [14]),
        ("link", [3]),
        ("emphasis", [3]),
        ("code", [3]),
        ("~heading & ~list", [3, 3, 3, 5, 10, 12, 14]),
        ("[heading, list]", [1, 7, 8]),
        ("paragraph", [3, 3, 3]),
        ("paragraph & ~blockquote", [3, 3, 3]),
    ],
)
def test_scopes(tmp_path: Path, scope: str, lines: list[int]) -> None:
    styles = of(tmp_path, f"{{extends: existence, message: m, scope: {scope}, tokens: [word]}}")
    found = styles.check(DRAFT, name="a.md")
    assert [each.line for each in found] == lines
    assert {DRAFT[each.start : each.end] for each in found} <= {"word"}


def test_raw_sees_everything_with_its_markup(tmp_path: Path) -> None:
    styles = of(tmp_path, "{extends: existence, message: m, scope: raw, tokens: [word]}")
    assert len(styles.check(DRAFT, name="a.md")) == DRAFT.count("word")


def test_places_are_right_behind_emoji_and_in_markup(tmp_path: Path) -> None:
    styles = of(tmp_path, "{extends: existence, message: m, tokens: [right here]}")
    text = "🎉 Été : **right** here, 👇 right here.\n"
    found = styles.check(text, name="a.md")
    assert [text[each.start : each.end] for each in found] == ["right** here", "right here"]
    assert [each.column for each in found] == [11, 27]


def test_windows_line_ends_and_entities_keep_offsets(tmp_path: Path) -> None:
    styles = of(tmp_path, "{extends: existence, message: m, tokens: [bad]}")
    text = "One.\r\nIt&rsquo;s bad.\r\n\r\nbad\r\n"
    found = styles.check(text, name="a.md")
    assert [text[each.start : each.end] for each in found] == ["bad", "bad"]
    assert [(each.line, each.column) for each in found] == [(2, 12), (4, 1)]


def test_addresses_are_not_prose(tmp_path: Path) -> None:
    styles = of(tmp_path, "{extends: existence, message: m, tokens: [word]}")
    text = "See https://word.example/word and mail word@word.example about a word.\n"
    assert [each.column for each in styles.check(text, name="a.md")][-1] == text.index("a word") + 3
    assert len(styles.check(text, syntax="plain", name="a.txt")) == 5


def test_formulas_are_code(tmp_path: Path) -> None:
    styles = of(tmp_path, "{extends: existence, message: m, tokens: [max]}")
    text = "The max is $max(a)$.\n\n$$\nmax(b)\n$$\n\nIt costs $5, at max $7.\n"
    assert [each.line for each in styles.check(text, name="a.md")] == [1, 7]


@pytest.mark.parametrize(
    ("off", "on", "lines"),
    [
        ("vale off", "vale on", [1, 9]),
        ("vale Own.Rule = NO", "vale Own.Rule = YES", [1, 9]),
        ("vale Own = NO", "vale Own = YES", [1, 9]),
        ('vale Own.Rule["bad"] = NO', 'vale Own.Rule["bad"] = YES', [1, 5, 9]),
    ],
)
def test_comments_switch_rules(tmp_path: Path, off: str, on: str, lines: list[int]) -> None:
    styles = of(tmp_path, "{extends: existence, message: m, tokens: [bad, worse]}")
    text = f"A bad one.\n\n<!-- {off} -->\n\nA worse bad.\n\n<!-- {on} -->\n\nA bad.\n"
    assert [each.line for each in styles.check(text, name="a.md")] == lines


def test_front_matter_is_judged_under_its_own_name(tmp_path: Path) -> None:
    styles = of(
        tmp_path, "{extends: existence, message: m, scope: text.frontmatter.title, tokens: [bad]}"
    )
    text = "---\ntitle: A bad title\ntags: bad\n---\n\nA bad text.\n"
    assert short(styles.check(text, name="a.md")) == [(2, 10, 12, "bad")]


def test_sentences_end_where_they_should(tmp_path: Path) -> None:
    styles = of(
        tmp_path,
        "{extends: existence, message: m, scope: sentence, nonword: true, tokens: ['(?s).+']}",
    )
    text = (
        "Dr. Young met J. Bloggs at 5.30 p.m. on Monday. The U.S. team… lost! Did they? "
        "Yes (all of them.) And so on... then home."
    )
    assert [each.match for each in styles.check(text, syntax="plain")] == [
        "Dr. Young met J. Bloggs at 5.30 p.m. on Monday.",
        "The U.S. team… lost!",
        "Did they?",
        "Yes (all of them.)",
        "And so on... then home.",
    ]


@pytest.mark.parametrize(
    "text",
    ["", "\n", "   ", "#", "- ", "`", "[", "![", "<", "<a", "---\n", "---\n: [\n---\n", "\\", "$$",
     "| a |\n|", "\r", "\ufeff", "a\x00b", "</p></p>", "<script>x", "* * *", "👩‍👩‍👧", "e\u0301" * 50],
)  # fmt: skip
def test_odd_drafts_are_judged(tmp_path: Path, text: str) -> None:
    styles = of(tmp_path, r"{extends: existence, message: m, nonword: true, tokens: ['\w|.']}")
    for syntax in ("markdown", "plain", "html"):
        for alert in styles.check(text, syntax=syntax):
            assert 0 <= alert.start <= alert.end <= len(text)
