"""Drafts judged without the Markdown parser are seen as the parser sees them."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from charter_lint.styles.markdown import to_html
from charter_lint.styles.plain import paragraphs, simple_html

PIECES = (
    "word", "two words", "- item", "+ item", "* item", "1. first", "2. second", "1) one", "3.5 %",
    "#tag", "# heading", "@some_one_here", "$5 and $7", "a*b*c", "5* stars*", "snake_case_name",
    "https://x.example/a_b_c?d=1.", "(www.x.example)", "me@x.example", "&amp; so", "R&D <3",
    "**bold**", "> quote", "---", "===", "| a |", "~no~", "[x](y)", "[x]", "!", "- #tag", "- - x",
    "-", "1.", "12345678901. x", "  x", "x  ", "\"q\" 'q'", "é…", "+++", "  ", "", ": x", "a\\b",
    "_x_", "x_", "$x$", "10. ten", "- 1. x", "`c`", "<b>", "a < b", "- a: b", "--", "1.x", "#",
)  # fmt: skip


def seen(html: str) -> str:
    html = re.sub(r' start="\d+"', "", html)
    return re.sub(r"\s*\n\s*", "\n", html.replace("&#x27;", "'").replace("&quot;", '"')).strip()


@settings(max_examples=1500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=7).map("\n".join))
@example("x\n2. y")
@example("- a\n\nb")
@example("- a\nb\n- c\n\n1. d")
def test_the_short_way_gives_what_the_parser_gives(text: str) -> None:
    html = simple_html(text)
    if html is not None:
        assert seen(html) == seen(to_html(text))
    plain = paragraphs(text)
    if plain is not None:
        whole = "".join(f"<p>{each.text}</p>\n" for each in plain)
        assert seen(whole) == seen(to_html(text).replace("&amp;", "&").replace("&lt;", "<"))
        assert all(text[each.start :].startswith(each.text) for each in plain)
