"""The examples of the OpenAPI document; a test compares them with what the server answers."""

from __future__ import annotations

from typing import Any

import msgspec

from charter_lint.formats.entry import VERSION, Entry, FindingEntry
from charter_lint.hooks.http.requests import CheckRequest

REQUESTS = {
    "promise": CheckRequest(
        text="Our fund offers a guaranteed return of 5%.", id="post-1", platform="linkedin"
    ),
    "thanks": CheckRequest(
        text="Merci à toute l'équipe pour ces deux journées.", id="post-2", platform="linkedin"
    ),
}

FINDING = FindingEntry(
    rule="finance/guaranteed-return",
    severity="block",
    start=18,
    end=35,
    line=1,
    column=19,
    end_line=1,
    end_column=36,
    utf16=(18, 35),
    bytes=(18, 35),
    match="guaranteed return",
    masked=False,
    title={"fr": "Rendement garanti", "en": "Guaranteed return"},
    message={
        "fr": "«\u00a0guaranteed return\u00a0» promet un rendement\u00a0: aucun placement ne "
        "peut être présenté comme garanti.",
        "en": "“guaranteed return” promises a return: no investment may be presented as "
        "guaranteed.",
    },
    instead={
        "fr": "Dites l'objectif et le risque\u00a0: «\u00a0vise…, avec un risque de perte en "
        "capital\u00a0».",
        "en": "Give the aim and the risk: “aims for…, capital at risk”.",
    },
    why={},
    source=("FINRA Rule 2210(d)(1)(B) (US)",),
    owner="compliance",
    contact="",
    point="",
    confidence=1.0,
    replacement="",
    like="",
    capped="",
    eased="",
)

ENTRY = Entry(
    version=VERSION,
    id="post-1",
    verdict="block",
    judged=True,
    findings=(FINDING,),
    notes=(),
    not_checked=(),
    guarded=(),
    waived=(),
    shadow=(),
    hushed=(),
    charter="default",
    revision="0" * 32,
)


def sent(request: CheckRequest) -> dict[str, Any]:
    """Give a request as one would write it: without what is not known."""
    given: dict[str, Any] = msgspec.to_builtins(request)
    return {k: v for k, v in given.items() if v not in ("", [])}
