"""A corpus of posts: a user's own files, or the invented ones that come with the package."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from charter_lint.draft import Context, Draft
from charter_lint.draft.readers import InputError, files_in, read_bytes, read_file

MOST = 10_000
"""Bundled posts that are read: more would change no count worth knowing, and make people wait."""

_CUT = "⟦⟧"  # splits made-up secrets, so that scanners of repositories do not stop at them


def read_corpus(path: Path | None, context: Context) -> tuple[list[Draft], list[InputError]]:
    """Read the posts of a file or folder, those bundled for None, and all that cannot be read.

    Of the bundled ones at most MOST, evenly spread.

    A post is named by its file and id. Raises InputError where there is no corpus.
    """
    posts: list[Draft] = []
    faults: list[InputError] = []
    folder = bundled_corpus() if path is None else path
    paths = sorted(folder.glob("*.jsonl")) if path is None else list(files_in([folder]))
    for file in paths:
        for post in _posts(file, context, bundled=path is None):
            if isinstance(post, InputError):
                faults.append(post)
            else:
                name = post.name if post.name == str(file) else f"{file.name}:{post.name}"
                posts.append(Draft(post.text, post.context, name=name, line=post.line))
    if path is None:
        posts = posts[:: -(-len(posts) // MOST) or 1]
    if not posts and not faults:
        raise InputError("text-empty", str(folder))
    return posts, faults


def bundled_corpus() -> Path:
    """Give the folder of the posts that come with the package; raises InputError without any."""
    beside = Path(__file__).parent.parent.parent / "examples" / "corpus"
    try:
        folder = Path(next(iter(import_module("charter_lint.corpus").__path__)))
    except ModuleNotFoundError:
        folder = beside
    if not folder.is_dir():
        raise InputError("file-missing", str(folder))
    return folder


def _posts(file: Path, context: Context, *, bundled: bool) -> list[Draft | InputError]:
    if not bundled:
        return list(read_file(file, context))
    written = file.read_text(encoding="utf-8").replace(_CUT, "")
    return list(read_bytes(written.encode(), str(file), file.suffix, context))
