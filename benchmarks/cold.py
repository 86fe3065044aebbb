"""CPU of one whole `charter-lint check` of a clean post, beside its peers, runs interleaved.

    python benchmarks/cold.py [--runs 15] [--styles FOLDER]

FOLDER holds Vale styles (Google, alex, Joblint, write-good); without it Vale is left out.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from peers import cpu_seconds, find_vale, interleaved, show

POST = """\
Dix ans aujourd'hui que j'ai poussé la porte de l'atelier avec un costume trop grand. La leçon
qui m'aura le plus servi vient de la dame de l'accueil : ici, tu dis bonjour à tout le monde, et
tu retiens les prénoms. Je n'ai jamais reçu de meilleur conseil. Merci à Nadia, à Karim et à toute
l'équipe de nuit pour la patience, les cafés et les trois mille questions auxquelles vous avez
répondu.
"""
STYLES = ("Google", "alex", "Joblint", "write-good")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--styles", type=Path, default=None)
    options = parser.parse_args()
    tool = shutil.which("charter-lint") or sys.exit("charter-lint is not installed")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        post = folder / "post.txt"
        post.write_text(POST, encoding="utf-8")
        env = {"CHARTER_LINT_CACHE": str(folder / "cache")}
        ours = ([tool, "check", "--charter", "default", str(post)], env)
        commands = {
            "python -c pass": ([sys.executable, "-c", "pass"], None),
            "python -c 'import click'": ([sys.executable, "-c", "import click"], None),
            "charter-lint check": ours,
        }
        vale = find_vale() if options.styles else None
        if vale:
            ini = folder / ".vale.ini"
            ini.write_text(
                f"StylesPath = {options.styles.resolve()}\nMinAlertLevel = suggestion\n"
                f"[*]\nBasedOnStyles = {', '.join(STYLES)}\n",
                encoding="utf-8",
            )
            commands["vale 3.22.0, four styles"] = (
                [vale, "--config", str(ini), "--no-global", str(post)],
                None,
            )
        times = interleaved(commands, options.runs)
        show(times, "vale 3.22.0, four styles" if vale else "python -c 'import click'")
        first = [
            cpu_seconds(ours[0], {"CHARTER_LINT_CACHE": str(folder / f"empty-{i}")})
            for i in range(3)
        ]
        print(f"{'first run, without a cache':34} {statistics.median(first):.3f} CPU s")


if __name__ == "__main__":
    main()
