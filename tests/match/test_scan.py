from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charter_lint import Charter, Context, Draft, lint
from charter_lint.match.builder import Builder
from charter_lint.match.container import Container, ContainerError, pack, pack_table
from charter_lint.match.index import Index
from charter_lint.match.scan import Scan
from charter_lint.match.vocabulary import Concept, Name


def hits(phrases: list[str], text: str, language: str = "fr", **concepts: Concept) -> list[str]:
    builder = Builder(concepts)
    term = builder.term({language: phrases}, ())
    assert builder.faults == []
    index = Index(Container(pack(builder.finish())))
    draft = Draft(text, Context(language=language))
    found = [draft.span_of(h.first, h.after) for h in Scan(draft, index).hits(term)]
    return [text[s.start : s.end] for s in found]


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("rendement garanti", "Un RENDEMENT garanti.", ["RENDEMENT garanti"]),
        ("rendement garanti", "Un rendement bien garanti.", []),
        ("rendement … garanti", "Un rendement de 5 % garanti.", ["rendement de 5 % garanti"]),
        ("rendement … garanti", "Un rendement. Un prix garanti.", []),
        ("marche", "Le marché.", []),
        ("marché", "Le marche du marché.", ["marché"]),
        ("marché", "LE MARCHE.", ["MARCHE"]),
        ("élu", "Il est elu à la fin de l'été.", ["elu"]),
        ("~doubler", "On a doublé, ils doubleront.", ["doublé", "doubleront"]),
        ("chiffre d'affaires", "Le chiffre d’affaires", ["chiffre d’affaires"]),
        ("confidentiel", "C'est c0nfident1el", ["c0nfident1el"]),
        ("confidentiel", "C'est c0nfidentiel", ["c0nfidentiel"]),
        ("confidentiel", "𝗰𝗼𝗻𝗳𝗶𝗱𝗲𝗻𝘁𝗶𝗲𝗹", ["𝗰𝗼𝗻𝗳𝗶𝗱𝗲𝗻𝘁𝗶𝗲𝗹"]),
        ("projet zeus", "#ProjetZeus", ["ProjetZeus"]),
        ("garance", "Gar-ance", ["Gar-ance"]),
        ("~salarié", "#salariebrionne et brionne", []),
        ("(oui|non|*) merci", "Peut-être merci", ["être merci"]),
        ("un rendement", "un « rendement »", ["un « rendement"]),
        ("=IT", "it IT It", ["IT"]),
        ("(le|la) (très)? bon", "le bon, la très bon", ["le bon", "la très bon"]),
        ("* garanti", "gain garanti !", ["gain garanti"]),
        ("@money", "Il coûte 12 M€ ou £3.", ["12 M€", "£3"]),
        ("plus @percent", "plus 3,5 % ici", ["plus 3,5 %"]),
    ],
)
def test_phrase_finds(phrase: str, text: str, found: list[str]) -> None:
    assert hits([phrase], text) == found


def test_concepts_nest() -> None:
    deep = Concept({"fr": ["~monter"]})
    wide = Concept({"fr": ["@deep vite", "bondir"]})
    text = "Le titre monte vite, il va bondir."
    assert hits(["titre @wide"], text, deep=deep, wide=wide) == ["titre monte vite"]
    assert hits(["@wide"], text, deep=deep, wide=wide) == ["monte vite", "bondir"]


def test_hashtags_in_one_run_are_taken_apart_into_known_words() -> None:
    firm = Concept({}, (Name("Brionne"),))
    staff = Concept({"fr": ["salarié"]})
    text = "#salariebrionne"
    assert hits(["@firm"], text, firm=firm, staff=staff) == []
    assert hits(["@firm", "@staff"], text, firm=firm, staff=staff) == ["salariebrionne"] * 2


def test_phrases_hold_in_their_language_only() -> None:
    builder = Builder({})
    term = builder.term({"fr": ["pain"]}, ())
    index = Index(Container(pack(builder.finish())))
    text = "Il y a du pain sur la planche. There is no pain with this new chair."
    scan = Scan(Draft(text), index)
    assert len(scan.hits(term)) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le projet Garance avance", ["projet Garance"]),
        ("#ProjetGarance", ["ProjetGarance"]),
        ("#projetgarance", ["projetgarance"]),
        ("Projet Gar-ance", ["Projet Gar-ance"]),
    ],
)
def test_names_in_their_spellings(text: str, found: list[str]) -> None:
    names = Concept({}, (Name("Projet Garance"),))
    assert hits(["@code"], text, code=names) == found


def test_ordinary_word_is_a_name_only_with_a_capital() -> None:
    names = Concept({}, (Name("Garance"),))
    assert hits(["@code"], "la garance pousse, Garance avance", code=names) == ["Garance"]


def test_longer_name_wins() -> None:
    brand = Concept({}, (Name("Solénia"),))
    launch = Concept({}, (Name("Solénia Nuit"),))
    text = "Solénia Nuit arrive, Solénia reste"
    assert hits(["@brand reste"], text, brand=brand, launch=launch) == ["Solénia reste"]
    assert hits(["@brand"], text, brand=brand, launch=launch) == ["Solénia"]


@pytest.mark.parametrize(("day", "count"), [("2026-01-01", 1), ("2027-03-01", 0), ("", 1)])
def test_dated_names(day: str, count: int) -> None:
    builder = Builder({"launch": Concept({}, (Name("Solénia Nuit", "", "2027-03-01"),))})
    term = builder.term({"any": ["@launch"]}, ())
    index = Index(Container(pack(builder.finish())))
    scan = Scan(Draft("Solénia Nuit", Context(date=day)), index)
    assert len(scan.hits(term)) == count


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from("le la bon très vin noir rendement garanti . , « »".split()), max_size=14
    )
)
def test_index_finds_what_a_plain_search_finds(words: list[str]) -> None:
    """The index is only a faster way: every pair of neighbours is found, and nothing else."""
    text = " ".join(words)
    draft = Draft(text, Context(language="fr"))
    tokens = draft.tokens.words
    builder = Builder({})
    pairs = [("bon", "vin"), ("rendement", "garanti"), ("le", "la")]
    terms = [builder.term({"fr": [" ".join(p)]}, ()) for p in pairs]
    scan = Scan(draft, Index(Container(pack(builder.finish()))))
    for pair, term in zip(pairs, terms, strict=True):
        plain = [
            i
            for i in range(len(tokens) - 1)
            if (tokens[i], tokens[i + 1]) == tuple(p.replace("è", "e") for p in pair)
            and draft.sentence_of[i] == draft.sentence_of[i + 1]
        ]
        found = [h.first for h in scan.hits(term)]
        assert set(plain) <= set(found)
        for first in found:
            between = [w for w in tokens[first : first + 6] if w not in "«»"]
            assert tuple(between[:2]) == pair


def test_order_of_rules_changes_nothing(charter_of: Callable[..., Charter]) -> None:
    checks = {
        f"r{i}": {"kind": "existence", "any": [phrase]}
        for i, phrase in enumerate(["bon vin", "vin noir", "@money", "~boire"])
    }
    names = list(checks)
    random.Random(3).shuffle(names)
    text = "On boit un bon vin noir à 12 €."
    one = lint(Draft(text), charter_of(checks))
    other = lint(Draft(text), charter_of({n: checks[n] for n in names}))
    assert [f.rule for f in one.findings] == [f.rule for f in other.findings]
    assert len(one.findings) == 4


@pytest.mark.parametrize(
    "data", [b"", b"foreign", pack({"a": b"x"})[:-8], b"charter-lint\x01\n\xff\xff\xff\x7f"]
)
def test_foreign_or_cut_containers_are_refused(data: bytes) -> None:
    with pytest.raises(ContainerError):
        Container(data).section("a")


def test_table_round_trip() -> None:
    rows = [["a", 1], ["b", 2]]
    table = Container(pack({"t": pack_table(rows)})).table("t", list)
    assert [table[i] for i in range(len(table))] == rows
