"""Training sentences: every example split and labelled as judging would see it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import TYPE_CHECKING
from zlib import crc32

import msgspec

from charter_lint.charter.load import load_charter
from charter_lint.desk.learn.data import RANKS, Label, Labelled
from charter_lint.draft import Context, Draft
from charter_lint.draft.fold import fold_word
from charter_lint.match.reader.passages import passages_of, text_of
from charter_lint.match.scan import Scan

if TYPE_CHECKING:
    from pathlib import Path

    from charter_lint.charter.compiled import Charter
    from charter_lint.draft import Span

FOLDS = 8
DAY = "2026-11-23"
"""The day that examples are read on: facts with dates need one."""

Progress = Callable[[int, int], None]


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """A training sentence; `rank` is 0 harmless, 1 advice, 2 review, 3 block."""

    draft: int
    words: tuple[str, ...]
    beside: tuple[str, ...]
    read: str
    text: str
    language: str
    family: str
    rank: int
    rule: str
    fold: int
    closed: bool


class Gathered(msgspec.Struct, frozen=True):
    """Drafts, their sentences, contradictions by their two places, the hash of it all."""

    drafts: tuple[Labelled, ...]
    sentences: tuple[Sentence, ...]
    contradictions: tuple[tuple[str, str], ...]
    digest: str

    def by_draft(self) -> dict[int, list[int]]:
        """Give the numbers of the sentences of every draft, in their order."""
        found: dict[int, list[int]] = {}
        for i, row in enumerate(self.sentences):
            found.setdefault(row.draft, []).append(i)
        return found


def rule_examples(
    charter: Charter, own: Charter | None = None, own_name: str = ""
) -> list[Labelled]:
    """Give the examples of all rules of a charter as labelled drafts.

    Rules of `own`, which `load_charter` finds by `own_name`, take the place of those whose examples
    are others; its further ones come after.
    """
    known = charter.head.reader.examples
    marks = own.head.reader.examples if own is not None else {}
    same = {r for r, mark in known.items() if marks.get(r, mark) == mark}
    found = _rule_examples(charter, charter.name, same)
    if own is not None:
        other = {r for r, mark in marks.items() if known.get(r) != mark}
        found += _rule_examples(own, own_name, other)
    return found


def _rule_examples(charter: Charter, name: str, wanted: set[str]) -> list[Labelled]:
    found = []
    for number in range(len(charter.rules)):
        rule = charter.rules[number]
        if rule.id not in wanted:
            continue
        harmful = rule.effect == "finding"
        for i, (language, flagged, example) in enumerate(charter.examples[number].rows):
            label = (Label(rule.family, example.text, rule.severity),)
            found.append(
                Labelled(
                    id=f"{rule.id}#{i}",
                    text=example.text,
                    lang=language,
                    platform=str(example.context.get("platform", "")),
                    kind="violation" if flagged and harmful else "lookalike",
                    verdict=rule.severity if flagged and harmful else "pass",
                    charter=name,
                    findings=label if flagged and harmful else (),
                    source="rules",
                    place=rule.id,
                )
            )
    return found


def gather(drafts: Iterable[Labelled], progress: Progress | None = None) -> Gathered:
    """Split drafts into sentences, each with its label, as judging would see them.

    Sentences that stand both flagged and allowed are named and left out.
    """
    listed = tuple(drafts)
    charters: dict[str, Charter] = {}
    rows: list[Sentence] = []
    for number, draft in enumerate(listed):
        if draft.charter not in charters:
            charters[draft.charter] = load_charter(draft.charter)
        rows.extend(_sentences(number, draft, charters[draft.charter]))
        if progress is not None and number % 100 == 0:
            progress(number, len(listed))
    kept, contradictions = _agreed(rows, listed)
    return Gathered(listed, tuple(kept), tuple(contradictions), digest_of(listed))


def digest_of(drafts: Iterable[Labelled]) -> str:
    """Give the SHA-256 of the drafts that a reader is trained on, in their order."""
    hashed = hashlib.sha256()
    for draft in drafts:
        if not draft.closed:
            hashed.update(msgspec.json.encode(draft) + b"\n")
    return hashed.hexdigest()


def corpus_of(rules: Path) -> Path:
    """Give the folder of the bundled corpus, which stands beside the rules."""
    return rules.parent / "examples" / "corpus"


def _sentences(number: int, draft: Labelled, charter: Charter) -> list[Sentence]:
    context = Context(platform=draft.platform, language=draft.lang, date=DAY)
    scan = Scan(Draft(draft.text, context), charter.index)
    reader = charter.head.reader
    passages = passages_of(scan, reader.facts)
    spans = [(_place(draft, label), label) for label in draft.findings]
    found = []
    for i, passage in enumerate(passages):
        label = _gravest(
            [la for (a, b), la in spans if a < passage.span.end and b > passage.span.start]
        )
        beside = [w for j in (i - 1, i + 1) if 0 <= j < len(passages) for w in passages[j].words]
        found.append(
            Sentence(
                draft=number,
                words=passage.words,
                beside=tuple(beside),
                read=text_of(scan, passage, reader.facts, reader.stand_ins),
                text=_shown(draft.text, passage.span),
                language=passage.language,
                family=label.family if label else "",
                rank=RANKS[label.severity] if label else 0,
                rule=draft.place if draft.source == "rules" else draft.source,
                fold=_fold(draft),
                closed=draft.closed,
            )
        )
    return found


def _place(draft: Labelled, label: Label) -> tuple[int, int]:
    start = draft.text.find(label.quote)
    return start, start + len(label.quote)


def _gravest(labels: list[Label]) -> Label | None:
    return max(labels, key=lambda la: RANKS[la.severity], default=None)


def _shown(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())


def _fold(draft: Labelled) -> int:
    """Keep all drafts of one company, of one rule, and twins in one fold."""
    company = draft.charter if draft.source != "rules" and draft.charter != "default" else ""
    rule = draft.place if draft.source == "rules" else ""
    return crc32((company or rule or draft.group).encode()) % FOLDS


def _agreed(
    rows: list[Sentence], drafts: tuple[Labelled, ...]
) -> tuple[list[Sentence], list[tuple[str, str]]]:
    """Leave out sentences that are flagged in one place and allowed alone in another."""
    flagged: dict[tuple[str, ...], int] = {}
    allowed: dict[tuple[str, ...], int] = {}
    alone = {row.draft for row in rows} - {a.draft for a, b in pairwise(rows) if a.draft == b.draft}
    for i, row in enumerate(rows):
        if row.draft in alone:
            key = tuple(map(fold_word, row.words))
            (flagged if row.rank else allowed).setdefault(key, i)
    both = flagged.keys() & allowed.keys()
    pairs = [(flagged[k], allowed[k]) for k in both]
    named = sorted((_where(drafts, rows[a]), _where(drafts, rows[b])) for a, b in pairs)
    out = {row.draft for pair in pairs for row in (rows[pair[0]], rows[pair[1]])}
    return [r for r in rows if r.draft not in out], named


def _where(drafts: tuple[Labelled, ...], row: Sentence) -> str:
    draft = drafts[row.draft]
    return draft.place if draft.place in draft.id else f"{draft.place} ({draft.id})"
