"""One draft while it is judged: where lines begin, what was reported, what comments switch off."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from charter_lint.styles.model import Action, Alert

if TYPE_CHECKING:
    from charter_lint.styles.block import Block
    from charter_lint.styles.model import Rule

_SWITCH = r"vale (.+\..+|[^.]+) = (YES|NO|on|off)"
_STYLES = r"vale styles? = (.*)"
_MATCHES = r"vale (.+\..+)(\[.+\]) = (YES|NO)"


class Hit(NamedTuple):
    """What a rule has found in a block, before its place in the draft is known."""

    start: int
    end: int
    match: str
    message: str
    description: str = ""
    action: str = ""
    params: tuple[str, ...] = ()
    placed: bool = True
    """Its place follows from the block's; otherwise it is searched for."""


class Document:
    """The state of one judgement; lives as long as it does."""

    def __init__(self, text: str, base: tuple[str, ...], levels: dict[int, str]) -> None:
        self.original = text
        self._shifts: list[tuple[int, int]] = []
        self._columns: dict[int, list[int]] = {}
        self.text = self._sanitized(text)
        self._starts: list[int] = []
        self._moved: list[int] = []
        self._lines: list[str] = []
        self._base = base
        self._levels = levels
        self.alerts: list[Alert] = []
        self.defined: list[str] = []
        """What conditional and consistency rules have met so far."""
        self.metrics: dict[str, int] = {}
        self.summary: list[str] = []
        self._seen: set[tuple[int, int, str]] = set()
        self._limits: dict[str, int] = {}
        self.switches: dict[str, bool] = {}
        self._regions: dict[str, list[list[tuple[int, int] | None]]] = {}
        self._contexts: dict[str, str] = {}
        self._masked: dict[tuple[str, str], int] = {}
        self._counts: dict[tuple[str, str], tuple[int, int]] = {}

    def _sanitized(self, text: str) -> str:
        """Make line ends LF and `&rsquo;` an apostrophe; keep what that moved."""
        if "\r" not in text and "&rsquo;" not in text:
            return text
        parts, at, moved = [], 0, 0
        line, begun = 1, 0
        for found in re.finditer(r"&rsquo;|\r\n?|\n", text):
            new = "'" if found[0] == "&rsquo;" else "\n"
            parts += [text[at : found.start()], new]
            at = found.end()
            if new == "'":
                column = found.start() - moved - begun + 1
                self._columns.setdefault(line, []).append(column)
            moved += len(found[0]) - 1
            if new == "\n":
                line, begun = line + 1, at - moved
            if len(found[0]) > 1:
                self._shifts.append((at - moved, moved))
        return "".join([*parts, text[at:]])

    @property
    def starts(self) -> list[int]:
        """Where each line begins."""
        if not self._starts:
            self._starts = [0]
            at = self.text.find("\n")
            while at >= 0:
                self._starts.append(at + 1)
                at = self.text.find("\n", at + 1)
        return self._starts

    def moved(self, context: str) -> None:
        """Take the lines of *context* for the draft's where it is not as long as the draft.

        That happens where code is fenced within a line: Vale blanks it to another length,
        and prints places as they are in the result.
        """
        if len(context) != len(self.text):
            self._moved = [0, *(each.end() for each in re.finditer("\n", context))]

    @property
    def lines(self) -> list[str]:
        """The lines with their ends."""
        if not self._lines:
            ends = [*self.starts[1:], len(self.text)]
            self._lines = [self.text[a:b] for a, b in zip(self.starts, ends, strict=True)]
        return self._lines

    def begin(self) -> None:
        """Forget what was masked: a new block is judged."""
        if self._contexts:
            self._contexts = {}
            self._masked = {}
            self._counts = {}

    def off(self, name: str) -> bool:
        """Say whether a comment has switched a rule (or `Rule[match]`) off."""
        switches = self.switches
        if not switches:
            return False
        return (
            switches.get("off", False)
            or switches.get(name.partition(".")[0], False)
            or switches.get(name, False)
        )

    def add(self, index: int, rule: Rule, hit: Hit, block: Block, *, search: bool) -> None:
        """Report a hit, unless it was reported, switched off, or is one too many."""
        start = end = -1
        if hit.placed:
            start, end = self._placed(hit, block)
        if start >= 0:
            starts = self._moved or self.starts
            line = bisect_right(starts, start)
            column = start - starts[line - 1] + 1
            last = max(column, column + end - start - 1)
            if self._moved:
                start, end = self._range(line, column, last)
            hidden = bool(self._regions) and self._covered(rule.name, hit.match, line, column)
        else:
            line, column, last, start, end, hidden = self._found(rule, hit, block, search=search)
        if column <= 0 or hidden or (line, column, rule.name) in self._seen:
            return
        if rule.limit:
            if self._limits.get(rule.name, 0) >= rule.limit:
                return
            self._limits[rule.name] = self._limits.get(rule.name, 0) + 1
        self._seen.add((line, column, rule.name))
        message = hit.message
        self.alerts.append(
            Alert(
                rule.name.replace(".", "/", 1), start, end, line, column, last,
                message if "\n" not in message else message.replace("\n", " "),
                self._levels.get(index) or rule.level, hit.match, rule.link,
                hit.description, Action(hit.action, hit.params) if hit.action else _NOTHING,
            )
        )  # fmt: skip

    def _placed(self, hit: Hit, block: Block) -> tuple[int, int]:
        if block.offset >= 0:
            return block.offset + hit.start, block.offset + hit.end
        if hit.start == hit.end:
            at = block.source(hit.start)
            if at < 0 and hit.start > 0:
                before = block.source(hit.start - 1)
                at = before + 1 if before >= 0 else -1
            return at, at
        start, end = block.source(hit.start), block.source(hit.end - 1)
        return (start, end + 1) if 0 <= start <= end else (-1, -1)

    def _found(
        self, rule: Rule, hit: Hit, block: Block, *, search: bool
    ) -> tuple[int, int, int, int, int, bool]:
        """Place a hit by searching for its text."""
        from charter_lint.styles import locate  # noqa: PLC0415 - most hits are placed

        match = hit.match
        if block.lazy:
            self._settle(block)
        context = self._contexts.get(rule.name, block.context)
        offset = -1
        if not match and block.line >= 0:
            place = locate.Place(block.line + 1, 1, 1, -1)
        elif block.scope.startswith("raw") and match:
            offset = hit.start
            line = bisect_right(self.starts, offset)
            column = offset - self.starts[line - 1] + 1
            place = locate.Place(line, column, column + len(match) - 1, offset)
        else:
            skip = self._skip(rule.name, hit, block) if match else 0
            place = locate.Place(0, -1, 0, -1)
            if not search:
                place = locate.in_line(context, block, hit.start, hit.end, match, skip)
            if place.column < 0:
                place = locate.in_draft(context, self.lines, block, match, skip)
            offset = place.offset
        hidden = bool(self._regions) and self._covered(rule.name, match, place.line, place.column)
        if place.column > 0:
            self._contexts[rule.name] = locate.masked(context, match, offset)
            key = (rule.name, match)
            self._masked[key] = self._masked.get(key, 0) + 1
        start, end = self._range(place.line, place.column, place.last)
        return place.line, place.column, place.last, start, end, hidden

    def _skip(self, rule: str, hit: Hit, block: Block) -> int:
        """Count the occurrences of a hit's text that a search has to pass by."""
        from charter_lint.styles import locate  # noqa: PLC0415 - most hits are placed

        key = (rule, hit.match)
        known = self._counts.get(key, (0, 0))
        if known[0] > hit.start:
            known = (0, 0)
        count, self._counts[key] = locate.prior(block, hit.start, hit.match, known)
        return max(0, count - self._masked.get(key, 0))

    def _settle(self, block: Block) -> None:
        """Work out what a block of a draft without Markdown left for later."""
        block.lazy = False
        before = self.text[: block.offset]
        block.context = re.sub(r"[\x00-\x09\x0b-\x7f]", "@", before) + self.text[block.offset :]
        end = block.offset + len(block.text)
        block.line = bisect_right(self.starts, end - 1 if block.text else end) - 1

    def _range(self, line: int, column: int, last: int) -> tuple[int, int]:
        """Turn printed columns into offsets, kept inside the draft."""
        line = min(max(line, 1), len(self.starts))
        begin = self.starts[line - 1]
        limit = self.starts[line] - 1 if line < len(self.starts) else len(self.text)
        start = min(begin + max(column, 1) - 1, limit)
        return start, min(max(start, begin + last), limit)

    def finished(self) -> list[Alert]:
        """Give the alerts in order of place, as they stand in the draft as it was given."""
        alerts = self.alerts
        if self._regions:
            alerts = [
                each
                for each in alerts
                if not self._covered(each.rule.replace("/", ".", 1), each.match, *_at(each))
            ]
        if self._shifts:
            alerts = [self._restored(each) for each in alerts]
        alerts.sort(key=_order)
        return alerts

    def _restored(self, alert: Alert) -> Alert:
        before = after = 0
        for column in self._columns.get(alert.line, ()):
            if column < alert.column:
                before += 6
                after += 6
            elif column <= alert.last:
                after += 6
        return Alert(
            alert.rule, self._original(alert.start), self._original(alert.end), alert.line,
            alert.column + before, alert.last + after, alert.message, alert.severity,
            alert.match, alert.link, alert.description, alert.action,
        )  # fmt: skip

    def _original(self, offset: int) -> int:
        number = bisect_right(self._shifts, (offset, len(self.original)))
        return offset + (self._shifts[number - 1][1] if number else 0)

    def comment(self, text: str, offset: int) -> None:
        """Obey a comment that switches rules; *offset* is where it stands, -1 if unknown."""
        if text == "vale off":
            self._switch("off", offset, off=True)
        elif text == "vale on":
            self._switch("off", offset, off=False)
        elif found := re.fullmatch(_MATCHES, text):
            for match in re.findall(r'"((?:[^"\\]|\\.)*)"', found[2]):
                self._switch(f"{found[1]}[{match}]", offset, off=found[3] == "NO")
        elif found := re.fullmatch(_SWITCH, text):
            self._switch(found[1], offset, off=found[2] in ("NO", "off"))
        elif found := re.fullmatch(_STYLES, text):
            self.switches.update(dict.fromkeys(self._base, True))
            self.switches.update(dict.fromkeys(found[1].split(", "), False))

    def reset_comments(self) -> None:
        """Switch everything on again but what `vale off` has switched off."""
        for name in self.switches:
            if name != "off":
                self.switches[name] = False

    def _switch(self, name: str, offset: int, *, off: bool) -> None:
        self.switches[name] = off
        if offset < 0:
            return
        starts = self._moved or self.starts
        line = bisect_right(starts, offset)
        at = (line, offset - starts[line - 1] + 1)
        regions = self._regions.setdefault(name, []) if off else self._regions.get(name, [])
        is_open = bool(regions) and regions[-1][1] is None
        if off and not is_open:
            regions.append([at, None])
        elif not off and is_open:
            regions[-1][1] = at

    def _covered(self, rule: str, match: str, line: int, column: int) -> bool:
        names = ["off", rule, rule.partition(".")[0]]
        if match:
            names.append(f"{rule}[{match}]")
        at = (line, column)
        for name in names:
            for begin, end in self._regions.get(name, ()):
                if begin is not None and begin <= at and (end is None or at < end):
                    return True
        return False


_NOTHING = Action()


def _at(alert: Alert) -> tuple[int, int]:
    return alert.line, alert.column


def _order(alert: Alert) -> tuple[int, int, str]:
    return alert.line, alert.column, alert.rule
