from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from msgspec import structs
from small_reader import SHOWN, small_model

from charter_lint import Charter, Context, Draft, lint, load_charter
from charter_lint.charter.places import shipped_rules
from charter_lint.draft.spans import Span
from charter_lint.lint.reader.explain import Explained, explain_reader
from charter_lint.lint.reader.scan import older_than, scan_of
from charter_lint.lint.reader.stage import joined
from charter_lint.lint.report import Finding
from charter_lint.match.reader.grams import (
    BITS,
    letter_places,
    near_places,
    seat_places,
    word_places,
)
from charter_lint.match.reader.model import (
    BEHIND,
    BESIDE,
    FORMAT,
    WINDOW,
    ModelError,
    encode,
    load_model,
    read_seat,
    read_text,
)
from charter_lint.match.reader.nearest import Pool, nearest
from charter_lint.match.reader.rated import behind, cut, rated, seated
from charter_lint.match.reader.sight import sight_of

DAY = Context(date="2026-11-23")
WORDS = ("entre", "nous", "le", "trimestre", "sera", "tres", "bon")
TEXT = "Entre nous, le trimestre sera très bon."


def resembling(report: object) -> list[str]:
    return [f.rule for f in report.findings if f.rule.endswith("/resembles")]  # type: ignore[attr-defined]


def test_a_sentence_like_flagged_ones_is_reviewed(reading: Callable[..., Charter]) -> None:
    report = lint(Draft(f"Bonjour à tous. {TEXT}", DAY), reading())
    [finding] = [f for f in report.findings if f.rule == "market/resembles"]
    assert finding.severity == "review"
    assert finding.match == TEXT
    assert finding.like == SHOWN[0].text
    assert finding.message["fr"]
    assert finding.message["en"]
    assert finding.owner


def test_guard_silences_the_reader(reading: Callable[..., Charter]) -> None:
    pay = {"check": {"kind": "existence", "fr": ["mon salaire"]}, "effect": "guard"}
    report = lint(Draft(f"Mon salaire. {TEXT}", DAY), reading({"pay": pay}))
    assert report.guarded
    assert not resembling(report)


def test_published_figures_silence_the_reader(reading: Callable[..., Charter]) -> None:
    figures = [{"value": "812 M€", "published": "2026-03-12"}]
    charter = reading(facts={"figures": figures})
    assert not resembling(lint(Draft("Le trimestre : 812 M€.", DAY), charter))
    assert resembling(lint(Draft("Le trimestre : 815 M€.", DAY), charter))


def test_a_waiver_and_a_charter_can_silence_it(reading: Callable[..., Charter]) -> None:
    waiver = {
        "rule": "market/resembles",
        "owner": "a",
        "reason": "r",
        "expires": "2026-12-01",
    }
    report = lint(Draft(TEXT, DAY), reading(waivers=[waiver]))
    assert report.waived == ("market/resembles",)
    assert not resembling(lint(Draft(TEXT, DAY), reading(reader="off")))
    silent = reading(overrides={"market/resembles": {"off": True, "reason": "r"}})
    assert not resembling(lint(Draft(TEXT, DAY), silent))


def test_a_required_reader_that_is_off_is_not_a_clean_draft(
    reading: Callable[..., Charter],
) -> None:
    report = lint(Draft("Bonjour.", DAY), reading(reader="off", required=["reader"]))
    assert not report.judged


def test_an_encoder_that_is_not_installed_is_said(
    reading: Callable[..., Charter], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("charter_lint.nlp.encoder.load.missing_encoder", lambda name: name or "x")
    charter = reading(reader="encoder", required=["reader"])
    report = lint(Draft(TEXT, DAY), charter)
    assert [e.reason for e in report.not_checked] == ["reader.encoder-missing"]
    assert not report.judged
    assert resembling(report)  # what the first stage sees is said all the same


@pytest.mark.parametrize("content", [b"", b"\x00\xff", b"\x80", b"not a reader"])
def test_a_broken_reader_is_said(
    reading: Callable[..., Charter], tmp_path: Path, content: bytes
) -> None:
    charter = reading()
    (tmp_path / "rules" / "reader" / "reader.msgpack").write_bytes(content)
    report = lint(Draft(TEXT, DAY), charter)
    assert [(n.what, n.reason) for n in report.not_checked] == [("reader", "reader.broken")]


def test_a_foreign_or_missing_reader_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "reader.msgpack"
    with pytest.raises(ModelError, match="missing"):
        load_model(path)
    path.write_bytes(encode(msgspec.structs.replace(small_model(), format=FORMAT + 1)))
    with pytest.raises(ModelError, match="foreign"):
        load_model(path)
    path.write_bytes(encode(msgspec.structs.replace(small_model(), rarity=memoryview(b"\x01"))))
    with pytest.raises(ModelError, match="broken"):
        load_model(path)


@pytest.mark.parametrize("text", ["Oui", "#a #b #c", "…", "mot " * 5000, "👍"])
def test_odd_texts_are_read(reading: Callable[..., Charter], text: str) -> None:
    assert not resembling(lint(Draft(text, DAY), reading()))


def test_places_are_the_same_everywhere() -> None:
    assert word_places(["bon"]) == [word_places(["bon"])[0]]
    assert word_places(["bon", "bon"])[:1] != []
    assert near_places(["bon"]) != word_places(["bon"])
    assert all(0 <= p < 1 << BITS for p in letter_places(WORDS))


def test_pieces_of_a_kind_have_length_one() -> None:
    seen = read_seat(WORDS, (), [], memoryview(bytes([3]) * (1 << BITS)))
    assert sum(c * c for c in seen.counts) == pytest.approx(2.0)
    assert not read_seat(WORDS, (), [], memoryview(bytes(1 << BITS))).places


def test_the_nearest_example_shares_words() -> None:
    near = nearest(WORDS, Pool(SHOWN))
    assert near is not None
    assert near.example is SHOWN[0]
    assert 0 <= near.distance < 1
    assert nearest(WORDS, Pool(())) is None


def test_a_sentence_is_rated_as_its_text_less_what_it_falls_behind() -> None:
    model = small_model()
    sentences = [WORDS, ("le", "buffet"), ("merci",)]
    marks: list[tuple[str, ...]] = [("ask",), (), ()]
    text = read_text(sentences, {"ask"}, "x", model.rarity).score(model.text_stop)
    own = [
        seated(sentences, marks, range(3), i, model.rarity).score(model.seat_head) for i in range(3)
    ]
    assert own[0] == max(own)
    rows = rated(model, sentences, marks, "x")
    assert rows[0].stop == pytest.approx(text)
    assert rows[1].stop == pytest.approx(text - BEHIND * (own[0] - own[1]))
    assert rated(model, [], [], "") == []


def test_those_next_to_the_likeliest_stand_with_it() -> None:
    near, far = 5 - BESIDE / 2, 4 - BESIDE
    assert behind([near, 5.0, far, near]) == [0.0, 0.0, BEHIND * (5 - far), BEHIND * (5 - near)]
    assert behind([1.0]) == [0.0]


def test_where_a_sentence_stands_is_read_too() -> None:
    first, last = seat_places(0, 4, 6, ()), seat_places(3, 4, 6, ())
    assert first != last
    assert seat_places(10, 40, 6, ()) == seat_places(11, 40, 6, ())
    assert set(seat_places(0, 4, 6, ["ask"])) > set(first)


def test_long_drafts_are_read_in_windows_of_whole_sentences() -> None:
    sentences = [("mot",) * 70, ("mot",) * 70, ("mot",) * 70, ("mot",) * 500, ("mot",)]
    windows = list(cut(sentences))
    assert [list(w) for w in windows] == [[0, 1], [2], [3], [4]]
    assert sum(len(s) for s in sentences[:2]) <= WINDOW
    assert list(cut([])) == []


def test_a_rule_is_advice_where_the_text_reads_as_harmless(reading: Callable[..., Charter]) -> None:
    examples = {"flags": {"fr": ["Un bon vin."]}}
    rules: dict[str, dict[str, object]] = {
        "wine": {
            "check": {"kind": "existence", "fr": ["bon vin"]},
            "severity": "review",
            "examples": examples,
        }
    }
    marks = reading(rules).head.reader.examples
    wine = "Un bon vin."

    def said(text: str, **options: object) -> tuple[str, str]:
        charter = reading(rules, ease=0.0, **options)  # type: ignore[arg-type]
        [finding] = [f for f in lint(Draft(text, DAY), charter).findings if "wine" in f.rule]
        return finding.severity, finding.eased

    assert said(wine, marks=marks) == ("advise", "review")
    assert said(f"{wine} {TEXT}", marks=marks) == ("advise", "review"), "another is likelier"
    assert said(f"Un bon vin ce trimestre. {'Rien à dire. ' * 9}", marks=marks) == ("review", "")
    assert said(f"{wine} " + "Rien à dire ici. " * 60 + TEXT, marks=marks) == ("advise", "review")
    assert said(wine) == ("review", ""), "the reader has not learned this rule"
    assert said(wine, marks={**marks, "own/wine": 1}) == ("review", ""), "it has changed since"
    assert said(wine, marks=marks, reader="off") == ("review", "")
    grave = {"own/wine": {"severity": "block", "reason": "r"}}
    assert said(wine, marks=marks, overrides=grave) == ("block", ""), "a charter's own choice"
    rules["wine"]["firm"] = True
    assert said(wine, marks=marks) == ("review", "")


def test_advice_on_a_text_that_reads_as_harmless_is_counted_not_said(
    reading: Callable[..., Charter],
) -> None:
    examples = {"flags": {"fr": ["Un bon vin."]}}
    check = {"kind": "existence", "fr": ["bon vin"]}
    rules = {"wine": {"check": check, "severity": "advise", "examples": examples}}
    marks = reading(rules).head.reader.examples

    def said(text: str, **options: object) -> tuple[list[str], tuple[str, ...]]:
        report = lint(Draft(text, DAY), reading(rules, hush=0.0, **options))  # type: ignore[arg-type]
        return [f.rule for f in report.findings if "wine" in f.rule], report.hushed

    assert said("Un bon vin.", marks=marks) == ([], ("own/wine",))
    assert said("Un bon vin ce trimestre.", marks=marks) == (["own/wine"], ())
    assert said("Un bon vin.") == (["own/wine"], ()), "the reader has not learned this rule"
    assert said("Un bon vin.", marks=marks, reader="off") == (["own/wine"], ())


def test_a_text_too_short_to_tell_makes_nothing_milder() -> None:
    charter = load_charter("default")
    sight = sight_of(scan_of(Draft("Bonjour à tous.", DAY), charter))
    assert sight.at(Span(0, 15)) is None
    long = "Bonjour à tous, je serai demain au marché de Lyon avec mes deux voisines."
    assert sight_of(scan_of(Draft(long, DAY), charter)).at(Span(0, 15)) is not None


def test_of_two_neighbours_the_graver_is_kept() -> None:
    text = "Un. Deux. Trois."
    one = Finding(
        rule="market/resembles",
        severity="advise",
        span=Span(0, 3),
        match="Un.",
        title={},
        message={},
        instead={},
    )
    two = structs.replace(one, severity="review", span=Span(4, 9), match="Deux.")
    three = structs.replace(one, severity="review", span=Span(10, 16), match="Trois.")
    [kept] = joined([one, two, three], text)
    assert (kept.severity, kept.match) == ("review", "Deux. Trois.")
    assert joined([three], text) == [three]


def test_hints_are_advice_and_neighbours_one_passage(reading: Callable[..., Charter]) -> None:
    text = f"{TEXT} {TEXT}"
    [finding] = lint(Draft(text, DAY), reading(stop=0.0)).findings
    assert (finding.severity, finding.match) == ("review", text)


def explained(charter: Charter, text: str, **options: bool) -> list[Explained]:
    scan = scan_of(Draft(text, DAY), charter)
    return explain_reader(scan, charter, (), **options)


def test_an_explanation_names_words_and_examples(reading: Callable[..., Charter]) -> None:
    charter = reading()
    [said] = explained(charter, f"Bonjour. {TEXT}")
    assert (said.family, said.outcome) == ("market", "finding")
    assert [word for word, _ in said.words] == ["trimestre"]
    assert said.flagged is not None
    assert said.flagged.example == SHOWN[0]
    assert said.allowed is None
    assert said.score > 0
    assert [e.outcome for e in explained(charter, f"Bonjour. {TEXT}", every=True)] == [
        "unsure",
        "finding",
    ]
    assert explained(charter, "…") == []
    assert [e.outcome for e in explained(charter, TEXT, guarded=True)] == ["guarded"]


def test_a_reader_older_than_its_examples_is_used_or_not_by_choice(
    reading: Callable[..., Charter],
) -> None:
    examples = {"flags": {"fr": ["Un bon vin."]}}
    wine = {"wine": {"check": {"kind": "existence", "fr": ["bon vin"]}, "examples": examples}}
    marks = reading(wine).head.reader.examples
    assert "own/wine" in marks
    assert older_than(reading(wine, marks=marks)) == []
    other = {**marks, "own/wine": 1}
    assert older_than(reading(wine, marks=other)) == ["own/wine"]
    assert resembling(lint(Draft(TEXT, DAY), reading(wine, marks=other)))
    report = lint(Draft(TEXT, DAY), reading(wine, marks=other, reader="current"))
    assert not resembling(report)
    assert [e.reason for e in report.not_checked] == ["reader.older-unused"]
    report = lint(Draft(TEXT, DAY), reading(wine, marks=marks, reader="current"))
    assert resembling(report)
    assert not report.not_checked


def test_a_rule_that_was_never_learned_is_a_companys_own(reading: Callable[..., Charter]) -> None:
    examples = {"flags": {"fr": ["Un bon vin."]}}
    wine = {"wine": {"check": {"kind": "existence", "fr": ["bon vin"]}, "examples": examples}}
    assert older_than(reading(wine, marks={"market/other": 3})) == []


def test_every_family_that_is_learned_has_its_texts() -> None:
    model = load_model(shipped_rules() / "reader" / "reader.msgpack")
    families = load_charter("default").head.reader.families
    assert set(model.families) <= set(families)


GREETINGS = """
    Bonjour à tous. | Merci ! | Bon week-end à toutes et tous ! | Joyeux Noël ! | On recrute !
    Il pleut encore. | Nouveau poste, nouvelle aventure. | Bon anniversaire Samira ! | Bravo
    Hello everyone | Happy Friday! | We're hiring! | It's raining again. | Thanks for coming!
    Congratulations to Priya! | ok | Back to work. | See you on Saturday at the open day.
"""


def test_a_greeting_resembles_nothing() -> None:
    charter = load_charter("default")
    for text in GREETINGS.replace("\n", "|").split("|"):
        assert resembling(lint(Draft(text.strip(), DAY), charter)) == [], text
