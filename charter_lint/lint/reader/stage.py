"""The reader as a stage of judging: findings named FAMILY/resembles, never above review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from charter_lint.draft.spans import Span
from charter_lint.lint.reader.scores import Scored, doubted
from charter_lint.lint.report import Finding, NotChecked
from charter_lint.lint.waivers import waived
from charter_lint.match.contexts import holds
from charter_lint.match.reader.model import Model, ModelError
from charter_lint.match.reader.sight import model_of, sight_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from charter_lint.charter.compiled import Charter
    from charter_lint.match.reader.passages import Passage
    from charter_lint.match.scan import Scan

RULE = "resembles"


class Heard:
    """What the reader has to say of a draft."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.not_checked: list[NotChecked] = []
        self.waived: list[str] = []
        self.shadow: list[str] = []


class _Place:
    """A sentence as contexts want to see it."""

    def __init__(self, passage: Passage, tokens: range) -> None:
        self.span = passage.span
        self.first = tokens.start
        self.after = tokens.stop
        self.head = (-1, -1)


def hear(scan: Scan, charter: Charter, found: Sequence[Finding], *, guarded: bool) -> Heard:
    """Read a draft after its rules have spoken.

    Silent where the guard speaks, where a sentence's figures are all published, and where a rule
    of the same family has marked the place.
    """
    heard = Heard()
    reader = charter.head.reader
    needed = "reader" in charter.head.required
    if reader.mode == "off":
        if needed:
            heard.not_checked.append(_missing("reader.off", needed=True))
        return heard
    try:
        model = model_of(scan)
        sight = None if guarded else sight_of(scan)
    except ModelError as error:
        heard.not_checked.append(_missing(error.reason, needed=needed))
        return heard
    said = doubted(scan, charter, sight) if sight is not None and sight.passages else None
    if reader.mode == "encoder" and (said is None or said.without_encoder):
        from charter_lint.nlp.encoder.load import missing_encoder  # noqa: PLC0415  (when asked)

        lacks = missing_encoder(model.second.encoder if model.second else "")
        if lacks:
            heard.not_checked.append(_missing("reader.encoder-missing", needed=needed, name=lacks))
    for scored in said.sentences if said else ():
        _say(scan, charter, model, scored, found, heard)
    heard.findings = joined(heard.findings, scan.draft.text)
    return heard


def joined(findings: Sequence[Finding], text: str) -> list[Finding]:
    """Make one passage of neighbouring sentences that say the same; keep the graver of two."""
    kept: list[Finding] = []
    for finding in findings:
        last = kept[-1] if kept else None
        if (
            last is None
            or last.rule != finding.rule
            or text[last.span.end : finding.span.start].strip()
        ):
            kept.append(finding)
        elif last.severity == finding.severity:
            span = Span(last.span.start, finding.span.end)
            kept[-1] = structs.replace(last, span=span, match=text[span.start : span.end])
        elif finding.severity == "review":
            kept[-1] = finding
    return kept


def _say(
    scan: Scan,
    charter: Charter,
    model: Model,
    scored: Scored,
    found: Sequence[Finding],
    heard: Heard,
) -> None:
    fate = fate_of(scan, charter, scored, found)
    rule = f"{scored.family}/{RULE}"
    if fate == "waived":
        heard.waived.append(rule)
    elif fate == "shadow":
        heard.shadow.append(rule)
    elif not fate:
        span = scored.passage.span
        text = scan.draft.text[span.start : span.end]
        heard.findings.append(_finding(charter, model, scored, text, rule))


def fate_of(scan: Scan, charter: Charter, scored: Scored, found: Sequence[Finding]) -> str:
    """Say what takes a sentence that speaks away: "" for nothing, so that it is a finding."""
    span = scored.passage.span
    reader = charter.head.reader
    if scored.family not in reader.families:
        return "family-off"
    if any(f.family == scored.family and f.span.overlaps(span) for f in found):
        return "said"
    if any(f.masked and f.span.overlaps(span) for f in found):
        return "masked"
    if _public(scan, charter, scored):
        return "public"
    text = scan.draft.text[span.start : span.end]
    if waived(f"{scored.family}/{RULE}", text, scan.draft, charter.head.waivers) is not None:
        return "waived"
    return "shadow" if scored.family in reader.shadow else ""


def _finding(charter: Charter, model: Model, scored: Scored, text: str, rule: str) -> Finding:
    from charter_lint.match.reader.nearest import nearest, pool_of  # noqa: PLC0415  (for findings only)

    family = charter.head.reader.families[scored.family]
    near = nearest(scored.passage.words, pool_of(model.shown_of(scored.family)))

    def both(written: object) -> dict[str, str]:
        return {language: getattr(written, language) for language in ("fr", "en")}

    return Finding(
        rule=rule,
        severity="review" if scored.stop and family.severity != "advise" else "advise",
        span=scored.passage.span,
        match=text,
        title=both(family.title),
        message=both(family.message),
        instead=both(family.instead),
        owner=family.owner,
        contact=charter.head.contacts.get(family.owner, ""),
        confidence=round(scored.probability, 3),
        like=near.example.text if near else "",
    )


def _public(scan: Scan, charter: Charter, scored: Scored) -> bool:
    """Say whether every figure of a sentence is published."""
    tokens = scan.draft.sentence_tokens[scored.passage.number]
    place = _Place(scored.passage, tokens)
    for i in range(len(charter.contexts)):
        context = charter.contexts[i]
        if context.name == "public-figure":
            return holds(context, scan, place)
    return False


def _missing(reason: str, *, needed: bool, name: str = "") -> NotChecked:
    return NotChecked(what="reader", reason=reason, values={"name": name}, required=needed)
