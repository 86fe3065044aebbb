"""Makes a rule of five flagged and five allowed sentences, ten times; counts those that pass.

python benchmarks/new_rule.py
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from new_rule_tasks import TASKS

from charter_lint.desk.new_rule import Sample
from charter_lint.desk.new_rule_file import Texts
from charter_lint.desk.new_rule_write import make_rule

WANTED = 8


def main() -> int:
    """Print each task's phrases and whether all its sentences do what they say; 1 below 8."""
    texts = Texts(why={"fr": "Essai", "en": "Trial"}, instead={"fr": "Autrement", "en": "Else"})
    passed = 0
    for name, (language, flagged, allowed) in TASKS.items():
        with tempfile.TemporaryDirectory() as made:
            charter = Path(made) / ".charter-lint.yaml"
            charter.write_text('name: trial\npacks: ["*"]\n', encoding="utf-8")
            samples = tuple([Sample(t, language) for t in listed] for listed in (flagged, allowed))
            start = time.process_time()
            rule = make_rule(charter, f"own/{name}", (samples[0], samples[1]), texts)
            spent = time.process_time() - start
        passed += rule.written
        unless = f" unless {', '.join(rule.proposal.unless)}" if rule.proposal.unless else ""
        phrases = " | ".join((*rule.proposal.fr, *rule.proposal.en))
        mark = "ok  " if rule.written else "FAIL"
        print(f"{mark} {name} [{language}] {spent:.1f} s: {phrases}{unless}")
        for sample in rule.proposal.missed:
            print(f"     missed: {sample.text}")
        for outcome in rule.outcomes:
            if not outcome.ok:
                print(f"     {outcome.reason}: {outcome.text}")
    print(f"{passed} of {len(TASKS)} rules pass all their sentences (wanted: {WANTED})")
    return 0 if passed >= WANTED else 1


if __name__ == "__main__":
    sys.exit(main())
