"""Install LanguageTool: from a folder, with Maven, or by the library's own download."""

from __future__ import annotations

import importlib
import os
import shutil
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from charter_lint.nlp.grammar import places
from charter_lint.nlp.grammar.jars import MANIFEST, Jars, jars_of, write_manifest
from charter_lint.nlp.grammar.java import find_java
from charter_lint.nlp.grammar.maven import copy_with_maven
from charter_lint.nlp.grammar.model import GrammarUnavailable
from charter_lint.nlp.grammar.process import run_java
from charter_lint.nlp.grammar.profile import profile
from charter_lint.nlp.grammar.warmup import warm_up

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from charter_lint.nlp.grammar.process import Running

DOWNLOAD_VERSION = "6.8"
_PATIENCE = 60  # seconds for a trial start; 3 is usual


def installed() -> Jars | None:
    """Give the LanguageTool that is installed; nothing when there is none or it is not whole."""
    try:
        jars = jars_of(places.jars_dir())
        profile().accept(jars.version)
    except GrammarUnavailable:
        return None
    return jars


def from_folder(source: Path, trial: Callable[[], None]) -> Jars:
    """Copy a LanguageTool folder or a folder of its jars, try it, and put it in its place.

    `trial` is called just before the trial start, to tell the user. Raises GrammarUnavailable.
    """
    jars = jars_of(source)
    with _workshop() as shop:
        new = shop / "new"
        if (jars.folder / "languagetool-server.jar").is_file():
            shutil.copytree(jars.folder, new, ignore=shutil.ignore_patterns(MANIFEST))
        else:
            new.mkdir()
            for jar in jars.folder.glob("*.jar"):
                shutil.copy2(jar, new)
        return _settle(new, trial)


def from_maven(coordinates: str, trial: Callable[[], None]) -> Jars:
    """Copy the server at these coordinates and its languages with Maven; else as `from_folder`."""
    with _workshop() as shop:
        copy_with_maven(coordinates, shop / "new")
        return _settle(shop / "new", trial)


def from_download(version: str, trial: Callable[[], None]) -> Jars:
    """Let language-tool-python download and unpack LanguageTool; else as `from_folder`."""
    with _workshop() as shop:
        # The library unpacks into the folder this names, and only reads it from the environment.
        before = os.environ.get("LTP_PATH")
        os.environ["LTP_PATH"] = str(shop)
        try:
            library: Any = importlib.import_module("language_tool_python.download_lt")
            library.LocalLanguageTool.from_version_name(version).download()
        except ImportError:
            raise GrammarUnavailable("library") from None
        except Exception as error:  # it lets through whatever requests and zipfile raise
            raise GrammarUnavailable("download", what=_brief(error)) from error
        finally:
            if before is None:
                del os.environ["LTP_PATH"]
            else:
                os.environ["LTP_PATH"] = before
        return _settle(jars_of(shop).folder, trial)


def try_out(jars: Jars) -> None:
    """Start a server from these jars, ask it in French and English, and end it.

    Raises GrammarUnavailable: half-copied when a class is missing, else start.
    """
    data = profile()
    data.accept(jars.version)
    java = find_java(data.java)
    with tempfile.TemporaryDirectory() as folder:
        running = run_java(java, jars.classpath, Path(folder), 0)
        said: list[str] = []
        ready = threading.Event()
        listener = threading.Thread(target=_listen, args=(running, said, ready), daemon=True)
        listener.start()
        try:
            ready.wait(_PATIENCE)
            if running.java.poll() is not None:
                raise _fault(said)
            warm_up(running.port, data.warm_forms())
        except (OSError, ValueError):
            raise _fault(said) from None
        finally:
            running.java.terminate()
            listener.join()
            running.end()


def _listen(running: Running, said: list[str], ready: threading.Event) -> None:
    for raw in running.java.stdout or ():
        line = raw.decode("utf-8", "replace").strip()
        said.append(line)
        if line.endswith("Server started"):
            ready.set()
    running.java.wait()
    ready.set()


def _fault(said: list[str]) -> GrammarUnavailable:
    for line in said:
        for mark in ("NoClassDefFoundError", "ClassNotFoundException"):
            if mark in line:
                words = line.split(mark, 1)[1].strip(": ").split()
                return GrammarUnavailable("half-copied", what=words[0] if words else mark)
    return GrammarUnavailable("start", what=said[-1][:200] if said else "Java")


@contextmanager
def _workshop() -> Iterator[Path]:
    """Give a folder beside the final one, so that the last step is a rename, and remove it."""
    home = places.jars_dir().parent
    home.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=".languagetool-", dir=home))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _settle(new: Path, trial: Callable[[], None]) -> Jars:
    jars = jars_of(new)
    trial()
    try_out(jars)
    write_manifest(jars)
    place = places.jars_dir()
    old = new.with_name("old")
    if place.exists():
        place.rename(old)
    new.rename(place)
    return jars_of(place)


def _brief(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:200]
