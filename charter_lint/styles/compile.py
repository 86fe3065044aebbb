"""Compiles a rule's definition: expressions translated, split and given their needles."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from charter_lint.match.literals import all_required, expand, fold, rarity, required, whole
from charter_lint.styles import spelling
from charter_lint.styles.degree import degree
from charter_lint.styles.dialect import DialectError, Piece, alternatives, translate
from charter_lint.styles.model import Alternative, Expression, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from charter_lint.styles.source import Fields

_WORD, _PLAIN = r"(?m)\b(?:%s)\b", "(?m)(?:%s)"
_RARE = 0.5  # a needle commoner than this (a single letter, a space) is not worth looking for


class Words:
    """What the configuration adds to every rule: accepted terms, and its word template."""

    def __init__(self, accepted: list[str], template: str) -> None:
        self.accepted = accepted
        self.template = template


def compile_rule(
    name: str,
    kind: str,
    fields: Fields,
    level: str,
    words: Words,
    paths: Sequence[Path] = (),
    *,
    terms: bool = False,
) -> Rule:
    """Compile one rule; raises DialectError for an expression that cannot be run."""
    scope = fields.list("scope")
    if kind in ("metric", "readability"):
        scope = ["summary"] if scope in ([], ["text"]) else scope
    action, params = fields.action()
    base: dict[str, Any] = {
        "name": name,
        "kind": kind,
        "message": fields.text("message"),
        "description": fields.text("description"),
        "link": fields.text("link"),
        "level": level,
        "limit": int(fields.number("limit")),
        "scope": tuple(scope or ["text"]),
        "action": action,
        "params": params,
        "matchcase": fields.yes("matchcase"),
    }
    vocab = fields.yes("vocab", default=True)
    if kind == "existence":
        vocab = vocab and not fields.yes("nonword")
    if kind in ("existence", "substitution", "repetition", "conditional", "capitalization"):
        listed = fields.list("exceptions") + (words.accepted if vocab else [])
        base["excepted"] = exceptions(listed)
        base["phrases"] = phrases(listed)
    made = {
        "existence": _existence,
        "substitution": _substitution,
        "occurrence": _occurrence,
        "repetition": _repetition,
        "consistency": _consistency,
        "conditional": _conditional,
        "capitalization": _capitalization,
    }.get(kind, _measure)(fields, words)
    settings = made.pop("settings", {})
    if kind == "spelling":
        settings = spelling.settings(fields, paths) or {}
        base["excepted"] = exceptions(words.accepted)
    if terms:
        settings["terms"] = True
    if kind == "capitalization":
        # Vale hands its case converters the very list it has made into expressions, but
        # the list as written where accepted terms were added to it.
        listed = settings["exceptions"]
        added = words.accepted if vocab else []
        settings["exceptions"] = [*listed, *added] if added else _exact(listed)
    return Rule(**base, **made, settings=settings)


def expression(source: str, *, folds: bool = False) -> Expression:
    """Translate an expression that is run as a whole."""
    return _expression(translate(source, folds=folds))


def exceptions(terms: list[str]) -> Expression | None:
    """Give the expression for words that are left alone; None if there are none."""
    if not terms:
        return None
    return expression(_WORD.replace("%s", "|".join(_exact(terms))))


def _exact(terms: list[str]) -> list[str]:
    """Give terms as expressions that mind letter case, the longest first."""
    ordered = sorted(terms, key=_size, reverse=True)
    parts = [term_pattern(each) for each in ordered]
    return [each if each.startswith("(?i)") else "(?-i)" + each for each in parts]


def phrases(terms: list[str]) -> Expression | None:
    """Give the expression for phrases within which nothing is reported."""
    several = [term_pattern(each) for each in terms if re.search(r"[ \t]|\\s", each)]
    return expression(r"(?i)\b(?:" + "|".join(several) + r")\b") if several else None


def literal_term(term: str) -> bool:
    """Say whether a vocabulary's term is plain text; a period in it means itself."""
    return not re.search(r"[\\+*?()|\[\]{}^$]", term)


def term_pattern(term: str) -> str:
    """Give a vocabulary's term as an expression that also matches over a line's end."""
    if literal_term(term):
        term = term.replace(".", r"\.")
    return re.sub(r"[ \t]+", lambda _: r"\s+", term)


def _size(text: str) -> int:
    return len(text.encode())


def _expression(piece: Piece) -> Expression:
    _must_compile(piece)
    rich = piece.rich or not _parses(piece.text)
    return Expression(piece.text, rich, degree(piece.text))


def _must_compile(piece: Piece) -> None:
    """Refuse now what would fail when it is first run."""
    if not piece.rich:
        try:
            re.compile(piece.text)
        except re.error:
            pass
        except (RecursionError, OverflowError) as error:
            raise DialectError("too deep") from error
        else:
            return
    import regex  # noqa: PLC0415 - seldom needed

    try:
        regex.compile(piece.text)
    except regex.error as error:
        raise DialectError(str(error)) from error


def _alternatives(template: str, source: str, key: int, *, folds: bool) -> list[Alternative]:
    """Compile one of a rule's expressions within its *template*, split as far as possible."""
    if template not in (_WORD, _PLAIN):
        return _alternative(translate(template.replace("%s", f"({source})"), folds=folds), key)
    mark = r"\b" if template == _WORD else ""
    found: list[Alternative] = []
    for piece in alternatives(source, folds=folds, lines=True):
        framed = f"{mark}(?:{piece.text}){mark}"
        found += _alternative(Piece(framed, piece.rich, piece.groups, piece.refers), key)
    return found


def _alternative(piece: Piece, key: int) -> list[Alternative]:
    spelled = None if piece.rich or piece.groups else expand(piece.text)
    if spelled is not None and all(each.text for each in spelled):
        return [
            Alternative(
                key, fold(each.text) if each.folds else each.text, fixed=True,
                left=each.left, right=each.right, folds=each.folds,
            )
            for each in spelled
        ]  # fmt: skip
    _must_compile(piece)
    sets = [each for each in all_required(piece.text) if min(map(rarity, each)) >= _RARE]
    needles, also = [*map(_fewest, sets[:2]), (), ()][:2]
    words = whole(piece.text)
    return [
        Alternative(
            key, piece.text, fixed=False, rich=piece.rich or not _parses(piece.text),
            weight=degree(piece.text), needles=needles, also=also,
            words=tuple(sorted(words or ())),
        )
    ]  # fmt: skip


def _fewest(needles: Iterable[str]) -> tuple[str, ...]:
    """Drop a needle that holds another: finding the shorter one is enough."""
    kept: list[str] = []
    for each in sorted(needles, key=len):
        if not any(short in each for short in kept):
            kept.append(each)
    return tuple(sorted(kept))


def _parses(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError):
        return False
    return True


def _existence(fields: Fields, words: Words) -> dict[str, Any]:
    folds = fields.yes("ignorecase")
    tokens = [each for each in fields.list("tokens") if each.strip()]
    listed = fields.list("tokens")
    raw = "".join(fields.list("raw"))
    word = not fields.yes("nonword") and bool(listed)
    template = (words.template or _WORD) if word else _PLAIN
    found: list[Alternative] = []
    if raw or (words.template and word):
        whole = template.replace("%s", "|".join(tokens), 1)
        whole = whole + raw if fields.yes("append") else raw + whole
        piece = translate(whole, folds=folds)
        found = _split_whole(whole, folds=folds) if not piece.refers else _alternative(piece, 0)
    else:
        counts = [piece.refers for each in tokens for piece in alternatives(each)]
        if any(counts):  # numbers of groups count over the whole rule
            found = _alternative(
                translate(template.replace("%s", "|".join(tokens)), folds=folds), 0
            )
        else:
            for source in _spread(tokens):
                found += _alternatives(template, source, 0, folds=folds)
    return {"alternatives": tuple(found), "settings": {}}


def _spread(tokens: list[str]) -> list[str]:
    """Give tokens one by one, unless one sets an option that holds in those after it."""
    if any(re.search(r"\(\?[imsxn-]+\)", each) for each in tokens):
        return ["|".join(tokens)]
    return tokens


def _split_whole(whole: str, *, folds: bool) -> list[Alternative]:
    found: list[Alternative] = []
    for piece in alternatives(whole, folds=folds):
        found += _alternative(piece, 0)
    return found


def _substitution(fields: Fields, words: Words) -> dict[str, Any]:
    folds = fields.yes("ignorecase")
    swap = fields.map("swap")
    template = _PLAIN if fields.yes("nonword") else (words.template or _WORD)
    keys = sorted(swap, key=_size, reverse=True)
    found: list[Alternative] = []
    for number, source in enumerate(keys):
        found += _alternatives(template, uncaptured(source), number, folds=folds)
    return {
        "alternatives": tuple(found),
        "swaps": tuple(swap[key] for key in keys),
        "keys": tuple(keys),
        "settings": {"capitalize": fields.yes("capitalize"), "folds": folds},
    }


def uncaptured(source: str) -> str:
    """Make every plain group of a swap's key one that captures nothing, as Vale does."""
    if source.count("(") == source.count("(?") + source.count(r"\("):
        return source
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", source)


def _occurrence(fields: Fields, words: Words) -> dict[str, Any]:
    del words
    made = expression(f"(?:{fields.text('token')})", folds=fields.yes("ignorecase"))
    return {
        "expressions": (made,),
        "settings": {"max": int(fields.number("max")), "min": int(fields.number("min"))},
    }


def _repetition(fields: Fields, words: Words) -> dict[str, Any]:
    del words
    folds = fields.yes("ignorecase")
    made = expression("(" + "|".join(fields.list("tokens")) + ")", folds=folds)
    return {
        "expressions": (made,),
        "settings": {
            "max": int(fields.number("max")), "folds": folds, "alpha": fields.yes("alpha"),
            "tight": not any(map(_may_begin_or_end_blank, fields.list("tokens"))),
        },
    }  # fmt: skip


def _may_begin_or_end_blank(token: str) -> bool:
    """Say whether a token may match text with white space at its ends; if in doubt, yes."""
    return token not in (r"[^\s]+", r"[^\s.!?]+", r"\S+", r"\w+", "[a-zA-Z]+")


def _consistency(fields: Fields, words: Words) -> dict[str, Any]:
    template = _PLAIN if fields.yes("nonword") else (words.template or _WORD)
    folds = fields.yes("ignorecase")
    made = []
    for one, two in fields.map("either").items():
        both = f"(?P<one>{one})|(?P<two>{two})"
        made.append(expression(template.replace("%s", both), folds=folds))
    return {"expressions": tuple(made), "settings": {"pairs": len(made)}}


def _conditional(fields: Fields, words: Words) -> dict[str, Any]:
    del words
    second = translate(fields.text("second"))
    first = translate(fields.text("first"))
    return {
        "expressions": (_expression(first), _expression(second)),
        "alternatives": tuple(_alternative(first, 0)),
        "settings": {
            "captures": second.groups > 0,
            "in": fields.text("in"),
            "needs": _fewest(required(second.text) or ()),
        },
    }


def _capitalization(fields: Fields, words: Words) -> dict[str, Any]:
    del words
    match = fields.text("match")
    made: dict[str, Any] = {
        "settings": {
            "match": match,
            "style": fields.text("style"),
            "exceptions": fields.list("exceptions"),
            "indicators": fields.list("indicators"),
            "threshold": fields.number("threshold") or 0.8,
            "prefix": fields.text("prefix"),
        }
    }
    if not match.startswith("$") or match not in ("$title", "$sentence", "$lower", "$upper"):
        made["expressions"] = (expression(match),)
    return made


def _measure(fields: Fields, words: Words) -> dict[str, Any]:
    del words
    return {
        "settings": {
            "formula": re.sub(r"heading\.(h[1-6])", r"heading_\1", fields.text("formula")),
            "condition": fields.text("condition"),
            "metrics": fields.list("metrics"),
            "grade": fields.number("grade"),
        }
    }
