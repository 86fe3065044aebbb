"""Which of LanguageTool's findings count, read from rules/grammar/languagetool.yaml."""

from __future__ import annotations

import importlib.resources
import urllib.parse
from functools import cache

import msgspec

from charter_lint.nlp.grammar.model import GrammarUnavailable


class Versions(msgspec.Struct, frozen=True):
    """The versions of LanguageTool that the data fits: from the first, below the second."""

    least: str = msgspec.field(name="from")
    below: str


class Other(msgspec.Struct, frozen=True):
    """A language whose words are right as well, with its spelling rule."""

    code: str
    rule: str


class Spelling(msgspec.Struct, frozen=True):
    """When an unknown word counts as a typing mistake: least letters, most letters changed."""

    accents: int
    letters: int
    changes: int


class Language(msgspec.Struct, frozen=True, rename="kebab"):
    """What counts in one language."""

    code: str
    stand_in: str
    warm: str
    categories: frozenset[str]
    on: frozenset[str] = msgspec.field(name="with")
    off: frozenset[str] = msgspec.field(name="without")
    signs: frozenset[str]
    spelling: frozenset[str]
    also: tuple[Other, ...]

    def form(self) -> dict[str, str]:
        """Give the parameters of a check but for its text; the same ones every time.

        The server keeps a warm analyser for each set of parameters, and only for it.
        """
        form = {"language": self.code}
        if self.on:
            form["enabledRules"] = ",".join(sorted(self.on))
        return form


class Profile(msgspec.Struct, frozen=True, rename="kebab"):
    """The whole data file."""

    versions: Versions
    java: int
    public_hosts: frozenset[str]
    spelling: Spelling
    offhand: float
    languages: dict[str, Language]

    def language(self, name: str) -> Language:
        """Give what counts in `fr` or `en`; GrammarUnavailable for any other."""
        try:
            return self.languages[name]
        except KeyError:
            raise GrammarUnavailable("language") from None

    def accept(self, version: str) -> None:
        """Raise GrammarUnavailable unless the data fits this version of LanguageTool."""
        least, below = self.versions.least, self.versions.below
        if not _numbers(least) <= _numbers(version) < _numbers(below):
            raise GrammarUnavailable("version", found=version, least=least, below=below)

    def warm_forms(self) -> list[str]:
        """Give the encoded questions that make a fresh server ready for every kind of check."""
        forms = [{**language.form(), "text": language.warm} for language in self.languages.values()]
        for language in self.languages.values():
            forms += [spelling_form(other, "word") for other in language.also]
        return [urllib.parse.urlencode(form) for form in forms]


def spelling_form(other: Other, text: str) -> dict[str, str]:
    """Give the parameters that ask whether another language knows these words."""
    return {
        "language": other.code,
        "enabledOnly": "true",
        "enabledRules": other.rule,
        "text": text,
    }


@cache
def profile() -> Profile:
    """Read the data file that is part of the package."""
    import yaml  # noqa: PLC0415

    file = importlib.resources.files("charter_lint.rules") / "grammar" / "languagetool.yaml"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data = yaml.load(file.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 -- safe loaders
    return msgspec.convert(data, Profile)


def _numbers(version: str) -> tuple[int, ...]:
    parts = version.partition("-")[0].split(".")
    return tuple(int(part) for part in parts if part.isdigit())
