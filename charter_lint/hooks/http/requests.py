"""What callers send: one draft with its context, and what may be wrong with it."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Literal, TypeVar

import msgspec
from msgspec import Meta

from charter_lint.draft import Context, Draft
from charter_lint.hooks.http.problem import Problem

_PLACE = re.compile(r" - at `([^`]+)`$")
_UNKNOWN = re.compile(r"unknown field `([A-Za-z_-]{1,32})`")
_MISSING = re.compile(r"missing required field `([a-z_]+)`")
_NO_CONTEXT = frozenset({"text", "id", "charter", "override", "by"})

Short = Annotated[str, Meta(max_length=200)]
Text = Annotated[
    str,
    Meta(
        min_length=1,
        description="the draft, as it would be published",
        extra_json_schema={"pattern": r"^[^\u0000]*\S[^\u0000]*$", "maxLength": 50_000},
    ),
]


class CheckRequest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A draft and what is known of it; the same keys as a line of JSON Lines on the command line.

    What is not known is left out; a rule's condition on it then never fires.
    """

    text: Text
    id: Annotated[str, Meta(max_length=200, description="comes back with the judgement")] = ""
    charter: Annotated[
        str, Meta(max_length=200, description="name of a served charter; empty: the first")
    ] = ""
    platform: Annotated[
        str, Meta(max_length=200, description="linkedin, x, facebook, instagram, blog, email…")
    ] = ""
    role: Annotated[str, Meta(max_length=200, description="employee, executive, spokesperson…")] = (
        ""
    )
    account: Literal["", "official", "personal"] = ""
    audience: Annotated[str, Meta(max_length=200, description="public, customers, staff…")] = ""
    date: Annotated[
        str,
        Meta(
            description="day of publication, YYYY-MM-DD; empty: today",
            extra_json_schema={"anyOf": [{"const": ""}, {"format": "date"}]},
        ),
    ] = ""
    action: Literal["", "post", "like", "share", "comment"] = ""
    language: Literal["", "fr", "en"] = ""
    author: Annotated[str, Meta(max_length=200, description="the author's name")] = ""
    source: Annotated[
        str, Meta(max_length=200, description="company, expert, employee or department")
    ] = ""
    syntax: Literal["", "plain", "markdown"] = ""
    media: Annotated[
        tuple[Annotated[str, Meta(max_length=2000)], ...],
        Meta(max_length=100, description="images and videos that go with it"),
    ] = ()
    tags: Annotated[tuple[Short, ...], Meta(max_length=100, description="as crisis")] = ()


Request = TypeVar("Request", bound=msgspec.Struct)


def decode(body: bytes, kind: type[Request]) -> Request:
    """Decode JSON; raises Problem, whose words hold no value of the request."""
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.ValidationError as error:
        raise _problem(str(error), kind) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Problem("json-broken") from None


def draft_of(request: CheckRequest, longest: int) -> Draft:
    """Make the draft; raises Problem for a text that cannot be judged and a day that is none."""
    text = request.text
    if not text.strip():
        raise Problem("text-empty", "$.text")
    if "\0" in text:
        raise Problem("text-nul", "$.text")
    if len(text) > longest:
        raise Problem("text-long", "$.text", limit=f"{longest}")
    given = msgspec.structs.asdict(request)
    known = {k: v for k, v in given.items() if k not in _NO_CONTEXT}
    known["date"] = _day(request.date)
    return Draft(text, Context(**known), name=request.id)


def _day(given: str) -> str:
    if not given:
        return date.today().isoformat()  # noqa: DTZ011  (as the command line: the day here)
    try:
        if len(given) != len("YYYY-MM-DD"):
            raise ValueError  # noqa: TRY301  (one way out for every day that is none)
        return date.fromisoformat(given).isoformat()
    except ValueError:
        raise Problem("date-wrong", "$.date") from None


def _problem(said: str, kind: type[msgspec.Struct]) -> Problem:
    """Turn msgspec's words, which may quote what was sent, into ours, which may not."""
    found = _PLACE.search(said)
    path = found[1] if found else "$"
    if "unknown field" in said:
        named = _UNKNOWN.search(said)
        name = named[1] if named else ""
        near = get_close_matches(name, kind.__struct_fields__, 1) if name else []
        return Problem("field-unknown", path, name=name, near=near[0] if near else "")
    missing = _MISSING.search(said)
    if missing:
        return Problem("field-missing", path, name=missing[1])
    if path == "$.text" and "length >= 1" in said:
        return Problem("text-empty", path)
    return Problem("field-wrong", path)
