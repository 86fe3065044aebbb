"""Each slip of a rule or charter file: its place, its name, and the corrected line."""

from __future__ import annotations

from pathlib import Path

import pytest

from charter_lint import CharterError, Fault, load_charter

RULE = """\
title: {fr: Essai, en: Trial}
severity: review
message: {fr: "Trouvé : « {match} ».", en: "Found: “{match}”."}
instead: {fr: Autrement., en: Otherwise.}
check:
  kind: existence
  fr: [bon vin]
  en: [good wine]
  unless: [negated]
"""

# line to change → its new form, then problem, line, column, corrected line ("" for none)
RULE_FAULTS = [
    ("severity: review", "severty: review", "key-unknown", 2, 1, "severity: review"),
    ("severity: review", "severity: reveiw", "value-unknown", 2, 11, "severity: review"),
    ("  kind: existence", "  kind: existance", "kind-unknown", 6, 9, "  kind: existence"),
    ("  kind: existence", "  sort: existence", "kind-missing", 5, 1, ""),
    ("  fr: [bon vin]", "  fr: [(bon vin]", "phrase-unclosed", 7, 8, ""),
    ("  fr: [bon vin]", '  fr: ["vin @metrik"]', "concept-unknown", 7, 8, '  fr: ["vin @metric"]'),
    ("  fr: [bon vin]", "  fr: bon vin", "value-not-list", 7, 7, "  fr: [bon vin]"),
    ("  fr: [bon vin]", "  fr: [2026]", "value-not-text", 7, 8, '  fr: ["2026"]'),
    ("  fr: [bon vin]", "\tfr: [bon vin]", "yaml-tab", 7, 1, "  fr: [bon vin]"),
    ("  unless: [negated]", "  unless: [negatd]", "context-unknown", 9, 12, "  unless: [negated]"),
    ("  unless: [negated]", "  unles: [negated]", "key-unknown", 9, 3, "  unless: [negated]"),
    ("severity: review", "severity: review\nmask: yes", "value-not-bool", 3, 7, "mask: true"),
    (
        "severity: review",
        "severity: review\nseverity: block",
        "yaml-duplicate",
        3,
        1,
        "# severity: block",
    ),
    ("severity: review", "severity: review\nfrom: 2026-13-01", "day-bad", 3, 7, ""),
    (
        "instead: {fr: Autrement., en: Otherwise.}",
        "instead: {fr: Autrement.}",
        "key-missing",
        4,
        1,
        "instead: {fr: Autrement., en: …}",
    ),
    (
        "instead: {fr: Autrement., en: Otherwise.}",
        "instead: {fr: Autrement {macth}., en: Otherwise.}",
        "yaml",
        4,
        25,
        "",
    ),
    (
        "instead: {fr: Autrement., en: Otherwise.}",
        'instead: {fr: "Autrement {macth}.", en: Otherwise.}',
        "placeholder-unknown",
        4,
        26,
        'instead: {fr: "Autrement {match}.", en: Otherwise.}',
    ),
    (
        "instead: {fr: Autrement., en: Otherwise.}",
        "instead:\n  fr: Attention : là\n  en: Otherwise.",
        "yaml-colon",
        5,
        7,
        '  fr: "Attention : là"',
    ),
    ("severity: review", "severity: &a review\nowner: *a", "yaml-alias", 2, 11, ""),
    ("severity: review", "severity: !!python/object:os.system review", "yaml-tag", 2, 11, ""),
]


def faults_of(folder: Path, rule: str, charter: str = "name: own\npacks: [own]\n") -> list[Fault]:
    rules = folder / "rules" / "own"
    rules.mkdir(parents=True, exist_ok=True)
    (rules / "a.yaml").write_text(rule, encoding="utf-8")
    (folder / "own.yaml").write_text(charter, encoding="utf-8")
    try:
        load_charter(folder / "own.yaml")
    except CharterError as error:
        return error.faults
    return []


def test_the_rule_itself_is_good(tmp_path: Path) -> None:
    assert faults_of(tmp_path, RULE) == []


@pytest.mark.parametrize(("old", "new", "problem", "line", "column", "fix"), RULE_FAULTS)
def test_fault_of_a_rule(
    tmp_path: Path, old: str, new: str, problem: str, line: int, column: int, fix: str
) -> None:
    assert old in RULE
    first = faults_of(tmp_path, RULE.replace(old, new))[0]
    assert (first.problem, first.line, first.column) == (problem, line, column)
    assert first.fix == fix


@pytest.mark.parametrize(
    ("old", "new", "problem", "line", "column", "fix"), [f for f in RULE_FAULTS if f[5]]
)
def test_corrected_line_mends_the_file(
    tmp_path: Path, old: str, new: str, problem: str, line: int, column: int, fix: str
) -> None:
    lines = RULE.replace(old, new).splitlines()
    lines[line - 1] = fix
    assert faults_of(tmp_path, "\n".join(lines) + "\n") == []


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    broken = RULE.replace("severity: review", "severty: review").replace("negated", "negatd")
    assert {f.problem for f in faults_of(tmp_path, broken)} >= {"key-unknown"}
    broken = RULE.replace("bon vin", "(bon").replace("[negated]", "[negatd]")
    assert {f.problem for f in faults_of(tmp_path, broken)} == {
        "phrase-unclosed",
        "context-unknown",
    }


CHARTER_FAULTS = [
    ("name: own\npaks: [own]\n", "key-unknown", 2, 1),
    ("name: own\npacks: [onw]\n", "pack-unknown", 2, 9),
    ("name: own\nextends: [defualt]\n", "charter-unknown", 2, 11),
    ("name: own\nextends: [nowhere/x.yaml]\n", "charter-missing", 2, 11),
    ("name: own\nextends: [own.yaml, own.yaml]\n", "charter-cycle", 1, 1),
    ("packs: [own]\n", "key-missing", 1, 1),
    (
        "name: own\npacks: [own]\noverrides: {own/b: {off: true, reason: x}}\n",
        "rule-unknown",
        3,
        13,
    ),
    ("name: own\npacks: [own]\noverrides: {own/a: {off: true}}\n", "key-missing", 3, 13),
    (
        "name: own\npacks: [own]\nwaivers: [{rule: own/a, owner: x, reason: r, expires: soon}]\n",
        "day-bad",
        3,
        55,
    ),
    (
        "name: own\npacks: [own]\nwaivers: [{rule: own/a, owner: x, requester: x, reason: r, expires: 2026-12-01}]\n",
        "waiver-own",
        3,
        32,
    ),
    ("name: own\nfacts: {product: [{name: A, note: b, c d}]}\n", "value-comma", 2, 38),
    ("- a\n", "file-not-mapping", 1, 1),
]


@pytest.mark.parametrize(("charter", "problem", "line", "column"), CHARTER_FAULTS)
def test_fault_of_a_charter(
    tmp_path: Path, charter: str, problem: str, line: int, column: int
) -> None:
    first = faults_of(tmp_path, RULE, charter)[0]
    assert (first.problem, first.line, first.column) == (problem, line, column)


def test_unknown_charter_has_a_near_name(tmp_path: Path) -> None:
    with pytest.raises(CharterError) as caught:
        load_charter("defualt", tmp_path)
    assert caught.value.faults[0].values["near"] == "default"


def test_other_encodings_have_their_place(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_bytes("name: own\n# été\n".encode("cp1252"))
    with pytest.raises(CharterError) as caught:
        load_charter(path)
    fault = caught.value.faults[0]
    assert (fault.problem, fault.line, fault.column) == ("file-encoding", 2, 3)


def test_yaml_bomb_is_refused(tmp_path: Path) -> None:
    bomb = "a: &a [x,x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [*{chr(97 + i)},*{chr(97 + i)}]\n" for i in range(20)
    )
    path = tmp_path / "own.yaml"
    path.write_text(bomb)
    with pytest.raises(CharterError) as caught:
        load_charter(path)
    assert caught.value.faults[0].problem == "yaml-alias"


def test_link_out_of_its_folder_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "secret.yaml"
    outside.write_text(RULE)
    faults_of(tmp_path, RULE)
    (tmp_path / "rules" / "own" / "b.yaml").symlink_to(outside)
    assert faults_of(tmp_path, RULE)[0].problem == "file-link-out"


def test_every_fault_has_a_text_in_both_languages(tmp_path: Path) -> None:
    from charter_lint.cli.output import fault_text

    for old, new, *_ in RULE_FAULTS:
        for fault in faults_of(tmp_path, RULE.replace(old, new)):
            for language in ("fr", "en"):
                assert "{" not in fault_text(fault, language).split("\n")[0].replace(
                    "{match}", ""
                ).replace("{macth}", "")


def test_a_long_line_is_cut_around_its_fault() -> None:
    from charter_lint.charter.faults import Fault
    from charter_lint.cli.output import fault_text
    from charter_lint.formats.layout import width

    source = "  - {text: " + "mot " * 100 + "severty: block}"
    column = source.index("severty") + 1
    fault = Fault("x.yaml", 3, column, "yaml-key", source=source)
    _, shown, mark = fault_text(fault, "en").split("\n")
    assert width(shown) <= 80
    assert shown[mark.index("^") :].startswith("severty")
