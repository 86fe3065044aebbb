"""The MCP server over standard input and output."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import mcp_types as types
import msgspec
from mcp.server.lowlevel import Server
from mcp.server.stdio import stdio_server

from charter_lint.charter.faults import CharterError
from charter_lint.charter.hints import nearest
from charter_lint.hooks.held import HeldCharters
from charter_lint.hooks.mcp.tools import TOOLS, ToolError
from charter_lint.messages.catalogue import text
from charter_lint.version import VERSION

if TYPE_CHECKING:
    from mcp.server.context import ServerRequestContext

INSTRUCTIONS = (
    "Checks posts, mails and articles against a company's charter. Check every draft you write for "
    "someone before you hand it over, and say what you changed. Nothing leaves this machine."
)


class Desk:
    """Answers calls, one at a time."""

    def __init__(self, wanted: str, language: str) -> None:
        """`wanted` is a charter's name or path, "" the nearest one."""
        self._charters = HeldCharters(wanted)
        self._language = language
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="judge")

    async def tools(
        self, _: ServerRequestContext[Any], __: types.PaginatedRequestParams | None
    ) -> types.ListToolsResult:
        """List the tools with their schemas."""
        return types.ListToolsResult(tools=[_described(name) for name in TOOLS])

    async def call(
        self, _: ServerRequestContext[Any], asked: types.CallToolRequestParams
    ) -> types.CallToolResult:
        """Answer a call; what cannot be answered is an error that says why, and never a pass."""
        loop = asyncio.get_running_loop()
        try:
            answer = await loop.run_in_executor(
                self._thread, self._answer, asked.name, asked.arguments or {}
            )
        except ToolError as error:
            return _error(text(f"editor.{error.problem}", self._language, **error.values))
        except CharterError as error:
            return _error(self._faulty(error))
        except Exception as error:  # noqa: BLE001  (its words could be a draft's)
            kind = type(error).__name__
            return _error(text("hooks.own-fault", self._language, kind=kind, where="mcp"))
        said = types.TextContent(type="text", text=msgspec.json.encode(answer).decode())
        return types.CallToolResult(content=[said], structured_content=msgspec.to_builtins(answer))

    def close(self) -> None:
        """Let the thread end."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _answer(self, name: str, arguments: dict[str, Any]) -> msgspec.Struct:
        tool = TOOLS.get(name)
        if tool is None:
            raise ToolError("tool-unknown", near=nearest(name, TOOLS))
        return tool.call(arguments, self._charters.charter_for(Path.cwd()))

    def _faulty(self, error: CharterError) -> str:
        first = error.faults[0]
        return text(
            "editor.faults-count",
            self._language,
            count=str(len(error.faults)),
            where=f"{first.file}:{first.line}" if first.line else first.file,
            said=text(f"faults.{first.problem}", self._language, **first.values),
        )


def run(wanted: str, language: str) -> None:
    """Serve one client until it closes its end."""
    asyncio.run(_run(Desk(wanted, language)))


async def _run(desk: Desk) -> None:
    server: Server[Any] = Server(
        "charter-lint",
        version=VERSION,
        instructions=INSTRUCTIONS,
        on_list_tools=desk.tools,
        on_call_tool=desk.call,
    )
    async with stdio_server() as (reader, writer):
        await server.run(reader, writer, server.create_initialization_options())
    desk.close()


def _described(name: str) -> types.Tool:
    tool = TOOLS[name]
    return types.Tool(
        name=name,
        description=tool.description,
        input_schema=_schema(tool.arguments),
        output_schema=_schema(tool.answer),
        annotations=types.ToolAnnotations(
            read_only_hint=True, idempotent_hint=True, open_world_hint=False
        ),
    )


def _schema(shape: type[msgspec.Struct]) -> dict[str, Any]:
    """Give a Struct's schema with the object itself on top, as the protocol wants it."""
    found = msgspec.json.schema(shape)
    definitions = found.pop("$defs", {})
    top = definitions.pop(shape.__name__, found)
    return {**top, **({"$defs": definitions} if definitions else {})}


def _error(said: str) -> types.CallToolResult:
    return types.CallToolResult(content=[types.TextContent(type="text", text=said)], is_error=True)
