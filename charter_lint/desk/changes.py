"""Which lines of which files changed since a revision of git."""

from __future__ import annotations

import subprocess
from pathlib import Path

from charter_lint.draft.readers import SUFFIXES

EVERY = range(1, 1 << 31)
"""All lines of a file that git does not know yet."""

Changes = dict[Path, list[range]]


class GitError(Exception):
    """Git cannot answer; `problem` says why: git-missing, git-failed, revision."""

    def __init__(self, problem: str, detail: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.detail = detail


def changed_lines(revision: str, folder: Path) -> Changes:
    """Give the lines (from 1) of drafts below a folder that changed since a revision.

    The working tree is compared, so what is staged counts, and so do files that git does not know
    yet. Lines that were only taken away change nothing. Raises GitError.
    """
    _git(folder, "rev-parse", "--show-toplevel")
    try:
        _git(
            folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
        )
    except GitError:
        raise GitError("revision", revision) from None
    patterns = [f"*{suffix}" for suffix in SUFFIXES]
    patch = _git(
        folder, "-c", "core.quotePath=off", "diff", "--unified=0", "--no-color", "--no-ext-diff",
        "--no-renames", "--relative", revision, "--", *patterns,
    )  # fmt: skip
    changes = _parsed(patch, folder)
    unknown = _git(folder, "ls-files", "--others", "--exclude-standard", "-z", "--", *patterns)
    for name in filter(None, unknown.split("\0")):
        changes[(folder / name).resolve()] = [EVERY]
    return changes


def _parsed(patch: str, folder: Path) -> Changes:
    """Read a patch without context lines with the library that knows the format."""
    from unidiff.patch import PatchSet  # noqa: PLC0415  (only for --diff)

    changes: Changes = {}
    for file in PatchSet(patch):
        if file.is_removed_file:
            continue
        lines = [
            range(hunk.target_start, hunk.target_start + hunk.target_length)
            for hunk in file
            if hunk.target_length
        ]
        changes[(folder / file.path).resolve()] = lines
    return changes


def _git(folder: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603  (a list, no shell; the revision is verified first)
            ["git", *arguments],  # noqa: S607  (the user's own git)
            cwd=folder,
            capture_output=True,
            check=False,
            timeout=60,
        )
    except FileNotFoundError:
        raise GitError("git-missing") from None
    if done.returncode:
        raise GitError("git-failed", done.stderr.decode("utf-8", "replace").strip()[:200])
    return done.stdout.decode("utf-8", "surrogateescape")
