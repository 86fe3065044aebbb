"""The language server, asked by a real client over its standard input and output."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types
from pygls.lsp.client import LanguageClient
from server_helpers import awaited

from charter_lint.hooks.lsp.positions import Places

WAIT = 15


class Session:
    """A client with one server, and the diagnostics as they come."""

    def __init__(self, client: LanguageClient, folder: Path) -> None:
        self.client = client
        self.folder = folder
        self.published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    async def next(self) -> types.PublishDiagnosticsParams:
        return await asyncio.wait_for(self.published.get(), WAIT)

    async def open(
        self, name: str, text: str, language: str = "markdown"
    ) -> types.PublishDiagnosticsParams:
        item = types.TextDocumentItem(self.uri(name), language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.next()

    def type(self, name: str, version: int, text: str) -> None:
        whole = types.TextDocumentContentChangeWholeDocument(text)
        document = types.VersionedTextDocumentIdentifier(version, self.uri(name))
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [whole]))

    async def actions(self, name: str, place: types.Range) -> list[types.CodeAction]:
        found = await self.client.text_document_code_action_async(
            types.CodeActionParams(
                types.TextDocumentIdentifier(self.uri(name)), place, types.CodeActionContext([])
            )
        )
        return [a for a in found or [] if isinstance(a, types.CodeAction)]

    async def hover(self, name: str, at: types.Position) -> str:
        asked = types.HoverParams(types.TextDocumentIdentifier(self.uri(name)), at)
        found = await self.client.text_document_hover_async(asked)
        if found is None:
            return ""
        assert isinstance(found.contents, types.MarkupContent)
        return found.contents.value


Use = Callable[[Session], Awaitable[None]]


def session(
    folder: Path, use: Use, *options: str, encodings: list[str] | None = None
) -> Coroutine[Any, Any, bytes]:
    """Run a server in a folder, use it, end it as an editor does; give what it wrote to stderr."""

    async def run() -> bytes:
        client = LanguageClient("test", "1")
        held = Session(client, folder)

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def _(params: types.PublishDiagnosticsParams) -> None:
            held.published.put_nowait(params)

        command = ("-m", "charter_lint", "lsp", "--lang", "en", *options)
        await client.start_io(sys.executable, *command, cwd=folder, env=dict(os.environ))
        general = types.GeneralClientCapabilities(
            position_encodings=[types.PositionEncodingKind(e) for e in encodings or ["utf-16"]]
        )
        await asyncio.wait_for(
            client.initialize_async(
                types.InitializeParams(
                    types.ClientCapabilities(general=general), root_uri=folder.as_uri()
                )
            ),
            WAIT,
        )
        client.initialized(types.InitializedParams())
        try:
            await use(held)
            await asyncio.wait_for(client.shutdown_async(None), WAIT)
            client.exit(None)
            process = client._server
            assert process is not None
            assert await asyncio.wait_for(process.wait(), WAIT) == 0
            assert process.stderr is not None
            return await process.stderr.read()
        finally:
            process = client._server
            if process is not None and process.returncode is None:
                process.kill()
            await client.stop()

    return run()


@pytest.fixture
def company(write_charter: Callable[..., Path], tmp_path: Path) -> Path:
    """Give a folder with a charter that editors find by themselves."""
    charter = write_charter(
        {
            "words": {
                "title": {"fr": "Mot", "en": "Word"},
                "message": {"fr": "« {match} »", "en": "“{match}” is jargon, write {replacement}."},
                "instead": {"fr": "« {replacement} »", "en": "“{replacement}”"},
                "why": {"fr": "Clair.", "en": "Plain words are read."},
                "source": [{"text": "Charter, point 3", "mark": "T"}],
                "check": {"kind": "substitution", "en": {"leverage": "use"}},
            },
            "code": {"mask": True, "check": {"kind": "existence", "any": ["zeus"]}},
        },
    )
    charter.rename(tmp_path / ".charter-lint.yaml")
    return tmp_path


def at(line: int, first: int, last: int) -> types.Range:
    return types.Range(types.Position(line, first), types.Position(line, last))


def test_findings_come_while_one_types_with_exact_columns(company: Path) -> None:
    async def use(s: Session) -> None:
        found = await s.open("post.md", "---\nplatform: x\n---\n🚀🚀 We leverage tools.\n")
        (one,) = found.diagnostics
        # Two rockets are four UTF-16 units.
        assert one.range == at(3, 8, 16)
        assert (one.code, one.source) == ("own/words", "charter-lint")
        s.type("post.md", 2, "We lever")
        s.type("post.md", 3, "We use tools.\r\nAnd 🚀 we leverage them.")
        found = await s.next()
        assert found.version == 3
        assert [d.range for d in found.diagnostics] == [at(1, 10, 18)]
        s.type("post.md", 4, "We use tools.")
        assert (await s.next()).diagnostics == ()

    assert awaited(session(company, use)) == b""


@pytest.mark.parametrize(("encoding", "start"), [("utf-8", 10), ("utf-16", 7), ("utf-32", 6)])
def test_columns_are_in_the_encoding_of_the_editor(
    company: Path, encoding: str, start: int
) -> None:
    async def use(s: Session) -> None:
        found = await s.open("post.txt", "🚀é We leverage tools.", "plaintext")
        # An emoji and an accent: four and two bytes, two and one units, one and one characters.
        assert found.diagnostics[0].range == at(0, start, start + 8)

    awaited(session(company, use, encodings=[encoding]))


def test_hover_tells_why_and_the_rewrite_is_one_click(company: Path) -> None:
    async def use(s: Session) -> None:
        found = await s.open("post.md", "🚀 *We* leverage tools, fine.")
        told = await s.hover("post.md", types.Position(0, 10))
        assert "Plain words are read" in told
        assert "Charter, point 3" in told
        assert "own/words" in told
        assert await s.hover("post.md", types.Position(0, 1)) == ""
        (action,) = await s.actions("post.md", found.diagnostics[0].range)
        assert action.title == "Write “use”"
        assert action.edit is not None
        assert action.edit.changes == {
            s.uri("post.md"): (types.TextEdit(found.diagnostics[0].range, "use"),)
        }
        assert await s.actions("post.md", at(0, 0, 1)) == []

    awaited(session(company, use))


def test_a_draft_can_not_format_the_hover(company: Path) -> None:
    (company / "rules/own/links.yaml").write_text(
        yaml.safe_dump(
            {
                "title": {"fr": "t", "en": "t"},
                "message": {"fr": "{match}", "en": "{match}"},
                "instead": {"fr": "i", "en": "i"},
                "check": {"kind": "existence", "regex": [r"\[click\]\S+"]},
            }
        )
    )

    async def use(s: Session) -> None:
        found = await s.open("post.txt", "See [click](command:evil) now.", "plaintext")
        assert found.diagnostics
        told = await s.hover("post.txt", found.diagnostics[0].range.start)
        assert "[click](" not in told
        assert r"\[click\]\(command:evil\)" in told

    awaited(session(company, use))


def test_a_masked_match_is_never_repeated_and_has_no_rewrite(company: Path) -> None:
    async def use(s: Session) -> None:
        found = await s.open("post.md", "We speak of zeus today.")
        told = await s.hover("post.md", found.diagnostics[0].range.start)
        assert found.diagnostics[0].code == "own/code"
        assert "zeus" not in found.diagnostics[0].message + told
        assert await s.actions("post.md", found.diagnostics[0].range) == []

    awaited(session(company, use))


def test_what_is_not_checked_is_said(company: Path) -> None:
    async def use(s: Session) -> None:
        found = await s.open("post.md", "See https://a.example/ for more about our year.")
        assert ["not checked" in d.message.lower() for d in found.diagnostics] == [True]
        found = await s.open("nul.md", "A text\nwith \0 inside.")
        assert found.diagnostics[0].severity == types.DiagnosticSeverity.Error
        assert found.diagnostics[0].range.start.line == 1
        found = await s.open("head.md", "---\nplatform: [\n---\nText")
        assert found.diagnostics[0].severity == types.DiagnosticSeverity.Error
        found = await s.open("long.md", "a " * 100_001)
        assert "longer than" in found.diagnostics[0].message

    awaited(session(company, use))


def test_a_broken_charter_is_said_where_the_draft_is(company: Path) -> None:
    charter = company / ".charter-lint.yaml"
    good = charter.read_text()
    charter.write_text("name: own\npaks: [own]\n")

    async def use(s: Session) -> None:
        found = await s.open("post.md", "We leverage tools.")
        (one,) = found.diagnostics
        assert one.severity == types.DiagnosticSeverity.Error
        assert ".charter-lint.yaml:2" in one.message
        charter.write_text(good)
        s.type("post.md", 2, "We leverage tools!")
        assert [d.code for d in (await s.next()).diagnostics] == ["own/words"]

    awaited(session(company, use))


def test_a_charter_is_checked_as_it_is_edited_with_the_corrected_line(company: Path) -> None:
    async def use(s: Session) -> None:
        broken = "name: own\npaks: [own]\n"
        found = await s.open(".charter-lint.yaml", broken, "yaml")
        (one,) = [d for d in found.diagnostics if d.range.start.line == 1]
        assert one.severity == types.DiagnosticSeverity.Error
        assert "packs" in one.message
        (action,) = await s.actions(".charter-lint.yaml", one.range)
        assert action.edit is not None
        assert action.edit.changes is not None
        (edit,) = action.edit.changes[s.uri(".charter-lint.yaml")]
        assert (edit.new_text, edit.range) == ("packs: [own]", at(1, 0, 11))
        s.type(".charter-lint.yaml", 2, "name: own\npacks: [own]\n")
        assert (await s.next()).diagnostics == ()

    assert awaited(session(company, use)) == b""
    # Nothing of what was typed has been written.
    assert "paks" not in (company / ".charter-lint.yaml").read_text()


def test_a_rule_is_checked_as_it_is_edited(company: Path) -> None:
    path = company / "rules" / "own" / "words.yaml"
    good = path.read_text()

    async def use(s: Session) -> None:
        found = await s.open("rules/own/words.yaml", good.replace("kind: subst", "kind: subts"))
        line = good.splitlines().index("  kind: substitution")
        (one,) = [d for d in found.diagnostics if d.range.start.line == line]
        (action,) = await s.actions("rules/own/words.yaml", one.range)
        assert action.edit is not None
        assert action.edit.changes is not None
        (edit,) = action.edit.changes[s.uri("rules/own/words.yaml")]
        assert edit.new_text == "  kind: substitution"
        s.type("rules/own/words.yaml", 2, "title: [\n")
        assert (await s.next()).diagnostics[0].severity == types.DiagnosticSeverity.Error
        s.type("rules/own/words.yaml", 3, good)
        assert (await s.next()).diagnostics == ()
        found = await s.open("rules/own/new.yaml", good)
        assert "does not load this file" in found.diagnostics[0].message
        found = await s.open("rules/own/code.yaml", (path.parent / "code.yaml").read_text())
        assert found.diagnostics == ()

    awaited(session(company, use))


def test_a_saved_rule_counts_for_open_drafts(company: Path) -> None:
    path = company / "rules" / "own" / "words.yaml"

    async def use(s: Session) -> None:
        assert (await s.open("post.md", "We leverage synergy.")).diagnostics[0].code == "own/words"
        path.write_text(path.read_text().replace("leverage: use", "synergy: team work"))
        await s.open("rules/own/words.yaml", path.read_text(), "yaml")
        document = types.TextDocumentIdentifier(s.uri("rules/own/words.yaml"))
        s.client.text_document_did_save(types.DidSaveTextDocumentParams(document))
        came = [await s.next(), await s.next()]
        (post,) = [c for c in came if c.uri == s.uri("post.md")]
        assert post.diagnostics[0].range == at(0, 12, 19)

    awaited(session(company, use))


def test_rules_without_a_charter_are_not_taken_for_checked(tmp_path: Path) -> None:
    async def use(s: Session) -> None:
        (tmp_path / "rules").mkdir()
        found = await s.open("rules/a.yaml", "a: b", "yaml")
        assert "not checked" in found.diagnostics[0].message

    awaited(session(tmp_path, use))


def test_closing_takes_the_findings_away_and_other_files_are_left_alone(company: Path) -> None:
    async def use(s: Session) -> None:
        item = types.TextDocumentItem(s.uri("code.py"), "python", 1, "leverage = 1")
        s.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        found = await s.open("post.md", "We leverage.")
        assert found.uri == s.uri("post.md")
        document = types.TextDocumentIdentifier(s.uri("post.md"))
        s.client.text_document_did_close(types.DidCloseTextDocumentParams(document))
        assert (await s.next()).diagnostics == ()
        assert await s.actions("code.py", at(0, 0, 3)) == []

    awaited(session(company, use))


@given(st.text(alphabet="aé🚀\n\r\u2028\x85\x0b𝗯", max_size=30), st.data())
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
def test_offsets_go_to_positions_and_back(encoding: str, text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    places = Places(text, encoding)
    back = places.offset(places.position(offset))
    # A place between CR and LF, or in a line break, is the end of its line.
    assert back == offset or text[back:offset].strip("\r\n") == ""
    assert places.offset(types.Position(99, 99)) == len(text)
