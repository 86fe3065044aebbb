"""The MCP server, asked by the official client over its standard input and output."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator
from mcp import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from server_helpers import awaited

from charter_lint import Context, Draft, lint, load_charter
from charter_lint.formats.entry import entry_of
from charter_lint.hooks.mcp.server import Desk
from charter_lint.hooks.mcp.tools import TOOLS

PROMISE = "Our fund offers a guaranteed return of 5 %."
CANARY = "canary-7731"


def asked(
    tmp_path: Path, use: Callable[[Client], Awaitable[None]], *options: str, mode: Any = "auto"
) -> str:
    """Start a server, use it, and give what it wrote to standard error."""
    errors = tmp_path / "stderr"

    async def run() -> None:
        command = StdioServerParameters(
            command=sys.executable,
            args=["-m", "charter_lint", "mcp", "--lang", "en", *options],
            env=dict(os.environ),
            cwd=tmp_path,
        )
        with errors.open("w") as stream:
            transport = stdio_client(command, errlog=stream)
            async with Client(transport, mode=mode) as client:
                await asyncio.wait_for(use(client), 60)

    awaited(run())
    return errors.read_text()


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_a_draft_is_judged_as_on_the_command_line(tmp_path: Path, mode: str) -> None:
    async def use(client: Client) -> None:
        tools = (await client.list_tools()).tools
        assert [tool.name for tool in tools] == list(TOOLS)
        assert all(t.annotations and t.annotations.read_only_hint for t in tools)
        for tool in tools:
            Draft202012Validator.check_schema(tool.input_schema)
            assert tool.input_schema["type"] == "object"
        given = {"text": PROMISE, "platform": "linkedin", "date": "2026-11-24"}
        answer = await client.call_tool("check", given)
        draft = Draft(PROMISE, Context(platform="linkedin", date="2026-11-24"))
        expected = entry_of(draft, lint(draft, load_charter("default")))
        assert not answer.is_error
        assert answer.structured_content == msgspec.json.decode(msgspec.json.encode(expected))
        assert msgspec.json.decode(answer.content[0].text.encode()) == answer.structured_content  # type: ignore[union-attr]
        schema = next(t.output_schema for t in tools if t.name == "check")
        assert schema is not None
        Draft202012Validator(schema).validate(answer.structured_content)

    assert asked(tmp_path, use, mode=mode) == ""


def test_rules_and_permissions_can_be_read_beforehand(tmp_path: Path) -> None:
    async def use(client: Client) -> None:
        found = (await client.call_tool("rules", {"pack": "finance"})).structured_content
        assert {rule["id"].split("/")[0] for rule in found["rules"]} == {"finance"}
        rule = await client.call_tool("rule", {"id": "finance/guaranteed-return"})
        assert rule.structured_content["examples"]
        permitted = (await client.call_tool("permissions", {})).structured_content
        assert permitted["sayings"]
        assert permitted["rights"]["en"]

    asked(tmp_path, use)


def test_a_verdict_can_be_explained_without_its_secrets(tmp_path: Path) -> None:
    async def use(client: Client) -> None:
        text = "A guaranteed return of 5% on our fund. Call Karim on 06 71 48 29 03."
        told = (await client.call_tool("explain", {"text": text})).structured_content
        assert told["verdict"] == "block"
        assert "finance/guaranteed-return" in told["trace"]
        assert "71 48" not in told["trace"]
        only = {"text": text, "rule": "finance/crypto"}
        told = (await client.call_tool("explain", only)).structured_content
        assert "finance/crypto" in told["trace"]
        assert "finance/guaranteed-return" not in told["trace"]

    asked(tmp_path, use)


def test_what_cannot_be_answered_is_an_error_that_tells_no_text(tmp_path: Path) -> None:
    wrong = {
        ("check", "no text"): {"text": " "},
        ("check", "argument"): {"text": 5},
        ("check", "unknown field"): {"text": CANARY, "plattform": "x"},
        ("check", "no such day"): {"text": CANARY, "date": "2026-02-30"},
        ("check", "longer"): {"text": CANARY * 20_000},
        ("chek", "did you mean check"): {"text": CANARY},
        ("rule", "finance/guaranteed-return"): {"id": "finance/guaranteedreturn"},
        ("rules", "finance"): {"pack": "finanse"},
    }

    async def use(client: Client) -> None:
        for (tool, said), arguments in wrong.items():
            answer = await client.call_tool(tool, arguments)
            assert answer.is_error, tool
            text = answer.content[0].text  # type: ignore[union-attr]
            assert said in text
            assert CANARY not in text

    assert asked(tmp_path, use) == ""


def test_a_faulty_charter_is_no_pass(tmp_path: Path) -> None:
    (tmp_path / ".charter-lint.yaml").write_text("name: a\npaks: []\n")

    async def use(client: Client) -> None:
        answer = await client.call_tool("check", {"text": PROMISE})
        assert answer.is_error
        assert ".charter-lint.yaml:2" in answer.content[0].text  # type: ignore[union-attr]

    asked(tmp_path, use)


def test_an_own_fault_says_no_word_of_the_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    import mcp_types as types

    from charter_lint.hooks.mcp import tools

    def fail(*_: object) -> None:
        raise RuntimeError(CANARY)

    monkeypatch.setattr(tools, "lint", fail)
    desk = Desk("default", "en")
    request = types.CallToolRequestParams(name="check", arguments={"text": CANARY})
    answer = awaited(desk.call(None, request))  # type: ignore[arg-type]
    desk.close()
    assert answer.is_error
    assert CANARY not in answer.content[0].text  # type: ignore[union-attr]
