from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from charter_lint import Charter, Context, Draft, lint, load_charter
from charter_lint.formats.json import Document
from charter_lint.formats.layout import excerpt, marker, width, wrap
from charter_lint.formats.names import format_names, formatter_of
from charter_lint.messages.typography import typeset

GOLDEN = Path(__file__).parent.parent / "golden"
WINE = {"check": {"kind": "existence", "fr": ["bon vin"]}, "severity": "review"}
SECRET = {"check": {"kind": "existence", "fr": ["canari bleu"]}, "mask": True}


def rendered(form: str, drafts: list[Draft], charter: Charter, **chosen: object) -> str:
    judged = ((draft, lint(draft, charter)) for draft in drafts)
    return "".join(formatter_of(form)(judged, **chosen))


@pytest.fixture
def charter(charter_of: Callable[..., Charter]) -> Charter:
    return charter_of(
        {"wine": WINE, "secret": SECRET}, contacts={"compliance": "conformite@a.example"}
    )


def test_json_follows_its_schema(charter: Charter) -> None:
    text = rendered("json", [Draft("Un bon vin.", name="a"), Draft("Rien.", name="b")], charter)
    document = json.loads(text)
    jsonschema.validate(document, msgspec.json.schema(Document))
    assert [d["id"] for d in document["drafts"]] == ["a", "b"]
    assert document["version"] == 1


def test_offsets_in_all_units(charter: Charter) -> None:
    (line,) = rendered("jsonl", [Draft("🚀é bon vin")], charter).splitlines()
    finding = json.loads(line)["findings"][0]
    assert (finding["start"], finding["end"]) == (3, 10)
    assert finding["utf16"] == [4, 11]
    assert finding["bytes"] == [7, 14]
    assert (finding["line"], finding["column"], finding["end_column"]) == (1, 4, 11)


@pytest.mark.parametrize("form", format_names())
def test_masked_matches_never_leave(form: str, charter: Charter) -> None:
    draft = Draft("Un bon vin et le canari bleu, bon vin.", name="a")
    text = rendered(form, [draft], charter, language="fr")
    assert "canari" not in text
    assert text


def test_masked_match_is_shown_on_the_authors_own_screen(charter: Charter) -> None:
    text = rendered(
        "text", [Draft("Voici le canari bleu.")], charter, language="fr", own_screen=True
    )
    assert "canari bleu" in text


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("case", sorted(p.stem for p in GOLDEN.glob("*.txt") if "." not in p.stem))
def test_text_for_people_is_the_golden_one(
    case: str,
    language: str,
    charter: Charter,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    draft = Draft(
        (GOLDEN / f"{case}.txt").read_text(encoding="utf-8"), Context(date="2026-11-23"), name=case
    )
    found = rendered("text", [draft], charter, language=language)
    golden = GOLDEN / f"{case}.{language}.out"
    if request.config.getoption("--update-goldens"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8")
    assert max(width(line) for line in found.splitlines()) <= 80


def test_quiet_prints_only_what_needs_a_look(charter: Charter) -> None:
    drafts = [Draft("Rien.", name="a"), Draft("Un bon vin.", name="b")]
    text = rendered("text", drafts, charter, language="en", quiet=True)
    assert text.startswith("b:")


def test_three_findings_at_most_unless_asked(charter: Charter) -> None:
    draft = Draft("Un bon vin. " * 5)
    assert rendered("text", [draft], charter, language="fr").count("own/wine") == 3
    assert rendered("text", [draft], charter, language="fr", every=True).count("own/wine") == 5


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=200))
def test_every_format_takes_every_text(text: str) -> None:
    loaded = load_charter("default")
    for form in format_names():
        assert isinstance(rendered(form, [Draft(text + " rendement garanti")], loaded), str)


@given(st.text(min_size=1, max_size=300), st.data())
def test_excerpt_keeps_its_place(line: str, data: st.DataObject) -> None:
    line = line.replace("\t", " ").replace("\n", " ").replace("\r", " ")
    start = data.draw(st.integers(0, len(line) - 1))
    end = data.draw(st.integers(start + 1, min(len(line), start + 20)))
    shown, first, last = excerpt(line, start, end, 60)
    assert shown[first:last] == line[start:end]
    assert len(marker(shown, first, last)) >= 1


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("é", 1), ("e\u0301", 1), ("漢字", 4), ("🚀", 2)]
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


def test_no_break_spaces_do_not_break() -> None:
    text = "mot " * 10 + "« bonjour »"
    text = typeset(text, "fr")
    assert all("«" not in line or "»" in line for line in wrap(text, 20, "").splitlines())


@pytest.mark.parametrize(
    ("plain", "set_"),
    [
        ("Oui : non", "Oui\u00a0: non"),
        ("« Oui »", "«\u00a0Oui\u00a0»"),
        ("«Oui»", "«\u00a0Oui\u00a0»"),
        ("12 % à 10:30", "12\u00a0% à 10:30"),
    ],
)
def test_french_spaces(plain: str, set_: str) -> None:
    assert typeset(plain, "fr") == set_
    assert typeset(plain, "en") == plain
