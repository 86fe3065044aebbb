"""Disputes: a false alarm told by its author becomes an example that the rule must allow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import msgspec

from charter_lint.charter.places import display, shipped_charters, shipped_rules
from charter_lint.charter.shape import check
from charter_lint.charter.source import Source
from charter_lint.checks.base import CannotRun
from charter_lint.desk.waive import entry_name
from charter_lint.desk.words_edit import append_item, scalar
from charter_lint.desk.words_write import write_checked, write_whole
from charter_lint.draft import Context, Draft
from charter_lint.lint.trace import trace_rule

if TYPE_CHECKING:
    from pathlib import Path

    from charter_lint.charter.compiled import Charter
    from charter_lint.lint.report import Finding

_ADDRESS = re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.-]+|https?://\S+|(?<!\w)@\w+")
_DIGITS = re.compile(r"\+?\d[\d .\-/]{4,}\d")
_NAME = re.compile(r"(?<=[^\s.!?…:«“\"(\[])(?P<space>[  ]+)(?P<name>[A-ZÀ-ÖØ-Þ][\w'’-]*\w)")
ADDRESS, NUMBER, NAME = "[…]", "[0]", "X"
"""What stands for an address, a number, a name."""


class Dispute(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence, masked, that an author says the rule should allow. It names no author."""

    rule: str
    language: Literal["fr", "en"]
    text: str
    day: str
    reason: str = ""
    state: Literal["open", "declined"] = "open"
    by: str = ""
    answer: str = ""


class CannotDispute(Exception):  # noqa: N818  (a condition that is told)
    """Why a finding cannot be disputed in a file: "secret", or "masked-away"."""


def proposed(draft: Draft, finding: Finding, charter: Charter, day: str, reason: str) -> Dispute:
    """Make a dispute of a finding: its sentence, with addresses, numbers and names masked.

    Names are left where the rule does not fire without them. Raises CannotDispute for a finding
    that must not be shown, and where nothing is left to judge once the rest is masked.
    """
    if finding.masked or finding.final:
        raise CannotDispute("secret")
    span = next((s for s in draft.sentences if s.start <= finding.span.start < s.end), finding.span)
    sentence = draft.text[span.start : max(span.end, finding.span.end)].strip()
    spoken = draft.context.language or _language(draft, finding)
    language: Literal["fr", "en"] = "fr" if spoken == "fr" else "en"
    reached = mask(sentence, names=True), mask(sentence, names=False)
    for text in reached:
        if flagged(text, language, charter, finding.rule):
            return Dispute(
                rule=finding.rule,
                language=language,
                text=text,
                day=day,
                reason=reason,
            )
    raise CannotDispute("masked-away")


def mask(text: str, *, names: bool) -> str:
    """Give a text without addresses, long numbers and, if asked, names inside sentences."""
    text = _ADDRESS.sub(ADDRESS, text)
    text = _DIGITS.sub(NUMBER, text)
    if names:
        text = _NAME.sub(lambda m: m["space"] + NAME, text)
    return text


def flagged(text: str, language: str, charter: Charter, rule: str) -> bool:
    """Say whether a rule fires on a sentence; one that cannot run does not."""
    try:
        steps = trace_rule(Draft(text, Context(language=language)), charter, rule)
    except CannotRun:
        return False
    return any(not step.reason for step in steps)


def write_dispute(folder: Path, dispute: Dispute) -> Path:
    """Write a dispute into a folder, in a file of its own; give the file. Raises OSError."""
    text = _yaml(dispute)
    path = folder / (entry_name(dispute.day, dispute.rule, dispute.text) + ".yaml")
    write_whole(path, text.encode())
    return path


def read_disputes(folder: Path) -> dict[str, Dispute]:
    """Give the disputes of a folder by their names; raises CharterError for a broken file."""
    from charter_lint.charter.faults import CharterError  # noqa: PLC0415

    found = {}
    faults = []
    for path in sorted(folder.glob("*.yaml")):
        source = Source.read(path, display(path))
        dispute, wrong = check(source, source.value, Dispute)
        faults.extend(wrong)
        if dispute is not None:
            found[path.stem] = dispute
    if faults:
        raise CharterError(faults)
    return found


def accept(charter_path: Path, dispute: Dispute, file: Path, rule_file: Path) -> Path:
    """Move a dispute into its rule's `allows` and remove its file; give the rule's file.

    A shipped rule is left alone: the company gets its own copy, which takes its place. Raises
    CharterError, CannotEdit and OSError; then nothing is changed.
    """
    target = own_file(charter_path, rule_file, dispute.rule)
    text = rule_file.read_bytes().decode("utf-8-sig")
    changed = append_item(text, ("examples", "allows", dispute.language), dispute.text)
    write_checked(charter_path, {target: changed})
    file.unlink()
    return target


def decline(file: Path, dispute: Dispute, by: str, answer: str) -> None:
    """Keep a dispute as declined, with who did and why; raises OSError."""
    kept = msgspec.structs.replace(dispute, state="declined", by=by, answer=answer)
    write_whole(file, _yaml(kept).encode())


def own_file(charter_path: Path, rule_file: Path, rule: str) -> Path:
    """Give where a change of a rule goes: its file, or a company's copy of a shipped one."""
    shipped = rule_file.resolve().is_relative_to(shipped_rules().resolve())
    if not shipped or charter_path.parent == shipped_charters():
        return rule_file
    return own_folder(charter_path) / f"{rule}.yaml"


def own_folder(charter_path: Path) -> Path:
    """Give the folder of a company's own rules, which need not be there yet."""
    value = Source.read(charter_path, display(charter_path)).value
    folder = value.get("rules", "rules") if isinstance(value, dict) else "rules"
    return charter_path.parent / str(folder)


def _language(draft: Draft, finding: Finding) -> str:
    for span, language in zip(draft.sentences, draft.languages, strict=False):
        if span.start <= finding.span.start < span.end:
            return language
    return "en"


def _yaml(dispute: Dispute) -> str:
    pairs = msgspec.to_builtins(dispute).items()
    return "".join(f"{key}: {scalar(value, chr(34))}\n" for key, value in pairs if value)
