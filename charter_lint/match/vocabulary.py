"""What an index is built from: concepts, proper names, phrases with their places."""

from __future__ import annotations

import msgspec

Phrases = dict[str, list[str]]
"""Phrases by language: "fr", "en", or "any" for both."""

Place = tuple[object, ...]
"""Where a phrase was written: a file and the path of keys to it."""


class Name(msgspec.Struct, frozen=True):
    """A proper name among a company's facts, valid on days from `since` to before `until`.

    With `capital` a single word of it counts only with a capital, whether a dictionary knows the
    word or not.
    """

    text: str
    since: str = ""
    until: str = ""
    place: Place = ()
    capital: bool = False


class Concept(msgspec.Struct, frozen=True):
    """A named vocabulary: phrases of an author, names of a company, and where both stand."""

    phrases: Phrases = {}
    names: tuple[Name, ...] = ()
    place: Place = ()


class Fault(msgspec.Struct, frozen=True):
    """A phrase that could not be built: where it stands, what is wrong, and the offset in it."""

    place: Place
    problem: str
    at: int
    values: dict[str, str]
    known: tuple[str, ...] = ()
