"""Measure the reader alone, without any rule.

    python benchmarks/reader.py                 held-out folds, then dev, then the closed quarter
    python benchmarks/reader.py --encoder use-multilingual-3
    python benchmarks/reader.py --svg docs/reader.svg

Every figure of the first table comes from heads that had seen no draft of the same company, no
twin, and no example of the same rule; thresholds are set on the drafts about all companies pooled.
The other tables use the reader as learned, at those same thresholds; nothing was chosen on them.

caught    share of the drafts that deserve a stop (review, block) of which a sentence is flagged
family    of the labelled sentences flagged, the share whose family is right
ordinary  share of ordinary drafts without a label that are flagged
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from charter_lint.charter.load import load_charter
from charter_lint.desk.learn.data import read_corpus
from charter_lint.desk.learn.fit import fit
from charter_lint.desk.learn.gather import Gathered, gather, rule_examples
from charter_lint.match.reader.rated import family_of, rated

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from charter_lint.desk.learn.data import Labelled

CORPUS = Path(__file__).parent.parent / "examples" / "corpus"
ALARMS = (0.02, 0.05, 0.10)
STOP = 2


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--encoder", default="", help="measure a second stage on this encoder")
    parser.add_argument("--svg", type=Path, help="write the curve caught against alarm")
    options = parser.parse_args()
    gathered = gather([*rule_examples(load_charter("default")), *read_corpus(CORPUS)])
    fitted = fit(gathered)
    scores, families = list(fitted.stop), list(fitted.family)
    print(f"{len(gathered.sentences)} sentences, {len(gathered.contradictions)} contradictions")
    curves = {"first stage": curve(gathered, scores)}
    print("— first stage, held-out folds")
    limits = table(gathered, scores, families, lambda d: not d.closed)
    final = [0.0] * len(scores)
    guessed = [""] * len(scores)
    for number, members in gathered.by_draft().items():
        rows = [gathered.sentences[i] for i in members]
        words, marks = [row.words for row in rows], [row.marks for row in rows]
        seen = rated(fitted.model, words, marks, gathered.drafts[number].platform)
        for i, row in zip(members, seen, strict=True):
            final[i] = row.stop
            guessed[i] = family_of(fitted.model, row.read)
    parts = {
        "dev": lambda d: d.source == "dev",
        "closed": lambda d: d.closed and d.source != "dev",
    }
    for name, chosen in parts.items():
        print(f"— first stage, {name}")
        table(gathered, final, guessed, chosen, limits)
    if options.encoder:
        from charter_lint.desk.learn.second import held_out  # noqa: PLC0415  (NumPy)

        second = held_out(fitted, gathered, options.encoder)
        print("— both stages, held-out folds")
        table(gathered, second, families, lambda d: not d.closed)
        curves["both stages"] = curve(gathered, second)
    if options.svg:
        options.svg.write_text(drawn(curves), encoding="utf-8")


def highest(gathered: Gathered, scores: Sequence[float]) -> dict[int, float]:
    """Give the highest score of a sentence for each draft."""
    found: dict[int, float] = {}
    for row, score in zip(gathered.sentences, scores, strict=True):
        found[row.draft] = max(score, found.get(row.draft, score))
    return found


def company(draft: Labelled) -> bool:
    """Say whether a draft is of the kind that thresholds are set on: about a company, or dev."""
    return draft.charter != "default" and draft.source != "rules"


def table(
    gathered: Gathered,
    scores: Sequence[float],
    families: Sequence[str],
    chosen: Callable[[Labelled], bool],
    limits: Sequence[float] = (),
) -> list[float]:
    """Print caught, alarm, family and ordinary at three thresholds; give the thresholds."""
    best = highest(gathered, scores)
    of = gathered.drafts
    ours = [i for i in best if chosen(of[i])]
    harmless = [best[i] for i in ours if company(of[i]) and of[i].kind in ("clean", "lookalike")]
    deserving = [best[i] for i in ours if company(of[i]) and of[i].verdict in ("review", "block")]
    ordinary = [best[i] for i in ours if of[i].source.startswith("ordinary") and not of[i].findings]
    used = []
    for place, alarm in enumerate(ALARMS):
        ranked = sorted(harmless, reverse=True)
        limit = limits[place] if limits else ranked[int(alarm * len(ranked))]
        used.append(limit)
        flagged = [
            families[i] == row.family
            for i, row in enumerate(gathered.sentences)
            if row.rank >= STOP and scores[i] > limit and chosen(of[row.draft])
        ]
        cells = {
            "caught": share(deserving, limit),
            "alarm": share(harmless, limit),
            "ordinary": share(ordinary, limit),
            "family": sum(flagged) / len(flagged) if flagged else 0.0,
        }
        shown = "  ".join(f"{k} {v:.3f}" for k, v in cells.items())
        print(f"at {alarm:.2f}  {shown}  ({len(deserving)} / {len(harmless)} / {len(ordinary)})")
    return used


def share(scores: Sequence[float], limit: float) -> float:
    """Give the share of scores above a limit."""
    return sum(s > limit for s in scores) / len(scores) if scores else 0.0


def curve(gathered: Gathered, scores: Sequence[float]) -> list[tuple[float, float]]:
    """Give caught at each alarm from 0 to .25, on held-out drafts about companies."""
    best = highest(gathered, scores)
    of = gathered.drafts
    ours = [i for i in best if company(of[i]) and not of[i].closed]
    harmless = sorted((best[i] for i in ours if of[i].kind in ("clean", "lookalike")), reverse=True)
    deserving = [best[i] for i in ours if of[i].verdict in ("review", "block")]
    most = int(0.25 * len(harmless))
    return [(n / len(harmless), share(deserving, harmless[n])) for n in range(most)]


def drawn(curves: dict[str, list[tuple[float, float]]]) -> str:
    """Draw caught against alarm as an SVG."""
    width, height, left, low = 480, 320, 50, 280
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">',
        '<g font-family="sans-serif" font-size="12" fill="none">',
        f'<path d="M{left} 20V{low}H{width - 10}" stroke="#444"/>',
        f'<text x="{left}" y="312" fill="#222">alarm: harmless drafts flagged, 0 to .25</text>',
        f'<text x="{left + 6}" y="16" fill="#222">caught: drafts to stop, 0 to 1</text>',
    ]
    for number, (name, points) in enumerate(curves.items()):
        colour = ("#2563eb", "#c2410c")[number % 2]
        line = " ".join(f"{left + x / 0.25 * 420:.1f},{low - y * 260:.1f}" for x, y in points)
        parts.append(f'<polyline points="{line}" stroke="{colour}" stroke-width="2"/>')
        parts.append(f'<text x="300" y="{240 + 16 * number}" fill="{colour}">{name}</text>')
    return "\n".join([*parts, "</g></svg>\n"])


if __name__ == "__main__":
    main()
