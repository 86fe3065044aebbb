"""Trying phrases: a charter of one rule, beside the facts and vocabulary of the real one."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import msgspec

from charter_lint.charter import files
from charter_lint.charter.compile import _own_folders, build
from charter_lint.charter.compiled import Charter
from charter_lint.charter.faults import CharterError
from charter_lint.charter.merge import merge
from charter_lint.charter.places import shipped_rules
from charter_lint.charter.source import Source
from charter_lint.checks.base import match_of
from charter_lint.checks.existence import Plan
from charter_lint.draft import Context, Draft
from charter_lint.match.container import Container
from charter_lint.match.contexts import holds
from charter_lint.match.scan import Hit, Scan

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Hits = dict[int, dict[int, list[frozenset[str]]]]
"""Phrase → sentence → for each hit the contexts that silence it, all by number."""

_VOCABULARY = ("concepts", "contexts")
_TEXTS = "title: {fr: e, en: t}\nmessage: {fr: e, en: t}\ninstead: {fr: e, en: t}\n"


class Trial:
    """Compiles sets of phrases by the vocabulary of a charter, and looks where they hit."""

    def __init__(self, charter: Path, contexts: Sequence[str]) -> None:
        """Read the charter; raises CharterError with its faults."""
        sources = files.chain(charter)
        merged, faults = merge(sources)
        if merged is None:
            raise CharterError(faults)
        self._facts = msgspec.to_builtins(merged.facts)
        self._own = _own_folders(sources)
        self._contexts = contexts
        self._compiled: Charter | None = None
        self._term = 0

    def concepts(self) -> list[str]:
        """Give the names of the concepts a rule's author would use: no rule's own helper lists."""
        found: dict[str, None] = {}
        for folder in (shipped_rules(), *self._own):
            for path in sorted((folder / "concepts").glob("*.y*ml")):
                if not path.stem.endswith(("-plain", "-wide")):
                    found.update(dict.fromkeys(Source.read(path, path.name).value or {}))
        return list(found)

    def draft(self, text: str, language: str) -> Draft:
        """Read a sentence as the tests of rules do."""
        return Draft(text, Context(language=language))

    def compile(self, phrases: Mapping[str, Sequence[str]]) -> None:
        """Compile phrases by language (fr, en, any); they are numbered in this order."""
        written = {lang: phrases.get(lang, ()) for lang in ("fr", "en", "any")}
        check = {"kind": "existence", **{lang: list(v) for lang, v in written.items() if v}}
        check["unless"] = list(self._contexts)
        with TemporaryDirectory() as made:
            folder = Path(made)
            for name in _VOCABULARY:
                for own in self._own:
                    if (own / name).is_dir():
                        shutil.copytree(own / name, folder / "rules" / name, dirs_exist_ok=True)
            rule = folder / "rules" / "own" / "trial.yaml"
            rule.parent.mkdir(parents=True)
            rule.write_text(f"{_TEXTS}check: {_flow(check)}\n", encoding="utf-8")
            file = folder / "trial.yaml"
            facts = {k: v for k, v in self._facts.items() if v}
            file.write_text(f"name: trial\nfacts: {_flow(facts)}\n", encoding="utf-8")
            self._compiled = Charter(Container(build(file).data))
        plan = self._compiled.plan(0)
        assert isinstance(plan, Plan)  # noqa: S101  (for the type checker)
        self._term = plan.term

    def spans(self, draft: Draft) -> list[Hit]:
        """Give the hits of the compiled phrases, `branch` being the phrase's number."""
        assert self._compiled is not None  # noqa: S101
        return Scan(draft, self._compiled.index).hits(self._term)

    def hits(self, phrases: Mapping[str, Sequence[str]], texts: Sequence[tuple[str, str]]) -> Hits:
        """Compile phrases; tell for each sentence (text, language) which hit, and what silences."""
        self.compile(phrases)
        charter = self._compiled
        assert charter is not None  # noqa: S101
        contexts = [charter.contexts[n] for n in charter.checks[0].unless]
        found: Hits = {}
        for number, (text, language) in enumerate(texts):
            draft = self.draft(text, language)
            scan = Scan(draft, charter.index)
            silences: dict[tuple[int, int], frozenset[str]] = {}
            for hit in scan.hits(self._term):
                place = (hit.first, hit.after)
                if place not in silences:
                    match = match_of(draft, *place)
                    silences[place] = frozenset(c.name for c in contexts if holds(c, scan, match))
                found.setdefault(hit.branch, {}).setdefault(number, []).append(silences[place])
        return found

    def counts(self, texts: Sequence[tuple[str, str]]) -> Counter[int]:
        """Count for each compiled phrase the sentences that it hits."""
        found: Counter[int] = Counter()
        for text, language in texts:
            found.update({hit.branch for hit in self.spans(self.draft(text, language))})
        return found


def _flow(value: object) -> str:
    """Give a value as JSON, which is YAML."""
    return json.dumps(value, ensure_ascii=False)
