"""Charters with a small reader beside them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from small_reader import small_model

from charter_lint import Charter
from charter_lint.match.reader.model import encode


@pytest.fixture
def reading(charter_of: Callable[..., Charter], tmp_path: Path) -> Callable[..., Charter]:
    """Give a function that loads a charter of the pack market with the small reader beside it."""

    def load(
        rules: dict[str, dict[str, object]] | None = None,
        stop: float = 0.0,
        marks: dict[str, int] | None = None,
        ease: float = -1e6,
        hush: float = -1e6,
        **charter: object,
    ) -> Charter:
        folder = tmp_path / "rules" / "reader"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "reader.msgpack").write_bytes(encode(small_model(stop, marks, ease, hush)))
        plain = {"wine": {"kind": "existence", "fr": ["bon vin"]}}
        packs = ["own", "market"]
        return charter_of({**plain, **(rules or {})}, packs=packs, **charter)

    return load
