from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charter_lint import Context, Draft
from charter_lint.draft.spans import Lines

MIXED = "Bonjour à tous et merci pour votre accueil. We are happy to be here with all of you."


def sentences(text: str) -> list[str]:
    draft = Draft(text)
    return [draft.folded.text[s.start : s.end] for s in draft.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un. Deux.", ["Un.", "Deux."]),
        ("M. Durand est là. Oui !", ["M. Durand est là.", "Oui !"]),
        ("Dr. Smith came. He left.", ["Dr. Smith came.", "He left."]),
        ("Quoi ? Rien…", ["Quoi ?", "Rien…"]),
        ("titre\n\ntexte", ["titre", "texte"]),
        ("une ligne\nqui continue", ["une ligne\nqui continue"]),
        ("Une ligne\nUne autre", ["Une ligne", "Une autre"]),
        ("3.5 million users", ["3.5 million users"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_language_of_each_sentence() -> None:
    assert Draft(MIXED).languages == ["fr", "en"]


def test_third_language_is_named() -> None:
    draft = Draft("Wir haben das neue Werk und die Halle mit dem Team von Berlin eröffnet.")
    assert draft.language == "de"


def test_context_decides_the_language() -> None:
    assert Draft("ok", Context(language="fr")).language == "fr"


@pytest.mark.parametrize("text", ["", "   ", "🎉🎉", "#a #b", "12 %"])
def test_texts_without_words_have_no_trouble(text: str) -> None:
    draft = Draft(text)
    assert draft.languages == [draft.language] * len(draft.sentences)


def test_blocks() -> None:
    draft = Draft("« Oui » #ProjetZeus @lea voir https://a.example/x. `code` écrire a@b.example")
    blocks = draft.blocks
    text = draft.folded.text

    def parts(name: str) -> list[str]:
        return [text[s.start : s.end] for s in getattr(blocks, name)]

    assert parts("quotes") == ["« Oui »"]
    assert parts("hashtags") == ["#ProjetZeus"]
    assert parts("mentions") == ["@lea"]
    assert parts("urls") == ["https://a.example/x"]
    assert parts("code") == ["`code`"]
    assert parts("emails") == ["a@b.example"]


def test_hashtags_are_taken_apart() -> None:
    draft = Draft("#ProjetZeus")
    assert draft.tokens.words == ["#", "projet", "zeus"]
    assert draft.tokens.readings[1] == [("projetzeus", 3)]


def test_split_words_are_read_as_one() -> None:
    draft = Draft("Gar-ance et g a r a n c e")
    words = {word for readings in draft.tokens.readings.values() for word, _ in readings}
    assert words == {"garance"}


@given(st.text(alphabet=st.sampled_from("ab\n\r🚀é\u2028")), st.data())
def test_positions_and_offsets_are_inverse(text: str, data: st.DataObject) -> None:
    lines = Lines(text)
    offset = data.draw(st.integers(0, len(text)))
    position = lines.position(offset)
    assert lines.offset(position) == offset
    assert position.line >= 1
    assert position.column >= 1


@given(st.text())
def test_clauses_and_sentences_number_every_token(text: str) -> None:
    draft = Draft(text)
    count = len(draft.tokens)
    assert len(draft.sentence_of) == len(draft.clause_of) == len(draft.paragraph_of) == count
    assert sorted(draft.sentence_of) == draft.sentence_of
    assert sorted(draft.clause_of) == draft.clause_of


def test_half_a_surrogate_pair_is_no_character_and_breaks_nothing() -> None:
    text = "un \ud800 bon \udfff vin"
    draft = Draft(text)
    assert draft.text == "un \ufffd bon \ufffd vin"
    assert len(draft.text) == len(text)
    assert "bon" in draft.tokens.words


def test_a_mark_without_a_letter_is_still_a_token() -> None:
    assert all(Draft("#aB\u0301 'my \u0301oi x").tokens.words)
