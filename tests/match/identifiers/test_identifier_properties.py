"""Properties that hold for any text and any number."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from charter_lint.draft import Draft
from charter_lint.match.identifiers import Settings, checksums, find, read_data, settings_of

DATA = Path(__file__).parents[3] / "rules" / "data" / "identifiers"

SETTINGS = settings_of(read_data(DATA))
SIGNS = "0123456789 .-/+()@OlI_,:;[]\n\u00a0éàtelrueFRGBAB"


@examples(max_examples=150, deadline=None)
@given(st.text(alphabet=SIGNS, max_size=120))
def test_any_text_is_read_and_spans_lie_within_it(text: str) -> None:
    for found in find(Draft(text), SETTINGS, least=0.0):
        assert 0 <= found.span.start < found.span.end <= len(text)
        assert 0.0 <= found.confidence <= 1.0


@examples(max_examples=60, deadline=None)
@given(st.integers(0, 10**8 - 1), st.sampled_from(" .-/_\u00a0\u202f"), st.sampled_from("67"))
def test_every_french_mobile_with_a_cue_is_found(rest: int, sign: str, second: str) -> None:
    digits = f"0{second}{rest:08}"
    written = sign.join(digits[i : i + 2] for i in range(0, 10, 2))
    found = find(Draft(f"Mon portable : {written}"), SETTINGS, least=0.0)
    assert [f.normal for f in found if f.type == "phone"] == ["+33" + digits[1:]]


@given(st.text(alphabet="0123456789", min_size=8, max_size=18))
def test_luhn_refuses_every_single_mistake(digits: str) -> None:
    check = next(d for d in "0123456789" if checksums.luhn(digits + d))
    whole = digits + check
    for i, digit in enumerate(whole):
        wrong = whole[:i] + str((int(digit) + 1) % 10) + whole[i + 1 :]
        assert not checksums.luhn(wrong)


@pytest.mark.parametrize(
    ("check", "good", "bad"),
    [
        (checksums.iban, "DE89370400440532013000", "DE88370400440532013000"),
        (checksums.nir, "269054958815780", "269054958815781"),
        (checksums.nhs, "4505577104", "4505577105"),
        (checksums.siret, "35600000000048", "35600000000049"),
        (checksums.vat_fr, "FR40303265045", "FR41303265045"),
        (checksums.vat_gb, "980780684", "980780685"),
        (checksums.vat_be, "0403019261", "0403019262"),
        (checksums.vat_de, "136695976", "136695977"),
        (checksums.aba, "021000021", "021000022"),
    ],
)
def test_published_examples_pass_and_their_neighbours_fail(check, good: str, bad: str) -> None:  # noqa: ANN001
    assert check(good)
    assert not check(bad)


def test_rib_key() -> None:
    assert checksums.rib("20041", "01005", "0500013M026", "06")
    assert not checksums.rib("20041", "01005", "0500013M026", "07")


def test_no_settings_no_crash() -> None:
    assert find(Draft("06 83 41 27 59 a@b.fr"), Settings())
