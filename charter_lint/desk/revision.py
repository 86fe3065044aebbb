"""An earlier state of a charter's files: a git revision, exported to a folder, or another path."""

from __future__ import annotations

import subprocess
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from charter_lint.charter.places import NEAREST, SUFFIXES, shipped_charters, shipped_rules
from charter_lint.desk.changes import GitError

if TYPE_CHECKING:
    from collections.abc import Sequence

_WAIT = 120  # seconds that git may take to export a revision


class Earlier(msgspec.Struct, frozen=True, kw_only=True):
    """Where an earlier charter lies.

    `rules` and `charters` are the folders that stood in for the shipped ones, "" where the shipped
    ones of today serve. `name` is what the user called it.
    """

    charter: str
    rules: str = ""
    charters: str = ""
    name: str


class NoEarlier(Exception):  # noqa: N818  (an outcome that is told, not a failure)
    """There is nothing to compare with: `problem` is a message key, `values` fill it."""

    def __init__(self, problem: str, **values: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.values = values


def earlier_state(wanted: str, charter: Path, folder: Path) -> Earlier:
    """Find the charter's file as it was at a revision, or below another path.

    `charter` is the file as it is now; a revision's files are written below `folder`. What looks
    like a path and exists is one. Raises NoEarlier and GitError.
    """
    path = Path(wanted)
    looks = wanted.endswith(SUFFIXES) or "/" in wanted or wanted in (".", "..")
    if wanted and looks and path.exists():
        return _at_path(path.resolve(), charter.resolve(), wanted)
    if wanted.endswith(SUFFIXES):
        raise NoEarlier("path-missing", name=wanted)
    return _at_revision(wanted, charter.resolve(), folder)


def _at_path(path: Path, charter: Path, wanted: str) -> Earlier:
    if path.is_file():
        return Earlier(charter=str(path), name=wanted)
    shipped = charter.parent == shipped_charters().resolve()
    for inside in (charter.name, f"charters/{charter.name}", NEAREST):
        if (path / inside).is_file():
            rules, charters = path / "rules", path / "charters"
            both = shipped and rules.is_dir() and charters.is_dir()
            return Earlier(
                charter=str(path / inside),
                rules=str(rules) if both else "",
                charters=str(charters) if both else "",
                name=wanted,
            )
    raise NoEarlier("path-without-charter", name=wanted, charter=charter.name)


def _at_revision(revision: str, charter: Path, folder: Path) -> Earlier:
    here = charter.parent
    try:
        top = Path(_git(here, "rev-parse", "--show-toplevel").decode().strip()).resolve()
    except GitError as error:
        if error.problem == "git-missing":
            raise
        raise NoEarlier("no-repository", charter=charter.name) from None
    try:
        commit = _git(
            here, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        )
    except GitError:
        raise NoEarlier("revision", name=revision) from None
    _export(top, commit.decode().strip(), folder)
    inside = folder / charter.relative_to(top)
    if not inside.is_file():
        raise NoEarlier("revision-without-charter", name=revision, charter=charter.name)
    rules, charters = (_inside(p, top, folder) for p in (shipped_rules(), shipped_charters()))
    both = rules and charters
    return Earlier(
        charter=str(inside),
        rules=rules if both else "",
        charters=charters if both else "",
        name=revision,
    )


def _inside(shipped: Path, top: Path, folder: Path) -> str:
    """Give the export's copy of a shipped folder, where the packs lie in the same repository."""
    shipped = shipped.resolve()
    if not shipped.is_relative_to(top):
        return ""
    copy = folder / shipped.relative_to(top)
    return str(copy) if copy.is_dir() else ""


def _export(top: Path, commit: str, folder: Path) -> None:
    """Unpack a commit's files; links that lead out of it are refused."""
    folder.mkdir(parents=True, exist_ok=True)
    store = folder.parent / f"{folder.name}.tar"
    _git(top, "archive", "--format=tar", f"--output={store}", commit)
    try:
        with tarfile.open(store) as archive:
            archive.extractall(folder, filter="data")
    except tarfile.TarError as error:
        raise GitError("git-failed", type(error).__name__) from None
    finally:
        store.unlink(missing_ok=True)


def _git(folder: Path, *arguments: str) -> bytes:
    command: Sequence[str] = ["git", *arguments]
    try:
        done = subprocess.run(  # noqa: S603  (a list, no shell; the revision is verified first)
            command, cwd=folder, capture_output=True, check=False, timeout=_WAIT
        )
    except FileNotFoundError:
        raise GitError("git-missing") from None
    except subprocess.TimeoutExpired:
        raise GitError("git-failed", f"> {_WAIT} s") from None
    if done.returncode:
        raise GitError("git-failed", done.stderr.decode("utf-8", "replace").strip()[:200])
    return done.stdout
