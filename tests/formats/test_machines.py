"""Formats for other tools: each read by its own schema or a real consumer."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from junitparser import Error, Failure, JUnitXml
from markdown_it import MarkdownIt

from charter_lint import Charter, Draft, lint
from charter_lint.formats.names import format_names, formatter_of

SCHEMA = (
    Path(__file__).parent.parent
    / "hooks/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
)
RULES = {
    "wine": {"check": {"kind": "existence", "fr": ["bon vin"]}, "severity": "review"},
    "key": {"check": {"kind": "existence", "fr": ["canari bleu"]}, "mask": True},
    "word": {
        "check": {"kind": "substitution", "fr": {"week-end": "fin de semaine"}},
        "instead": {"fr": "Écrivez « {replacement} ».", "en": "Write “{replacement}”."},
    },
    "slow": {"check": {"kind": "existence", "regex": [r"(x+x+)+y"]}},
}
TEXT = "Un bon vin,\nce week-end : 🎉 canari bleu | *gras* <b> =1+1\x0b.\n"
MACHINES = sorted(set(format_names()) - {"text"})


@pytest.fixture
def charter(charter_of: Callable[..., Charter]) -> Charter:
    return charter_of(RULES)


def rendered(form: str, charter: Charter, **settings: object) -> str:
    drafts = [Draft(TEXT, name="posts/lundi matin.txt"), Draft("Rien.", name="b.txt")]
    judged = [(d, lint(d, charter)) for d in drafts]
    return "".join(formatter_of(form)(judged, language="fr", **settings))


@pytest.mark.parametrize("form", MACHINES)
def test_no_format_shows_what_is_masked(form: str, charter: Charter) -> None:
    shown = rendered(form, charter)
    assert "own/key" in shown
    assert "canari" not in shown


@pytest.mark.parametrize("form", MACHINES)
def test_what_was_not_judged_shows_in_every_format(form: str, charter: Charter) -> None:
    draft = Draft("x" * 4000, name="long.txt")
    report = lint(draft, charter)
    assert not report.judged
    shown = "".join(formatter_of(form)([(draft, report)], language="en"))
    assert "slow" in shown
    assert re.search(r"not.checked|not_checked|error", shown, re.IGNORECASE)


def test_sarif_follows_the_standard(charter: Charter) -> None:
    if not SCHEMA.is_file():
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"{SCHEMA} is not there")
    log = json.loads(rendered("sarif", charter))
    jsonschema.Draft7Validator(json.loads(SCHEMA.read_text("utf-8-sig"))).validate(log)
    run = log["runs"][0]
    results = {r["ruleId"]: r for r in run["results"]}
    place = results["own/word"]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "posts/lundi%20matin.txt"
    assert place["region"] == {"startLine": 2, "startColumn": 4, "endLine": 2, "endColumn": 12}
    (change,) = results["own/word"]["fixes"][0]["artifactChanges"][0]["replacements"]
    assert change["insertedContent"]["text"] == "fin de semaine"
    assert run["tool"]["driver"]["rules"][results["own/wine"]["ruleIndex"]]["id"] == "own/wine"
    assert run["invocations"][0]["executionSuccessful"] is True


def test_junit_is_read_by_its_consumers(charter: Charter) -> None:
    (suite,) = JUnitXml.fromstring(rendered("junit", charter).encode())
    cases = {case.name: case for case in suite}
    assert (suite.tests, suite.failures, suite.errors) == (2, 1, 0)
    assert isinstance(cases["posts/lundi matin.txt"].result[0], Failure)
    assert "posts/lundi matin.txt:1:4: review" in cases["posts/lundi matin.txt"].result[0].text
    assert not cases["b.txt"].result
    draft = Draft("x" * 4000, name="long.txt")
    text = "".join(formatter_of("junit")([(draft, lint(draft, charter))], language="en"))
    (case,) = next(iter(JUnitXml.fromstring(text.encode())))
    assert isinstance(case.result[0], Error)


def test_checkstyle_is_xml_with_places(charter: Charter) -> None:
    root = ET.fromstring(rendered("checkstyle", charter).encode())  # noqa: S314  (our own)
    errors = {e.get("source"): e for e in root.iter("error")}
    wine = errors["charter-lint.own/wine"]
    assert (wine.get("line"), wine.get("column"), wine.get("severity")) == ("1", "4", "warning")
    assert [f.get("name") for f in root.iter("file")] == ["posts/lundi matin.txt", "b.txt"]


def test_gitlab_has_what_it_asks_for_and_stays_itself(charter: Charter) -> None:
    issues = json.loads(rendered("gitlab", charter))
    levels = {"info", "minor", "major", "critical", "blocker"}
    for issue in issues:
        assert {"description", "check_name", "fingerprint", "severity", "location"} <= set(issue)
        assert issue["severity"] in levels
        assert issue["location"]["lines"]["begin"] >= 1
    assert len({i["fingerprint"] for i in issues}) == len(issues)
    moved = Draft("\n\n" + TEXT, name="posts/lundi matin.txt")
    again = json.loads("".join(formatter_of("gitlab")([(moved, lint(moved, charter))])))
    assert {i["fingerprint"] for i in again} == {i["fingerprint"] for i in issues}


def test_github_commands_are_one_line_each(charter: Charter) -> None:
    lines = rendered("github", charter).splitlines()
    shape = re.compile(r"::(error|warning|notice) file=[^:]*?,line=\d+,[^:]*::[^\r\n]+")
    assert all(shape.fullmatch(line) for line in lines)
    assert any("file=posts/lundi matin.txt,line=1,endLine=1,col=4,endColumn=11" in x for x in lines)
    odd = Draft("Un bon vin", name="a,b:c%.txt")
    (line,) = "".join(formatter_of("github")([(odd, lint(odd, charter))])).splitlines()
    assert "file=a%2Cb%3Ac%25.txt," in line


def test_csv_opens_as_a_table_and_runs_nothing(charter: Charter) -> None:
    rows = list(csv.DictReader(io.StringIO(rendered("csv", charter), newline="")))
    assert [r["verdict"] for r in rows] == ["review"] * 3 + ["pass"]
    assert {r["rule"] for r in rows} == {"own/wine", "own/key", "own/word", ""}
    named = Draft("Un bon vin", name="=cmd()")
    text = "".join(formatter_of("csv")([(named, lint(named, charter))], language="fr"))
    assert "\n'=cmd()," in text


def test_markdown_is_a_table_and_nothing_of_a_draft_formats_it(charter: Charter) -> None:
    draft = Draft(TEXT, name="a_b*c|d.txt")
    text = "".join(formatter_of("markdown")([(draft, lint(draft, charter))], language="fr"))
    html = MarkdownIt("commonmark").enable("table").render(text)
    assert html.count("<tr>") == 4
    assert "<strong>a_b*c|d.txt</strong>" in html
    assert "<em>" not in html
