"""Literals derived from expressions: whatever they let through, nothing is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from charter_lint.match.literals import Literal, all_required, expand, fold, required, whole

WORDS = ("is", "are", "colour", "Kelvin", "très", "SS", "ß", "s", "k", "µ", "ſ", "İ", "ı", "ﬁ")
TEXT = st.text(alphabet="abc ABC iıİI sſS kKK µμΜ ßẞ éÉ.!?()-1 \n\t", max_size=30)

atoms = st.one_of(
    st.sampled_from(["a", "b", "c", "A", "é", "s", "k", "i", "µ", r"\.", r"\(", " ", "1", "!"]),
    st.sampled_from([r"\d", r"\w", r"\s", ".", "[ab]", "[^a]", "[a-c]", r"[\s!]", r"\b", "^", "$"]),
)


def composed(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda two: f"(?:{two[0]}|{two[1]})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{2,3}", "??", "{0,1}"])).map(
            lambda two: f"(?:{two[0]}){two[1]}"
        ),
        inner.map(lambda one: f"({one})"),
        inner.map(lambda one: f"(?={one})"),
        inner.map(lambda one: f"(?!{one})"),
        inner.map(lambda one: f"(?i:{one})"),
    )


patterns = st.recursive(atoms, composed, max_leaves=8)


def spans(pattern: str, text: str, flags: int) -> list[tuple[int, int]]:
    return [each.span() for each in re.finditer(pattern, text, flags)]


@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pattern=patterns, text=TEXT, flags=st.sampled_from([0, re.IGNORECASE]))
def test_gated_and_ungated_matches_are_the_same(pattern: str, text: str, flags: int) -> None:
    ungated = spans(pattern, text, flags)
    for literals in all_required(pattern, flags):
        held = any(literal in fold(text) for literal in literals)
        gated = spans(pattern, text, flags) if held else []
        assert gated == ungated, (pattern, literals)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pattern=patterns, text=TEXT, flags=st.sampled_from([0, re.IGNORECASE]))
def test_whole_words_are_held_whole(pattern: str, text: str, flags: int) -> None:
    words = whole(pattern, flags)
    if words is not None and spans(pattern, text, flags):
        held = any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", fold(text)) for word in words)
        assert held, (pattern, words)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pattern=patterns, text=TEXT, flags=st.sampled_from([0, re.IGNORECASE]))
def test_a_spelled_out_pattern_matches_what_it_spells(pattern: str, text: str, flags: int) -> None:
    spelled = expand(pattern, flags)
    if spelled is None or not all(each.text for each in spelled):
        return
    alternation = "|".join(
        ("\\b" if each.left else "")
        + (f"(?i:{re.escape(each.text)})" if each.folds else f"(?-i:{re.escape(each.text)})")
        + ("\\b" if each.right else "")
        for each in spelled
    )
    assert spans(alternation, text, 0) == spans(pattern, text, flags)


@given(st.text(max_size=40))
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize("char", sorted({chr(code) for code in range(0x250)} | {"K", "ﬆ", "ẞ"}))
def test_what_a_case_blind_expression_takes_for_the_same_folds_to_the_same(char: str) -> None:
    for other in {char.lower(), char.upper(), char.swapcase()}:
        if len(other) == 1 and re.fullmatch(re.escape(char), other, re.IGNORECASE):
            assert fold(char) == fold(other)


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        (r"\b(?:dev|developer) console\b", {"dev console", "developer console"}),
        (r"[a-z]+ball", {"ball"}),
        (r"\w+", None),
        (r"(?:a|\w)", None),
        (r"x?y", {"xy", "y"}),
        (r"[a-z][.?!] {2,}[A-Z]", {".  ", "?  ", "!  "}),
        (r"(?<=a)b(?=cd)", {"cd"}),
        (r"(unclosed", None),
        (r"\p{L}+", None),
    ],
)
def test_the_rarest_set_is_told(pattern: str, found: set[str] | None) -> None:
    assert required(pattern) == found


def test_whole_words_are_told_from_boundaries() -> None:
    assert whole(r"\b(is|are)\b\s*\w+ed") == {"is", "are"}
    assert whole(r"(is|are)\b") is None


def test_alternatives_keep_their_order_and_boundaries() -> None:
    assert expand(r"\b(?:colou?rs?)\b") == (
        Literal("colours", left=True, right=True),
        Literal("colour", left=True, right=True),
        Literal("colors", left=True, right=True),
        Literal("color", left=True, right=True),
    )
    assert expand(r"a+") is None
    assert expand(r"(a)\1") is None
    assert expand("[a-z]{3}") is None


def test_too_many_alternatives_are_not_listed() -> None:
    assert expand("|".join(f"word{number}" for number in range(100)), most=64) is None
