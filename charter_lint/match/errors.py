"""What goes wrong with a lexicon, an index, a document or a pepper, told without their content."""

from __future__ import annotations


class VaultError(Exception):
    """A file or a key that cannot be used.

    `problem` names a text of the area "confidentiality" in the messages, `values` fill it, and
    `place` is the file or the setting that has to be put right.
    """

    def __init__(self, problem: str, place: str, **values: str) -> None:
        super().__init__(problem, place)
        self.problem = problem
        self.place = place
        self.values = values
