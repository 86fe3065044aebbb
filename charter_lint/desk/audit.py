"""Linting the charter itself: vague, one-sided or over-broad clauses, and what each lacks."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from charter_lint.charter.places import shipped_rules
from charter_lint.desk.audit_words import first_word, protected_posts, rights_unnamed
from charter_lint.lint.judge import lint
from charter_lint.lint.reader.scan import older_than
from charter_lint.lint.report import RANK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.charter.compiled import Charter, Rule
    from charter_lint.charter.rule import Text

_LANGUAGES = ("fr", "en")
_LONGEST = 200  # characters of a message that is still read
_COPIED = 20  # characters from which the same text in both languages is no coincidence
_LISTED = frozenset({"sealed", "fingerprint"})  # checks whose words are not the rule's
_MOST_BANS = 2  # bans that one permission may stand beside


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """A weakness of a charter: `problem` is a message key, `place` a file or rule.

    `grave` ones are a risk of their own: a charter that no employee could rely on, or that stops
    protected speech.
    """

    problem: str
    place: str
    grave: bool = False
    values: dict[str, str] = {}


def audit(charter: Charter) -> list[Remark]:
    """Give all remarks on a charter, the grave ones first."""
    rules = [charter.rules[i] for i in range(len(charter.rules))]
    found = [
        *_rights(charter, rules),
        *_balance(charter, rules),
        *_contacts(charter, rules),
        *_over_breadth(charter),
        *_sayings(charter),
        *_reader(charter),
    ]
    kinds = _kinds(charter)
    for number, rule in enumerate(rules):
        if rule.effect == "finding":
            listed = kinds.get(number, set()) <= _LISTED
            found.extend(_rule(charter, number, rule, listed=listed))
    return sorted(found, key=lambda r: not r.grave)


def _reader(charter: Charter) -> Iterator[Remark]:
    older = older_than(charter)
    if older:
        names = ", ".join(older)
        yield Remark(problem="reader-older", place=charter.name, values={"names": names})


def _rights(charter: Charter, rules: list[Rule]) -> Iterator[Remark]:
    name = charter.name
    rights = charter.head.rights
    if rights is None:
        yield Remark(problem="rights-missing", place=name, grave=True)
    else:
        lacking = {s for lang in _LANGUAGES for s in rights_unnamed(lang, rights.of(lang))}
        for subject in sorted(lacking):
            yield Remark(
                problem=f"rights-{subject}", place=name, grave=subject in ("pay", "conditions")
            )
        yield from _text("rights", name, rights, bounded=False)
    kept = {rule.id for rule in rules if rule.effect == "guard" and not rule.shadow}
    shipped = {f"guard/{p.stem}" for p in (shipped_rules() / "guard").glob("*.yaml")}
    if not kept:
        yield Remark(problem="guard-missing", place=name, grave=True)
    elif shipped - kept:
        names = ", ".join(sorted(shipped - kept))
        yield Remark(problem="guard-lacks", place=name, grave=True, values={"names": names})


def _balance(charter: Charter, rules: list[Rule]) -> Iterator[Remark]:
    """Weigh bans against permissions; a shipped pack counts as one ban, an own rule as one."""
    shipped = {p.name for p in shipped_rules().iterdir() if p.is_dir()}
    bans = {
        rule.family if rule.family in shipped else rule.id
        for rule in rules
        if rule.effect == "finding"
    }
    allowed = len(charter.voices)
    values = {"bans": str(len(bans)), "permissions": str(allowed)}
    if bans and not allowed:
        yield Remark(problem="no-permission", place=charter.name, grave=True, values=values)
    elif len(bans) > _MOST_BANS * allowed:
        yield Remark(problem="one-sided", place=charter.name, values=values)


def _contacts(charter: Charter, rules: list[Rule]) -> Iterator[Remark]:
    """Tell once of each owner whom nobody can reach."""
    without = Counter(
        rule.owner
        for rule in rules
        if rule.effect == "finding"
        and not rule.contact
        and not charter.head.contacts.get(rule.owner)
    )
    for owner, count in sorted(without.items()):
        yield Remark(
            problem="contact-missing",
            place=charter.name,
            values={"owner": owner, "count": str(count)},
        )


def _over_breadth(charter: Charter) -> Iterator[Remark]:
    """Judge protected speech: a rule that stops it is too broad, whatever its words say."""
    stopped: dict[str, list[str]] = {}
    for post in protected_posts():
        for finding in lint(post, charter).findings:
            if RANK[finding.severity] >= RANK["review"]:
                stopped.setdefault(finding.rule, []).append(post.text)
    for rule, texts in sorted(stopped.items()):
        yield Remark(
            problem="stops-protected",
            place=rule,
            grave=True,
            values={"count": str(len(texts)), "example": texts[0]},
        )


def _sayings(charter: Charter) -> Iterator[Remark]:
    for number in range(len(charter.voices)):
        saying = charter.voices[number].saying
        if saying.fr == saying.en:
            yield Remark(problem="untranslated", place=charter.name, values={"text": saying.fr})


def _kinds(charter: Charter) -> dict[int, set[str]]:
    kinds: dict[int, set[str]] = {}
    for number in range(len(charter.checks)):
        check = charter.checks[number]
        kinds.setdefault(check.rule, set()).add(check.kind)
    return kinds


def _rule(charter: Charter, number: int, rule: Rule, *, listed: bool) -> Iterator[Remark]:
    """Look at one rule; `listed` ones flag a company's own list, so no sentence can bound them."""
    rows = charter.examples[number].rows
    flagged, allowed = ({lang for lang, f, _ in rows if f is side} for side in (True, False))
    grave = rule.severity == "block"
    place = rule.file or rule.id
    if rule.why is None:
        yield Remark(problem="reason-missing", place=place, grave=grave)
    if not rule.source:
        yield Remark(problem="source-missing", place=place, grave=grave)
    if not allowed and not listed:
        stops = RANK[rule.severity] >= RANK["review"]
        yield Remark(problem="ban-alone", place=place, grave=stops)
    for language in _LANGUAGES:
        if (flagged or allowed) and language not in flagged | allowed:
            yield Remark(problem=f"examples-{language}", place=place)
    bounded = bool(flagged and allowed)
    for key in ("title", "message", "instead", "why"):
        text = getattr(rule, key)
        if text is not None:
            yield from _text(key, place, text, bounded=bounded)


def _text(key: str, place: str, text: Text, *, bounded: bool) -> Iterator[Remark]:
    """Look at a text in both languages; examples make its words `bounded`."""
    if text.fr == text.en and len(text.fr) > _COPIED:
        yield Remark(problem="untranslated", place=place, values={"text": text.fr})
    for language in _LANGUAGES:
        written = text.of(language)
        values = {"key": key, "language": language, "length": str(len(written))}
        if key in ("message", "instead") and len(written) > _LONGEST:
            yield Remark(problem="long", place=place, values=values)
        if key == "why":
            continue  # a reason may name what it is about
        vague = "" if bounded else first_word("vague", language, written)
        if vague:
            yield Remark(problem="vague", place=place, grave=True, values={**values, "word": vague})
        broad = first_word("absolute", language, written)
        if broad:
            yield Remark(
                problem="absolute", place=place, grave=True, values={**values, "word": broad}
            )
