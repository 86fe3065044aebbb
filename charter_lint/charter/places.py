"""Where charters and packs are: shipped ones, the nearest one, one by name or path."""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from pathlib import Path

from charter_lint.charter.faults import CharterError, Fault

NEAREST = ".charter-lint.yaml"
VARIABLE = "CHARTER_LINT_CHARTER"
SUFFIXES = (".yaml", ".yml")


@cache
def shipped_rules() -> Path:
    """Give the folder of the packs that come with the package."""
    return _folder("charter_lint.rules")


@cache
def shipped_charters() -> Path:
    """Give the folder of the charters that come with the package."""
    return _folder("charter_lint.charters")


def shipped_names() -> list[str]:
    """Give the names of the charters that come with the package."""
    return sorted(p.stem for p in shipped_charters().glob("*.yaml"))


def choose(wanted: str, folder: Path) -> Path:
    """Find a charter: by option, else the environment, else upwards of `folder`, else the default.

    Raises CharterError for an unknown name or a missing file, with a near name as a hint.
    """
    if not wanted:
        wanted = os.environ.get(VARIABLE, "")
    if wanted:
        return find(wanted, folder)
    for parent in (folder, *folder.parents):
        candidate = parent / NEAREST
        if candidate.is_file():
            return candidate
    return shipped_charters() / "default.yaml"


def find(wanted: str, folder: Path) -> Path:
    """Find a charter by name or path, relative to `folder`."""
    looks_like_path = wanted.endswith(SUFFIXES) or "/" in wanted or os.sep in wanted
    if looks_like_path:
        path = (folder / wanted).expanduser()
        if path.is_dir() and (path / NEAREST).is_file():
            path = path / NEAREST
        if path.is_file():
            return path
        raise CharterError([Fault(wanted, 0, 0, "charter-missing", {"name": wanted})])
    for path in (
        folder / f"{wanted}.yaml",
        folder / "charters" / f"{wanted}.yaml",
        shipped_charters() / f"{wanted}.yaml",
    ):
        if path.is_file():
            return path
    from difflib import get_close_matches  # noqa: PLC0415  (only for the hint)

    names = shipped_names()
    near = get_close_matches(wanted, names, 1, 0.5)
    values = {"name": wanted, "near": near[0] if near else "", "known": ", ".join(names)}
    raise CharterError([Fault(wanted, 0, 0, "charter-unknown", values)])


def display(path: Path) -> str:
    """Show a path as short as it stays clear: relative to here, or to the package."""
    for base, prefix in ((shipped_rules(), "rules"), (shipped_charters(), "charters")):
        if path.is_relative_to(base):
            inside = Path(prefix) / path.relative_to(base)
            return str(inside)
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def _folder(package: str) -> Path:
    """Give the folder of a package of data; in a checkout that is not installed, the one beside."""
    try:
        return Path(next(iter(import_module(package).__path__)))
    except ModuleNotFoundError:
        return Path(__file__).parent.parent.parent / package.rsplit(".", 1)[1]
