from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charter_lint.draft import Draft, Span
from charter_lint.draft.fold import fold, fold_word, unleet

DISGUISES = [
    ("𝗰𝗼𝗻𝗳𝗶𝗱𝗲𝗻𝘁𝗶𝗲𝗹", "confidentiel"),
    ("𝒞𝑜𝓃𝒻𝒾𝒹", "Confid"),
    ("ｃｏｎｆｉｄ", "confid"),
    ("con\u200bfi\u200ddentiel", "confidentiel"),
    ("con\u00adfidentiel", "confidentiel"),
    ("l’équipe", "l'équipe"),
    ("e\u0301te\u0301", "été"),
    ("ﬁnance", "finance"),
    ("a\u202fb\u00a0c", "a b c"),
    ("1–2—3", "1-2-3"),
    ("🅰🅱🅲", "ABC"),
]


@pytest.mark.parametrize(("written", "plain"), DISGUISES)
def test_disguise_is_undone(written: str, plain: str) -> None:
    assert fold(written).text == plain


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Élève", "eleve"),
        ("СОNFIDЕNТIАL", "confidential"),
        ("œuvre", "oeuvre"),
        ("Straße", "strasse"),
    ],
)
def test_words_lose_case_accents_and_look_alikes(word: str, folded: str) -> None:
    assert fold_word(word) == folded


@pytest.mark.parametrize(
    ("word", "plain"),
    [("c0nfidential", "confidential"), ("s3cret", "secret"), ("2026", ""), ("3d", "")],
)
def test_digits_inside_words_read_as_letters(word: str, plain: str) -> None:
    assert unleet(word) == plain


@given(st.text())
def test_every_character_maps_into_the_original(text: str) -> None:
    folded = fold(text)
    if folded.starts is None or folded.ends is None:
        assert len(folded.text) == len(text)
        return
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    assert folded.starts == sorted(folded.starts)
    for start, end in zip(folded.starts, folded.ends, strict=True):
        assert 0 <= start < end <= len(text)


@given(st.text(alphabet=st.characters(categories=["L", "M", "N", "P", "S", "Z", "C"])))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once or unicodedata.normalize("NFKC", once) != once


@given(st.text())
def test_spans_of_tokens_lie_in_the_text_and_ascend(text: str) -> None:
    draft = Draft(text)
    last = Span(0, 0)
    for i in range(len(draft.tokens)):
        span = draft.span_of(i, i + 1)
        assert 0 <= span.start < span.end <= len(text)
        assert span.start >= last.start
        last = span


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("🚀🚀 secret", "secret"),
        ("e\u0301te\u0301 secret", "secret"),
        ("a\r\nb secret\r\n", "secret"),
        ("ｆｕｌｌ secret", "secret"),
        ("x\u200by secret", "secret"),
        ("👩‍👩‍👧 secret", "secret"),
        ("se\u200bcret", "se\u200bcret"),
        ("𝘀𝗲𝗰𝗿𝗲𝘁 plan", "𝘀𝗲𝗰𝗿𝗲𝘁"),
    ],
)
def test_span_is_exact_in_the_original(text: str, word: str) -> None:
    draft = Draft(text)
    at = draft.tokens.words.index("secret")
    span = draft.span_of(at, at + 1)
    assert text[span.start : span.end] == word
