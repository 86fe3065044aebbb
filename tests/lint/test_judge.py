from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from inspect import signature

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from charter_lint import Charter, Context, Draft, lint, load_charter

WINE = {"kind": "existence", "fr": ["bon vin"]}
PAY = {"check": {"kind": "existence", "fr": ["mon salaire"]}, "effect": "guard"}
DAY = Context(date="2026-11-23")


def rules(severity: str = "block", **more: object) -> dict[str, dict[str, object]]:
    return {"wine": {"check": WINE, "severity": severity, **more}, "pay": PAY}


@pytest.mark.parametrize("severity", ["advise", "review", "block"])
def test_verdict_is_the_gravest_severity(charter_of: Callable[..., Charter], severity: str) -> None:
    assert lint(Draft("Un bon vin."), charter_of(rules(severity))).verdict == severity


def test_guard_caps_everything_at_advice(charter_of: Callable[..., Charter]) -> None:
    report = lint(Draft("Un bon vin avec mon salaire."), charter_of(rules()))
    assert report.verdict == "advise"
    assert report.findings[0].capped == "block"
    assert report.guarded == ("own/pay",)
    assert [n.kind for n in report.notes] == ["right"]


def test_guard_does_not_cap_what_always_holds(charter_of: Callable[..., Charter]) -> None:
    report = lint(Draft("Un bon vin avec mon salaire."), charter_of(rules(always=True)))
    assert report.verdict == "block"


@pytest.mark.parametrize(
    ("when", "context", "fires"),
    [
        ({"platform": ["x"]}, Context(platform="x"), True),
        ({"platform": ["x"]}, Context(platform="blog"), False),
        ({"platform": ["x"]}, Context(), False),
        ({"role": ["executive"]}, Context(role="executive"), True),
        ({"account": ["official"]}, Context(), False),
        ({"action": ["like"]}, Context(action="like"), True),
        ({"media": True}, Context(media=("a.png",)), True),
        ({"media": True}, Context(), False),
        ({"tags": ["crisis"]}, Context(tags=("crisis",)), True),
        ({"period": ["closed"]}, Context(date="2026-11-23"), True),
        ({"period": ["closed"]}, Context(date="2027-11-23"), False),
        ({"period": ["closed"]}, Context(), False),
    ],
)
def test_conditions(
    charter_of: Callable[..., Charter], when: dict[str, object], context: Context, fires: bool
) -> None:
    facts = {"periods": [{"kind": "closed", "from": "2026-11-01", "until": "2027-01-20"}]}
    report = lint(Draft("Un bon vin.", context), charter_of(rules(when=when), facts=facts))
    assert bool(report.findings) is fires


@pytest.mark.parametrize(
    ("day", "fires"),
    [("2026-11-22", False), ("2026-11-23", True), ("2026-12-01", False), ("", False)],
)
def test_dated_rule(charter_of: Callable[..., Charter], day: str, fires: bool) -> None:
    dated = rules(**{"from": "2026-11-23", "until": "2026-12-01"})
    report = lint(Draft("Un bon vin.", Context(date=day)), charter_of(dated))
    assert bool(report.findings) is fires


def test_escalation(charter_of: Callable[..., Charter]) -> None:
    step = [{"when": {"role": ["executive"]}, "severity": "block"}]
    charter = charter_of(rules("advise", escalate=step))
    assert lint(Draft("Un bon vin."), charter).verdict == "advise"
    assert lint(Draft("Un bon vin.", Context(role="executive")), charter).verdict == "block"


def test_shadow_rules_are_counted_not_shown(charter_of: Callable[..., Charter]) -> None:
    report = lint(Draft("Un bon vin."), charter_of(rules(mode="shadow")))
    assert report.verdict == "pass"
    assert report.shadow == ("own/wine",)


@pytest.mark.parametrize(
    ("waiver", "day", "waived"),
    [
        ({}, "2026-11-23", True),
        ({}, "2026-12-02", False),
        ({}, "", False),
        ({"rule": "own/*"}, "2026-11-23", True),
        ({"match": "vieux"}, "2026-11-23", False),
        ({"match": "bon vin"}, "2026-11-23", True),
        ({"platform": ["blog"]}, "2026-11-23", False),
        ({"text": "0" * 64}, "2026-11-23", False),
    ],
)
def test_waivers(
    charter_of: Callable[..., Charter], waiver: dict[str, object], day: str, waived: bool
) -> None:
    whole = {"rule": "own/wine", "owner": "a", "reason": "r", "expires": "2026-12-01", **waiver}
    charter = charter_of(rules(), waivers=[whole])
    report = lint(Draft("Un bon vin.", Context(date=day)), charter)
    assert bool(report.waived) is waived
    assert bool(report.findings) is not waived


@pytest.mark.parametrize(
    ("text", "fires"),
    [
        ("Ce bon vin est à nous.", True),
        ("Ce n'est pas un bon vin.", False),
        ("Pas de souci, un bon vin.", True),
        ("« Un bon vin », disait-il.", False),
    ],
)
def test_contexts_take_matches_away(
    charter_of: Callable[..., Charter], text: str, fires: bool
) -> None:
    check = {**WINE, "unless": ["negated", "quoted"]}
    report = lint(Draft(text), charter_of({"wine": check}))
    assert bool(report.findings) is fires


def test_about_asks_for_a_context(charter_of: Callable[..., Charter]) -> None:
    charter = charter_of({"wine": {**WINE, "about": ["employer"]}}, facts={"employer": ["Brionne"]})
    assert not lint(Draft("Un bon vin."), charter).findings
    assert lint(Draft("Un bon vin chez Brionne."), charter).findings
    assert lint(Draft("Un bon vin.", Context(account="official")), charter).findings


def test_published_figures_are_silent(charter_of: Callable[..., Charter]) -> None:
    check = {"kind": "existence", "any": ["revenue … @money"], "unless": ["public-figure"]}
    figures = [{"value": "812 M€", "published": "2026-03-12"}]
    charter = charter_of({"figure": check}, facts={"figures": figures})
    assert not lint(Draft("Our revenue was 812 M€.", DAY), charter).findings
    assert not lint(Draft("Our revenue was 812 million euros.", DAY), charter).findings
    assert lint(Draft("Our revenue was 813 M€.", DAY), charter).findings
    early = Context(date="2026-03-01")
    assert lint(Draft("Our revenue was 812 M€.", early), charter).findings


def test_a_clean_post_hears_a_fitting_word(charter_of: Callable[..., Charter]) -> None:
    sayings = [
        {"fr": "Dites merci.", "en": "Say thanks.", "fits": ["merci"]},
        {"fr": "Osez.", "en": "Dare."},
    ]
    charter = charter_of(rules(), permissions=sayings)
    assert [n.text["fr"] for n in lint(Draft("Merci à tous."), charter).notes] == ["Dites merci."]
    assert [n.text["fr"] for n in lint(Draft("Bonjour."), charter).notes] == ["Osez."]
    assert lint(Draft("Un bon vin."), charter).notes == ()


def test_what_is_not_read_is_said(charter_of: Callable[..., Charter]) -> None:
    draft = Draft("Voir https://a.example/x", Context(media=("a.png",)))
    report = lint(draft, charter_of(rules()))
    assert [entry.what for entry in report.not_checked] == ["media", "links"]
    assert report.judged


def test_third_language_is_not_checked(charter_of: Callable[..., Charter]) -> None:
    text = "Wir haben das neue Werk und die Halle mit dem Team von Berlin eröffnet."
    report = lint(Draft(text), charter_of(rules()))
    assert [entry.what for entry in report.not_checked] == ["language"]


def test_a_rule_that_is_too_slow_leaves_the_draft_unjudged(
    charter_of: Callable[..., Charter], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("charter_lint.match.expression.SECONDS", 0.05)
    slow = {"kind": "existence", "regex": [r"(a|aa)+;!"]}
    charter = charter_of({"slow": slow, "wine": WINE})
    report = lint(Draft(";! un bon vin " + "a" * 90), charter)
    assert not report.judged
    assert report.not_checked[0].values == {"rule": "own/slow"}
    assert [f.rule for f in report.findings] == ["own/wine"]


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=300))
def test_any_text_is_judged_alike_twice(text: str) -> None:
    charter = load_charter("default")
    one, two = (lint(Draft(text, DAY), charter) for _ in range(2))
    assert one == two
    for finding in one.findings:
        assert 0 <= finding.span.start < finding.span.end <= len(text)
    ranks = ["block", "review", "advise"]
    order = [(ranks.index(f.severity), f.span.start) for f in one.findings]
    assert order == sorted(order)


def test_a_clean_post_imports_nothing_heavy() -> None:
    code = """
import sys
from charter_lint.cli import main
sys.argv = ["charter-lint", "check", "--text", "Merci à toute l'équipe pour ces deux belles journées."]
try:
    main()
except SystemExit as stop:
    assert stop.code == 0, stop.code
heavy = {"spacy", "numpy", "language_tool_python", "fastapi", "starlette", "uvicorn", "pydantic",
         "jsonschema", "yaml", "simplemma", "lingua", "regex", "kingfisher_sdk",
         "phonenumbers", "socket", "ssl", "http.client", "asyncio"} & set(sys.modules)
assert not heavy, heavy
"""
    load_charter("default")  # so that the cache is warm
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_package_is_called_as_its_function_is() -> None:
    """`from charter_lint import lint` gives either, by what was imported before."""
    package = import_module("charter_lint.lint")
    function = import_module("charter_lint.lint.judge").lint
    shape = signature(type(package).__call__)
    assert list(shape.parameters.values())[1:] == list(signature(function).parameters.values())
