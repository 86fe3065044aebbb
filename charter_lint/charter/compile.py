"""Compiling: files of a charter in, one container out, with all faults at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from charter_lint.charter import compiled, files, places
from charter_lint.charter.charter_file import VOICE_MEASURES, CharterFile, Fact, Grammar
from charter_lint.charter.facts import fact_list, fact_names
from charter_lint.charter.faults import CharterError, Fault
from charter_lint.charter.hints import unknown
from charter_lint.charter.merge import merge
from charter_lint.charter.reader import FOLDER, RULE, marks_of, read_reader
from charter_lint.charter.rule_reader import DAY, RuleReader
from charter_lint.charter.source import NONE_UNSAVED
from charter_lint.charter.vocabulary_reader import open_source, read_concepts, read_contexts
from charter_lint.charter.waiver_files import read_waivers
from charter_lint.match.builder import Builder
from charter_lint.match.container import pack, pack_table

if TYPE_CHECKING:
    from pathlib import Path

    from charter_lint.charter.source import Keys, Source, Unsaved


_COUNTED = {
    "first-person": ("@i", "@we"),
    "numbers": ("@number",),
    "stock": ("@stock-proud",),
    "buzzwords": ("@buzz",),
}
"""Measures of `charter-lint voice` that are hits of concepts."""
_GRAMMAR = "grammar/"
_OPPOSED = (("named-client", "client"), ("product", "launch"), ("partner", "competitor"))
"""Pairs of lists: a name may be told, a name may not, or is a rival's."""
_CAPITALISED = re.compile(r"\b[^\W\d_a-zß-ÿ][\w’'-]+")


class Built(msgspec.Struct, frozen=True):
    """A compiled charter's bytes, and the files it was made of."""

    data: bytes
    layout: files.Layout


def build(path: Path, unsaved: Unsaved = NONE_UNSAVED) -> Built:
    """Compile the charter at a path; raises CharterError with every fault found.

    What an editor holds `unsaved` of the files takes the place of what they say.
    """
    sources = files.chain(path, unsaved)
    charter, faults = merge(sources)
    if charter is None:
        raise CharterError(faults)
    layout = files.layout(sources, charter.packs, _own_folders(sources))
    return Built(_compile(charter, sources[-1], layout, unsaved), layout)


def _own_folders(sources: list[Source]) -> list[Path]:
    """Give the folders of own rules: beside a company's charter, or under a shipped one's name.

    A folder that is not there yet is among them, so that its coming is noticed.
    """
    folders = []
    for source in sources:
        value = source.value if isinstance(source.value, dict) else {}
        beside = source.path.parent / str(value.get("rules", "rules"))
        if source.path.parent == places.shipped_charters():
            beside = source.path.parent / source.path.stem
        if beside.resolve() != places.shipped_rules().resolve():
            folders.append(beside)
    return folders


def _compile(charter: CharterFile, source: Source, layout: files.Layout, unsaved: Unsaved) -> bytes:
    faults: list[Fault] = []
    builder = Builder(read_concepts(layout.concepts, charter.facts, source, faults, unsaved))
    data: dict[str, object] = {}
    for path in layout.data:
        opened = open_source(path, faults, unsaved)
        if opened is not None:
            beside = _mapping(data, path.parent.name)
            value = opened.value
            if path.parent.name == FOLDER and isinstance(value, dict):
                value = {**_mapping(beside, path.stem), **value}
            data[path.parent.name] = {**beside, path.stem: value}
    contexts = read_contexts(layout.contexts, charter.facts, builder, faults, unsaved)
    folder = layout.charters[-1].parent
    reader = RuleReader(charter, builder, contexts, data, folder, faults, unsaved)
    for rule_id, path in layout.rules:
        reader.read(rule_id, path)
    marks = marks_of(reader.rules, reader.examples)
    learned = read_reader(charter, layout, builder, marks, faults)
    counted = _counted(source, builder)
    voices = _voices(charter, source, builder)
    known = {rule_id for rule_id, _ in layout.rules}
    known |= {f"{rule_id.split('/')[0]}/{RULE}" for rule_id in known}
    faults.extend(_references(charter, source, known))
    granted = read_waivers(layout.waivers, known, faults)
    charter = msgspec.structs.replace(charter, waivers=[*charter.waivers, *granted])
    sections = builder.finish()
    faults.extend(_phrase_fault(f) for f in builder.faults)
    if faults:
        raise CharterError(faults)
    return pack(
        {
            **sections,
            "head": msgspec.msgpack.encode(_head(charter, layout, reader.always, learned, counted)),
            "rules": pack_table(reader.rules),
            "checks": pack_table(reader.checks),
            "contexts": pack_table(contexts.values()),
            "examples": pack_table(reader.examples),
            "phrases": pack_table(reader.phrases),
            "voices": pack_table(voices),
        }
    )


def _mapping(data: dict[str, object], name: str) -> dict[str, object]:
    found = data.get(name, {})
    return dict(found) if isinstance(found, dict) else {}


def _voices(charter: CharterFile, source: Source, builder: Builder) -> list[compiled.Voice]:
    found = []
    listed = {"permissions": charter.permissions, "encouraged": charter.encouraged}
    for key, sayings in listed.items():
        for i, saying in enumerate(sayings):
            place = (source, (key, i, "fits"))
            term = builder.term({"any": list(saying.fits)}, place) if saying.fits else -1
            found.append(compiled.Voice(saying, term, key == "encouraged"))
    return found


def _counted(source: Source, builder: Builder) -> dict[str, int]:
    """Add what `charter-lint voice` counts to the index."""
    return {
        name: builder.term({"any": list(concepts)}, (source, ("voice",)))
        for name, concepts in _COUNTED.items()
    }


def _references(charter: CharterFile, source: Source, known: set[str]) -> list[Fault]:
    """Check what the charter says of rules and days elsewhere."""
    faults: list[Fault] = []
    packs = {f"{rule_id.split('/')[0]}/*" for rule_id in known} | {f"{_GRAMMAR}*"}
    faults.extend(
        unknown(source, "rule-unknown", ("overrides", name), name, known, key=True)
        for name in charter.overrides
        if name not in known and not _grammar_off(charter, name)
    )
    faults.extend(
        unknown(source, "measure-unknown", ("voice", name), name, VOICE_MEASURES, key=True)
        for name in charter.voice
        if name not in VOICE_MEASURES
    )
    faults.extend(
        source.fault("override-contradicts", ("overrides", name), key=True)
        for name, said in charter.overrides.items()
        if said.off and (said.severity or said.mode)
    )
    faults.extend(_opposed(charter, source))
    days: list[tuple[Keys, str]] = []
    for i, waiver in enumerate(charter.waivers):
        keys: Keys = ("waivers", i)
        if waiver.rule not in known | packs and not waiver.rule.startswith(_GRAMMAR):
            faults.append(unknown(source, "rule-unknown", (*keys, "rule"), waiver.rule, known))
        if waiver.requester and waiver.requester == waiver.owner:
            faults.append(source.fault("waiver-own", (*keys, "owner"), name=waiver.owner))
        days.append(((*keys, "expires"), waiver.expires))
    for i, period in enumerate(charter.facts.periods):
        keys = ("facts", "periods", i)
        days.extend([((*keys, "from"), period.from_), ((*keys, "until"), period.until)])
    faults.extend(source.fault("day-bad", k, value=day) for k, day in days if not DAY.match(day))
    return faults


def _opposed(charter: CharterFile, source: Source) -> list[Fault]:
    """Find names that stand in two lists of facts of which one denies the other."""
    faults: list[Fault] = []
    for free, closed in _OPPOSED:
        first = {_name(entry) for entry in fact_list(charter.facts, free)}
        for i, entry in enumerate(fact_list(charter.facts, closed)):
            if _name(entry) in first:
                shown = entry if isinstance(entry, str) else entry.name
                keys: Keys = ("facts", closed, i)
                faults.append(source.fault("fact-twice", keys, name=shown, first=free))
    return faults


def _name(entry: str | Fact) -> str:
    return (entry if isinstance(entry, str) else entry.name).strip().casefold()


def _head(
    charter: CharterFile,
    layout: files.Layout,
    always: list[int],
    reader: compiled.Reader,
    counted: dict[str, int],
) -> compiled.Head:
    grammar = charter.grammar
    employers = fact_list(charter.facts, "employer")
    employer = employers[0] if employers else ""
    styles = [charter.styles] if isinstance(charter.styles, str) else charter.styles
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
        grammar=grammar in (True, "on")
        or (isinstance(grammar, Grammar) and grammar.on)
        or "grammar" in charter.required,
        grammar_url=grammar.url if isinstance(grammar, Grammar) else "",
        styles=tuple(styles),
        folder=str(layout.charters[-1].parent),
        always=tuple(always),
        reader=reader,
        employer=employer if isinstance(employer, str) else employer.name,
        ignored=_ignored(charter),
        voice=charter.voice,
        voice_terms=counted,
        grammar_off=tuple(
            name.removeprefix(_GRAMMAR) for name in charter.overrides if _grammar_off(charter, name)
        ),
    )


def _ignored(charter: CharterFile) -> tuple[str, ...]:
    """Give the company's own words: names of its facts, capitalised words of its sayings."""
    found: dict[str, None] = {}
    for listed in fact_names():
        for entry in fact_list(charter.facts, listed):
            fact = Fact(name=entry) if isinstance(entry, str) else entry
            found.update(dict.fromkeys((fact.name, *fact.also)))
    for saying in (*charter.permissions, *charter.encouraged):
        for said in (saying.fr, saying.en):
            found.update(dict.fromkeys(_CAPITALISED.findall(said)))
    return tuple(found)


def _grammar_off(charter: CharterFile, name: str) -> bool:
    """Say whether an override switches one of LanguageTool's rules off; they have no other say."""
    return name.startswith(_GRAMMAR) and charter.overrides[name].off


def _phrase_fault(fault: Any) -> Fault:  # noqa: ANN401  (a builder's place is open-ended)
    source, keys, *rest = fault.place
    if rest and isinstance(rest[0], str) and rest[0] in ("before", "after", "anywhere"):
        # A context's cues: side, language, number; in the file the language comes first.
        rest = [rest[1], rest[0], *rest[2:]]
    path = (*keys, *rest)
    if fault.problem == "concept-unknown":
        return unknown(source, "concept-unknown", path, fault.values["name"], fault.known, sign="@")
    made: Fault = source.fault_of(fault.problem, path, fault.values, at=fault.at)
    return made
