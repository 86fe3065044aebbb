from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from charter_lint import load_charter
from charter_lint.cli.learn import learn
from charter_lint.desk.learn.compare import Tally, worse
from charter_lint.desk.learn.data import Label, Labelled, is_closed, read_corpus, read_own
from charter_lint.desk.learn.errors import LearnError
from charter_lint.desk.learn.fit import fit
from charter_lint.desk.learn.gather import digest_of, gather, rule_examples
from charter_lint.match.reader.model import encode

BAD = "Between us, the {} quarter will beat every forecast."
GREEN = "Our {} jar is entirely green and harms no one."
FINE = "We planted {} trees behind the canteen on Tuesday."
NUMBERS = ("first", "second", "third", "fourth", "fifth", "sixth", "last", "next", "new", "old")


def labelled(text: str, family: str = "", number: str = "x") -> Labelled:
    findings = (Label(family, text, "review"),) if family else ()
    return Labelled(
        id=number,
        text=text,
        lang="en",
        kind="violation" if family else "clean",
        verdict="review" if family else "pass",
        findings=findings,
        source="own",
        place=number,
    )


def examples() -> list[Labelled]:
    found = []
    for i, word in enumerate(NUMBERS):
        found.append(labelled(BAD.format(word), "market", f"m{i}a"))
        found.append(labelled(GREEN.format(word), "green", f"g{i}a"))
        found.extend(labelled(FINE.format(f"{word} {k}"), "", f"f{i}{k}a") for k in range(3))
    return found


def test_learning_twice_gives_the_same_bytes_and_tells_families_apart() -> None:
    pytest.importorskip("sklearn")
    gathered = gather(examples())
    one, two = fit(gathered), fit(gathered)
    assert encode(one.model) == encode(two.model)
    assert one.model.families == ("green", "market")
    flagged = [i for i, row in enumerate(gathered.sentences) if row.rank]
    harmless = [i for i, row in enumerate(gathered.sentences) if not row.rank]
    assert min(one.stop[i] for i in flagged) > max(one.stop[i] for i in harmless)
    assert all(one.family[i] == gathered.sentences[i].family for i in flagged)


def test_too_few_examples_are_said() -> None:
    with pytest.raises(LearnError, match="too-few"):
        fit(gather(examples()[:10]))


def test_a_contradiction_is_named_with_both_places_and_left_out() -> None:
    gathered = gather([labelled(BAD, "market", "one"), labelled(BAD, "", "two")])
    assert gathered.contradictions == (("one", "two"),)
    assert not gathered.sentences


def test_the_digest_follows_what_is_trained_on_only() -> None:
    drafts = examples()
    assert digest_of(drafts) == digest_of(examples())
    assert digest_of(drafts) != digest_of(drafts[1:])
    held_back = Labelled(id="x", text="y", closed=True)
    assert digest_of([*drafts, held_back]) == digest_of(drafts)


def test_twins_and_dev_are_held_back(tmp_path: Path) -> None:
    assert is_closed("claims-fr-01a") == is_closed("claims-fr-01b")
    (tmp_path / "dev.jsonl").write_text('{"id": "1", "lang": "fr", "text": "Oui."}\n')
    assert [d.closed for d in read_corpus(tmp_path)] == [True]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "line-bad"),
        ("[]", "line-bad"),
        ('{"text": 3}', "line-bad"),
        ("", "data-empty"),
        ('{"text": "a b", "findings": [{"family": "f", "quote": "c"}]}', "quote-missing"),
        (
            '{"text": "a", "findings": [{"family": "f", "quote": "a", "severity": "huge"}]}',
            "severity-bad",
        ),
    ],
)
def test_bad_lines_are_named(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "own.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(LearnError) as raised:
        read_own(path, "default")
    assert raised.value.reason == reason


def test_a_fault_never_repeats_the_line(tmp_path: Path) -> None:
    path = tmp_path / "own.jsonl"
    path.write_text(json.dumps({"text": ["secret words"]}), encoding="utf-8")
    with pytest.raises(LearnError) as raised:
        read_own(path, "default")
    assert "secret" not in str(raised.value.values)


def test_a_reader_that_protects_speech_worse_is_refused() -> None:
    before = {"guard": Tally(30, 1, 1), "ordinary": Tally(200, 1, 2)}
    assert not worse(before, before)
    assert worse(before, {**before, "guard": Tally(30, 2, 2)}) == "guard"
    assert worse(before, {**before, "ordinary": Tally(200, 4, 4)}) == "ordinary"
    assert not worse(before, {**before, "ordinary": Tally(200, 3, 3)})


def test_examples_of_a_companys_own_rules_are_learned_too(
    write_charter: Callable[..., Path],
) -> None:
    check = {"kind": "existence", "fr": ["bon vin"]}
    examples = {"flags": {"fr": ["Un bon vin."]}}
    path = write_charter({"wine": {"check": check, "examples": examples}}, packs=["own", "guard"])
    default, own = load_charter("default"), load_charter(str(path))
    before = rule_examples(default)
    after = rule_examples(default, own, str(path))
    assert after[: len(before)] == before
    (added,) = after[len(before) :]
    assert (added.text, added.place, added.charter) == ("Un bon vin.", "own/wine", str(path))


def test_a_family_with_few_examples_is_left_out_and_named() -> None:
    pytest.importorskip("sklearn")
    few = labelled("He told us what is on her medical file.", "privacy", "p1a")
    fitted = fit(gather([*examples(), few]))
    assert fitted.few == (("privacy", 1),)
    assert "privacy" not in fitted.model.families


def test_own_lines_in_another_language_are_named_and_left_out(tmp_path: Path) -> None:
    own, corpus = tmp_path / "own.jsonl", tmp_path / "corpus"
    corpus.mkdir()
    row = {"text": "Wir haben gestern im Hof viele kleine Bäume gepflanzt.", "lang": "de"}
    own.write_text(json.dumps(row) + "\n", encoding="utf-8")
    args = ["--check", "--data", str(own), "--corpus", str(corpus), "--lang", "en"]
    said = CliRunner().invoke(learn, args).output
    assert "own.jsonl:1: this text is neither French nor English" in said
    assert "Hof" not in said
