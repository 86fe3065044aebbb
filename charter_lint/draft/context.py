"""The circumstances of a draft: who would publish what, where and when."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a draft beside its text; an unknown value is the empty string.

    A rule's condition on a value that is unknown never fires.
    """

    platform: Annotated[str, Meta(description="linkedin, x, facebook, instagram, blog, email…")] = (
        ""
    )
    role: Annotated[
        str, Meta(description="the author's role: employee, executive, spokesperson…")
    ] = ""
    account: Annotated[str, Meta(description="official or personal")] = ""
    audience: Annotated[str, Meta(description="public, customers, staff…")] = ""
    date: Annotated[str, Meta(description="day of publication, YYYY-MM-DD")] = ""
    action: Annotated[str, Meta(description="post, like, share or comment")] = ""
    language: Annotated[str, Meta(description="fr or en; found per sentence when empty")] = ""
    author: Annotated[str, Meta(description="the author's name, to recognise self-mention")] = ""
    source: Annotated[str, Meta(description="company, expert, employee or department")] = ""
    syntax: Annotated[str, Meta(description="plain or markdown")] = ""
    media: Annotated[tuple[str, ...], Meta(description="images and videos that go with it")] = ()
    tags: Annotated[
        tuple[str, ...], Meta(description="flags a charter may ask for, as crisis")
    ] = ()
