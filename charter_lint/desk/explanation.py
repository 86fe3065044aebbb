"""An explanation as a readable trace, or as JSON; masked places never show but on request."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from charter_lint.charter.reader import RULE
from charter_lint.desk.cues import Place
from charter_lint.formats.layout import wrap
from charter_lint.lint.report import MASK
from charter_lint.messages.catalogue import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from charter_lint.desk.explain import Explanation, Step, Way
    from charter_lint.draft import Draft
    from charter_lint.draft.spans import Span
    from charter_lint.lint.reader.explain import Explained
    from charter_lint.match.reader.nearest import Near

_COLUMNS = 80
VERSION = 1
"""Version of the JSON form."""


def as_json(draft: Draft, explained: Explanation) -> str:
    """Give the explanation as one JSON object; masked places hold the mask for their text."""
    ways = msgspec.to_builtins(explained.ways)
    for way, plain in zip(explained.ways, ways, strict=True):
        for needle, row in zip(way.needles, plain["needles"], strict=True):
            row["place"] = _place(needle.place, explained)
        for step, row in zip(way.steps, plain["steps"], strict=True):
            row["place"] = _place(step.place, explained)
            if step.cue:
                row["cue"] = _place(step.cue, explained)
            if _masked(step.place.span, explained):
                row["values"] = {}
    document = {
        "version": VERSION,
        "name": draft.name,
        "verdict": explained.report.verdict,
        "charter": explained.report.charter,
        "revision": explained.report.revision,
        "guarded": explained.report.guarded,
        "checks_without_a_hit": explained.closed,
        "not_checked": msgspec.to_builtins(explained.report.not_checked),
        "ways": ways,
        "read": [_read(draft, each, explained) for each in explained.read],
        "unread": explained.unread,
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode()


def as_text(draft: Draft, explained: Explanation, language: str, *, reveal: bool = False) -> str:
    """Give the explanation as lines of at most 80 columns, in "fr" or "en"."""
    trace = _Trace(draft, explained, language, reveal=reveal)
    return "\n".join(trace.lines())


def _masked(span: Span, explained: Explanation) -> bool:
    return any(span.overlaps(hidden) for hidden in explained.hidden)


def _place(place: Place, explained: Explanation) -> dict[str, Any]:
    shown = MASK if _masked(place.span, explained) else place.text
    return {"start": place.span.start, "end": place.span.end, "text": shown}


def _read(draft: Draft, seen: Explained, explained: Explanation) -> dict[str, Any]:
    written = draft.text[seen.span.start : seen.span.end]
    return {
        "place": _place(Place(span=seen.span, text=written), explained),
        "family": seen.family,
        "outcome": seen.outcome,
        "score": seen.score,
        "advice": seen.advice,
        "words": [] if _masked(seen.span, explained) else seen.words,
        "flagged": _near(seen.flagged),
        "allowed": _near(seen.allowed),
    }


def _near(near: Near | None) -> dict[str, Any] | None:
    if near is None:
        return None
    example = near.example
    return {"text": example.text, "rule": example.rule, "distance": near.distance}


class _Trace:
    """The lines of one explanation."""

    def __init__(
        self, draft: Draft, explained: Explanation, language: str, *, reveal: bool
    ) -> None:
        self._draft = draft
        self._explained = explained
        self._language = language
        self._reveal = reveal

    def lines(self) -> Iterator[str]:
        report = self._explained.report
        verdict = (
            self._say("verdict-pass") if report.verdict == "pass" else self._level(report.verdict)
        )
        yield self._say("verdict", name=self._draft.name, verdict=verdict)
        if report.guarded:
            yield wrap(self._say("guarded", rules=", ".join(report.guarded)), _COLUMNS, "")
        for way in self._explained.ways:
            yield ""
            yield from self._way(way)
        if self._explained.closed:
            yield ""
            yield self._say("closed", count=str(self._explained.closed))
        if self._explained.unread:
            yield ""
            yield wrap(text(self._explained.unread, self._language), _COLUMNS, "")
        for seen in self._explained.read:
            yield ""
            yield from self._seen(seen)

    def _seen(self, seen: Explained) -> Iterator[str]:
        start, end = seen.span
        place = Place(span=seen.span, text=self._draft.text[start:end])
        yield f"{seen.family}/{RULE} · {self._say('read')}"
        mark = "✗" if seen.outcome == "finding" else "✓"
        outcome = self._say(f"read-{seen.outcome}")
        yield from self._row(f"{self._words(place)} → {outcome}", mark)
        bounds = {"stop": self._number(seen.score), "advice": self._number(seen.advice)}
        yield from self._row(self._say("read-bounds", **bounds), " ")
        for key, near in (("flagged", seen.flagged), ("allowed", seen.allowed)):
            if near is not None:
                far = self._number(near.distance, sign=False)
                shown = {"match": near.example.text, "rule": near.example.rule, "far": far}
                yield from self._row(self._say(f"read-{key}", **shown), " ")
        if seen.words and (self._reveal or not _masked(seen.span, self._explained)):
            words = ", ".join(f"{word} ({self._number(much)})" for word, much in seen.words)
            yield from self._row(self._say("read-words", words=words), " ")

    def _number(self, value: float, *, sign: bool = True) -> str:
        written = f"{value:+.2f}" if sign else f"{value:.2f}"
        return written.replace(".", ",") if self._language == "fr" else written

    def _way(self, way: Way) -> Iterator[str]:
        yield f"{way.rule} · {way.kind} · {self._say(f'gate-{way.gate}')}"
        seen = set()
        for needle in way.needles:
            key = (needle.place.span, needle.phrase)
            if key not in seen:
                seen.add(key)
                shown = self._words(needle.place)
                yield from self._row(self._say("needle", match=shown, phrase=needle.phrase))
        if way.failed:
            yield from self._row(self._say("failed", reason=way.failed))
        elif not way.steps and way.gate != "closed":
            yield from self._row(self._say("no-match"))
        for step in way.steps:
            yield from self._step(step)

    def _step(self, step: Step) -> Iterator[str]:
        cue = self._cue(step)
        values = {**step.waiver, "context": step.context, "condition": step.condition, "cue": cue}
        mark = "✗" if step.outcome == "finding" else "✓"
        outcome = self._say(f"outcome-{step.outcome}", **values)
        yield from self._row(f"{self._words(step.place)} → {outcome}", mark)
        if step.context and step.outcome not in ("unless", "about"):
            yield from self._row(self._say("about-held", context=step.context, cue=cue), " ")
        if len(step.severities) > 1 or step.outcome == "finding":
            steps = " → ".join(
                self._say(f"severity-{why}", level=self._level(level))
                for why, level in step.severities
            )
            yield from self._row(self._say("severity", steps=steps), " ")
        if step.values and (self._reveal or not _masked(step.place.span, self._explained)):
            said = ", ".join(f"{key} = {value}" for key, value in step.values.items())
            yield from self._row(self._say("values", values=said), " ")

    def _cue(self, step: Step) -> str:
        if step.cue:
            return self._say("cue", match=self._shown(step.cue), at=self._at(step.cue))
        return self._say(f"cue-{step.cue_kind}") if step.cue_kind in _BARE else ""

    def _words(self, place: Place) -> str:
        return f"{self._at(place)} {self._say('words', match=self._shown(place))}"

    def _at(self, place: Place) -> str:
        start = place.span.start
        line = self._draft.text.count("\n", 0, start) + 1
        return f"{line}:{start - self._draft.text.rfind(chr(10), 0, start)}"

    def _shown(self, place: Place) -> str:
        if not self._reveal and _masked(place.span, self._explained):
            return MASK
        return " ".join("".join(c if c.isprintable() else " " for c in place.text).split())

    def _row(self, said: str, mark: str = "·") -> Iterator[str]:
        yield wrap(said, _COLUMNS, f"  {mark} ", "      ")

    def _level(self, level: str) -> str:
        return text(f"report.level-{level}", self._language)

    def _say(self, key: str, **values: str) -> str:
        return text(f"desk_explain.{key}", self._language, **values)


_BARE = frozenset({"block", "draft", "figures"})
