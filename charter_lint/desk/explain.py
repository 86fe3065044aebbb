"""The whole way of a draft through a charter: what fired, what did not, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from charter_lint.charter.reader import RULE
from charter_lint.checks.base import CannotRun
from charter_lint.checks.kinds import kind_of
from charter_lint.desk.cues import Place, cue_of, place_of
from charter_lint.draft.spans import Span
from charter_lint.lint.conditions import in_force, severity_of, when_holds
from charter_lint.lint.judge import DOUBT, SURE, lint
from charter_lint.lint.reader.explain import Explained, explain_reader
from charter_lint.lint.reader.scan import scan_of
from charter_lint.lint.report import RANK, Report
from charter_lint.lint.waivers import waived
from charter_lint.match.expression import TooSlow
from charter_lint.match.reader.model import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.charter.compiled import Charter, Check, Rule
    from charter_lint.checks.base import Match
    from charter_lint.draft import Draft
    from charter_lint.match.scan import Scan

_TOLD_BY_GUARD = frozenset({"tone", "voice"})


class Needle(msgspec.Struct, frozen=True, kw_only=True):
    """A phrase of a check that stands in the draft, as the rule writes it ("" if masked)."""

    phrase: str
    place: Place


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """A match of a check and what became of it.

    `outcome` is "finding", "note" or "guard" where it speaks, else what took it away: "unless",
    "about", "when", "dates", "guarded", "doubt", "waived", "shadow", "hushed" (the text reads as
    harmless ones do), "said" (another finding says it already). `context` and `cue` name what
    silenced or confirmed it, `cue_kind` how: "before", "after", "anywhere", "block", "draft" or
    "figures". `severities` are the steps to the last severity: (why, severity).
    """

    place: Place
    outcome: str
    context: str = ""
    cue_kind: str = ""
    cue: Place | None = None
    condition: str = ""
    severities: tuple[tuple[str, str], ...] = ()
    confidence: float = 1.0
    values: dict[str, str] = {}
    waiver: dict[str, str] = {}


class Way(msgspec.Struct, frozen=True, kw_only=True):
    """One check of a rule: how its gate was opened, its needles, its matches.

    `gate` is "hit", "always" (the check has none) or "closed". `failed` names why a check could
    not run, "" if it ran.
    """

    rule: str
    kind: str
    gate: str
    needles: tuple[Needle, ...] = ()
    steps: tuple[Step, ...] = ()
    failed: str = ""


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """The report of a draft with the ways that led to it; `hidden` spans must not be repeated.

    `read` are the sentences that the reader doubts, or every one where it alone was asked for;
    `unread` is a message's key for why it read none, "" if it did.
    """

    report: Report
    ways: tuple[Way, ...]
    hidden: tuple[Span, ...]
    closed: int
    read: tuple[Explained, ...] = ()
    unread: str = ""


def explain(draft: Draft, charter: Charter, rule_id: str = "") -> Explanation:
    """Follow a draft through all checks whose gate opened and the reader, or through one rule.

    Raises KeyError for a rule that the charter does not have.
    """
    report = lint(draft, charter)
    scan = scan_of(draft, charter)
    if rule_id.endswith(f"/{RULE}"):
        return _heard(scan, charter, report, rule_id)
    only = charter.rule_numbers[rule_id] if rule_id else -1
    opened, always = set(scan.candidates), set(charter.head.always)
    ways = []
    closed = 0
    for number in range(len(charter.checks)):
        if number not in opened and number not in always and only < 0:
            closed += 1
            continue
        check = charter.checks[number]
        if only in (-1, check.rule):
            gate = "hit" if number in opened else "always" if number in always else "closed"
            ways.append(_way(scan, charter, number, gate, report))
    secret = [w for w in ways if _rule(charter, w.rule).mask]
    places = [
        p for w in secret for p in (*(s.place for s in w.steps), *(n.place for n in w.needles))
    ]
    hidden = {p.span for p in places} | {f.span for f in report.findings if f.masked}
    told = tuple(w for w in ways if rule_id or w.steps or w.needles or w.failed)
    read: tuple[Explained, ...] = ()
    unread = ""
    if not rule_id:
        read, unread = _read(scan, charter, report)
    return Explanation(
        report=report,
        ways=told,
        hidden=tuple(sorted(hidden)),
        closed=closed,
        read=read,
        unread=unread,
    )


def explained_rules(charter: Charter) -> tuple[str, ...]:
    """Give the names that can be explained: rules, and FAMILY/resembles of the reader."""
    families = charter.head.reader.families
    return (*charter.rule_numbers, *(f"{family}/{RULE}" for family in families))


def _heard(scan: Scan, charter: Charter, report: Report, rule_id: str) -> Explanation:
    """Explain what the reader makes of every sentence that resembles one family."""
    family = rule_id.removesuffix(f"/{RULE}")
    if family not in charter.head.reader.families:
        raise KeyError(rule_id)
    read, unread = _read(scan, charter, report, every=True)
    own = tuple(r for r in read if r.family == family)
    hidden = tuple(sorted(f.span for f in report.findings if f.masked))
    return Explanation(report=report, ways=(), hidden=hidden, closed=0, read=own, unread=unread)


def _read(
    scan: Scan, charter: Charter, report: Report, *, every: bool = False
) -> tuple[tuple[Explained, ...], str]:
    found = [f for f in report.findings if not f.rule.endswith(f"/{RULE}")]
    guarded = bool(report.guarded)
    try:
        return tuple(explain_reader(scan, charter, found, guarded=guarded, every=every)), ""
    except ModelError as error:
        return (), error.reason


def _rule(charter: Charter, rule_id: str) -> Rule:
    return charter.rules[charter.rule_numbers[rule_id]]


def _way(scan: Scan, charter: Charter, number: int, gate: str, report: Report) -> Way:
    check = charter.checks[number]
    rule = charter.rules[check.rule]
    needles = tuple(
        Needle(phrase="" if rule.mask else phrase, place=place_of(scan, hit.first, hit.after))
        for term, branch, _, phrase in charter.phrases[number].rows
        for hit in scan.hits(term)
        if hit.branch == branch
    )
    steps: tuple[Step, ...] = ()
    failed = ""
    if gate != "closed":
        try:
            steps = tuple(_steps(scan, charter, number, check, report))
        except TooSlow:
            failed = "rule-timeout"
        except CannotRun as reason:
            failed = reason.reason
    return Way(
        rule=rule.id, kind=check.kind, gate=gate, needles=needles, steps=steps, failed=failed
    )


def _steps(
    scan: Scan, charter: Charter, number: int, check: Check, report: Report
) -> Iterator[Step]:
    rule = charter.rules[check.rule]
    draft = scan.draft
    unmet = ""
    outcome = ""
    if not in_force(rule, draft.context):
        outcome, unmet = "dates", f"{rule.since} – {rule.until}"
    elif not when_holds(rule.when, draft.context, charter.head):
        outcome, unmet = "when", _unmet(rule, draft, charter)
    for match in kind_of(check.kind).find(charter.plan(number), scan):
        yield _step(scan, charter, check, match, report, (outcome, unmet))


def _step(
    scan: Scan,
    charter: Charter,
    check: Check,
    match: Match,
    report: Report,
    stopped: tuple[str, str],
) -> Step:
    rule = charter.rules[check.rule]
    span = Span(*match.span)
    place = Place(span=span, text=scan.draft.text[span.start : span.end])
    common: dict[str, Any] = {
        "place": place,
        "confidence": match.confidence,
        "values": {} if rule.mask else dict(match.values),
    }
    if stopped[0]:
        return Step(outcome=stopped[0], condition=stopped[1], **common)
    silenced = _first_cue(check.unless, scan, charter, match)
    if silenced:
        return Step(outcome="unless", **silenced, **common)
    needed = _first_cue(check.about, scan, charter, match)
    if check.about and not needed:
        names = ", ".join(charter.contexts[c].name for c in check.about)
        return Step(outcome="about", context=names, **common)
    common.update(needed)
    if rule.effect != "finding":
        return Step(outcome=rule.effect, **common)
    severities = _severities(rule, match, scan.draft, charter, guarded=bool(report.guarded))
    waiver = waived(rule.id, place.text, scan.draft, charter.head.waivers)
    outcome = "finding"
    if report.guarded and rule.family in _TOLD_BY_GUARD:
        outcome = "guarded"
    elif match.confidence < DOUBT:
        outcome = "doubt"
    elif waiver is not None:
        outcome = "waived"
        common["waiver"] = {
            "owner": waiver.owner,
            "reason": waiver.reason,
            "expires": waiver.expires,
        }
    elif rule.shadow:
        outcome = "shadow"
    elif not any(f.rule == rule.id and f.span == span for f in report.findings):
        outcome = "hushed" if rule.id in report.hushed else "said"
    return Step(outcome=outcome, severities=severities, **common)


def _first_cue(
    contexts: tuple[int, ...], scan: Scan, charter: Charter, match: Match
) -> dict[str, Any]:
    for number in contexts:
        cue = cue_of(charter.contexts[number], scan, match)
        if cue is not None:
            return {"context": charter.contexts[number].name, "cue_kind": cue[0], "cue": cue[1]}
    return {}


def _severities(
    rule: Rule, match: Match, draft: Draft, charter: Charter, *, guarded: bool
) -> tuple[tuple[str, str], ...]:
    """Give each step from the severity that the rule states to the last one."""
    steps = [("override" if "severity" in rule.changed else "rule", rule.severity)]
    escalated = severity_of(rule, draft.context, charter.head)
    if match.severity:
        steps.append(("match", match.severity))
    elif escalated != rule.severity:
        steps.append(("escalate", escalated))
    if match.confidence < SURE and steps[-1][1] != "advise":
        steps.append(("unsure", "advise"))
    if match.family and steps[-1][1] == "block":
        steps.append(("reader", "review"))
    if guarded and not rule.always and RANK[steps[-1][1]] > RANK["advise"]:
        steps.append(("guard", "advise"))
    return tuple(steps)


def _unmet(rule: Rule, draft: Draft, charter: Charter) -> str:
    """Name the conditions that do not hold with what they want."""
    found = []
    empty = type(rule.when)()
    for key in rule.when.__struct_fields__:
        wanted = getattr(rule.when, key)
        alone = msgspec.structs.replace(empty, **{key: wanted})
        if not when_holds(alone, draft.context, charter.head):
            said = ", ".join(wanted) if isinstance(wanted, list) else str(wanted).lower()
            found.append(f"{key}: {said}")
    return "; ".join(found)
