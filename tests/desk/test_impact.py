from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from charter_lint.cli.group import charter_lint
from charter_lint.desk.impact import compare
from charter_lint.desk.verdicts import Judged
from charter_lint.draft import Context, Draft
from charter_lint.messages.desk_impact import TEXTS

WINE = {"severity": "review", "check": {"kind": "existence", "fr": ["vin bouché"]}}
CODE = {"severity": "review", "mask": True, "check": {"kind": "existence", "fr": ["Zéphyr"]}}
POSTS = ["Du vin bouché.", "Du vieux rhum.", "Le projet Zéphyr avance.", "Rien à dire."]


def run(*args: object) -> Result:
    given = [str(a) for a in args]
    return CliRunner().invoke(charter_lint, ["impact", "-j", "1", *given], catch_exceptions=False)


def git(folder: Path, *args: str) -> None:
    if shutil.which("git") is None:
        assert not os.environ.get("CI"), "git is missing"
        pytest.skip("git is not installed")
    who = ["-c", "user.name=desk", "-c", "user.email=desk@company.example"]
    subprocess.run(["git", *who, *args], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "posts.jsonl"
    lines = [json.dumps({"id": f"p{i}", "text": text}) for i, text in enumerate(POSTS)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def committed(write_charter: Callable[..., Path], tmp_path: Path) -> Path:
    """Give a charter of two rules in a repository, with the wine rule milder in the work tree."""
    path = write_charter({"wine": WINE, "code": CODE})
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "own.yaml", "rules")
    git(tmp_path, "commit", "-q", "-m", "charter")
    return path


def test_compares_the_work_tree_with_a_revision(
    committed: Path, corpus: Path, write_charter: Callable[..., Path]
) -> None:
    rum = {"severity": "block", "check": {"kind": "existence", "fr": ["vieux rhum"]}}
    write_charter({"wine": {**WINE, "severity": "advise"}, "rum": rum})
    (committed.parent / "rules" / "own" / "code.yaml").unlink()
    said = run("-c", committed, "--corpus", corpus, "--from", "HEAD", "--format", "json")
    assert said.exit_code == 0
    found = json.loads(said.stdout)
    assert found["posts"] == 4
    assert found["counts"] == {"stopped": 1, "passed": 2, "severity": 0, "findings": 0}
    changes = {c["post"]: c for c in found["changes"]}
    assert changes["posts.jsonl:p1"]["new"] == ["own/rum"]
    assert changes["posts.jsonl:p0"]["moved"] == [["own/wine", "review", "advise"]]
    assert changes["posts.jsonl:p2"]["gone"] == ["own/code"]
    rules = {r["rule"]: r for r in found["rules"]}
    assert (rules["own/wine"]["milder"], rules["own/rum"]["new"]) == (1, 1)
    assert "4" in said.stderr


def test_what_a_rule_masked_is_in_no_format(
    committed: Path, corpus: Path, write_charter: Callable[..., Path]
) -> None:
    write_charter({"code": {**CODE, "severity": "advise", "mask": False}})
    for form in ("text", "json", "markdown"):
        said = run("-c", committed, "--corpus", corpus, "--format", form)
        assert "Zéphyr" not in said.output
        assert "••••" in said.output


def test_a_rule_on_trial_is_counted_and_stops_nothing(
    committed: Path, corpus: Path, write_charter: Callable[..., Path]
) -> None:
    rum = {"mode": "shadow", "check": {"kind": "existence", "fr": ["vieux rhum"]}}
    write_charter({"rum": rum})
    found = json.loads(run("-c", committed, "--corpus", corpus, "--format", "json").stdout)
    assert found["changes"] == []
    assert [(r["rule"], r["shadow"]) for r in found["rules"]] == [("own/rum", 1)]


def test_another_path_serves_as_well(committed: Path, corpus: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(tmp_path / "rules", other / "rules")
    shutil.copy(committed, other / "own.yaml")
    (other / "rules" / "own" / "wine.yaml").unlink()
    for source in (other, other / "own.yaml"):
        found = run("-c", committed, "--corpus", corpus, "--from", source, "--format", "json")
        assert json.loads(found.stdout)["counts"]["stopped"] == 1


def test_unchanged_charter_changes_nothing(committed: Path, corpus: Path) -> None:
    for lang, words in {"fr": "Aucun texte", "en": "No post"}.items():
        said = run("-c", committed, "--corpus", corpus, "--lang", lang)
        assert said.exit_code == 0
        assert words in said.stdout


@pytest.mark.parametrize("source", ["nope", "--output=x", "v1.yaml", "HEAD~9"])
def test_what_cannot_be_compared_exits_2(committed: Path, corpus: Path, source: str) -> None:
    said = run("-c", committed, "--corpus", corpus, f"--from={source}", "--lang", "en")
    assert said.exit_code == 2
    assert source in said.stderr
    assert said.stdout == ""
    assert not (committed.parent / "x").exists()


def test_outside_a_repository_a_path_is_asked_for(
    write_charter: Callable[..., Path], corpus: Path
) -> None:
    said = run("-c", write_charter({"wine": WINE}), "--corpus", corpus, "--lang", "en")
    assert said.exit_code == 2
    assert "--from PATH" in said.stderr


def test_a_revision_with_a_broken_charter_says_where(
    committed: Path, corpus: Path, tmp_path: Path
) -> None:
    wine = tmp_path / "rules" / "own" / "wine.yaml"
    good = wine.read_text(encoding="utf-8")
    wine.write_text(good.replace("existence", "existense"), encoding="utf-8")
    git(tmp_path, "commit", "-q", "-am", "broken")
    wine.write_text(good, encoding="utf-8")
    said = run("-c", committed, "--corpus", corpus, "--from", "HEAD")
    assert said.exit_code == 2
    assert "HEAD: " in said.stderr
    assert "wine.yaml:" in said.stderr


def test_every_broken_line_of_the_corpus_is_placed(committed: Path, corpus: Path) -> None:
    text = corpus.read_text(encoding="utf-8")
    corpus.write_text(text + '\n{"text": secret\n[]\n', encoding="utf-8")
    said = run("-c", committed, "--corpus", corpus)
    assert said.exit_code == 2
    assert "posts.jsonl:5" in said.stderr
    assert "posts.jsonl:6" in said.stderr
    assert "secret" not in said.output


def judged(*hits: tuple[str, str, int, int, bool], verdict: str = "pass") -> Judged:
    return Judged(verdict=verdict, hits=hits, shadow=(), missing=(), judged=True)


def test_an_excerpt_does_not_cut_a_mask_open() -> None:
    text = "a" * 50 + " 4111111111111111 " + "b" * 50
    card = ("own/card", "block", 51, 67, True)
    word = ("own/word", "review", 100, 105, False)
    before, after = judged(card, verdict="block"), judged(card, word, verdict="block")
    found = compare([(Draft(text, Context(), name="p"), before, after)], "HEAD", "own", "review")
    (change,) = found.changes
    assert change.kind == "findings"
    assert "1" not in change.excerpt
    assert "••••" in change.excerpt


def test_unjudged_posts_are_told() -> None:
    lame = Judged(verdict="pass", hits=(), shadow=(), missing=("rule-timeout",), judged=False)
    found = compare([(Draft("x", Context()), judged(), lame)], "HEAD", "own", "review")
    assert (found.unjudged, found.missing) == (1, {"rule-timeout": 1})


def test_bundled_corpus_reads_whole_and_joined() -> None:
    from charter_lint.desk.corpus import MOST, read_corpus

    posts, faults = read_corpus(None, Context())
    assert faults == []
    assert 4000 < len(posts) <= MOST
    assert len({post.name.split(":")[0] for post in posts}) > 40, "of every file some"
    assert not any("⟦" in post.text for post in posts)


def test_texts_are_in_both_languages() -> None:
    assert all(both.keys() == {"fr", "en"} for both in TEXTS.values())


def test_the_shortcut_finds_what_judging_every_post_finds(
    write_charter: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Change rules of the default charter for real, compare both ways over invented posts."""
    from charter_lint.charter.places import shipped_charters, shipped_rules
    from charter_lint.desk import verdicts
    from charter_lint.desk.corpus import bundled_corpus

    other = tmp_path / "other"
    shutil.copytree(shipped_rules(), other / "rules", ignore=shutil.ignore_patterns("*.py"))
    shutil.copytree(shipped_charters(), other / "charters")
    (other / "rules" / "guard" / "pay.yaml").unlink()
    tone = other / "rules" / "tone" / "contempt.yaml"
    tone.write_text(
        tone.read_text(encoding="utf-8").replace("owner:", "severity: block\nowner:", 1),
        encoding="utf-8",
    )
    corpus = tmp_path / "twins.jsonl"
    shutil.copy(bundled_corpus() / "twins-tone.jsonl", corpus)
    asked = ("-c", "default", "--corpus", corpus, "--from", f"{other}/", "--format", "json")
    quick = json.loads(run(*asked).stdout)
    monkeypatch.setattr(verdicts, "changed_rules", lambda *_: None)
    whole = json.loads(run(*asked).stdout)
    assert whole["touched"] == whole["posts"] > quick["touched"] > 0
    assert quick["changes"] == whole["changes"] != []
    assert quick["counts"] == whole["counts"]
    counted = {r["rule"]: r for r in whole["rules"]}
    for rule in quick["rules"]:
        full = counted.pop(rule["rule"])
        assert {k: v for k, v in rule.items() if v is not None}.items() <= full.items()
    assert counted == {}


def test_a_change_of_facts_judges_every_post(
    committed: Path, corpus: Path, write_charter: Callable[..., Path]
) -> None:
    write_charter({"wine": WINE, "code": CODE}, facts={"employer": ["Aubrelac"]})
    found = json.loads(run("-c", committed, "--corpus", corpus, "--format", "json").stdout)
    assert found["touched"] == 4
