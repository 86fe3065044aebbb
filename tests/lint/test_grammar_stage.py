from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from charter_lint import Charter, Context, Draft, lint
from charter_lint.draft.spans import Span
from charter_lint.lint.grammar import grammar, settings_of
from charter_lint.nlp.grammar import GrammarUnavailable, Problem, Settings
from charter_lint.nlp.grammar import available as available_module

WINE = {"kind": "existence", "fr": ["bon vin"]}
TEXT = "Les équipe sont là. The teams is here, and we are all very happy about it."


class Fake:
    """Answers as LanguageTool would, and remembers the questions."""

    def __init__(self, *problems: Problem, fails: str = "") -> None:
        self.problems = problems
        self.fails = fails
        self.asked: list[tuple[str, list[str], Settings]] = []

    def __call__(
        self, text: str, language: str, settings: Settings, within: Sequence[Span] | None = None
    ) -> list[Problem]:
        assert within is not None
        self.asked.append((language, [text[s.start : s.end] for s in within], settings))
        if self.fails:
            raise GrammarUnavailable(self.fails, seconds="2")
        return [p for p in self.problems if any(s.overlaps(Span(p.start, p.end)) for s in within)]


AGREEMENT = Problem(
    4, 10, "ACCORD", "AGREEMENT", "Accord :  pluriel ?", ("équipes", "a", " ", "b", "c")
)


@pytest.fixture
def on(charter_of: Callable[..., Charter]) -> Charter:
    return charter_of({"wine": WINE}, grammar="on")


def test_each_language_is_asked_about_its_own_sentences(on: Charter) -> None:
    fake = Fake()
    grammar(Draft(TEXT), on, check=fake)
    assert [(language, said) for language, said, _ in fake.asked] == [
        ("fr", ["Les équipe sont là."]),
        ("en", ["The teams is here, and we are all very happy about it."]),
    ]


def test_a_finding_is_advice_in_both_languages(on: Charter) -> None:
    (found,) = grammar(Draft(TEXT), on, check=Fake(AGREEMENT)).findings
    assert (found.rule, found.severity, found.match) == ("grammar/ACCORD", "advise", "équipe")
    assert found.title == {"fr": "Grammaire", "en": "Grammar"}
    assert found.message == {"fr": "Accord : pluriel ?", "en": "Accord : pluriel ?"}
    assert found.instead["en"] == "“équipes”, “a” or “b”"
    assert found.instead["fr"] == "«\u00a0équipes\u00a0», «\u00a0a\u00a0» ou «\u00a0b\u00a0»"


def test_no_finding_repeats_a_secret(on: Charter) -> None:
    assert grammar(Draft(TEXT), on, [Span(6, 20)], check=Fake(AGREEMENT)).findings == []


@pytest.mark.parametrize(("required", "judged"), [([], True), (["grammar"], False)])
def test_unavailable_is_said(
    charter_of: Callable[..., Charter],
    monkeypatch: pytest.MonkeyPatch,
    required: list[str],
    judged: bool,
) -> None:
    monkeypatch.setattr("charter_lint.nlp.grammar.check", Fake(fails="slow"))
    report = lint(Draft(TEXT), charter_of({"wine": WINE}, grammar=True, required=required))
    (entry,) = [n for n in report.not_checked if n.what == "grammar"]
    assert (entry.reason, entry.values) == ("grammar.reason-slow", {"seconds": "2"})
    assert report.judged is judged


def test_the_report_sorts_grammar_after_graver_findings(
    charter_of: Callable[..., Charter], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("charter_lint.nlp.grammar.check", Fake(AGREEMENT))
    charter = charter_of({"wine": {"check": WINE, "severity": "block"}}, grammar={"on": True})
    report = lint(Draft("Les équipe sont là. Un bon vin."), charter)
    assert [f.rule for f in report.findings] == ["own/wine", "grammar/ACCORD"]


def test_grammar_is_off_unless_asked_for(
    charter_of: Callable[..., Charter], monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = Fake(AGREEMENT)
    monkeypatch.setattr("charter_lint.nlp.grammar.check", fake)
    assert lint(Draft(TEXT), charter_of({"wine": WINE})).verdict == "pass"
    assert not fake.asked


def test_settings_come_from_the_charter(charter_of: Callable[..., Charter]) -> None:
    charter = charter_of(
        {"wine": WINE},
        grammar={"url": "https://lt.exemple.fr:8081/v2"},
        facts={"employer": [{"name": "Hélianthe", "also": ["HLT"]}], "product": ["Solzen"]},
        permissions=[{"fr": "Parlez du Cœur vert.", "en": "Speak of Green Heart."}],
        overrides={"grammar/D_N": {"off": True, "reason": "usage"}},
    )
    settings = settings_of(charter.head)
    assert settings.url == "https://lt.exemple.fr:8081/v2"
    assert settings.hosts == {"lt.exemple.fr"}
    assert settings.off == {"D_N"}
    assert {"Hélianthe", "HLT", "Solzen", "Cœur", "Green", "Heart"} <= settings.ignore
    assert "vert" not in settings.ignore


def test_waivers_hold_for_grammar(charter_of: Callable[..., Charter]) -> None:
    waiver = {"rule": "grammar/*", "owner": "a", "reason": "b", "expires": "2026-12-01"}
    charter = charter_of({"wine": WINE}, grammar="on", waivers=[waiver])
    said = grammar(Draft(TEXT, Context(date="2026-11-23")), charter, check=Fake(AGREEMENT))
    assert (said.findings, said.waived) == ([], ["grammar/ACCORD"])


def test_required_turns_it_on_and_says_what_is_missing(
    charter_of: Callable[..., Charter], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CHARTER_LINT_LANGUAGETOOL", str(tmp_path))
    available_module._looked.cache_clear()
    charter = charter_of({"wine": WINE}, required=["grammar"])
    assert charter.head.grammar
    report = lint(Draft("🎉"), charter)  # nothing to read, and still it is said
    assert [n.what for n in report.not_checked] == ["grammar"]
    assert not report.judged


def test_a_missing_library_is_said(
    charter_of: Callable[..., Charter], monkeypatch: pytest.MonkeyPatch
) -> None:
    from importlib import metadata

    def missing(name: str) -> str:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    available_module._looked.cache_clear()
    reason = available_module.unavailable(Settings(url="http://127.0.0.1:9"))
    available_module._looked.cache_clear()
    assert reason is not None
    assert reason.reason == "library"


@pytest.mark.java
def test_on_the_real_server(
    charter_of: Callable[..., Charter], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from charter_lint.nlp.grammar.install import installed
    from charter_lint.nlp.grammar.session import session_of

    pytest.importorskip("language_tool_python")
    if installed() is None or shutil.which("java") is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)("needs LanguageTool")
    monkeypatch.setenv("CHARTER_LINT_STATE", str(tmp_path))
    session_of.cache_clear()
    charter = charter_of({"wine": WINE}, grammar="on", facts={"employer": ["Zylvoria"]})
    report = lint(
        Draft("Les équipes de Zylvoria étaient content hier soir. We was very happy about it."),
        charter,
    )
    assert not [n for n in report.not_checked if n.what == "grammar"]
    found = {f.match.split()[-1] for f in report.findings}
    assert all(f.rule.startswith("grammar/") for f in report.findings)
    assert "content" in found
    assert "was" in found
    assert "requests" in sys.modules  # the library did read it
