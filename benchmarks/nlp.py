"""Measure what grammar costs: spaCy on demand, one cold post, LanguageTool when warm.

    python benchmarks/nlp.py            all of it
    python benchmarks/nlp.py --spacy    only what has to do with spaCy
    python benchmarks/nlp.py --grammar  only LanguageTool (see also grammar.py)

Times are seconds of CPU, of the process and its children; other work on the machine moves them
less than the time on the wall. LanguageTool is asked over its port: its median is on the wall.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import grammar as of_grammar
from drafts import CORPUS, OF_LANGUAGE, TODAY, load
from spacy_gain import no_spacy

from charter_lint.charter.load import load_charter
from charter_lint.draft import Context, Draft
from charter_lint.lint.judge import lint
from charter_lint.nlp.models import model_name

POSTS = 1000
RUNS = 7
WITH = {
    "fr": "Nous vous promettons un rendement garanti de 5 % sur notre fonds.",
    "en": "We promise you this: our fund offers a guaranteed return of 5%.",
}
"""Posts that are decided only with spaCy."""
WITHOUT = "Ce matin, Josiane a réparé la machine à café, et toute l'équipe l'a applaudie."
IGNORED: list[str] = []
"""Company terms and names that LanguageTool should know."""
BARE = "import spacy; spacy.load({model!r}, exclude=['lemmatizer', 'ner', 'senter'])({text!r})"


def posts_a_second() -> None:
    """Print posts a second with spaCy on demand, and the share of posts that reach it."""
    drafts = [d for path in sorted(CORPUS.glob("*.jsonl")) for d in load(path)]
    step = max(1, len(drafts) // POSTS)
    drafts = drafts[::step][:POSTS]
    charters = {name: load_charter(name) for name in {_charter(d) for d in drafts}}

    def run() -> float:
        start = time.process_time()
        for draft in drafts:
            context = Context(platform=draft["platform"], date=TODAY)
            lint(Draft(draft["text"], context), charters[_charter(draft)])
        return time.process_time() - start

    run()  # models and tables are there from now on
    reached = 0
    read = 0
    with no_spacy() as asked:
        for draft in drafts:
            before = len(asked)
            context = Context(platform=draft["platform"], date=TODAY)
            lint(Draft(draft["text"], context), charters[_charter(draft)])
            reached += len(asked) > before
            read += len(asked) - before
        without = run()
    spent = run()
    sentences = sum(
        len(Draft(d["text"], Context(platform=d["platform"])).sentences) for d in drafts
    )
    print(f"{len(drafts)} drafts: {len(drafts) / spent:.0f} a second of CPU with spaCy on demand,")
    print(f"    {len(drafts) / without:.0f} as if it were not installed")
    print(
        f"    {reached / len(drafts):.1%} of the drafts and at most {read / sentences:.2%} of their"
    )
    print("    sentences reach spaCy")


def cold() -> None:
    """Print the CPU time of one post in a new process, beside spaCy's own start."""
    with tempfile.TemporaryDirectory() as folder:
        post = Path(folder) / "post.txt"
        check = [sys.executable, "-m", "charter_lint", "check", "--charter", "default", str(post)]
        for language, text in WITH.items():
            code = BARE.format(model=model_name(language), text=text)
            bare = cpu([sys.executable, "-c", code])
            post.write_text(text, encoding="utf-8")
            whole = cpu(check)
            print(f"{language}: a cold post that needs spaCy {whole:.2f} s, bare import and model")
            print(f"    {bare:.2f} s: {whole / bare:.2f} times")
        post.write_text(WITHOUT, encoding="utf-8")
        plain = cpu(check)
        # A package that cannot be imported is what a machine without spaCy has.
        blocked = Path(folder) / "blocked"
        (blocked / "spacy").mkdir(parents=True)
        (blocked / "spacy" / "__init__.py").write_text("raise ImportError\n", encoding="utf-8")
        absent = cpu(check, PYTHONPATH=str(blocked))
        print(f"a cold post that needs none {plain:.3f} s, where spaCy is not there {absent:.3f} s")


def cpu(command: list[str], **environment: str) -> float:
    """Give the median of the CPU time of a command, in seconds, after a first run that warms."""
    spent = []
    for _ in range(RUNS + 1):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment})
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(spent[1:])


def _charter(draft: dict[str, str]) -> str:
    return draft.get("charter") or OF_LANGUAGE[draft["lang"]]


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--spacy", action="store_true", help="only spaCy")
    parser.add_argument("--grammar", action="store_true", help="only LanguageTool")
    options = parser.parse_args()
    if not options.grammar:
        cold()
        posts_a_second()
    if not options.spacy:
        of_grammar.report([CORPUS / "dev.jsonl"], IGNORED)


if __name__ == "__main__":
    main()
