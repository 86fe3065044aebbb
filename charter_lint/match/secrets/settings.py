"""What the search for secrets knows: formats, words around passwords, placeholders, as values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from charter_lint.match.cues import pattern_of, phrases_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


class Prose(msgspec.Struct, frozen=True):
    """Patterns over flat text, and words no password is; "" matches nothing."""

    password: str = ""
    code: str = ""
    opens: str = ""
    login: str = ""
    system: str = ""
    network: str = ""
    enter: str = ""
    entry: str = ""
    filler: str = ""
    quality: str = ""
    is_: str = ""
    tells: str = ""
    as_: str = ""
    hint: str = ""
    hint_values: str = ""
    generic: str = ""
    key: str = ""
    token: str = ""
    not_secret: str = ""
    never: frozenset[str] = frozenset()


class Settings(msgspec.Struct, frozen=True):
    """What to look for; `wanted` empty means every type.

    `formats` are patterns of keys and tokens by type. With `deep`, token-like runs that no format
    explains go to a scanner with several hundred further formats; `cache` is the folder where
    that scanner may keep its compiled formats, "" for the user's cache.
    """

    wanted: frozenset[str] = frozenset()
    formats: dict[str, str] = {}
    webhooks: str = ""
    parameters: frozenset[str] = frozenset()
    placeholders: tuple[str, ...] = ()
    prose: Prose = Prose()
    deep: bool = True
    cache: str = ""


def read_data(folder: Path) -> dict[str, Any]:
    """Read the YAML files of a folder into one mapping from file stem to content."""
    import yaml  # noqa: PLC0415  (only when a charter is compiled)

    return {
        path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.yaml"))
    }


def settings_of(
    data: Mapping[str, Any], *, wanted: Iterable[str] = (), deep: bool = True, cache: str = ""
) -> Settings:
    """Compile the mapping that `read_data` gives into settings."""
    formats, prose = data["formats"], data["prose"]
    plain = {
        name: pattern_of(phrases_of(prose[name]))
        for name in prose
        if name not in ("never", "quality")
    }
    return Settings(
        wanted=frozenset(wanted),
        formats={kind: "|".join(formats[kind]) for kind in ("key", "token", "test")},
        webhooks="|".join(formats["webhooks"]),
        parameters=frozenset(formats["parameters"]),
        placeholders=tuple(formats["placeholder"]),
        prose=Prose(
            **{{"is": "is_", "as": "as_"}.get(name, name): text for name, text in plain.items()},
            quality=rf"(?:{'|'.join(phrases_of(prose['quality']))})$",
            never=frozenset(phrases_of(prose["never"])),
        ),
        deep=deep,
        cache=cache,
    )
