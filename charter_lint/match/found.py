"""A piece of confidential matter that a detector saw in a draft."""

from __future__ import annotations

import msgspec

from charter_lint.draft.spans import Span

_SHOWN = 2  # letters and digits that a mask leaves at each end
_LONG = 8  # quotes with fewer letters and digits are masked whole


class Found(msgspec.Struct, frozen=True, repr_omit_defaults=True):
    """What was seen, where, and how sure the detector is.

    `span` counts code points of the original text; `confidence` runs from 0 to 1; `normal` is the
    form that is compared (digits without separators, lower-case address); `reason` names the
    pieces of evidence, never the text itself. The repr keeps `normal` back.
    """

    type: str
    span: Span
    confidence: float
    normal: str
    reason: tuple[str, ...] = ()

    def __repr__(self) -> str:
        span = f"{self.span.start}-{self.span.end}"
        return (
            f"Found({self.type!r}, {span}, {self.confidence}, {mask(self.normal)!r}, {self.reason})"
        )


def mask(quote: str) -> str:
    """Replace the letters and digits of a quote by dots, but two at each end of a long one."""
    places = [i for i, c in enumerate(quote) if c.isalnum()]
    shown = {*places[:_SHOWN], *places[-_SHOWN:]} if len(places) >= _LONG else set()
    return "".join("•" if c.isalnum() and i not in shown else c for i, c in enumerate(quote))
