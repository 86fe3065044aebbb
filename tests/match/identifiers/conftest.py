from __future__ import annotations

from pathlib import Path

import pytest

from charter_lint.match.identifiers import Settings, read_data, settings_of

DATA = Path(__file__).parents[3] / "rules" / "data" / "identifiers"


@pytest.fixture(scope="session")
def settings() -> Settings:
    return settings_of(read_data(DATA))
