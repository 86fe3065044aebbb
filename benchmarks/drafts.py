"""Score the tool on labelled drafts, apart for the part rules were tuned on and the closed part.

    python benchmarks/drafts.py [FILES…]           table for all, open and closed part
    python benchmarks/drafts.py --misses [--family market] [--lang fr]   what the open part shows
    python benchmarks/drafts.py --json
    python benchmarks/drafts.py --without-spacy   the same, as if spaCy were not installed
    python benchmarks/drafts.py --spacy-gain      by rule and context, what spaCy adds or takes away

A draft is closed when the first byte of SHA-256(id without the twin's last letter) is 3 modulo 4:
rules are tuned on the rest and never read against the closed part. `dev.jsonl` is open as a whole.
The figures are those of the labels' own contract:

caught     share of labelled findings that some finding overlaps
family     the same, where the family agrees too
severity   of the caught ones, the share whose severity agrees
precision  share of our findings of severity review or block that overlap a label
silent     share of clean and lookalike drafts without any finding
alarm      share of clean and lookalike drafts with a verdict of review or block
guard      share of protected drafts judged no worse than their label (at most advise)
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import hashlib
import json
import re
import sys
import time
from pathlib import Path
from typing import Any

from msgspec import structs

from charter_lint.charter.load import load_charter
from charter_lint.draft import Context, Draft
from charter_lint.lint.judge import lint
from charter_lint.lint.report import RANK

sys.path.insert(0, str(Path(__file__).parent))
from spacy_gain import changes, no_spacy, print_gain

CORPUS = Path(__file__).parent.parent / "examples" / "corpus"
OF_LANGUAGE = {"fr": "helianthe", "en": "northwind"}
TODAY = "2026-11-23"
Counts = collections.Counter[str]


def load(path: Path) -> list[dict[str, Any]]:
    """Read labelled drafts; made-up keys are stored split by a mark."""
    with path.open(encoding="utf-8") as file:
        rows = [json.loads(line.replace("⟦⟧", "")) for line in file if line.strip()]
    return [{**row, "file": path.stem} for row in rows]


def is_closed(draft: dict[str, Any]) -> bool:
    """Say whether a draft belongs to the closed part."""
    if draft["file"] == "dev":
        return False
    stem = re.sub(r"(?<=\d)[a-z]$", "", draft["id"])
    return hashlib.sha256(stem.encode()).digest()[0] % 4 == 3


def judge(
    drafts: list[dict[str, Any]], *, without_reader: bool = False
) -> tuple[dict[str, Any], float]:
    """Judge every draft by its charter; give the reports by id, and seconds of CPU."""
    reports: dict[str, Any] = {}
    charters: dict[str, Any] = {}
    spent = 0.0
    for draft in drafts:
        name = draft.get("charter") or OF_LANGUAGE[draft["lang"]]
        charter = _charter(charters, name, without_reader=without_reader)
        start = time.process_time()
        context = Context(platform=draft["platform"], date=TODAY)
        reports[draft["id"]] = lint(Draft(draft["text"], context), charter)
        spent += time.process_time() - start
    return reports, spent


def print_spacy_gain(drafts: list[dict[str, Any]], *, without_reader: bool = False) -> None:
    """Print what spaCy changes, apart for the open and the closed part."""
    charters: dict[str, Any] = {}
    for part, closed in (("open, with dev", False), ("closed", True)):
        mine = [d for d in drafts if is_closed(d) is closed]
        asked = 0
        found = []
        for draft in mine:
            name = draft.get("charter") or OF_LANGUAGE[draft["lang"]]
            charter = _charter(charters, name, without_reader=without_reader)
            read, differing = changes(draft, charter, TODAY, lint)
            asked += read
            found += differing
        if mine:
            print_gain(part, len(mine), asked, found)


def _charter(charters: dict[str, Any], name: str, *, without_reader: bool) -> Any:
    if name not in charters:
        charter = charters[name] = load_charter(name)
        if without_reader:
            off = structs.replace(charter.head.reader, mode="off")
            charter.head = structs.replace(charter.head, reader=off)
    return charters[name]


def score(drafts: list[dict[str, Any]], reports: dict[str, Any]) -> dict[str, Counts]:
    """Count for all, per language and per family."""
    table: dict[str, Counts] = collections.defaultdict(collections.Counter)
    for draft in drafts:
        report = reports[draft["id"]]
        rows = [table["all"], table[draft["lang"]]]
        if draft["file"].startswith("ordinary"):
            rows.append(table["ordinary"])
        for row in rows:
            _count_draft(row, draft, report)
        for start, end, label in spans_of(draft):
            hits = [f for f in report.findings if f.span[0] < end and f.span[1] > start]
            for row in (*rows, table[label["family"]]):
                row["labels"] += 1
                row["caught"] += bool(hits)
                row["family"] += any(f.family == label["family"] for f in hits)
                row["severity"] += any(f.severity == label["severity"] for f in hits)
        for finding in report.findings:
            right = any(finding.span[0] < e and finding.span[1] > s for s, e, _ in spans_of(draft))
            for row in (*rows, table[finding.family]):
                if RANK[finding.severity] >= 2:
                    row["found"] += 1
                    row["right"] += right
    return table


def spans_of(draft: dict[str, Any]) -> list[tuple[int, int, dict[str, Any]]]:
    """Give the labels with their offsets."""
    found = []
    for label in draft["findings"]:
        start = draft["text"].find(label["quote"])
        found.append((start, start + len(label["quote"]), label))
    return found


def figures(row: Counts) -> dict[str, Any]:
    """Turn counts into shares."""

    def share(part: str, whole: str) -> float | None:
        return round(row[part] / row[whole], 3) if row[whole] else None

    return {
        "caught": share("caught", "labels"),
        "family": share("family", "labels"),
        "severity": share("severity", "caught"),
        "precision": share("right", "found"),
        "silent": share("silent", "quiet"),
        "alarm": share("alarm", "quiet"),
        "guard": share("guard", "guards"),
        "verdict": share("verdict", "drafts"),
        "labels": row["labels"],
        "drafts": row["drafts"],
    }


def print_misses(drafts: list[dict[str, Any]], reports: dict[str, Any], family: str) -> None:
    """List misses and false alarms of the open part."""
    for draft in drafts:
        report = reports[draft["id"]]
        labels = spans_of(draft)
        for start, end, label in labels:
            if family and label["family"] != family:
                continue
            if not any(f.span[0] < end and f.span[1] > start for f in report.findings):
                what = f"{label['family']}/{label['severity']}"
                print(f"MISS  {draft['id']} {what}: {label['quote']!r} ({label['why']})")
        for finding in report.findings:
            if family and finding.family != family:
                continue
            if not any(finding.span[0] < e and finding.span[1] > s for s, e, _ in labels):
                what = f"{finding.rule} {finding.severity}"
                print(f"FALSE {draft['id']} {what}: {finding.match!r} in a {draft['kind']}")


def _count_draft(row: Counts, draft: dict[str, Any], report: Any) -> None:
    row["drafts"] += 1
    row["verdict"] += report.verdict == draft["verdict"]
    if draft["kind"] in ("clean", "lookalike"):
        row["quiet"] += 1
        row["silent"] += not report.findings
        row["alarm"] += RANK[report.verdict] >= 2
    if draft["kind"] == "guard":
        row["guards"] += 1
        row["guard"] += RANK[report.verdict] <= max(1, RANK[draft["verdict"]])


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--misses", action="store_true", help="list misses of the open part")
    parser.add_argument("--family", default="", help="with --misses: only this family")
    parser.add_argument("--lang", default="", help="only drafts in fr or en")
    parser.add_argument("--without-reader", action="store_true", help="rules alone")
    parser.add_argument("--without-spacy", action="store_true", help="as if it were missing")
    parser.add_argument("--spacy-gain", action="store_true", help="what spaCy changes, and where")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    files = options.files or sorted(CORPUS.glob("*.jsonl"))
    drafts = [d for path in files for d in load(path)]
    drafts = [d for d in drafts if not options.lang or d["lang"] == options.lang]
    if options.spacy_gain:
        print_spacy_gain(drafts, without_reader=options.without_reader)
        return
    with no_spacy() if options.without_spacy else contextlib.nullcontext():
        reports, spent = judge(drafts, without_reader=options.without_reader)
    parts = {
        "dev": [d for d in drafts if d["file"] == "dev"],
        "open": [d for d in drafts if d["file"] != "dev" and not is_closed(d)],
        "closed": [d for d in drafts if is_closed(d)],
    }
    tables = {name: score(part, reports) for name, part in parts.items() if part}
    if options.misses:
        print_misses([*parts["dev"], *parts["open"]], reports, options.family)
        return
    if options.json:
        shown = {n: {k: figures(c) for k, c in t.items()} for n, t in tables.items()}
        json.dump(shown, sys.stdout)
        return
    for name, table in tables.items():
        print(f"— {name}")
        order = ["all", "fr", "en", "ordinary"]
        for key in [*order, *sorted(k for k in table if k not in order)]:
            if key in table:
                shown = figures(table[key])
                cells = "  ".join(f"{k} {v}" for k, v in shown.items() if v is not None)
                print(f"{key:16} {cells}")
    print(f"{len(drafts) / spent:.0f} drafts a second of CPU" if spent else "")


if __name__ == "__main__":
    main()
