"""Which files make a charter: the chain it extends, packs, concepts, contexts, own rules."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from msgspec import structs

from charter_lint.charter.faults import CharterError, Fault
from charter_lint.charter.places import SUFFIXES, display, find, shipped_charters, shipped_rules
from charter_lint.charter.source import NONE_UNSAVED, Source

if TYPE_CHECKING:
    from pathlib import Path

    from charter_lint.charter.source import Unsaved

NOT_PACKS = frozenset({"concepts", "contexts", "data", "grammar", "reader", "__pycache__"})
"""Folders below `rules/` that hold no rules."""


class Layout(NamedTuple):
    """Every file that a charter is made of, in the order in which later ones win."""

    charters: tuple[Path, ...]
    rules: tuple[tuple[str, Path], ...]
    concepts: tuple[Path, ...]
    contexts: tuple[Path, ...]
    data: tuple[Path, ...]
    folders: tuple[Path, ...]
    waivers: tuple[Path, ...] = ()

    @property
    def all(self) -> tuple[Path, ...]:
        """All files."""
        return (
            *self.charters,
            *(p for _, p in self.rules),
            *self.concepts,
            *self.contexts,
            *self.data,
            *self.waivers,
        )


def chain(path: Path, unsaved: Unsaved = NONE_UNSAVED) -> list[Source]:
    """Read a charter and those it extends, the basic ones first.

    Raises CharterError for a missing file, broken YAML, or a charter that extends itself.
    """
    found: list[Source] = []
    _collect(path.resolve(), found, (), unsaved)
    return found


def _collect(path: Path, found: list[Source], below: tuple[Path, ...], unsaved: Unsaved) -> None:
    if path in below:
        raise CharterError([Fault(display(path), 1, 1, "charter-cycle", {"name": path.stem})])
    if any(s.path == path for s in found):
        return
    source = Source.read(path, display(path), unsaved)
    value = source.value if isinstance(source.value, dict) else {}
    extends = value.get("extends") or []
    for i, name in enumerate(extends if isinstance(extends, list) else [extends]):
        if not isinstance(name, str):
            continue
        try:
            parent = find(name, path.parent)
        except CharterError as error:
            first = error.faults[0]
            raise CharterError(
                [structs.replace(source.fault(first.problem, ("extends", i)), values=first.values)]
            ) from None
        if parent.resolve() == path:
            # A charter named like the shipped one that it builds on.
            shipped = shipped_charters() / path.name
            parent = shipped if shipped.is_file() else parent
        _collect(parent.resolve(), found, (*below, path), unsaved)
    found.append(source)


def layout(charters: list[Source], packs: list[str], own: list[Path]) -> Layout:
    """List the files of the packs named, of the shared vocabulary and of own folders.

    `own` are folders of a company's rules, laid out as `rules/`; a rule of theirs with the id of a
    pack's takes its place. Raises CharterError for an unknown pack or a link out of its folder.
    """
    base = shipped_rules()
    known = sorted(p.name for p in base.iterdir() if p.is_dir() and p.name not in NOT_PACKS)
    faults = []
    wanted: list[str] = []
    for pack in packs:
        if pack == "*":
            wanted.extend(known)
        elif pack in known or any((folder / pack).is_dir() for folder in own):
            wanted.append(pack)
        else:
            near = get_close_matches(pack, known, 1, 0.5)
            faults.append(_pack_fault(charters, pack, near[0] if near else "", known))
    if faults:
        raise CharterError(faults)
    rules: dict[str, Path] = {}
    folders = [base]
    for pack in dict.fromkeys(wanted):
        if (base / pack).is_dir():
            folders.append(base / pack)
            rules.update({f"{pack}/{p.stem}": p for p in _yaml(base / pack, base)})
    shared = {name: _yaml(base / name, base) for name in ("concepts", "contexts")}
    shared["data"] = [*_data(base / "data", base), *_yaml(base / "reader", base)]
    folders.extend([*(base / name for name in (*shared, "reader")), *_folders(base / "data")])
    for folder in own:
        folders.append(folder)
        if folder.is_dir():
            for each in sorted(folder.iterdir()):
                _take_own(each, folder, shared, rules, folders)
    # A folder that is not there yet is listed too, so that its coming is noticed.
    granted = [s.path.parent / "waivers" for s in charters if s.path.parent != shipped_charters()]
    folders.extend(dict.fromkeys(granted))
    return Layout(
        tuple(s.path for s in charters),
        tuple(rules.items()),
        tuple(shared["concepts"]),
        tuple(shared["contexts"]),
        tuple(shared["data"]),
        tuple(folders),
        tuple(p for each in dict.fromkeys(granted) for p in _yaml(each, each)),
    )


def _take_own(
    each: Path,
    folder: Path,
    shared: dict[str, list[Path]],
    rules: dict[str, Path],
    folders: list[Path],
) -> None:
    """Add one entry of a company's own folder to what it belongs to."""
    if each.name == "reader":
        shared["data"].extend(_yaml(each, folder))
        folders.append(each)
    elif each.name == "data":
        shared["data"].extend(_data(each, folder))
        folders.extend([each, *_folders(each)])
    elif each.name in shared:
        shared[each.name].extend(_yaml(each, folder))
        folders.append(each)
    elif each.is_dir() and each.name not in NOT_PACKS and not each.name.startswith("."):
        folders.append(each)
        rules.update({f"{each.name}/{p.stem}": p for p in _yaml(each, folder)})
    elif each.suffix in SUFFIXES:
        rules[f"own/{each.stem}"] = each


def _yaml(folder: Path, root: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    found = []
    for path in sorted(folder.iterdir()):
        if path.suffix not in SUFFIXES or path.name.startswith("."):
            continue
        if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
            raise CharterError([Fault(display(path), 0, 0, "file-link-out", {})])
        found.append(path)
    return found


def _data(folder: Path, root: Path) -> list[Path]:
    """Give the files of data, which stand in folders by what they are for."""
    return [path for each in _folders(folder) for path in _yaml(each, root)]


def _folders(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(p for p in folder.iterdir() if p.is_dir() and not p.name.startswith(("_", ".")))


def _pack_fault(charters: list[Source], pack: str, near: str, known: list[str]) -> Fault:
    for source in charters:
        listed = source.value.get("packs") if isinstance(source.value, dict) else None
        if isinstance(listed, list) and pack in listed:
            keys = ("packs", listed.index(pack))
            line = source.line(source.places[keys].line)
            fix = line.replace(pack, near) if near else ""
            return source.fault(
                "pack-unknown", keys, name=pack, near=near, known=", ".join(known), fix=fix
            )
    return Fault(charters[-1].name, 0, 0, "pack-unknown", {"name": pack, "near": near})
