"""Loads styles from a .vale.ini or from folders, compiled or as they were kept."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from charter_lint.styles import cache as kept
from charter_lint.styles.ini import line_of, of_folders, read_ini
from charter_lint.styles.model import Compiled, Config, Notice, StylesError
from charter_lint.styles.run import Styles

if TYPE_CHECKING:
    from collections.abc import Iterator


def load(source: Path | list[Path], cache: Path | None = None) -> Styles:
    """Give the styles that a .vale.ini names, or those in the given folders.

    *cache* is a folder for compiled styles, or None. Raises StylesError for what Vale
    would refuse; what can't be run is in `Styles.notices`, and the rest runs.
    """
    if isinstance(source, Path):
        config, notices = read_ini(source)
    else:
        for folder in source:
            if not folder.is_dir():
                raise StylesError(folder, 1, 1, "missing-style", "path", folder.name)
        config, notices = of_folders([folder.absolute() for folder in source]), []
    folders = _folders(config)
    if cache is None:
        return Styles(_compiled(config, notices, folders))
    ini = [source] if isinstance(source, Path) else [Path(each) for _, each in folders]
    name = kept.key([*_settings(ini, config), *_contents(config, folders)])
    compiled = kept.read(cache, name)
    if compiled is None:
        compiled = _compiled(config, notices, folders)
        kept.write(cache, name, compiled)
    return Styles(compiled)


def _compiled(config: Config, notices: list[Notice], folders: list[tuple[str, str]]) -> Compiled:
    from charter_lint.styles.build import build  # noqa: PLC0415 - only what isn't kept is compiled

    return build(config, notices, [(name, Path(folder)) for name, folder in folders])


def _folders(config: Config) -> list[tuple[str, str]]:
    """Give every style that some section is based on, and its folder."""
    names = list(config.general.styles or ())
    names += [name for section in config.sections for name in section.styles or ()]
    found = []
    for name in dict.fromkeys(names):
        if name == "Vale":
            continue
        for path in config.paths:
            folder = os.path.join(path, name)  # noqa: PTH118 - many of them on every start
            if os.path.isdir(folder):  # noqa: PTH112
                found.append((name, folder))
                break
        else:
            line = line_of(config.path, name)
            raise StylesError(config.path or name, line, 1, "missing-style", "path", name)
    return found


def _settings(sources: list[Path], config: Config) -> Iterator[tuple[str, bytes]]:
    for path in sources:
        yield str(path.absolute()), path.read_bytes() if path.is_file() else b""
    yield "paths", "\n".join(config.paths).encode()


def _contents(config: Config, folders: list[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    """Give the name and content of every file that the compiled styles depend on."""
    for _, folder in folders:
        yield from _files(folder, ".yml")
    for path in config.paths:
        for kind in ("vocabularies", "dictionaries", "ignore"):
            folder = os.path.join(path, "config", kind)  # noqa: PTH118
            if os.path.isdir(folder):  # noqa: PTH112
                yield from _files(folder, "")
    for name in sorted({*config.general.checks, *_checks(config)}):
        style, _, rule = name.partition(".")
        for path in config.paths:
            file = os.path.join(path, style, *rule.split(".")) + ".yml"  # noqa: PTH118
            if rule and os.path.isfile(file):  # noqa: PTH113
                yield file, Path(file).read_bytes()


def _checks(config: Config) -> set[str]:
    return {name for section in config.sections for name in section.checks}


def _files(folder: str, suffix: str) -> Iterator[tuple[str, bytes]]:
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda each: each.name):
            if entry.is_dir():
                yield from _files(entry.path, suffix)
            elif entry.name.endswith(suffix):
                with open(entry.path, "rb") as file:  # noqa: PTH123
                    yield entry.path, file.read()
