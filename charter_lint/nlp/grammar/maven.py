"""Copy LanguageTool's jars with Maven."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from charter_lint.nlp.grammar.model import GrammarUnavailable

SERVER = "org.languagetool:languagetool-server:6.8"
_COORDINATES = re.compile(r"[\w.-]+:[\w.-]+:[\w.-]+")
_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies"
# Without language-all the server fails at its first answer, even when it is told the language.
_LANGUAGES = ("language-en", "language-fr", "language-all")
_PATIENCE = 1800  # seconds; 50 to 100 are usual
_POM = """\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>charter-lint</groupId>
  <artifactId>languagetool</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
{dependencies}
  </dependencies>
</project>
"""
_DEPENDENCY = """\
    <dependency>
      <groupId>{}</groupId>
      <artifactId>{}</artifactId>
      <version>{}</version>
    </dependency>"""


def copy_with_maven(coordinates: str, folder: Path) -> None:
    """Copy the server at `group:artifact:version` and its languages, with all they need.

    Raises GrammarUnavailable with Maven's own words when it cannot.
    """
    if not _COORDINATES.fullmatch(coordinates):
        raise GrammarUnavailable("coordinates", what=coordinates)
    maven = shutil.which("mvn")
    if not maven:
        raise GrammarUnavailable("maven-missing")
    group, artifact, version = coordinates.split(":")
    with tempfile.TemporaryDirectory() as place:
        pom = Path(place) / "pom.xml"
        lines = [_DEPENDENCY.format(group, name, version) for name in (artifact, *_LANGUAGES)]
        pom.write_text(_POM.format(dependencies="\n".join(lines)), encoding="utf-8")
        command = [maven, "-q", "-B", "-f", str(pom), _PLUGIN]
        command += [f"-DoutputDirectory={folder}", "-DincludeScope=runtime"]
        try:
            done = subprocess.run(  # noqa: S603 -- the user's own Maven
                command, capture_output=True, text=True, timeout=_PATIENCE, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise GrammarUnavailable("maven", what=type(error).__name__) from error
    if done.returncode:
        said = (done.stdout + done.stderr).splitlines()
        what = next((line for line in said if "ERROR" in line), "mvn")
        raise GrammarUnavailable("maven", what=re.sub(r"\x1b\[[\d;]*m", "", what)[:300])
