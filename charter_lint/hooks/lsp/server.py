"""The language server over standard input and output."""

from __future__ import annotations

import asyncio
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from charter_lint.charter.faults import CharterError
from charter_lint.draft.readers import InputError
from charter_lint.hooks.held import HeldCharters
from charter_lint.hooks.lsp import judged, owned, told
from charter_lint.hooks.lsp.positions import Places
from charter_lint.hooks.lsp.proof import ProofError, Request, prove_apart
from charter_lint.messages.catalogue import text
from charter_lint.version import VERSION

if TYPE_CHECKING:
    from pygls.workspace import TextDocument

    from charter_lint.charter.faults import Fault

PAUSE = 0.15
"""Seconds without a key after which a draft is judged."""

PAUSE_CHARTER = 0.4
"""The same for charters, which take seconds to compile."""

_MARKDOWN = (".md", ".markdown")
_PLAIN = (".txt",)


class Editor(LanguageServer):
    """What one editor holds: its documents, and what was last said of each."""

    def __init__(self, wanted: str, language: str) -> None:
        """`wanted` is a charter's name or path, "" the one nearest to each document."""
        super().__init__("charter-lint", VERSION, types.TextDocumentSyncKind.Full)
        self.language = language
        self.judged: dict[str, judged.Judged] = {}
        self.faults: dict[str, list[tuple[Fault, types.Diagnostic]]] = {}
        self._charters = HeldCharters(wanted)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="judge")
        self._running: dict[str, asyncio.Task[None]] = {}

    def report_server_error(self, error: Exception, source: object) -> None:  # noqa: ARG002
        """Say that the server failed, without the error's words, which could be a draft's."""
        said = text("hooks.own-fault", self.language, kind=type(error).__name__, where="lsp")
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, said))

    def check_soon(self, uri: str, pause: float | None = None) -> None:
        """Check a document once nobody types any more; an earlier check of it is given up."""
        self.forget(uri)
        path = _path(uri)
        charters = path is not None and owned.is_charters(path)
        if pause is None:
            pause = PAUSE_CHARTER if charters else PAUSE
        document = self.workspace.get_text_document(uri)
        if charters and path is not None:
            work = self._check_charter(document, path, pause)
        elif _is_draft(document):
            work = self._check_draft(document, pause)
        else:
            return
        self._running[uri] = asyncio.get_running_loop().create_task(work)

    def forget(self, uri: str) -> None:
        """Give up a check that has not ended."""
        task = self._running.pop(uri, None)
        if task is not None:
            task.cancel()

    def check_drafts(self) -> None:
        """Check all open drafts again: their charter may be another now."""
        for uri in list(self.judged):
            self.check_soon(uri)

    async def _check_draft(self, document: TextDocument, pause: float) -> None:
        await asyncio.sleep(pause)
        asked = judged.Asked(
            text=document.source,
            version=document.version or 0,
            name=document.filename or document.uri,
            markdown=_is_markdown(document),
            encoding=self._encoding(),
            language=self.language,
        )
        path = _path(document.uri)
        root = self.workspace.root_path
        folder = path.parent if path else Path(root) if root else Path.cwd()
        loop = asyncio.get_running_loop()
        found: judged.Judged | types.Diagnostic
        try:
            found = await loop.run_in_executor(self._thread, self._judge, asked, folder)
        except InputError as error:
            found = judged.unreadable(asked, error)
        except CharterError as error:
            found = judged.charter_unusable(asked, error.faults)
        except Exception as error:  # noqa: BLE001  (what failed is said where the draft is)
            found = judged.own_fault(asked, error)
        if isinstance(found, types.Diagnostic):
            self.judged.pop(document.uri, None)
            self._publish(document.uri, asked.version, [found])
            return
        self.judged[document.uri] = found
        self._publish(document.uri, asked.version, list(found.diagnostics))

    def _judge(self, asked: judged.Asked, folder: Path) -> judged.Judged:
        return judged.judge(asked, self._charters.charter_for(folder))

    async def _check_charter(self, document: TextDocument, path: Path, pause: float) -> None:
        await asyncio.sleep(pause)
        version = document.version or 0
        places = Places(document.source, self._encoding())
        charter = owned.charter_of(path)
        self.faults.pop(document.uri, None)
        if charter is None:
            said = text("editor.charter-none", self.language)
            self._publish(document.uri, version, [owned.unproved(places, said)])
            return
        try:
            proof = await prove_apart(Request(str(charter), self._unsaved()))
        except (OSError, ProofError):
            said = text("editor.proof-failed", self.language)
            self._publish(document.uri, version, [owned.unproved(places, said)])
            return
        found = owned.shown(proof.faults, path, places, self.language)
        self.faults[document.uri] = found
        diagnostics = [diagnostic for _, diagnostic in found]
        if not proof.faults and not _in(path, proof.files):
            said = text("editor.charter-without", self.language, charter=charter.name)
            diagnostics.append(owned.unproved(places, said))
        self._publish(document.uri, version, diagnostics)

    def _encoding(self) -> str:
        """Give how the editor counts columns: utf-8, utf-16 or utf-32."""
        agreed = self.workspace.position_encoding
        return types.PositionEncodingKind(agreed).value if agreed else "utf-16"

    def _unsaved(self) -> dict[str, str]:
        """Give what the editor holds of charters and rules."""
        held = {}
        for uri, document in self.workspace.text_documents.items():
            path = _path(uri)
            if path is not None and owned.is_charters(path):
                held[str(path.resolve())] = document.source
        return held

    def _publish(self, uri: str, version: int, diagnostics: list[types.Diagnostic]) -> None:
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=uri, diagnostics=diagnostics, version=version)
        )


def run(wanted: str, language: str) -> None:
    """Serve one editor until it ends the session.

    The messages get a stream of their own, which the library closes; what else is printed would
    stand between them, and goes to standard error.
    """
    sys.stdout.flush()
    wire = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    make_server(wanted, language).start_io(stdout=wire)


def make_server(wanted: str, language: str) -> Editor:
    """Make a server for one editor."""
    server = Editor(wanted, language)
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(_opened)
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(_changed)
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(_saved)
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(_closed)
    server.feature(types.TEXT_DOCUMENT_HOVER)(_hover)
    kinds = types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, kinds)(_actions)
    return server


async def _opened(ls: Editor, params: types.DidOpenTextDocumentParams) -> None:
    ls.check_soon(params.text_document.uri, 0)


async def _changed(ls: Editor, params: types.DidChangeTextDocumentParams) -> None:
    ls.check_soon(params.text_document.uri)


async def _saved(ls: Editor, params: types.DidSaveTextDocumentParams) -> None:
    path = _path(params.text_document.uri)
    if path is not None and owned.is_charters(path):
        ls.check_soon(params.text_document.uri)
        ls.check_drafts()


async def _closed(ls: Editor, params: types.DidCloseTextDocumentParams) -> None:
    uri = params.text_document.uri
    ls.forget(uri)
    ls.judged.pop(uri, None)
    ls.faults.pop(uri, None)
    ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=uri, diagnostics=[]))


async def _hover(ls: Editor, params: types.HoverParams) -> types.Hover | None:
    found = ls.judged.get(params.text_document.uri)
    return told.hover_of(found, params.position, ls.language) if found else None


async def _actions(ls: Editor, params: types.CodeActionParams) -> list[types.CodeAction]:
    uri = params.text_document.uri
    found = ls.judged.get(uri)
    version = ls.workspace.get_text_document(uri).version or 0
    if found is not None:
        # An edit for a text that has changed since would fall on other words.
        return (
            told.actions_of(found, uri, params.range, ls.language)
            if found.version == version
            else []
        )
    return owned.fixes_of(ls.faults.get(uri, []), uri, params.range, ls.language)


def _path(uri: str) -> Path | None:
    found = to_fs_path(uri) if uri.startswith("file:") else None
    return Path(found) if found else None


def _in(path: Path, files: tuple[str, ...]) -> bool:
    return str(path.resolve()) in files


def _is_draft(document: TextDocument) -> bool:
    suffix = Path(document.filename or "").suffix.lower()
    return suffix in (*_MARKDOWN, *_PLAIN) or document.language_id in ("markdown", "plaintext")


def _is_markdown(document: TextDocument) -> bool:
    suffix = Path(document.filename or "").suffix.lower()
    return suffix in _MARKDOWN or document.language_id == "markdown"
