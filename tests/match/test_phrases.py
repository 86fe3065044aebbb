from __future__ import annotations

import pytest

from charter_lint.match.phrases import PhraseError, sequences_of


def words(phrase: str) -> list[str]:
    return [" ".join(a.value or a.kind for a in s) for s in sequences_of(phrase)]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("rendement garanti", ["rendement garanti"]),
        ("l'équipe", ["l equipe"]),
        ("sous-traitant", ["sous traitant"]),
        ("(a|b c) d", ["a d", "b c d"]),
        ("(très)? sûr", ["tres sur", "sur"]),
        ("a (b|(c)?) e", ["a b e", "a c e", "a e"]),
        ("a (b|c|d) e", ["a group e"]),
        ("promet … rendement", ["promet gap rendement"]),
        ("~doubler @metric", ["doubler metric"]),
        ("32 %", ["32 %"]),
        ("* garanti", ["any garanti"]),
    ],
)
def test_readings(phrase: str, expected: list[str]) -> None:
    assert words(phrase) == expected


def test_gap_length() -> None:
    (sequence,) = sequences_of("a …2 b")
    assert sequence[1].most == 2


def test_exact_letters() -> None:
    (sequence,) = sequences_of("=IT")
    assert (sequence[0].value, sequence[0].form, sequence[0].exact) == ("it", "IT", True)


@pytest.mark.parametrize(
    ("phrase", "problem", "at"),
    [
        ("(a|b", "phrase-unclosed", 0),
        ("a) b", "phrase-unopened", 1),
        ("", "phrase-empty", 0),
        ("…", "phrase-empty", 0),
        ("a …", "phrase-gap-at-end", 0),
        (" ".join(["(a|b)"] * 10), "phrase-too-many", 54),
    ],
)
def test_faults_have_their_place(phrase: str, problem: str, at: int) -> None:
    with pytest.raises(PhraseError) as caught:
        sequences_of(phrase)
    assert (caught.value.problem, caught.value.at) == (problem, at)


def test_long_brackets_are_one_atom() -> None:
    (sequence,) = sequences_of("(a|b|c d) e")
    assert [len(option) for option in sequence[0].options] == [1, 1, 2]
