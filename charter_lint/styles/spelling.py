"""Spelling rules that bring their own hunspell dictionary.

The dictionary is read by the `spylls` package, if it is installed; words are cut out of the
text as Vale does it.
"""

from __future__ import annotations

import contextlib
import gc
import re
import warnings
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from charter_lint.styles.engine import GivenUpError
from charter_lint.styles.message import fill

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from charter_lint.styles.block import Block
    from charter_lint.styles.document import Hit
    from charter_lint.styles.model import Rule
    from charter_lint.styles.source import Fields

_SIGNS = str.maketrans({"\u201c": '"', "\u201d": '"', "\u2018": "'", "\u2019": "'"})
_BEFORE, _AFTER = "$(\"['", ",)\"]!;.?:'"
_INITIALS = re.compile(r"(?:[A-Za-z]\.){2,}|[A-Z][a-z]{1,2}\.")
_FILTERS = (
    re.compile(r"[A-Z][a-z]+[A-Z]+\w+", re.ASCII),
    re.compile(r"[A-Z]+\Z"),
    re.compile(r"[^a-zA-Z_']"),
)


def settings(fields: Fields, paths: Sequence[Path]) -> dict[str, Any] | None:
    """Give what a spelling rule needs to run; None if its dictionary isn't there.

    Vale's built-in dictionary, which rules without a dictionary of their own and those with
    `append: true` ask for, isn't.
    """
    found = _dictionaries(fields, paths)
    if not found or fields.yes("append") or find_spec("spylls") is None:
        return None
    words: list[str] = []
    for name in fields.list("ignore"):
        for path in paths:
            for file in (path / name, path / "config" / "ignore" / name):
                if file.is_file():
                    words += file.read_text(encoding="utf-8-sig").splitlines()
    return {
        "dictionaries": [str(each) for each in found],
        "words": sorted({word.strip() for word in words if word.strip()}),
        "filters": fields.list("filters"),
        "custom": fields.yes("custom"),
    }


def _dictionaries(fields: Fields, paths: Sequence[Path]) -> list[Path]:
    """Give the dictionaries' paths, without a suffix."""
    aff, dic = fields.text("aff"), fields.text("dic")
    found = []
    for path in paths:
        for folder in (path, path / "config" / "dictionaries"):
            pair = folder / aff, folder / dic
            same = pair[0].with_suffix("") == pair[1].with_suffix("")
            if aff and dic and same and all(each.is_file() for each in pair):
                return [pair[1].with_suffix("")]
    given = fields.text("dicpath")
    folders = [path / (given or "config/dictionaries") for path in paths]
    folders += [Path(given)] if given else []
    for name in fields.list("dictionaries"):
        for folder in folders:
            if (folder / f"{name}.dic").is_file() and (folder / f"{name}.aff").is_file():
                found.append(folder / name)
                break
        else:
            return []
    return found


def misspelt(rule: Rule, block: Block, excused: Callable[[str], bool]) -> Iterator[tuple[int, str]]:
    """Give place and word for each word that no dictionary has."""
    custom, wanted = rule.settings["custom"], tuple(rule.settings["dictionaries"])
    own = frozenset(rule.settings["words"])
    filters = [_compiled(each) for each in rule.settings["filters"]]
    for start, word in words(block.text):
        if not custom and any(each.search(word) for each in _FILTERS):
            continue
        if any(each.search(word) for each in filters) or excused(word):
            continue
        if word in own or word.lower() in own or any(_spells(name, word) for name in wanted):
            continue
        yield start, word


def words(text: str) -> Iterator[tuple[int, str]]:
    """Give the words of a text with their places (-1 where signs in them were straightened)."""
    for found in re.finditer(r"\S+", text):
        raw = found[0]
        word = _bare(raw.translate(_SIGNS).replace("&rsquo;", "'"))
        if any(char.isalpha() for char in word):
            at = raw.find(word)
            yield (found.start() + at if at >= 0 else -1), word


def _bare(word: str) -> str:
    """Take the signs around a word away, initials and abbreviations aside."""
    while len(word) > 1 and not _INITIALS.fullmatch(word):
        if word[0] in _BEFORE:
            word = word[1:]
        elif word[-1] in _AFTER:
            word = word[:-1]
        else:
            return word
    return word


class NoDictionaryError(GivenUpError):
    """A dictionary that can't be read."""

    reason = "spelling"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)


@cache
def _dictionary(path: str) -> Any:  # noqa: ANN401 - an untyped library
    from spylls.hunspell import (  # type: ignore[import-untyped]  # noqa: PLC0415 - slow to load
        Dictionary,
    )

    found = None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # it leaves its files to be collected
        with contextlib.suppress(OSError, ValueError, TypeError, LookupError):
            found = Dictionary.from_files(path)
        gc.collect()
    if found is None:
        raise NoDictionaryError
    return found


@cache
def _spells(path: str, word: str) -> bool:
    return bool(_dictionary(path).lookup(word))


def hits(rule: Rule, block: Block, excused: Callable[[str], bool], make: type[Hit]) -> list[Hit]:
    """Give the rule's hits on a block."""
    found = []
    for start, word in misspelt(rule, block, excused):
        message, description = fill(rule.message, word), fill(rule.description, word)
        end = start + len(word)
        found.append(
            make(start, end, word, message, description, rule.action, rule.params, start >= 0)
        )
    return found
