"""A baseline: findings of old content that need not be told again.

An entry is a rule with a keyed hash of the folded sentence it stands in, and how often. It holds no
line number and no word of a draft, so it survives moved text and may be committed.
"""

# No `from __future__ import annotations` here: msgspec would compile every annotation.
from collections import Counter
from hashlib import blake2b
from pathlib import Path
from secrets import token_hex

import msgspec

from charter_lint.draft import Draft
from charter_lint.lint.report import Finding, Report, with_findings

VERSION = 1
_SIZE = 12


class Entry(msgspec.Struct, frozen=True, order=True, forbid_unknown_fields=True):
    """A known finding."""

    rule: str
    sentence: str
    count: int = 1


class Baseline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file: a salt of its own and the entries, sorted so that git merges them well."""

    version: int
    salt: str
    entries: list[Entry]


class BaselineError(ValueError):
    """The file is no baseline of this version."""


def new_baseline() -> Baseline:
    """Give an empty baseline with a fresh salt."""
    return Baseline(VERSION, token_hex(16), [])


def read_baseline(path: Path) -> Baseline:
    """Read a file; raises OSError or BaselineError."""
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Baseline)
    except msgspec.MsgspecError as error:
        raise BaselineError(str(error)) from None
    if found.version != VERSION:
        raise BaselineError(f"version {found.version}")
    return found


def dump(baseline: Baseline) -> str:
    """Give the file's text, an entry a line."""
    lines = ",\n".join("    " + msgspec.json.encode(e).decode() for e in sorted(baseline.entries))
    entries = f"[\n{lines}\n  ]" if lines else "[]"
    return (
        f'{{\n  "version": {VERSION},\n  "salt": "{baseline.salt}",\n  "entries": {entries}\n}}\n'
    )


class Known:
    """What a run knows of a baseline: how many findings of each entry are still to come."""

    def __init__(self, baseline: Baseline) -> None:
        self._salt = bytes.fromhex(baseline.salt)
        self._left = Counter({(e.rule, e.sentence): e.count for e in baseline.entries})
        self._start = baseline
        self.seen: Counter[tuple[str, str]] = Counter()

    def without_known(self, draft: Draft, report: Report) -> Report:
        """Give a report without known findings, its verdict anew; counts all of them as seen."""
        new: list[Finding] = []
        for finding in report.findings:
            key = finding.rule, self._hash(draft, finding)
            self.seen[key] += 1
            if self._left[key] > 0:
                self._left[key] -= 1
            else:
                new.append(finding)
        return with_findings(report, tuple(new))

    def all_seen(self) -> Baseline:
        """Give the baseline of everything seen in this run."""
        entries = [Entry(rule, mark, n) for (rule, mark), n in self.seen.items()]
        return msgspec.structs.replace(self._start, entries=sorted(entries))

    def still_needed(self) -> Baseline:
        """Give the old baseline without what did not come any more."""
        kept = [
            Entry(e.rule, e.sentence, min(e.count, self.seen[e.rule, e.sentence]))
            for e in self._start.entries
            if self.seen[e.rule, e.sentence]
        ]
        return msgspec.structs.replace(self._start, entries=sorted(kept))

    def _hash(self, draft: Draft, finding: Finding) -> str:
        words = " ".join(_sentences(draft, finding).split())
        return blake2b(words.encode(), digest_size=_SIZE, key=self._salt).hexdigest()


def _sentences(draft: Draft, finding: Finding) -> str:
    """Give the folded sentences that a finding touches."""
    folded = draft.folded
    touched = [s for s in draft.sentences if folded.original(*s).overlaps(finding.span)]
    return " ".join(folded.text[s.start : s.end] for s in touched)
