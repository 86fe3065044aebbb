"""Reading one rule: its shape, its checks, its placeholders, its days."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from charter_lint.charter import compiled, places
from charter_lint.charter.hints import unknown
from charter_lint.charter.planner import Planner
from charter_lint.charter.rule import Example, RuleFile, Text
from charter_lint.charter.shape import check
from charter_lint.charter.source import NONE_UNSAVED
from charter_lint.charter.vocabulary_reader import open_source
from charter_lint.checks.kinds import kind_names, kind_of
from charter_lint.messages.typography import typeset

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from charter_lint.charter.charter_file import CharterFile, Override
    from charter_lint.charter.faults import Fault
    from charter_lint.charter.source import Keys, Source, Unsaved
    from charter_lint.checks.base import Kind, Options
    from charter_lint.match.builder import Builder
    from charter_lint.match.contexts import Context

DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\Z")
_PLACEHOLDER = re.compile(r"\{([A-Za-z_][\w-]*)\}")
CUT = "⟦⟧"
"""Stands inside made-up secrets of examples, so that no scanner takes the file for a leak."""
_ALWAYS_FILLED = frozenset({"match", "employer", "contact"})


class RuleReader:
    """Collects compiled rules and checks in the order of their files; faults are collected too."""

    def __init__(
        self,
        charter: CharterFile,
        builder: Builder,
        contexts: dict[str, Context],
        data: dict[str, object],
        folder: Path,
        faults: list[Fault],
        unsaved: Unsaved = NONE_UNSAVED,
    ) -> None:
        self.rules: list[compiled.Rule] = []
        self.checks: list[compiled.Check] = []
        self.examples: list[compiled.Examples] = []
        self.phrases: list[compiled.Phrases] = []
        self.always: list[int] = []
        self._charter = charter
        self._builder = builder
        self._contexts = contexts
        self._numbers = {name: number for number, name in enumerate(contexts)}
        self._data = data
        self._files = {
            key: str(folder / name)
            for key, name in (("sealed", charter.sealed), ("fingerprints", charter.fingerprints))
            if name
        } | ({"drill": "on"} if charter.drill else {})
        self._faults = faults
        self._unsaved = unsaved

    def read(self, rule_id: str, path: Path) -> None:
        """Read a rule's file, unless the charter has switched the rule off."""
        source = open_source(path, self._faults, self._unsaved)
        if source is None:
            return
        rule, wrong = check(source, source.value, RuleFile)
        self._faults.extend(wrong)
        override = self._charter.overrides.get(rule_id)
        if rule is None or (override and override.off) or not self._in_jurisdiction(rule):
            return
        self._days(source, rule)
        filled = set(_ALWAYS_FILLED)
        several = isinstance(rule.check, list)
        reads = False
        for i, written in enumerate(rule.check if isinstance(rule.check, list) else [rule.check]):
            keys: Keys = ("check", i) if several else ("check",)
            kind = self._kind(source, written, keys)
            if kind is not None:
                filled.update(kind.VALUES)
                reads = self._check(source, written, kind, keys) or reads
        if reads:
            self._faults.extend(_too_grave(source, rule))
        self._placeholders(source, rule, filled)
        self.rules.append(_compiled(rule_id, rule, path, override))
        self.examples.append(compiled.Examples(tuple(_examples(rule))))

    def _in_jurisdiction(self, rule: RuleFile) -> bool:
        wanted = set(self._charter.jurisdictions)
        return not wanted or not rule.jurisdiction or bool(wanted & set(rule.jurisdiction))

    def _kind(self, source: Source, written: Mapping[str, Any], keys: Keys) -> Kind | None:
        name = written.get("kind")
        if name is None:
            known = ", ".join(kind_names())
            self._faults.append(source.fault("kind-missing", keys, key=True, known=known))
            return None
        if name not in kind_names():
            self._faults.append(
                unknown(source, "kind-unknown", (*keys, "kind"), str(name), kind_names())
            )
            return None
        return kind_of(str(name))

    def _check(self, source: Source, written: Mapping[str, Any], kind: Kind, keys: Keys) -> bool:
        """Compile one check; say whether it asks the reader."""
        shape: type[Options] = kind.Options  # type: ignore[attr-defined]
        options, wrong = check(source, written, shape, keys)
        self._faults.extend(wrong)
        if options is None:
            return False
        number = len(self.checks)
        planner = Planner(
            self._builder, source, keys, number, self._charter.facts, self._data, self._files
        )
        plan = kind.plan(options, planner)
        self._faults.extend(planner.faults)
        if planner.always:
            self.always.append(number)
        self.phrases.append(compiled.Phrases(tuple(planner.phrases)))
        self.checks.append(
            compiled.Check(
                len(self.rules),
                options.kind,
                msgspec.Raw(msgspec.msgpack.encode(plan)),
                self._named(source, options.unless, (*keys, "unless")),
                self._named(source, options.about, (*keys, "about")),
            )
        )
        return planner.reads

    def _named(self, source: Source, names: list[str], keys: Keys) -> tuple[int, ...]:
        """Number contexts; those that may ask spaCy come last: a cheaper one may do."""
        found = []
        for i, name in enumerate(names):
            if name in self._contexts:
                found.append(self._numbers[name])
            else:
                self._faults.append(
                    unknown(source, "context-unknown", (*keys, i), name, self._contexts)
                )
        asks = {self._numbers[n] for n in names if n in self._contexts and self._contexts[n].asks}
        return tuple(sorted(found, key=asks.__contains__))

    def _days(self, source: Source, rule: RuleFile) -> None:
        for key, day in (("from", rule.from_), ("until", rule.until)):
            if day and not DAY.match(day):
                self._faults.append(source.fault("day-bad", (key,), value=day))
        if rule.from_ and rule.until and rule.from_ >= rule.until:
            self._faults.append(source.fault("days-reversed", ("until",)))

    def _placeholders(self, source: Source, rule: RuleFile, filled: set[str]) -> None:
        texts = {"title": rule.title, "message": rule.message, "instead": rule.instead}
        if rule.why:
            texts["why"] = rule.why
        for key, text in texts.items():
            for language in ("fr", "en"):
                for found in _PLACEHOLDER.finditer(text.of(language)):
                    if found[1] not in filled:
                        self._faults.append(_placeholder(source, (key, language), found[1], filled))


def _too_grave(source: Source, rule: RuleFile) -> list[Fault]:
    """Find what a resemblance cannot carry: more than review, or the protection of a draft."""
    keys: list[Keys] = []
    if rule.severity == "block":
        keys.append(("severity",))
    keys += [
        ("escalate", i, "severity") for i, e in enumerate(rule.escalate) if e.severity == "block"
    ]
    if rule.final:
        keys.append(("final",))
    found = [source.fault("resembles-too-grave", key) for key in keys]
    if rule.effect == "guard":
        found.append(source.fault("resembles-guard", ("effect",)))
    return found


def _placeholder(source: Source, keys: Keys, name: str, filled: set[str]) -> Fault:
    fault = unknown(source, "placeholder-unknown", keys, name, filled, sign="{")
    at = fault.source.find("{" + name + "}", fault.column - 1)
    return fault if at < 0 else msgspec.structs.replace(fault, column=at + 1)


def _compiled(rule_id: str, rule: RuleFile, path: Path, override: Override | None) -> compiled.Rule:
    return compiled.Rule(
        rule_id,
        _typeset(rule.title),
        (override.severity if override else None) or rule.severity,
        _typeset(rule.message),
        _typeset(rule.instead),
        _typeset(rule.why) if rule.why else None,
        tuple(rule.source),
        tuple(rule.jurisdiction),
        rule.owner,
        rule.contact,
        rule.point,
        rule.when,
        tuple(rule.escalate),
        rule.from_,
        rule.until,
        ((override.mode if override else None) or rule.mode) == "shadow",
        rule.mask,
        rule.effect,
        rule.always,
        override.reason if override else "",
        places.display(path),
        rule.final,
    )


def _typeset(text: Text) -> Text:
    return Text(fr=typeset(text.fr, "fr"), en=text.en)


def _examples(rule: RuleFile) -> list[tuple[str, bool, Example]]:
    found = []
    for flagged, listed in ((True, rule.examples.flags), (False, rule.examples.allows)):
        for language, examples in (("fr", listed.fr), ("en", listed.en)):
            for example in examples:
                whole = Example(text=example) if isinstance(example, str) else example
                plain = whole.text.replace(CUT, "")
                found.append((language, flagged, msgspec.structs.replace(whole, text=plain)))
    return found
