"""A command whose libraries are not installed says how to install them."""

from __future__ import annotations

import importlib.util

import pytest
from click.testing import CliRunner

from charter_lint.cli.group import charter_lint


@pytest.mark.parametrize(
    ("command", "module", "extra"),
    [
        ("lsp", "pygls", "lsp"),
        ("mcp", "mcp", "mcp"),
        ("clip", "pyperclip", "clip"),
        ("serve", "starlette", "server"),
        ("desk", "starlette", "server"),
    ],
)
def test_a_missing_extra_is_named(
    command: str, module: str, extra: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = importlib.util.find_spec

    def missing(name: str, package: str | None = None) -> object:
        return None if name == module else found(name, package)

    monkeypatch.setattr(importlib.util, "find_spec", missing)
    done = CliRunner().invoke(charter_lint, [command, "--lang", "fr"])
    assert done.exit_code == 2
    assert f'pip install "charter-lint[{extra}]"' in done.output
