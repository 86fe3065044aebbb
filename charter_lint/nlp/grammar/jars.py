"""Look at a LanguageTool folder: how to run it, and whether it is whole."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import msgspec

from charter_lint.nlp.grammar.model import GrammarUnavailable

MANIFEST = "charter-lint.json"
# Without language-all the server fails at its first answer, even when it is told the language.
_NEEDED: tuple[str, ...] = (
    "languagetool-server",
    "languagetool-core",
    "language-en",
    "language-fr",
)
_NEEDED_OF_MAVEN = ("language-all",)


class Jars(msgspec.Struct, frozen=True):
    """A folder that Java can run: its class path entries and LanguageTool's version."""

    folder: Path
    classpath: tuple[str, ...]
    version: str


class Manifest(msgspec.Struct, frozen=True):
    """What `install` wrote beside the jars: every file with its size in bytes."""

    version: str
    files: dict[str, int]


def jars_of(folder: Path) -> Jars:
    """Read a folder of jars, a LanguageTool folder or a folder that holds one.

    Raises GrammarUnavailable: not-installed when there is no LanguageTool in it, half-copied with
    the first missing or broken file when it is not whole.
    """
    root = _root_of(folder)
    if root is None:
        raise GrammarUnavailable("not-installed", folder=str(folder))
    server = root / "languagetool-server.jar"
    classpath: tuple[str, ...]
    if server.is_file():
        classpath = (str(server), str(root), str(root / "libs" / "*"))
        found = [server, *sorted((root / "libs").glob("*.jar"))]
        needed = _NEEDED
    else:
        classpath = (str(root / "*"),)
        found = sorted(root.glob("*.jar"))
        needed = _NEEDED + _NEEDED_OF_MAVEN
    manifest = _manifest_of(root)
    if manifest:
        _compare(root, manifest)
        return Jars(root, classpath, manifest.version)
    for name in needed:
        if not any(_is_artifact(jar.name, name) for jar in found):
            raise GrammarUnavailable("half-copied", what=f"{name}.jar")
    for jar in found:
        if not zipfile.is_zipfile(jar):
            raise GrammarUnavailable("half-copied", what=jar.name)
    core = next(jar for jar in found if _is_artifact(jar.name, "languagetool-core"))
    return Jars(root, classpath, _version_of(core))


def write_manifest(jars: Jars) -> None:
    """Note every file of a whole folder, so that a later loss is seen at once."""
    files = {
        path.relative_to(jars.folder).as_posix(): path.stat().st_size
        for path in sorted(jars.folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }
    text = json.dumps({"version": jars.version, "files": files}, indent=0)
    (jars.folder / MANIFEST).write_text(text + "\n", encoding="utf-8")


def _root_of(folder: Path) -> Path | None:
    if not folder.is_dir():
        return None
    for place in (folder, *sorted(folder.glob("LanguageTool-*"), reverse=True), folder / "libs"):
        if any(place.glob("languagetool-server*.jar")) or (place / MANIFEST).is_file():
            return place
        if any(_is_artifact(jar.name, "languagetool-core") for jar in place.glob("*.jar")):
            return place
    return None


def _is_artifact(file: str, name: str) -> bool:
    return file == f"{name}.jar" or (
        file.startswith(f"{name}-") and file[len(name) + 1 :][:1].isdigit()
    )


def _manifest_of(root: Path) -> Manifest | None:
    path = root / MANIFEST
    if not path.is_file():
        return None
    try:
        return msgspec.json.decode(path.read_bytes(), type=Manifest)
    except (OSError, msgspec.MsgspecError) as error:
        raise GrammarUnavailable("half-copied", what=MANIFEST) from error


def _compare(root: Path, manifest: Manifest) -> None:
    for name, size in manifest.files.items():
        try:
            whole = (root / name).stat().st_size == size
        except OSError:
            whole = False
        if not whole:
            raise GrammarUnavailable("half-copied", what=name)


def _version_of(core: Path) -> str:
    inside = "META-INF/maven/org.languagetool/languagetool-core/pom.properties"
    try:
        with zipfile.ZipFile(core) as jar:
            lines = jar.read(inside).decode().splitlines()
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        raise GrammarUnavailable("half-copied", what=core.name) from error
    for line in lines:
        if line.startswith("version="):
            return line.removeprefix("version=").strip()
    raise GrammarUnavailable("half-copied", what=core.name)
