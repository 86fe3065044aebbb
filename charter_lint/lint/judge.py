"""Judging: a draft and a charter in, a report out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from charter_lint.checks.base import CannotRun
from charter_lint.checks.kinds import kind_of
from charter_lint.draft.spans import Span
from charter_lint.lint.conditions import in_force, severity_of, when_holds
from charter_lint.lint.engines import missing_engines
from charter_lint.lint.once import gravest_first, said_once
from charter_lint.lint.reader.ease import CERTAIN, eased
from charter_lint.lint.reader.scan import scan_of
from charter_lint.lint.reader.stage import hear
from charter_lint.lint.report import MASK, RANK, Finding, NotChecked, Note, Report
from charter_lint.lint.waivers import waived
from charter_lint.match.contexts import holds
from charter_lint.match.expression import TooSlow
from charter_lint.match.reader.sight import sight_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from charter_lint.charter.compiled import Charter, Check, Rule
    from charter_lint.checks.base import Match
    from charter_lint.draft import Draft
    from charter_lint.match.scan import Scan

_PLACEHOLDER = re.compile(r"\{([A-Za-z_][\w-]*)\}")
SURE = 0.6
"""A match that is less certain is advice at most."""
DOUBT = 0.4
"""A match that is less certain is not said."""
_HIDDEN_BY_GUARD = frozenset({"tone", "voice"})


def lint(draft: Draft, charter: Charter, history: Sequence[Draft] = ()) -> Report:
    """Judge a draft by a charter; `history` are the author's last posts, for mosaics.

    The guard is looked for first: where it speaks, tone is not judged and everything else is at
    most advice, but for rules that always hold. Findings come with the gravest first.
    """
    scan = scan_of(draft, charter, history)
    guards: list[str] = []
    notes: list[Note] = []
    slow: list[str] = []
    missed: list[NotChecked] = []
    raw: list[tuple[Rule, Match]] = []
    firm: set[str] = set()
    for number in _candidates(scan, charter):
        check = charter.checks[number]
        rule = charter.rules[check.rule]
        if not in_force(rule, draft.context) or not when_holds(
            rule.when, draft.context, charter.head
        ):
            continue
        if guards and rule.effect == "finding" and rule.family in _HIDDEN_BY_GUARD:
            continue
        try:
            matches = list(_matches(scan, charter, number, check))
        except TooSlow:
            slow.append(rule.id)
            continue
        except CannotRun as reason:
            needed = reason.what in charter.head.required
            entry = NotChecked(
                what=reason.what, reason=reason.reason, values=reason.values, required=needed
            )
            if entry not in missed:
                missed.append(entry)
            continue
        if not matches:
            continue
        if rule.effect == "guard":
            if rule.id not in guards:
                guards.append(rule.id)
                notes.append(_note(rule, "right", matches[0].span))
        elif rule.effect == "note":
            notes.append(_note(rule, "good", matches[0].span))
        else:
            raw.extend((rule, match) for match in matches)
            if rule.firm or rule.always or check.kind in CERTAIN:
                firm.add(rule.id)
    missed += _unread(scan, charter)
    findings, waivers, shadow = _findings(raw, scan, charter, guarded=bool(guards))
    weighed = eased(scan, charter, findings, firm)
    findings, told = _beside_rules(
        draft,
        charter,
        said_once(weighed.findings),
        [match.span for rule, match in raw if rule.mask],
    )
    waivers += told.waived
    missed += told.missed
    heard = hear(scan, charter, findings, guarded=bool(guards))
    if heard.findings:
        findings = sorted([*findings, *heard.findings], key=gravest_first)
    verdict = max((f.severity for f in findings), key=RANK.__getitem__, default="pass")
    if not findings:
        notes.extend(_praise(scan, charter))
    return Report(
        verdict=verdict,
        findings=tuple(findings),
        notes=tuple(notes),
        not_checked=(
            *_not_checked(draft),
            *_slow(slow),
            *missed,
            *(entry for entry in heard.not_checked if entry not in missed),
            *_engines(missed, charter),
        ),
        guarded=tuple(guards),
        waived=(*waivers, *heard.waived),
        shadow=(*shadow, *heard.shadow),
        hushed=tuple(dict.fromkeys(weighed.hushed)),
        charter=charter.name,
        revision=charter.head.revision,
    )


class _Told(NamedTuple):
    waived: list[str]
    missed: list[NotChecked]


def _beside_rules(
    draft: Draft, charter: Charter, findings: list[Finding], masked: list[Span]
) -> tuple[list[Finding], _Told]:
    """Add what other engines find: LanguageTool and Vale styles, where the charter names them."""
    told = _Told([], [])
    found = list(findings)
    if charter.head.grammar:
        from charter_lint.lint.grammar import grammar  # noqa: PLC0415  (only where it is on)

        said = grammar(draft, charter, masked)
        found += said.findings
        told.waived.extend(said.waived)
        told.missed.extend(said.missed)
    if charter.head.styles:
        from charter_lint.lint.styles import judge_styles  # noqa: PLC0415  (few charters name any)

        styled, unstyled = judge_styles(draft, charter)
        found += styled
        told.missed.extend(unstyled)
    return (sorted(found, key=gravest_first) if len(found) > len(findings) else findings), told


def _unread(scan: Scan, charter: Charter) -> list[NotChecked]:
    """Say that a context could not ask spaCy."""
    if scan.unread is None:
        return []
    reason, values = scan.unread
    needed = "spacy" in charter.head.required
    return [NotChecked(what="spacy", reason=reason, values=values, required=needed)]


def _candidates(scan: Scan, charter: Charter) -> list[int]:
    return sorted({*scan.candidates, *charter.head.always})


def _matches(scan: Scan, charter: Charter, number: int, check: Check) -> Iterator[Match]:
    """Run a check and leave out what its contexts take away."""
    for match in kind_of(check.kind).find(charter.plan(number), scan):
        if any(holds(charter.contexts[c], scan, match) for c in check.unless):
            continue
        if check.about and not any(holds(charter.contexts[c], scan, match) for c in check.about):
            continue
        yield match


def _findings(
    raw: list[tuple[Rule, Match]], scan: Scan, charter: Charter, *, guarded: bool
) -> tuple[list[Finding], list[str], list[str]]:
    draft = scan.draft
    found: list[Finding] = []
    waivers: list[str] = []
    shadow: list[str] = []
    secret = [match.span for rule, match in raw if rule.mask]
    for rule, match in raw:
        if guarded and rule.family in _HIDDEN_BY_GUARD:
            continue
        severity = match.severity or severity_of(rule, draft.context, charter.head)
        if match.confidence < DOUBT:
            continue
        if match.confidence < SURE:
            severity = "advise"
        if match.family and severity == "block":
            severity = "review"
        capped = ""
        if guarded and not rule.always and RANK[severity] > RANK["advise"]:
            capped, severity = severity, "advise"
        text = draft.text[match.span.start : match.span.end]
        waiver = waived(rule.id, text, draft, charter.head.waivers)
        if waiver is not None:
            waivers.append(rule.id)
            continue
        if rule.shadow:
            shadow.append(rule.id)
            continue
        hidden = any(match.span.overlaps(span) for span in secret)
        finding = _finding(rule, match, text, severity, capped, charter, hidden=hidden)
        if match.family:
            like = sight_of(scan).nearest(match.family, match.span)
            finding = msgspec.structs.replace(finding, like=like)
        found.append(finding)
    return said_once(found), waivers, shadow


def _finding(
    rule: Rule,
    match: Match,
    text: str,
    severity: str,
    capped: str,
    charter: Charter,
    *,
    hidden: bool,
) -> Finding:
    """Fill in a finding; `hidden` where its place holds what must not be repeated."""
    values = dict(match.values)
    values["match"] = MASK if hidden else " ".join(text.split())
    values["employer"] = charter.head.employer
    values["contact"] = (
        values.get("contact") or rule.contact or charter.head.contacts.get(rule.owner, "")
    )

    def fill(written: str) -> str:
        return _PLACEHOLDER.sub(lambda m: values.get(m[1], m[0]), written)

    def both(text_: object) -> dict[str, str]:
        return {language: fill(getattr(text_, language)) for language in ("fr", "en")}

    return Finding(
        rule=rule.id,
        severity=severity,
        span=match.span,
        match=text,
        title=both(rule.title),
        message=both(rule.message),
        instead=both(rule.instead),
        why=both(rule.why) if rule.why else {},
        source=tuple(
            f"{r.text}{f' ({r.jurisdiction})' if r.jurisdiction else ''}" for r in rule.source
        ),
        owner=rule.owner,
        contact=values["contact"],
        point=rule.point,
        masked=hidden,
        confidence=match.confidence,
        replacement=values.get("replacement", ""),
        capped=capped,
        final=rule.final,
    )


def _note(rule: Rule, kind: str, span: Span) -> Note:
    text = {"fr": rule.message.fr, "en": rule.message.en}
    return Note(kind=kind, text=text, rule=rule.id, span=Span(*span))


def _praise(scan: Scan, charter: Charter) -> list[Note]:
    """Give the one saying of the charter that fits the post best."""
    if not len(scan.draft.tokens):
        return []
    voices = [charter.voices[i] for i in range(len(charter.voices))]
    fitting = [v for v in voices if v.term >= 0 and scan.hits(v.term)]
    chosen = fitting or [v for v in voices if v.term < 0]
    if not chosen:
        return []
    best = max(chosen, key=lambda v: (len(scan.hits(v.term)) if v.term >= 0 else 0, v.encouraged))
    text = {"fr": best.saying.fr, "en": best.saying.en}
    return [Note(kind="encouraged" if best.encouraged else "permission", text=text)]


def _engines(missed: list[NotChecked], charter: Charter) -> list[NotChecked]:
    """Give the required engines that are missing, unless a check has said so itself."""
    said = {entry.what for entry in missed}
    return [entry for entry in missing_engines(charter) if entry.what not in said]


def _slow(rules: list[str]) -> list[NotChecked]:
    """A rule that cannot be run is a fault of the charter: the draft is not judged."""
    return [
        NotChecked(what="rule", reason="rule-timeout", values={"rule": rule}, required=True)
        for rule in dict.fromkeys(rules)
    ]


def _not_checked(draft: Draft) -> list[NotChecked]:
    found = []
    if draft.context.media:
        count = str(len(draft.context.media))
        found.append(NotChecked(what="media", reason="media-not-read", values={"count": count}))
    if draft.blocks.urls:
        found.append(NotChecked(what="links", reason="links-not-read", values={}))
    others = sorted({code for code in draft.languages if code not in ("fr", "en", "")})
    found.extend(
        NotChecked(what="language", reason="language-not-known", values={"code": code})
        for code in others
    )
    return found
