"""Making a rule of examples: propose its phrases, write its file, run its tests."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from charter_lint.charter.load import load_charter
from charter_lint.desk.examples import Outcome, run_examples
from charter_lint.desk.new_rule import Proposal, Sample, propose
from charter_lint.desk.new_rule_file import Texts, place_of, rule_schema, rule_text
from charter_lint.desk.words_write import write_whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from charter_lint.charter.compiled import Charter

_MOST_BACKGROUND = 600


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A rule that was made of examples; it is written unless something is missed or fails."""

    path: Path
    proposal: Proposal
    outcomes: tuple[Outcome, ...] = ()

    @property
    def written(self) -> bool:
        """Say whether the file stands, with all its examples as they say."""
        return bool(self.outcomes) and all(o.ok for o in self.outcomes)


def make_rule(
    charter: Path,
    rule_id: str,
    samples: tuple[Sequence[Sample], Sequence[Sample]],
    texts: Texts,
) -> Made:
    """Propose, write and test a rule; `samples` are the flagged and the allowed sentences.

    A file whose tests fail is taken away again. Raises CharterError where the charter has faults,
    FileExistsError where the rule is there already.
    """
    path = place_of(charter, rule_id)
    if path.exists():
        raise FileExistsError(str(path))
    harmless = _harmless(load_charter(charter))
    proposal = propose(charter, *samples, harmless)
    if proposal.missed:
        return Made(path=path, proposal=proposal)
    schema, schema_text = rule_schema(charter)
    write_whole(path, rule_text(path, schema, proposal, texts, samples).encode())
    try:
        outcomes = tuple(run_examples(load_charter(charter), [rule_id]))
        made = Made(path=path, proposal=proposal, outcomes=outcomes)
    except BaseException:
        path.unlink()
        raise
    if not made.written:
        path.unlink()
    elif not schema.is_file() or schema.read_text(encoding="utf-8") != schema_text:
        write_whole(schema, schema_text.encode())
    return made


def _harmless(charter: Charter) -> list[Sample]:
    """Give sentences that rules allow, evenly over all rules."""
    found = [
        Sample(example.text, language)
        for number in range(len(charter.rules))
        for language, flagged, example in charter.examples[number].rows
        if not flagged
    ]
    step = 1 + len(found) // _MOST_BACKGROUND
    return found[::step]
