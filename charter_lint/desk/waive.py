"""Waivers as files, one each: written, listed, and which of them are out of use."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

from charter_lint.charter.clauses import Waiver
from charter_lint.desk.words_edit import scalar
from charter_lint.desk.words_write import write_checked
from charter_lint.lint.judge import lint
from charter_lint.lint.waivers import waived

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from charter_lint.charter.compiled import Charter
    from charter_lint.draft import Draft


def write_waiver(charter: Path, waiver: Waiver, day: str) -> Path:
    """Write a waiver into the folder `waivers` beside a charter; give its file.

    Its name holds the day, the rule and a hash of the content, so two people's waivers never meet
    in one file. Raises CharterError where the charter would have faults, FileExistsError, OSError.
    """
    lines = []
    for key, value in msgspec.to_builtins(waiver).items():
        if isinstance(value, list) and value:
            lines.append(f"{key}: [{', '.join(scalar(v) for v in value)}]")
        elif isinstance(value, str) and value:
            lines.append(f"{key}: {scalar(value, chr(34))}")
    text = "\n".join(lines) + "\n"
    path = charter.parent / "waivers" / (entry_name(day, waiver.rule, text) + ".yaml")
    if path.exists():
        raise FileExistsError(17, "exists", str(path))
    write_checked(charter, {path: text})
    return path


def entry_name(day: str, rule: str, text: str) -> str:
    """Name the file of an entry: day, rule, eight digits of its hash."""
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    return f"{day}-{rule.replace('/', '-').replace('*', 'all')}-{digest}"


class Standing(msgspec.Struct, frozen=True):
    """A waiver and how it stands: "expired", "used", "unused", or "open" where nothing was judged.

    `uses` counts the findings that it covers.
    """

    waiver: Waiver
    state: str
    uses: int


def standings(charter: Charter, drafts: Iterable[Draft], day: str) -> list[Standing]:
    """Say how each waiver of a charter stands on a day, by the drafts that it might cover."""
    listed = charter.head.waivers
    uses = dict.fromkeys(range(len(listed)), 0)
    head = charter.head
    charter.head = msgspec.structs.replace(head, waivers=())
    judged = 0
    try:
        for draft in drafts:
            judged += 1
            for finding in lint(draft, charter).findings:
                for number, waiver in enumerate(listed):
                    if waived(finding.rule, finding.match, draft, (waiver,)):
                        uses[number] += 1
    finally:
        charter.head = head
    found = []
    for number, waiver in enumerate(listed):
        state = "used" if uses[number] else "unused" if judged else "open"
        found.append(Standing(waiver, "expired" if waiver.expires < day else state, uses[number]))
    return found
