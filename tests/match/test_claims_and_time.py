"""Claimed ranges stay disjoint, and no draft makes the detectors slow."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charter_lint.draft import Draft
from charter_lint.match import identifiers, secrets
from charter_lint.match.claims import Claims

DATA = Path(__file__).parents[2] / "rules" / "data"
NUMBERS = identifiers.settings_of(identifiers.read_data(DATA / "identifiers"))
SECRETS = secrets.settings_of(secrets.read_data(DATA / "secrets"), deep=False)
RANGES = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda r: (r[0], r[0] + r[1]))


@given(st.lists(RANGES, max_size=12), RANGES)
def test_a_range_is_free_if_no_claim_reaches_into_it(
    taken: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    claims = Claims()
    for start, end in taken:
        claims.claim(start, end)
    expected = not any(s < asked[1] and asked[0] < e for s, e in taken)
    assert claims.free(*asked) == expected


@pytest.mark.parametrize(
    "piece",
    ["0 ", "06\n", "zéro six ", "a.", "Ab ", "1 rue de la ", "a [at] ", "mdp : x1! ", "« mdp ",
     "http://a:b@c ", "FR76 ", "1.2.3.4.", "48°51'", "né le 1/1/1990 ", "dossier n° ",
     "AB-123-CD ", "Server=a;", "quatre vingt ", "a:", "O0", "key a1b2c3d4e5f6g7h8i9 "],
)  # fmt: skip
def test_time_grows_with_the_length_and_not_faster(piece: str) -> None:
    def seconds(length: int) -> float:
        draft = Draft(piece * (length // len(piece)))
        _ = draft.sentences
        start = time.process_time()
        identifiers.find(draft, NUMBERS)
        secrets.find(draft, SECRETS)
        return time.process_time() - start

    seconds(1000)
    short, long = seconds(5000), seconds(20000)
    assert long < max(0.3, short * 12)
