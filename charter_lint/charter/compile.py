"""Compiling: files of a charter in, one container out, with all faults at once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from charter_lint.charter import compiled, files
from charter_lint.charter.charter_file import CharterFile, Grammar
from charter_lint.charter.facts import fact_concepts, fact_list, published_figures
from charter_lint.charter.faults import CharterError, Fault
from charter_lint.charter.merge import merge
from charter_lint.charter.planner import Planner
from charter_lint.charter.rule import Example, RuleFile
from charter_lint.charter.shape import check
from charter_lint.charter.source import Source
from charter_lint.charter.vocabulary import ConceptFile, ContextFile, Cues
from charter_lint.checks.base import Options
from charter_lint.checks.kinds import kind_names, kind_of
from charter_lint.draft.fold import fold_word
from charter_lint.match.builder import Builder, Concept
from charter_lint.match.container import pack, pack_table
from charter_lint.match.contexts import Context

if TYPE_CHECKING:
    from collections.abc import Mapping

    from charter_lint.checks.base import Kind

_PLACEHOLDER = re.compile(r"\{([A-Za-z_][\w-]*)\}")
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\Z")
_COMMON_VALUES = frozenset({"match", "employer", "contact", "severity"})
_HEADS = "project-head"


class Built(msgspec.Struct, frozen=True):
    """A compiled charter's bytes, the files it was made of, and warnings that do not stop it."""

    data: bytes
    layout: files.Layout
    warnings: tuple[Fault, ...]


def build(path: Path) -> Built:
    """Compile the charter at a path; raises CharterError with every fault found."""
    sources = files.chain(path)
    charter, faults = merge(sources)
    if charter is None:
        raise CharterError(faults)
    layout = files.layout(sources, charter.packs, _own_folders(sources))
    work = _Work(charter, sources[-1], layout)
    return Built(work.run(), layout, tuple(work.warnings))


def _own_folders(sources: list[Source]) -> list[Path]:
    shipped = files.shipped_charters()
    folders = []
    for source in sources:
        path = source.path
        own = source.value.get("rules", "rules") if isinstance(source.value, dict) else "rules"
        folder = path.parent / str(own)
        if path.parent != shipped and folder.resolve() != files.shipped_rules().resolve():
            folders.append(folder)
        elif (path.parent / path.stem).is_dir():
            folders.append(path.parent / path.stem)
    return folders


class _Work:
    """One compilation: collects faults while it goes from vocabulary to rules."""

    def __init__(self, charter: CharterFile, source: Source, layout: files.Layout) -> None:
        self.charter = charter
        self.source = source
        self.layout = layout
        self.faults: list[Fault] = []
        self.warnings: list[Fault] = []
        self.data: dict[str, object] = {}
        self.contexts: dict[str, int] = {}
        self.phrases: list[compiled.Phrases] = []

    def run(self) -> bytes:
        concepts = self._concepts()
        self._read_data()
        builder = Builder(concepts)
        contexts = self._contexts(builder)
        rules: list[compiled.Rule] = []
        checks: list[compiled.Check] = []
        examples: list[compiled.Examples] = []
        always: list[int] = []
        for rule_id, path in self.layout.rules:
            self._rule(rule_id, path, builder, rules, checks, examples, always)
        voices = self._voices(builder)
        self._references({r.id for r in rules})
        sections = builder.finish()
        self.faults.extend(_phrase_fault(f) for f in builder.faults)
        if self.faults:
            raise CharterError(self.faults)
        return pack(
            {
                **sections,
                "head": msgspec.msgpack.encode(self._head(always)),
                "rules": pack_table(rules),
                "checks": pack_table(checks),
                "contexts": pack_table(contexts),
                "examples": pack_table(examples),
                "phrases": pack_table(self.phrases),
                "voices": pack_table(voices),
            }
        )

    def _source(self, path: Path) -> Source | None:
        try:
            source = Source.read(path, files.display(path))
        except CharterError as error:
            self.faults.extend(error.faults)
            return None
        if not isinstance(source.value, dict):
            self.faults.append(source.fault("file-not-mapping", ()))
            return None
        return source

    def _concepts(self) -> dict[str, Concept]:
        found: dict[str, Concept] = {}
        where: dict[str, Path] = {}
        for path in self.layout.concepts:
            source = self._source(path)
            for name, value in (source.value if source else {}).items():
                assert source is not None  # noqa: S101  (for the type checker)
                written, faults = check(source, value, ConceptFile, (name,))
                self.faults.extend(faults)
                if written is None:
                    continue
                if name in where and where[name].parent == path.parent:
                    known = files.display(where[name])
                    self.faults.append(
                        source.fault("concept-twice", (name,), key=True, name=name, first=known)
                    )
                where[name] = path
                phrases = {"fr": written.fr, "en": written.en, "any": written.any}
                found[name] = Concept(phrases, (), (source, (name,)))
        heads = found.get(_HEADS)
        words = (
            frozenset(fold_word(w) for listed in heads.phrases.values() for w in listed)
            if heads
            else frozenset()
        )
        for name, concept in fact_concepts(self.charter.facts, self.source, words).items():
            shared = found.get(name)
            found[name] = Concept(
                shared.phrases if shared else {},
                concept.names,
                shared.place if shared else concept.place,
            )
        return found

    def _read_data(self) -> None:
        for path in self.layout.data:
            source = self._source(path)
            if source is not None:
                self.data[path.stem] = source.value

    def _contexts(self, builder: Builder) -> list[Context]:
        found: list[Context] = []
        for path in self.layout.contexts:
            source = self._source(path)
            if source is None:
                continue
            context, faults = check(source, source.value, ContextFile)
            self.faults.extend(faults)
            if context is not None:
                if path.stem in self.contexts:
                    found[self.contexts[path.stem]] = self._context(
                        path.stem, context, source, builder
                    )
                    continue
                self.contexts[path.stem] = len(found)
                found.append(self._context(path.stem, context, source, builder))
        return found

    def _context(
        self, name: str, context: ContextFile, source: Source, builder: Builder
    ) -> Context:
        def term(side: str) -> int:
            spoken: dict[str, Cues] = {"fr": context.fr, "en": context.en, "any": context.any}
            phrases = {language: list(getattr(cues, side)) for language, cues in spoken.items()}
            if not any(phrases.values()):
                return -1
            place = tuple((source, (language, side)) for language in phrases)
            return builder.term(phrases, (source, (), place))

        return Context(
            name,
            term("before"),
            term("after"),
            term("anywhere"),
            context.window,
            context.window_after,
            context.bounds,
            context.anywhere_bounds,
            context.inside,
            tuple(context.blocks),
            tuple((key, tuple(values)) for key, values in context.draft.items()),
            published_figures(self.charter.facts) if context.figures else (),
        )

    def _rule(
        self,
        rule_id: str,
        path: Path,
        builder: Builder,
        rules: list[compiled.Rule],
        checks: list[compiled.Check],
        examples: list[compiled.Examples],
        always: list[int],
    ) -> None:
        source = self._source(path)
        if source is None:
            return
        rule, faults = check(source, source.value, RuleFile)
        self.faults.extend(faults)
        if rule is None:
            return
        override = self.charter.overrides.get(rule_id)
        if override and override.off:
            return
        if (
            self.charter.jurisdictions
            and rule.jurisdiction
            and not set(rule.jurisdiction) & set(self.charter.jurisdictions)
        ):
            return
        self._days(source, rule)
        number = len(rules)
        listed = rule.check if isinstance(rule.check, list) else [rule.check]
        values: set[str] = set(_COMMON_VALUES)
        for i, written in enumerate(listed):
            keys = ("check", i) if isinstance(rule.check, list) else ("check",)
            kind = self._kind(source, written, keys)
            if kind is None:
                continue
            values.update(kind.VALUES)
            options, faults = check(source, written, kind.Options, keys)  # type: ignore[attr-defined]
            self.faults.extend(faults)
            if options is None:
                continue
            self._check(source, rule, options, kind, keys, number, builder, checks, always)
        self._placeholders(source, rule, values)
        rules.append(_compiled(rule_id, rule, path, override))
        examples.append(compiled.Examples(tuple(_examples(rule))))

    def _kind(
        self, source: Source, written: Mapping[str, Any], keys: tuple[object, ...]
    ) -> Kind | None:
        name = written.get("kind")
        if isinstance(name, str) and name in kind_names():
            return kind_of(name)
        from difflib import get_close_matches  # noqa: PLC0415

        if name is None:
            self.faults.append(
                source.fault("kind-missing", keys, key=True, known=", ".join(kind_names()))
            )
            return None
        near = get_close_matches(str(name), kind_names(), 1, 0.5)
        line = source.line(source.places[(*keys, "kind")].line)
        fix = line.replace(str(name), near[0]) if near else ""
        known = ", ".join(kind_names())
        self.faults.append(
            source.fault(
                "kind-unknown",
                (*keys, "kind"),
                name=str(name),
                near=near[0] if near else "",
                known=known,
                fix=fix,
            )
        )
        return None

    def _check(
        self,
        source: Source,
        rule: RuleFile,
        options: Options,
        kind: Kind,
        keys: tuple[object, ...],
        number: int,
        builder: Builder,
        checks: list[compiled.Check],
        always: list[int],
    ) -> None:
        check_number = len(checks)
        planner = Planner(builder, source, keys, check_number, self.charter.facts, self.data)
        plan = kind.plan(options, planner)
        self.faults.extend(planner.faults)
        if planner.always:
            always.append(check_number)
        self.phrases.append(compiled.Phrases(tuple(planner.phrases)))
        checks.append(
            compiled.Check(
                number,
                options.kind,
                msgspec.Raw(msgspec.msgpack.encode(plan)),
                self._named(source, options.unless, (*keys, "unless")),
                self._named(source, options.about, (*keys, "about")),
            )
        )

    def _named(self, source: Source, names: list[str], keys: tuple[object, ...]) -> tuple[int, ...]:
        from difflib import get_close_matches  # noqa: PLC0415

        found = []
        for i, name in enumerate(names):
            if name in self.contexts:
                found.append(self.contexts[name])
                continue
            near = get_close_matches(name, self.contexts, 1, 0.5)
            line = source.line(source.places[(*keys, i)].line)
            fix = line.replace(name, near[0]) if near else ""
            known = ", ".join(sorted(self.contexts))
            self.faults.append(
                source.fault(
                    "context-unknown",
                    (*keys, i),
                    name=name,
                    near=near[0] if near else "",
                    known=known,
                    fix=fix,
                )
            )
        return tuple(found)

    def _days(self, source: Source, rule: RuleFile) -> None:
        for key, day in (("from", rule.from_), ("until", rule.until)):
            if day and not _DAY.match(day):
                self.faults.append(source.fault("day-bad", (key,), value=day))
        if rule.from_ and rule.until and rule.from_ >= rule.until:
            self.faults.append(source.fault("days-reversed", ("until",)))

    def _placeholders(self, source: Source, rule: RuleFile, known: set[str]) -> None:
        from difflib import get_close_matches  # noqa: PLC0415

        for key, text in (
            ("title", rule.title),
            ("message", rule.message),
            ("instead", rule.instead),
            ("why", rule.why),
        ):
            for language in ("fr", "en") if text else ():
                written = text.of(language) if text else ""
                for found in _PLACEHOLDER.finditer(written):
                    if found[1] in known:
                        continue
                    near = get_close_matches(found[1], known, 1, 0.5)
                    path = (key, language)
                    place = source.places.get(path)
                    line = source.line(place.line) if place else ""
                    fix = (
                        line.replace(found[0], "{" + near[0] + "}")
                        if near and found[0] in line
                        else ""
                    )
                    at = (
                        max(0, line.find(found[0]) - (place.column - 1))
                        if place and found[0] in line
                        else 0
                    )
                    fault = source.fault(
                        "placeholder-unknown",
                        path,
                        name=found[1],
                        near=near[0] if near else "",
                        known=", ".join(sorted(known)),
                        fix=fix,
                    )
                    self.faults.append(msgspec.structs.replace(fault, column=fault.column + at))

    def _voices(self, builder: Builder) -> list[compiled.Voice]:
        found = []
        for key, listed in (
            ("permissions", self.charter.permissions),
            ("encouraged", self.charter.encouraged),
        ):
            for i, saying in enumerate(listed):
                term = (
                    builder.term({"any": list(saying.fits)}, (self.source, (key, i, "fits")))
                    if saying.fits
                    else -1
                )
                found.append(compiled.Voice(saying, term, key == "encouraged"))
        return found

    def _references(self, known: set[str]) -> None:
        from difflib import get_close_matches  # noqa: PLC0415

        every = known | {rule_id for rule_id, _ in self.layout.rules}
        packs = {rule_id.split("/")[0] for rule_id in every}
        for name in self.charter.overrides:
            if name not in every:
                self._unknown_rule(name, ("overrides", name), every, get_close_matches)
        for i, waiver in enumerate(self.charter.waivers):
            if waiver.rule not in every and not (
                waiver.rule.endswith("/*") and waiver.rule[:-2] in packs
            ):
                self._unknown_rule(waiver.rule, ("waivers", i, "rule"), every, get_close_matches)
            if not _DAY.match(waiver.expires):
                self.faults.append(
                    self.source.fault("day-bad", ("waivers", i, "expires"), value=waiver.expires)
                )
            if waiver.requester and waiver.requester == waiver.owner:
                self.faults.append(
                    self.source.fault("waiver-own", ("waivers", i, "owner"), name=waiver.owner)
                )
        for i, period in enumerate(self.charter.facts.periods):
            for key, day in (("from", period.from_), ("until", period.until)):
                if not _DAY.match(day):
                    self.faults.append(
                        self.source.fault("day-bad", ("facts", "periods", i, key), value=day)
                    )

    def _unknown_rule(
        self, name: str, keys: tuple[object, ...], every: set[str], close: Any
    ) -> None:
        near = close(name, every, 1, 0.5)
        is_key = keys[0] == "overrides"
        fault = self.source.fault(
            "rule-unknown", keys, key=is_key, name=name, near=near[0] if near else ""
        )
        fix = fault.source.replace(name, near[0]) if near else ""
        self.faults.append(msgspec.structs.replace(fault, fix=fix))

    def _head(self, always: list[int]) -> compiled.Head:
        charter = self.charter
        grammar = charter.grammar
        employers = fact_list(charter.facts, "employer")
        employer = employers[0] if employers else ""
        return compiled.Head(
            format=compiled.FORMAT,
            name=charter.name,
            title=charter.title,
            language=charter.language,
            sector=charter.sector,
            listed=charter.listed,
            revision="",
            contacts=charter.contacts,
            rights=charter.rights,
            waivers=tuple(charter.waivers),
            required=tuple(dict.fromkeys(charter.required)),
            periods=tuple(charter.facts.periods),
            grammar=grammar in (True, "on") or (isinstance(grammar, Grammar) and grammar.on),
            grammar_url=grammar.url if isinstance(grammar, Grammar) else "",
            styles=tuple([charter.styles] if isinstance(charter.styles, str) else charter.styles),
            folder=str(self.layout.charters[-1].parent),
            always=tuple(always),
            employer=employer if isinstance(employer, str) else employer.name,
        )


def _compiled(rule_id: str, rule: RuleFile, path: Path, override: Any) -> compiled.Rule:  # noqa: ANN401
    mode = (override.mode if override else None) or rule.mode
    severity = (override.severity if override else None) or rule.severity
    return compiled.Rule(
        rule_id,
        rule.title,
        severity,
        rule.message,
        rule.instead,
        rule.why,
        tuple(rule.source),
        tuple(rule.jurisdiction),
        rule.owner,
        rule.contact,
        rule.point,
        rule.when,
        tuple(rule.escalate),
        rule.from_,
        rule.until,
        mode == "shadow",
        rule.mask,
        rule.effect,
        rule.always,
        override.reason if override else "",
        files.display(path),
    )


def _examples(rule: RuleFile) -> list[tuple[str, bool, Example]]:
    found = []
    for flagged, listed in ((True, rule.examples.flags), (False, rule.examples.allows)):
        for language, examples in (("fr", listed.fr), ("en", listed.en)):
            for example in examples:
                whole = Example(text=example) if isinstance(example, str) else example
                found.append((language, flagged, whole))
    return found


def _phrase_fault(fault: Any) -> Fault:  # noqa: ANN401
    source, keys = fault.place[0], fault.place[1]
    rest = fault.place[2:]
    if rest and isinstance(rest[0], tuple) and rest[0] and isinstance(rest[0][0], tuple):
        # A context's cues: the place of the language's own list.
        language = rest[1] if len(rest) > 1 else ""
        keys = next((k for _, k in rest[0] if k[0] == language), keys)
        rest = rest[2:]
    made: Fault = source.fault(fault.problem, (*keys, *rest), at=fault.at, **fault.values)
    name, near = fault.values.get("name", ""), fault.values.get("near", "")
    if near:
        made = msgspec.structs.replace(made, fix=made.source.replace(f"@{name}", f"@{near}"))
    return made
