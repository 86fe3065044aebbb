"""Compares charter-lint with Vale 3.22.0 on the same styles and the same drafts.

    python benchmarks/vale.py [DRAFTS.jsonl …] [--styles FOLDER] [--syntax md|txt] [--rounds N]

Every draft becomes a file. Both tools judge all of them, then one of them, as whole
processes that take turns; what is measured is the CPU time of the processes (user and
system). Printed are the share of alerts that both give alike (style, rule, line, column
span, match), the CPU time a draft with start-up taken off, and that of one draft from cold
start, as ratios to Vale's.

Vale is taken from PATH or built from the Go module proxy into a temporary folder. The
styles are Google, alex, Joblint and write-good: those in --styles, else as `vale sync`
fetches them. Without Go, or without the styles, the comparison is skipped with the reason.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

VERSION = "3.22.0"
STYLES = ("Google", "alex", "Joblint", "write-good")
ROOT = Path(__file__).parent.parent


class SkippedError(Exception):
    """The comparison can't be made here."""


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("drafts", nargs="*", type=Path, help="JSON Lines files with `text`")
    parser.add_argument("--styles", type=Path, help="folder that holds the four styles")
    parser.add_argument("--syntax", choices=("md", "txt"), default="md")
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    drafts = args.drafts or sorted(ROOT.glob("examples/corpus/*.jsonl"))
    if not drafts:
        parser.error("no drafts given, and none in examples/corpus")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            vale = found_vale(folder)
            ini = configuration(folder, vale, args.styles)
        except SkippedError as reason:
            print(f"skipped: {reason}")
            return 1 if os.environ.get("CI") == "true" else 0
        files = written(folder / "drafts", drafts, args.syntax)
        compare(folder, vale, ini, files, args.rounds)
    return 0


def found_vale(folder: Path) -> str:
    """Give the path of Vale, of the version to compare with."""
    found = shutil.which("vale")
    if found and VERSION in output([found, "--version"]):
        return found
    go = shutil.which("go")
    if not go:
        raise SkippedError(f"neither Vale {VERSION} nor Go is installed")
    module = f"github.com/vale-cli/vale/v3/cmd/vale@v{VERSION}"
    done = subprocess.run(
        [go, "install", module],
        env={**os.environ, "GOBIN": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SkippedError(f"Vale can't be built: {done.stderr.strip().splitlines()[-1:]}")
    return str(folder / "vale")


def configuration(folder: Path, vale: str, styles: Path | None) -> Path:
    """Write the .vale.ini, and fetch the styles if no folder has them."""
    ini = folder / ".vale.ini"
    where = styles.absolute() if styles else folder / "styles"
    where.mkdir(exist_ok=True)
    packages = "" if styles else f"Packages = {', '.join(STYLES)}\n"
    ini.write_text(
        f"StylesPath = {where}\nMinAlertLevel = suggestion\n{packages}"
        f"[*]\nBasedOnStyles = {', '.join(STYLES)}\n"
    )
    if not styles:
        subprocess.run([vale, "sync"], cwd=folder, capture_output=True, check=False)
    missing = [name for name in STYLES if not (where / name).is_dir()]
    if missing:
        raise SkippedError(f"no style {', '.join(missing)}: give their folder with --styles")
    return ini


def written(folder: Path, drafts: list[Path], suffix: str) -> list[str]:
    """Write each draft into a file of its own."""
    folder.mkdir()
    names = []
    for source in drafts:
        for number, line in enumerate(source.read_text(encoding="utf-8").splitlines()):
            path = folder / f"{source.stem}-{number}.{suffix}"
            path.write_text(json.loads(line)["text"], encoding="utf-8", newline="")
            names.append(str(path))
    return names


def compare(folder: Path, vale: str, ini: Path, files: list[str], rounds: int) -> None:
    theirs = [vale, "--no-global", "--no-exit", "--output=JSON", f"--config={ini}"]
    cache = folder / "cache"
    ours = [sys.executable, "-m", "charter_lint.styles", str(ini), "--cache", str(cache)]
    first = alerts(output(theirs + files)), alerts(output(ours + files))
    same = sum((first[0] & first[1]).values())
    sizes = [sum(each.values()) for each in first]
    print(f"drafts: {len(files)}, alerts: Vale {sizes[0]}, charter-lint {sizes[1]}, alike {same}")
    print(f"of Vale's, given alike: {same / max(1, sizes[0]):.4f}")
    print(f"of ours, Vale's too:    {same / max(1, sizes[1]):.4f}")
    for alert, sign in [
        *((each, "-") for each in (first[0] - first[1]).elements()),
        *((each, "+") for each in (first[1] - first[0]).elements()),
    ][:20]:
        print(f"  {sign} {Path(alert[0]).name}:{alert[2]}:{alert[3]} {alert[1]} {alert[4]!r}")
    bulk: dict[str, list[float]] = {"theirs": [], "ours": []}
    cold: dict[str, list[float]] = {"theirs": [], "ours": []}
    for _ in range(rounds):
        for name, command in (("theirs", theirs), ("ours", ours)):
            bulk[name].append(cpu([*command, *files]))
            cold[name] += [cpu([*command, files[0]]) for _ in range(5)]
    middle = {name: statistics.median(times) for name, times in bulk.items()}
    start = {name: statistics.median(times) for name, times in cold.items()}
    each = {name: (middle[name] - start[name]) / (len(files) - 1) for name in middle}
    print(
        f"CPU a draft:  Vale {each['theirs'] * 1e3:.3f} ms, charter-lint "
        f"{each['ours'] * 1e3:.3f} ms: {each['ours'] / each['theirs']:.3f} of Vale's"
    )
    print(
        f"one, cold:    Vale {start['theirs'] * 1e3:.0f} ms, charter-lint "
        f"{start['ours'] * 1e3:.0f} ms: {start['ours'] / start['theirs']:.3f} of Vale's"
    )


def output(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def alerts(text: str) -> Counter[tuple[str, str, int, tuple[int, ...], str]]:
    return Counter(
        (file, each["Check"], each["Line"], tuple(each["Span"]), each["Match"])
        for file, found in json.loads(text).items()
        for each in found
    )


def cpu(command: list[str]) -> float:
    """Run a command; give the CPU seconds of the whole process."""
    environment = {
        key: each for key, each in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"
    }
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main())
