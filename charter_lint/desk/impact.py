"""What a change of a charter does to a corpus: posts newly stopped or passed, counts a rule."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from charter_lint.desk.verdicts import UNTOUCHED
from charter_lint.lint.report import MASK, RANK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from charter_lint.desk.verdicts import Hit, Judged
    from charter_lint.draft import Draft

_AROUND = 60  # characters shown on either side of a finding

KINDS = ("stopped", "passed", "severity", "findings")
"""What may become of a post: stopped now, passed now, another verdict, other findings."""


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """A post that is judged otherwise; `excerpt` is masked where a rule masks."""

    post: str
    kind: str
    before: str
    after: str
    new: tuple[str, ...]
    gone: tuple[str, ...]
    moved: tuple[tuple[str, str, str], ...]
    excerpt: str


class RuleCount(msgspec.Struct, frozen=True, kw_only=True):
    """Findings of a rule before and after, those new and gone, and what it counts in shadow.

    `before` and `after` are None for an unchanged rule where not every post was judged.
    """

    rule: str
    before: int | None
    after: int | None
    new: int
    gone: int
    graver: int
    milder: int
    shadow: int


class Impact(msgspec.Struct, frozen=True, kw_only=True):
    """The comparison of two charters over a corpus.

    `touched` posts were judged in full, the others by the changed rules alone: nothing else could
    judge them otherwise. `rules` are those whose findings changed or that count in shadow.
    `unjudged` posts lacked an engine that a charter requires; `missing` are message keys of
    engines that were missing.
    """

    source: str
    charter: str
    posts: int
    touched: int
    counts: dict[str, int]
    rules: tuple[RuleCount, ...]
    changes: tuple[Change, ...]
    unjudged: int
    missing: dict[str, int]


def compare(
    judged: Iterable[tuple[Draft, Judged, Judged]],
    source: str,
    charter: str,
    fail_on: str,
    changed: tuple[str, ...] | None = None,
) -> Impact:
    """Compare judgements of the same posts; at or above `fail_on` a post is stopped.

    `changed` are the rules that differ, where only posts that they touch were judged in full.
    """
    tally: dict[str, Counter[str]] = {}
    changes = []
    posts = unjudged = touched = 0
    missing: Counter[str] = Counter()
    for draft, before, after in judged:
        posts += 1
        touched += before is not UNTOUCHED
        unjudged += not (before.judged and after.judged)
        missing.update({*before.missing, *after.missing})
        _count(tally, before, after)
        change = _change(draft, before, after, RANK[fail_on])
        if change is not None:
            changes.append(change)
    changes.sort(key=lambda c: KINDS.index(c.kind))
    kinds = Counter(c.kind for c in changes)
    return Impact(
        source=source,
        charter=charter,
        posts=posts,
        touched=touched,
        counts={kind: kinds[kind] for kind in KINDS},
        rules=tuple(
            _rule(name, found, known=changed is None or name in changed)
            for name, found in sorted(tally.items())
            if _tells(found)
        ),
        changes=tuple(changes),
        unjudged=unjudged,
        missing=dict(missing),
    )


def _severities(judged: Judged) -> dict[tuple[str, int, int], str]:
    return {(rule, start, end): severity for rule, severity, start, end, _ in judged.hits}


def _count(tally: dict[str, Counter[str]], before: Judged, after: Judged) -> None:
    old, new = _severities(before), _severities(after)
    for side, found in (("before", old), ("after", new)):
        for rule, _, _ in found:
            tally.setdefault(rule, Counter())[side] += 1
    for key in new.keys() - old.keys():
        tally[key[0]]["new"] += 1
    for key in old.keys() - new.keys():
        tally[key[0]]["gone"] += 1
    for key in old.keys() & new.keys():
        step = RANK[new[key]] - RANK[old[key]]
        if step:
            tally[key[0]]["graver" if step > 0 else "milder"] += 1
    for rule in after.shadow:
        tally.setdefault(rule, Counter())["shadow"] += 1


def _tells(found: Counter[str]) -> bool:
    return any(found[key] for key in ("new", "gone", "graver", "milder", "shadow"))


def _rule(name: str, found: Counter[str], *, known: bool) -> RuleCount:
    return RuleCount(
        rule=name,
        before=found["before"] if known else None,
        after=found["after"] if known else None,
        new=found["new"],
        gone=found["gone"],
        graver=found["graver"],
        milder=found["milder"],
        shadow=found["shadow"],
    )


def _change(draft: Draft, before: Judged, after: Judged, limit: int) -> Change | None:
    old, new = _severities(before), _severities(after)
    if old == new and before.verdict == after.verdict:
        return None
    was, now = RANK[before.verdict], RANK[after.verdict]
    kind = "findings" if was == now else "severity"
    if was < limit <= now:
        kind = "stopped"
    elif now < limit <= was:
        kind = "passed"
    came, went = new.keys() - old.keys(), old.keys() - new.keys()
    moved = sorted(k for k in old.keys() & new.keys() if old[k] != new[k])
    shown = _gravest(came, new) or _gravest(went, old) or next(iter(moved), None)
    hits = (*before.hits, *after.hits)
    return Change(
        post=draft.name,
        kind=kind,
        before=before.verdict,
        after=after.verdict,
        new=tuple(sorted({rule for rule, _, _ in came})),
        gone=tuple(sorted({rule for rule, _, _ in went})),
        moved=tuple(dict.fromkeys((k[0], old[k], new[k]) for k in moved)),
        excerpt=_excerpt(draft.text, shown[1], shown[2], hits) if shown else "",
    )


def _gravest(
    keys: set[tuple[str, int, int]], severities: dict[tuple[str, int, int], str]
) -> tuple[str, int, int] | None:
    ordered = sorted(keys, key=lambda k: (-RANK[severities[k]], k[1], k[0]))
    return ordered[0] if ordered else None


def _excerpt(text: str, start: int, end: int, hits: tuple[Hit, ...]) -> str:
    """Give the words around a place on one line, without what either charter masks."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    # A number cut at the edge of the excerpt would stay a number: masks are widened to be whole.
    secret = sorted((s, e) for _, _, s, e, masked in hits if masked and s < last and e > first)
    pieces = []
    at = first
    for begin, stop in secret:
        if stop <= at:
            continue
        pieces.append(text[at : max(at, begin)])
        pieces.append(MASK)
        at = stop
    pieces.append(text[at:last])
    said = " ".join("".join(pieces).split())
    return ("…" if first else "") + said + ("…" if last < len(text) else "")
