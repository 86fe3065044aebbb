"""What the detectors know: cues, words, reserved data and the company's public facts, as values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from charter_lint.draft.fold import fold_word
from charter_lint.match.cues import pattern_of, phrases_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


class Cues(msgspec.Struct, frozen=True):
    """Patterns over folded text for one type: what speaks for it and what against; "" for none."""

    cue: str = ""
    counter: str = ""


class Words(msgspec.Struct, frozen=True):
    """Vocabulary of written-out numbers, addresses, dates and examples, folded.

    `twenties` are the French words for 20 and 60, after which counting goes on to 19; `tens` the
    one for 10, to which 7, 8 and 9 are joined.
    """

    numbers: dict[str, int] = {}
    twenties: frozenset[str] = frozenset()
    tens: frozenset[str] = frozenset()
    repeats: dict[str, int] = {}
    plus: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    separators: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    at_loose: tuple[str, ...] = ()
    dot: tuple[str, ...] = ()
    dash: tuple[str, ...] = ()
    underscore: tuple[str, ...] = ()
    months: dict[str, int] = {}
    example: str = ""
    roles: frozenset[str] = frozenset()
    providers: frozenset[str] = frozenset()
    tlds: tuple[str, ...] = ()
    streets_fr: tuple[str, ...] = ()
    streets_en: tuple[str, ...] = ()
    street_links: tuple[str, ...] = ()
    flats_fr: tuple[str, ...] = ()
    flats_en: tuple[str, ...] = ()
    reference_links: tuple[str, ...] = ()


class Settings(msgspec.Struct, frozen=True):
    """What to look for and how to weigh it; `public` and `domains` hold the company's own data.

    `wanted` empty means every type. `reserved` and `known` are patterns over normal forms.
    Reserved data of the types in `judge_reserved` count like any other unless an example word
    stands near: for drills and labelled sets, whose invented people have invented numbers.
    """

    wanted: frozenset[str] = frozenset()
    regions: tuple[str, ...] = ("FR", "GB", "US")
    cues: dict[str, Cues] = {}
    words: Words = Words()
    reserved: dict[str, str] = {}
    known: dict[str, str] = {}
    public: frozenset[str] = frozenset()
    domains: frozenset[str] = frozenset()
    judge_reserved: frozenset[str] = frozenset()


def read_data(folder: Path) -> dict[str, Any]:
    """Read the YAML files of a folder into one mapping from file stem to content."""
    import yaml  # noqa: PLC0415  (only when a charter is compiled)

    return {
        path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.yaml"))
    }


def settings_of(
    data: Mapping[str, Any],
    *,
    wanted: Iterable[str] = (),
    regions: Iterable[str] = ("FR", "GB", "US"),
) -> Settings:
    """Compile the mapping that `read_data` gives into settings."""
    words, mail, streets = data["words"], data["mail"], data["streets"]
    reserved = dict(data["reserved"])
    known = reserved.pop("known", {})
    return Settings(
        wanted=frozenset(wanted),
        regions=tuple(regions),
        cues={
            kind: Cues(
                pattern_of(phrases_of(entry.get("cues"))),
                pattern_of(phrases_of(entry.get("counter"))),
            )
            for kind, entry in data["cues"].items()
        },
        words=Words(
            numbers={
                fold_word(w): n for part in words["numbers"].values() for w, n in part.items()
            },
            twenties=frozenset(w for w, n in words["numbers"]["fr"].items() if n in (20, 60)),
            tens=frozenset(w for w, n in words["numbers"]["fr"].items() if n == 10),
            repeats=words["repeats"],
            **{
                key: tuple(fold_word(w) for w in words[key])
                for key in (
                    "plus",
                    "links",
                    "separators",
                    "at",
                    "at_loose",
                    "dot",
                    "dash",
                    "underscore",
                )
            },
            months=words["months"],
            example=pattern_of(phrases_of(words["example"])),
            roles=frozenset(mail["roles"]),
            providers=frozenset(mail["providers"]),
            tlds=tuple(mail["tlds"]),
            streets_fr=tuple(streets["fr"]),
            streets_en=tuple(streets["en"]),
            street_links=tuple(streets["links"]),
            flats_fr=tuple(streets["flats"]["fr"]),
            flats_en=tuple(streets["flats"]["en"]),
            reference_links=tuple(fold_word(w) for w in words["reference_links"]),
        ),
        reserved={kind: _any_of(patterns) for kind, patterns in reserved.items()},
        known={kind: _any_of(patterns) for kind, patterns in known.items()},
    )


def with_public(settings: Settings, values: Iterable[str], domains: Iterable[str] = ()) -> Settings:
    """Give settings under which these numbers, addresses and domains are no findings."""
    return msgspec.structs.replace(
        settings,
        public=settings.public | {public_key(v) for v in values},
        domains=settings.domains | {d.casefold().lstrip("@") for d in domains},
    )


def public_key(value: str) -> str:
    """Give the form under which public data is compared: a phone number by its last nine digits."""
    low = value.strip().casefold()
    if "@" in low:
        return low
    plain = re.sub(r"[^0-9a-z]", "", low.replace("(0)", ""))
    if plain.isdigit() and (low.startswith(("+", "0")) and len(plain) >= 9):
        return "tel:" + plain[-9:]
    return plain


def _any_of(patterns: Iterable[str]) -> str:
    return "|".join(f"(?:{p})" for p in patterns)
