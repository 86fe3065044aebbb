"""The library's LanguageTool object, bound to one server and to our transport."""

from __future__ import annotations

import importlib
import urllib.parse
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec

from charter_lint.nlp.grammar.model import GrammarUnavailable
from charter_lint.nlp.grammar.transport import ask

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from charter_lint.nlp.grammar.profile import Profile

_MAJOR = "3"  # version 4 of the library breaks what is used here


class Replacement(msgspec.Struct, frozen=True):
    """A text LanguageTool would write instead."""

    value: str


class Category(msgspec.Struct, frozen=True):
    """The category of a rule."""

    id: str


class Rule(msgspec.Struct, frozen=True):
    """The rule behind a match."""

    id: str
    category: Category


class Hit(msgspec.Struct, frozen=True):
    """A match as LanguageTool gives it; offset and length in UTF-16 units."""

    offset: int
    length: int
    message: str
    rule: Rule
    replacements: tuple[Replacement, ...] = ()


class Software(msgspec.Struct, frozen=True):
    """What the server says it is."""

    name: str
    version: str


class Warnings(msgspec.Struct, frozen=True, rename="camel"):
    """What the server says it did not do."""

    incomplete_results: bool = False


class Answer(msgspec.Struct, frozen=True):
    """LanguageTool's answer to one check."""

    software: Software
    matches: tuple[Hit, ...]
    warnings: Warnings = Warnings()


class Client:
    """Questions to one server, each within `budget` seconds."""

    def __init__(self, url: str, budget: float, profile: Profile) -> None:
        self._url = url
        self._budget = budget
        self._profile = profile
        self._tools: dict[str, Any] = {}

    def check(self, form: Mapping[str, str]) -> Answer:
        """Send the parameters of a check, `text` or `data` among them; give the checked answer.

        Raises GrammarUnavailable.
        """
        code = form["language"]
        tool = self._tools.get(code)
        if tool is None:
            tool = _tool_class()(self._url, code, self._budget)
            self._tools[code] = tool
        try:
            answer = msgspec.convert(tool.ask_check(form), Answer)
        except msgspec.ValidationError:
            raise GrammarUnavailable("answer") from None
        if answer.software.name != "LanguageTool":
            raise GrammarUnavailable("answer")
        self._profile.accept(answer.software.version)
        if answer.warnings.incomplete_results:
            raise GrammarUnavailable("incomplete")
        return answer


def need_library() -> None:
    """Raise GrammarUnavailable unless a version of the library that fits is installed.

    Nothing of the library is imported.
    """
    metadata = importlib.import_module("importlib.metadata")
    try:
        found: str = metadata.version("language-tool-python")
    except metadata.PackageNotFoundError:
        raise GrammarUnavailable("library") from None
    if found.partition(".")[0] != _MAJOR:
        raise GrammarUnavailable("library-version", found=found)


@cache
def _tool_class() -> Callable[[str, str, float], Any]:
    """Import the library, only now, and fit its class with our transport and our parameters."""
    need_library()
    try:
        library: Any = importlib.import_module("language_tool_python")
    except ImportError:
        raise GrammarUnavailable("library") from None

    class Tool(library.LanguageTool):  # type: ignore[misc]
        def __init__(self, url: str, language: str, budget: float) -> None:
            self._budget = budget
            self._form: Mapping[str, str] = {}
            super().__init__(language, remote_server=f"{url}/")

        def _query_server(
            self, url: str, params: Mapping[str, str] | None = None, **_: object
        ) -> object:
            answer = ask(url, params, self._budget)
            if params is None and not (
                isinstance(answer, list) and all(isinstance(entry, dict) for entry in answer)
            ):
                raise GrammarUnavailable("answer")  # the list of languages
            return answer

        def ask_check(self, form: Mapping[str, str]) -> object:
            # Its own check() makes offsets that threads disturb; the server's are kept instead.
            params = {**self._create_params(""), **form}
            if "data" in params:
                params.pop("text", None)
            return self._query_server(urllib.parse.urljoin(self._url, "check"), params)

    return Tool
