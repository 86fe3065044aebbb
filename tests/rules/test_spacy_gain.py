"""Rules that are better with spaCy: examples right with it, wrong without, and none the other way."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator

import pytest

from charter_lint import Charter, load_charter
from charter_lint.desk.examples import NO_SPACY, Outcome, run_examples
from charter_lint.nlp import models
from charter_lint.nlp.sentence import Sentence

pytestmark = pytest.mark.spacy
Run = dict[tuple[str, str, str], Outcome]
LEAST = 25
NEW = ("of-a-thing", "somebody-does", "somebody-else-did", "agent-named")
"""Contexts that are nothing without spaCy."""


@pytest.fixture(scope="module")
def charter() -> Charter:
    missing = models.missing_model()
    if missing:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"needs {missing}")
    return load_charter("examples")


@pytest.fixture(scope="module")
def read(charter: Charter) -> Run:
    """Run every example with spaCy."""
    return _run(charter)


@pytest.fixture(scope="module")
def unread(charter: Charter) -> Iterator[Run]:
    """Run every example as if spaCy were not installed."""

    def missing(*_: object, **__: object) -> None:
        raise models.EngineMissing("spacy")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Sentence, "doc", missing)
        yield _run(charter)


def _run(charter: Charter) -> Run:
    outcomes = run_examples(charter, list(charter.rule_numbers))
    return {(o.rule, o.language, o.text): o for o in outcomes}


def test_at_least_25_rules_are_better_with_it_in_both_languages(read: Run, unread: Run) -> None:
    better: defaultdict[str, set[str]] = defaultdict(set)
    for (rule, language, _), outcome in read.items():
        if outcome.ok and not unread[rule, language, outcome.text].ok:
            better[rule].add(language)
    both = [rule for rule, languages in better.items() if languages == {"fr", "en"}]
    assert len(both) >= LEAST, both


def test_no_example_is_right_only_without_it(read: Run, unread: Run) -> None:
    worse = [key for key, outcome in read.items() if not outcome.ok and unread[key].ok]
    assert not worse


def test_what_spacy_would_have_settled_is_called_unknown_and_not_wrong(unread: Run) -> None:
    assert {o.reason for o in unread.values() if not o.ok} == {NO_SPACY}


def test_contexts_of_grammar_alone_hold_for_nothing_without_it(charter: Charter) -> None:
    contexts = {charter.contexts[i].name: charter.contexts[i] for i in range(len(charter.contexts))}
    for name in NEW:
        assert contexts[name].cue_grammar
        assert not contexts[name].unread_counts
