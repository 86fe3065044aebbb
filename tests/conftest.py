"""What all tests share: a cache of their own, charters written on the spot."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from charter_lint import Charter, load_charter

TEXT = {"fr": "Essai « {match} ».", "en": "Trial “{match}”."}


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep compiled charters of a test run away from the user's cache."""
    before = dict(os.environ)
    os.environ["CHARTER_LINT_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    for name in ("CHARTER_LINT_CHARTER", "CHARTER_LINT_LANG", "NO_COLOR", "FORCE_COLOR"):
        os.environ.pop(name, None)
    os.environ["LC_ALL"] = "C.UTF-8"
    yield
    os.environ.clear()
    os.environ.update(before)


@pytest.fixture
def write_charter(tmp_path: Path) -> Callable[..., Path]:
    """Give a function that writes a charter with one pack of rules and tells its path.

    Rules are mappings of a check, or whole rules; `charter` adds keys to the charter.
    """

    def write(rules: dict[str, dict[str, object]], **charter: object) -> Path:
        folder = tmp_path / "rules" / "own"
        folder.mkdir(parents=True, exist_ok=True)
        for name, given in rules.items():
            rule = given if "check" in given else {"check": given}
            whole = {"title": {**TEXT}, "message": {**TEXT}, "instead": {**TEXT}, **rule}
            (folder / f"{name}.yaml").write_text(
                yaml.safe_dump(whole, allow_unicode=True), encoding="utf-8"
            )
        path = tmp_path / "own.yaml"
        value = {"name": "own", "packs": ["own"], **charter}
        path.write_text(yaml.safe_dump(value, allow_unicode=True), encoding="utf-8")
        return path

    return write


@pytest.fixture
def charter_of(write_charter: Callable[..., Path]) -> Callable[..., Charter]:
    """Give a function that writes a charter and loads it."""

    def load(rules: dict[str, dict[str, object]], **charter: object) -> Charter:
        return load_charter(write_charter(rules, **charter))

    return load


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `--update-goldens` write the expected outputs anew."""
    parser.addoption("--update-goldens", action="store_true", help="write golden files anew")
