"""Find a Java that is new enough for LanguageTool."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

from charter_lint.nlp.grammar.model import GrammarUnavailable

_VERSION = re.compile(r'version "(?:1\.)?(\d+)')
_PATIENCE = 20  # seconds; Java's own answer takes 0.1


def find_java(least: int) -> str:
    """Give the path of a Java of at least this feature version, from JAVA_HOME or PATH."""
    home = os.environ.get("JAVA_HOME")
    java = shutil.which("java", path=str(Path(home) / "bin")) if home else None
    java = java or shutil.which("java")
    if not java:
        raise GrammarUnavailable("java", least=str(least))
    try:
        said = subprocess.run(  # noqa: S603 -- the user's own Java
            [java, "-version"], capture_output=True, text=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise GrammarUnavailable("java", least=str(least)) from error
    found = _VERSION.search(said.stderr + said.stdout)
    if not found:
        raise GrammarUnavailable("java", least=str(least))
    if int(found[1]) < least:
        raise GrammarUnavailable("java-version", found=found[1], least=str(least))
    return java
