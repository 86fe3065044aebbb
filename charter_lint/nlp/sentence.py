"""A sentence as spaCy reads it: parsed at most once for each set of pipes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from charter_lint.nlp.models import load

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST = 5000
"""Characters of the longest sentence that is read; a longer one is not prose."""


class TooLong(Exception):  # noqa: N818  (a condition to report, not a fault of the caller)
    """A sentence is too long to be read; the message is its length in characters."""


class Sentence:
    """The text of one sentence in "fr" or "en", with offsets counted from its beginning."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self._docs: dict[str, Any] = {}

    def doc(self, pipes: str = "syntax", model: Callable[[str, str], Any] = load) -> Any:  # noqa: ANN401
        """Give spaCy's reading by the pipes of one entry of `models.PIPES`.

        Raises EngineMissing without the model, TooLong for a sentence that is no prose.
        """
        if pipes == "syntax" and "lemmas" in self._docs:
            pipes = "lemmas"
        known = self._docs.get(pipes)
        if known is None:
            if len(self.text) > LONGEST:
                raise TooLong(str(len(self.text)))
            # A line break within a sentence is a space to the reader.
            known = self._docs[pipes] = model(self.language, pipes)(self.text.replace("\n", " "))
        return known
