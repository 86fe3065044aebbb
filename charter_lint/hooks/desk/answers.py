"""What the page asks the desk, and what it is answered."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Literal

import msgspec

from charter_lint.formats.entry import Entry
from charter_lint.messages.catalogue import LANGUAGES, text

if TYPE_CHECKING:
    from charter_lint.charter.faults import Fault
    from charter_lint.desk.examples import Outcome


class Asked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rule by its id, the text the page holds of it, a draft to try, the hash it was opened at.

    Without a `text` the rule is taken as it is on disk.
    """

    rule: str
    text: str | None = None
    draft: str = ""
    hash: str = ""


class RuleLine(msgspec.Struct, frozen=True, kw_only=True):
    """A rule in the list; `own` ones can be changed."""

    id: str
    title: dict[str, str]
    own: bool


class FaultLine(msgspec.Struct, frozen=True, kw_only=True):
    """A fault; `here` says whether it is in the rule's own file, `fix` is the corrected line."""

    file: str
    line: int
    column: int
    here: bool
    message: dict[str, str]
    source: str
    fix: str


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """The charter's name, its rules, and what keeps them from being listed."""

    charter: str
    rules: tuple[RuleLine, ...]
    faults: tuple[FaultLine, ...] = ()


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """A rule's file; `why` says why it is read-only: "shipped", "ends" (mixed line ends), ""."""

    rule: str
    file: str
    text: str
    hash: str
    why: Literal["", "shipped", "ends", "broken"] = ""
    faults: tuple[FaultLine, ...] = ()


class ExampleLine(msgspec.Struct, frozen=True, kw_only=True):
    """An example of the rule and, where it does not do what it says, why."""

    language: str
    flagged: bool
    text: str
    ok: bool
    why: dict[str, str]


class Proved(msgspec.Struct, frozen=True, kw_only=True):
    """What the charter is like with the text: its faults; without any, the rest.

    `used` says whether the charter has the rule in use; `judgement` is that of the draft.
    """

    faults: tuple[FaultLine, ...] = ()
    used: bool = False
    examples: tuple[ExampleLine, ...] = ()
    judgement: Entry | None = None


class DiffLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a difference: "-" stands in the file only, "+" in the page only."""

    sign: Literal["-", "+", " ", "@"]
    text: str


class Saved(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a text that was to be written.

    "faulty": the charter would have `faults`; "changed": the file is not as it was opened, `disk`
    is what it says now; "unwritable": `detail` is what the system said; "kept": read-only. Only
    after "saved" has the file changed.
    """

    state: Literal["saved", "faulty", "changed", "unwritable", "kept"]
    hash: str = ""
    faults: tuple[FaultLine, ...] = ()
    diff: tuple[DiffLine, ...] = ()
    disk: str = ""
    detail: str = ""


def fault_line(fault: Fault, name: str) -> FaultLine:
    """Give a fault in both languages; `name` is how the rule's own file is shown."""
    said = {k: text(f"faults.{fault.problem}", k, **fault.values) for k in LANGUAGES}
    return FaultLine(
        file=fault.file,
        line=fault.line,
        column=fault.column,
        here=fault.file == name,
        message=said,
        source=fault.source,
        fix="" if fault.fix == fault.source else fault.fix,
    )


def example_line(outcome: Outcome) -> ExampleLine:
    """Give what became of an example, with its reason in both languages."""
    why = {} if outcome.ok else {k: _why(outcome, k) for k in LANGUAGES}
    return ExampleLine(
        language=outcome.language,
        flagged=outcome.flagged,
        text=outcome.text,
        ok=outcome.ok,
        why=why,
    )


def diff_of(disk: str, page: str) -> tuple[DiffLine, ...]:
    """Give the lines in which the file and the page differ, with three around them."""
    lines = list(difflib.unified_diff(disk.split("\n"), page.split("\n"), lineterm=""))[2:]
    return tuple(
        DiffLine(sign="@", text="") if line.startswith("@@") else _diff_line(line) for line in lines
    )


def _diff_line(line: str) -> DiffLine:
    sign: Literal["-", "+", " "] = "-" if line[0] == "-" else "+" if line[0] == "+" else " "
    return DiffLine(sign=sign, text=line[1:])


def _why(outcome: Outcome, language: str) -> str:
    if outcome.reason == "fired":
        return text("cli.test-should-allow", language, match=outcome.match)
    reason, _, name = outcome.reason.partition(":")
    said = text(f"cli.reason-{reason}", language, name=name)
    wanted = "should-flag" if outcome.flagged else "should-read"
    return text(f"cli.test-{wanted}", language, reason=said)
